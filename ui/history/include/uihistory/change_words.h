// SPDX-License-Identifier: GPL-3.0-or-later
//
// What changed in a part, in the words of people: "message 1 reworded (+12 −3 words)", "temperature 0.7 → 0.2",
// "4 examples added". Pure functions.

#pragma once

#include "workflow/diff.h"

#include <QString>

#include <vector>

namespace touchstone::ui {

// Without the part's name: "added", "removed", or what changed in it, at most three things.
[[nodiscard]] QString changeWords(const workflow::PartChange& change);

// A message for a commit of these changes: "prompt: 4 examples added; budget removed". Empty for no change.
[[nodiscard]] QString commitMessageFor(const std::vector<workflow::PartChange>& changes);

}  // namespace touchstone::ui
