// SPDX-License-Identifier: GPL-3.0-or-later
//
// A job in words: "62 % · 1 min 48 s left · $0.33 of ≈ $0.53". Pure functions.

#pragma once

#include "uistate/job_list.h"

#include <QString>

namespace touchstone::ui {

[[nodiscard]] QString jobText(const Job& job);
// With what came of it, once it is over: "finished in 2 min 10 s · 24 runs".
[[nodiscard]] QString jobOutcome(const Job& job);

}  // namespace touchstone::ui
