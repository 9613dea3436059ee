// SPDX-License-Identifier: GPL-3.0-or-later
//
// touchstone: the workbench.

#include "base/system_clock.h"
#include "capture.h"
#include "open_workspace.h"
#include "options.h"
#include "private_file.h"
#include "uibase/theme.h"
#include "uibase/translation.h"
#include "uisettings/key_vault.h"
#include "uishell/main_window.h"
#include "uishell/single_instance.h"
#include "uishell/workbench.h"
#include "uistate/settings.h"
#include "uistate/settings_servers.h"
#include "wiring/places.h"
#include "wiring/wiring.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSettings>

#include <cstdio>
#include <cstdlib>
#include <optional>
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

// $XDG_STATE_HOME/touchstone/state.ini, by default in ~/.local/state.
QString stateFile() {
    const QString home = qEnvironmentVariable("XDG_STATE_HOME");
    const QString folder = QDir::isAbsolutePath(home) ? home : QDir::homePath() + QStringLiteral("/.local/state");
    return folder + QStringLiteral("/touchstone/state.ini");
}

int complain(const std::string& message) {
    std::fprintf(stderr, "touchstone: %s\n", message.c_str());
    return 1;
}

// Programs meet that show the same folders on the same display.
QByteArray placeOfProgram() {
    QByteArray place = QByteArray::fromStdString(wiring::dataFolder().string()) + '\n' + QFile::encodeName(stateFile());
    for (const char* variable : {"XDG_CONFIG_HOME", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        place += '\n' + qgetenv(variable);
    return place;
}

// What every window shares, and the keys that models are asked with.
struct Desk {
    QSettings file{QSettings::IniFormat, QSettings::UserScope, QStringLiteral("touchstone")};
    QSettings state{workbench::keepPrivate(stateFile()), QSettings::IniFormat};
    ui::Translation translation{file.value(ui::kLanguageSetting).toString()};  // before anything that has words
    ui::Settings settings{file};
    ui::ModelServers servers{file};
    ui::KeyVault keys{settings, wiring::dataFolder() / "keys.sealed"};
    SystemClock clock;
};

// Until the last window is closed, and the workspaces behind them with it.
int runWindows(Desk& desk, wiring::Wiring& wiring, const workbench::Options& options, ui::SingleInstance* instance) {
    ui::Theme theme;
    ui::followLook(theme, desk.settings);
    if (options.theme)
        theme.setMode(*options.theme);
    ui::installTheme(*qApp, theme);
    ui::Workbench workbench({theme, desk.settings, desk.servers, desk.keys, wiring.models(), desk.state, desk.clock,
                             workbench::makeOpener(wiring),
                             QString::fromStdString(wiring::sampleWorkspace().string())});
    const bool again = options.workspace.isEmpty() && !options.isByItself();
    ui::MainWindow& window = again ? workbench.restoreWindows() : workbench.addWindow();
    if (!again)
        window.openWorkspace(options.workspace);
    workbench::captureIfAsked(window, options);
    window.show();
    if (!options.files.isEmpty())
        workbench.takeOver(options.files);
    if (instance)
        QObject::connect(instance, &ui::SingleInstance::handedOver, &workbench, &ui::Workbench::takeOver);
    return QApplication::exec();
}

// What this start was given, as another program is told it.
QStringList filesOf(const workbench::Options& options) {
    return options.workspace.isEmpty() ? options.files : QStringList(options.workspace) + options.files;
}

int runWorkbench(const QApplication& app) {
    const workbench::Options options = workbench::parseOptions(app);
    std::optional<ui::SingleInstance> instance;
    if (!options.isByItself())
        instance.emplace(qEnvironmentVariable("XDG_RUNTIME_DIR"), placeOfProgram());
    if (instance && instance->role() == ui::SingleInstance::Role::Later && instance->handOver(filesOf(options)))
        return 0;
    Desk desk;
    workbench::keepPrivate(desk.file.fileName());
    wiring::WiringOptions wired = options.wiring;
    wired.plainHttpHosts = desk.settings.text(ui::kPlainHttpSetting).toStdString();
    const auto wiring = wiring::Wiring::make(wired, &desk.keys);
    if (!wiring.ok())
        return complain(wiring.error().message);
    if (!wiring.value()->warning().empty())
        complain(wiring.value()->warning());
    const int code = runWindows(desk, *wiring.value(), options, instance ? &*instance : nullptr);
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
