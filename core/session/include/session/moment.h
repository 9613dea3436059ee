// SPDX-License-Identifier: Apache-2.0
//
// Times and ages as people write them. Pure functions.

#pragma once

#include "base/clock.h"

#include <chrono>
#include <optional>
#include <string_view>

namespace touchstone::session {

// "30m", "12h", "7d"; at most a hundred years.
[[nodiscard]] std::optional<std::chrono::minutes> parseAge(std::string_view text);
// "2026-11-23", "2026-11-23T16:30", "2026-11-23T16:30:05.250Z": UTC; a blank may stand for the T.
[[nodiscard]] std::optional<WallTime> parseDate(std::string_view text);
// Either: a date, or so long before `now`.
[[nodiscard]] std::optional<WallTime> parseMoment(std::string_view text, WallTime now);

}  // namespace touchstone::session
