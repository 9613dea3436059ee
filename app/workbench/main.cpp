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

using namespace touchstone;

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("touchstone"));
    QApplication::setApplicationVersion(QStringLiteral(TOUCHSTONE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("touchstone"));
    auto settings =
        std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("touchstone"));
    const workbench::Options options = workbench::parseOptions(app, *settings);

    const auto wiring = wiring::Wiring::make();
    if (!wiring.ok()) {
        std::fprintf(stderr, "touchstone: %s\n", wiring.error().message.c_str());
        return 1;
    }
    ui::Theme theme(options.theme);
    ui::installTheme(app, theme);
    ui::MainWindow window(theme, workbench::makeOpener(*wiring.value()), std::move(settings));
    workbench::captureIfAsked(window, options);
    window.openWorkspace(options.workspace);
    window.show();
    return QApplication::exec();
}
