// SPDX-License-Identifier: GPL-3.0-or-later
//
// touchstone: the workbench.

#include "capture.h"
#include "open_workspace.h"
#include "options.h"
#include "uibase/theme.h"
#include "uishell/main_window.h"
#include "wiring/wiring.h"

#include <QApplication>
#include <QSettings>

#include <cstdio>
#include <cstdlib>
#include <string>

using namespace touchstone;

namespace {

std::string displayText(const char* variable) {
    const char* value = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe): no thread has been started
    return std::string(variable) + (value && *value ? " is " + std::string(value) : std::string(" is not set"));
}

// Qt aborts when it reaches no display; this says what to do and ends the program instead.
void explainNoDisplay(QtMsgType type, const QMessageLogContext&, const QString&) {
    if (type != QtFatalMsg)
        return;
    std::fprintf(stderr,
                 "touchstone: no window can be opened, because no display can be reached (%s, %s). Start it in a "
                 "desktop session; touchstonectl works without a display\n",
                 displayText("DISPLAY").c_str(), displayText("WAYLAND_DISPLAY").c_str());
    std::_Exit(workbench::kNoDisplay);
}

int complain(const std::string& message) {
    std::fprintf(stderr, "touchstone: %s\n", message.c_str());
    return 1;
}

// Until the window is closed, and the workspace behind it with it.
int runWindow(wiring::Wiring& wiring, const workbench::Options& options, std::unique_ptr<QSettings> settings) {
    ui::Theme theme(options.theme);
    ui::installTheme(*qApp, theme);
    ui::MainWindow window(theme, workbench::makeOpener(wiring), std::move(settings));
    workbench::captureIfAsked(window, options);
    window.openWorkspace(options.workspace);
    window.show();
    return QApplication::exec();
}

int runWorkbench(const QApplication& app) {
    auto settings =
        std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("touchstone"));
    const workbench::Options options = workbench::parseOptions(app, *settings);
    const auto wiring = wiring::Wiring::make(options.wiring);
    if (!wiring.ok())
        return complain(wiring.error().message);
    if (!wiring.value()->warning().empty())
        complain(wiring.value()->warning());
    const int code = runWindow(*wiring.value(), options, std::move(settings));
    if (const auto recorded = wiring.value()->finishRecording(); !recorded.ok())
        return complain(recorded.error().message);
    return code;
}

}  // namespace

int main(int argc, char** argv) {
    QCoreApplication::setApplicationName(QStringLiteral("touchstone"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TOUCHSTONE_VERSION));
    if (workbench::asksForText(argc, argv))
        workbench::printText(argc, argv);
    qInstallMessageHandler(explainNoDisplay);
    QApplication app(argc, argv);
    qInstallMessageHandler(nullptr);
    QApplication::setDesktopFileName(QStringLiteral("touchstone"));
    return runWorkbench(app);
}
