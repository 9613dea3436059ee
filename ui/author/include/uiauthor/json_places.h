// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where in a JSON text a JSON pointer leads, so that a problem can be shown at its line.
//
// Pure function; safe from any thread.

#pragma once

#include "base/finding.h"

#include <string_view>

namespace touchstone::ui {

// The place of the member or item that `pointer` names: of its key in an object, of its value in a list. When the text
// ends earlier, is not JSON from there on, or has no such member, the place of the nearest part of the pointer that is
// there.
[[nodiscard]] TextPosition placeOfPointer(std::string_view json, std::string_view pointer);

}  // namespace touchstone::ui
