// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is wrong with the expressions of a part as it is typed, before the checks of the whole document say it.
//
// Pure functions; safe from any thread.

#pragma once

#include "base/finding.h"
#include "base/json.h"

#include <string>
#include <vector>

namespace touchstone::ui {

// The errors of an expression, each at `pointer` and its text with the column it is about. Nothing for a value that is
// no text.
[[nodiscard]] std::vector<Finding> expressionFindings(const std::string& pointer, const Json& expression);

// What is wrong with the condition or the pattern of a policy rule that stands at `pointer`.
[[nodiscard]] std::vector<Finding> detectorFindings(const std::string& pointer, const Json& rule);

// `findings` without those of the places that `live` has something to say about, then `live`.
[[nodiscard]] std::vector<Finding> withLiveFindings(const std::vector<Finding>& findings, std::vector<Finding> live);

}  // namespace touchstone::ui
