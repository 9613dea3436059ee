// SPDX-License-Identifier: GPL-3.0-or-later
//
// A tried run as something to paste elsewhere: a request to its model, or a command line of our own. Keys stay the
// names of their variables. Pure functions; each gives an empty text and says why in `problem` where there is no such
// thing.

#pragma once

#include "run_log.h"

#include <QString>

namespace touchstone::ui {

[[nodiscard]] QString curlFor(const TriedRun& run, QString& problem);
[[nodiscard]] QString pythonFor(const TriedRun& run, QString& problem);
[[nodiscard]] QString javascriptFor(const TriedRun& run, QString& problem);
// `touchstonectl run …` with the same input; on the draft, because what ran may never have been committed.
[[nodiscard]] QString commandFor(const TriedRun& run, QString& problem);

}  // namespace touchstone::ui
