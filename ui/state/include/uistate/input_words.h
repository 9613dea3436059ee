// SPDX-License-Identifier: GPL-3.0-or-later
//
// By what a person knows an input again.

#pragma once

#include "base/json.h"

#include <QString>

namespace touchstone::ui {

// The first text in `input` that says something: a string member of an object, in its order; else the JSON itself. One
// line, at most some 300 characters; empty for null.
[[nodiscard]] QString firstTextOf(const Json& input);

}  // namespace touchstone::ui
