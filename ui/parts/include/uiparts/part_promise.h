// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is said of a part that no run carries out yet: what it will do, and what the document keeps for then. Pure
// functions.

#pragma once

#include <QString>

#include <string_view>

namespace touchstone::ui {

// Empty for a part that is carried out.
[[nodiscard]] QString partPromise(std::string_view part);

}  // namespace touchstone::ui
