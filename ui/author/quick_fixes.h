// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can be done about a finding with one key: take the name that was probably meant, add a missing input, use or
// remove one that nothing reads, rename a field wherever it is used, remove
// what no run carries out yet, print a value as JSON. Each is one step to undo.
//
// GUI thread only.

#pragma once

#include "base/finding.h"
#include "base/json.h"

#include <QString>

#include <functional>
#include <vector>

namespace touchstone::ui {

class DraftModel;

struct QuickFix {
    QString title;  // also the name of the step
    std::function<void(DraftModel&)> apply;
};

// The likeliest first; empty when nobody knows. A fix whose place has changed meanwhile does nothing.
[[nodiscard]] std::vector<QuickFix> quickFixes(const Finding& finding);

}  // namespace touchstone::ui
