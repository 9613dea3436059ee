// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command line of the workbench.

#pragma once

#include "uibase/theme.h"
#include "wiring/wiring.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

class QCoreApplication;

namespace touchstone::workbench {

struct Options {
    QString workspace;                   // empty: the sample workspace
    QStringList files;                   // to open or import besides
    std::optional<ui::ThemeMode> theme;  // instead of what the settings say
    QString screenshot;                  // the PNG to write once the window has loaded; then the program ends
    QString place;                       // what the picture shows: a place's name, or "run"
    QSize size;                          // of the window; empty: as it was
    bool timeToWindow = false;
    wiring::WiringOptions wiring = {};  // the recording to write or to answer from

    // It is not for a program that runs already: it makes pictures, measures or records.
    [[nodiscard]] bool isByItself() const;
};

// The program's exit codes: 0 done, 1 something went wrong, 2 the command line is not understood, and:
inline constexpr int kNoDisplay = 3;  // no window can be opened here

// Whether the command line asks for --help or --version, which need no display; printText() answers
// it and ends the program.
[[nodiscard]] bool asksForText(int argc, char** argv);
[[noreturn]] void printText(int& argc, char** argv);

// Ends the program after mistakes.
[[nodiscard]] Options parseOptions(const QCoreApplication& app);

}  // namespace touchstone::workbench
