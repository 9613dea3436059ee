// SPDX-License-Identifier: Apache-2.0
//
// Dates as people write them.
//
// A pure function; safe from any thread.

#pragma once

#include "builtin_values.h"

#include <string_view>
#include <vector>

namespace touchstone::provider {

// "2025-03-29", "29.03.2025", "29/03/2025", "29 March 2025", "Mar 29th, 2025", as ISO 8601 and in text order. Where
// day and month could be either, the day stands first, except in a text that counts in US dollars.
[[nodiscard]] std::vector<FoundValue> findDates(std::string_view text);

}  // namespace touchstone::provider
