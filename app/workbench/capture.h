// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures and timings of the window for the documentation and for the benchmarks. GUI thread only.

#pragma once

#include "options.h"

namespace touchstone::ui {
class MainWindow;
}

namespace touchstone::workbench {

// Does what --size, --screenshot and --time-to-window ask for; the latter two end the program.
void captureIfAsked(ui::MainWindow& window, const Options& options);

}  // namespace touchstone::workbench
