// SPDX-License-Identifier: GPL-3.0-or-later

#include "capture.h"

#include "uiauthor/author_view.h"
#include "uicompare/compare_view.h"
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

void showAndShoot(ui::MainWindow& window, const Options& options) {
    ui::WorkspacePage& page = *window.page();
    if (options.place == QStringLiteral("compare")) {
        page.showPlace(ui::WorkspacePage::Compare);
        QObject::connect(&page.experiments(), &ui::ExperimentController::finished, &window,
                         [&window, file = options.screenshot] { shootSoon(window, file); });
        QTimer::singleShot(std::chrono::milliseconds(300), &page, [&page] { page.compare().runAction()->trigger(); });
    } else if (options.place == QStringLiteral("run")) {
        page.showPlace(ui::WorkspacePage::Author);
        QObject::connect(&page.author(), &ui::AuthorView::runFinished, &window,
                         [&window, file = options.screenshot] { shootSoon(window, file); });
        page.author().runAction()->trigger();
    } else {
        page.showPlace(ui::WorkspacePage::Author);
        shootSoon(window, options.screenshot);
    }
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
    if (options.timeToWindow)
        QObject::connect(&window, &ui::MainWindow::painted, &window, [] {
            std::printf("%.0f\n", millisecondsSinceStart());
            QApplication::exit(0);
        });
}

}  // namespace touchstone::workbench
