// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command line of the workbench.

#pragma once

#include "uibase/theme.h"

#include <QSize>
#include <QString>

class QCoreApplication;
class QSettings;

namespace touchstone::workbench {

struct Options {
    QString workspace;  // empty: the sample workspace
    ui::ThemeMode theme = ui::ThemeMode::System;
    QString screenshot;  // the PNG to write once the window has loaded; then the program ends
    QString place;       // what the picture shows: "author", "run", "compare"
    QSize size;          // of the window; empty: as it was
    bool timeToWindow = false;
};

// Ends the program after --help, --version and mistakes.
[[nodiscard]] Options parseOptions(const QCoreApplication& app, const QSettings& settings);

}  // namespace touchstone::workbench
