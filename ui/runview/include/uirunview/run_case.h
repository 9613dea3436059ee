// SPDX-License-Identifier: GPL-3.0-or-later
//
// A recorded run as a case of a dataset. Pure functions.

#pragma once

#include "eval/dataset.h"
#include "trace/trace.h"

namespace touchstone::ui {

// Expected is what a person said the answer should have been, or else the answer of a run that went well; a run without
// either expects nothing.
[[nodiscard]] eval::Case caseOf(const trace::Trace& trace);

}  // namespace touchstone::ui
