// SPDX-License-Identifier: GPL-3.0-or-later
//
// One short fact about a part for the list of parts: "2 tiers", "bm25 · top 4"; and what is known of absent ones. Pure
// functions.

#pragma once

#include "base/json.h"

#include <QString>

#include <string_view>

namespace touchstone::ui {

[[nodiscard]] QString partFact(std::string_view part, const Json& value);

// What a part starts with when it is added to a document.
[[nodiscard]] Json partStarter(std::string_view part);

// The engine runs no version with such a part: adding it would lead nowhere.
[[nodiscard]] bool isPartRefused(std::string_view part);

}  // namespace touchstone::ui
