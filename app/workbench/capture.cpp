// SPDX-License-Identifier: GPL-3.0-or-later

#include "capture.h"

#include "uiauthor/author_view.h"
#include "uishell/main_window.h"
#include "uishell/workspace_page.h"

#include <QAction>
#include <QApplication>
#include <QTimer>

#include <unistd.h>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace touchstone::workbench {
namespace {

// Field 22 of /proc/self/stat: when the process began, in clock ticks since the machine did.
double millisecondsSinceStart() {
    std::ifstream file("/proc/self/stat");
    const std::string stat{std::istreambuf_iterator<char>(file), {}};
    std::istringstream fields(stat.substr(stat.rfind(')') + 1));
    std::string field;
    for (int i = 3; i <= 22; ++i)
        fields >> field;
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double began = std::stod(field) / static_cast<double>(sysconf(_SC_CLK_TCK));
    return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9 - began) * 1e3;
}

void shoot(ui::MainWindow& window, const QString& file) {
    const bool written = window.grab().save(file);
    if (!written)
        std::fprintf(stderr, "touchstone: cannot write %s\n", qPrintable(file));
    QApplication::exit(written ? 0 : 1);
}

// After the views have settled: problems are checked, splitters laid out.
void shootSoon(ui::MainWindow& window, const QString& file) {
    QTimer::singleShot(std::chrono::milliseconds(400), &window, [&window, file] { shoot(window, file); });
}

// "author", "author:routing" for one of its parts, "run" for author with a run; empty: author.
bool showPlace(ui::WorkspacePage& page, const QString& place) {
    const QString part = place.section(QLatin1Char(':'), 1);
    if (!part.isEmpty() && place.startsWith(QStringLiteral("author:")))
        return page.goTo(ui::PartDestination{part.toStdString()});
    return page.showPlace(place.isEmpty() || place == QStringLiteral("run") ? QStringLiteral("author") : place);
}

// The place that `options` names, and with "run" or "compare" something in it.
void showAndShoot(ui::MainWindow& window, const Options& options) {
    ui::WorkspacePage& page = *window.page();
    const auto shot = [&window, file = options.screenshot] { shootSoon(window, file); };
    if (!showPlace(page, options.place)) {
        std::fprintf(stderr, "touchstone: there is no place '%s'\n", qPrintable(options.place));
        return QApplication::exit(2);
    }
    if (page.draft().workflow().isEmpty())
        return shot();  // nothing can be run
    if (options.place == QStringLiteral("run"))
        QObject::connect(window.findChild<ui::AuthorView*>(), &ui::AuthorView::runFinished, &window, shot);
    else if (options.place == QStringLiteral("compare"))
        QObject::connect(&page.experiments(), &ui::ExperimentController::finished, &window, shot);
    else
        return shot();
    QTimer::singleShot(std::chrono::milliseconds(300), &page,
                       [&page] { page.currentPlace()->primaryAction()->trigger(); });
}

// The frame is done when what is posted while it begins comes to its turn.
void tellTimeOfNextFrame(ui::MainWindow& window) {
    QObject::connect(&window, &ui::MainWindow::painted, &window, [&window] {
        QTimer::singleShot(0, &window, [] {
            std::printf("%.0f\n", millisecondsSinceStart());
            QApplication::exit(0);
        });
    });
    window.update();
}

}  // namespace

void captureIfAsked(ui::MainWindow& window, const Options& options) {
    if (!options.size.isEmpty())
        window.resize(options.size);
    if (!options.screenshot.isEmpty()) {
        QObject::connect(&window, &ui::MainWindow::loaded, &window,
                         [&window, options] { showAndShoot(window, options); });
        QObject::connect(&window, &ui::MainWindow::loadFailed, &window,
                         [&window, file = options.screenshot] { shootSoon(window, file); });
    }
    if (options.screenshot.isEmpty() && !options.place.isEmpty())
        QObject::connect(&window, &ui::MainWindow::loaded, &window,
                         [&window, options] { showPlace(*window.page(), options.place); });
    if (options.timeToWindow)
        QObject::connect(&window, &ui::MainWindow::loaded, &window, [&window] { tellTimeOfNextFrame(window); });
}

}  // namespace touchstone::workbench
