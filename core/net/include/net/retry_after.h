// SPDX-License-Identifier: Apache-2.0
//
// How long a server asked us to wait (RFC 9110 section 10.2.3, and the `retry-after-ms` of model providers).
//
// Pure functions; total: any bytes give an answer.

#pragma once

#include "base/clock.h"
#include "net/transport.h"

#include <chrono>
#include <optional>
#include <string_view>

namespace touchstone::net {

// Longer waits are cut to this; a caller with less patience compares and gives up.
inline constexpr std::chrono::milliseconds kLongestRetryAfter = std::chrono::hours(24 * 7);

// Never shorter than what the server said: fractions round up to the next millisecond, and of several headers of one
// name the longest counts. A readable `retry-after-ms` goes before `retry-after`, being the finer of the two. A date
// in the past is zero. Negative, not a number, or not readable: nothing, as if the header were absent.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const Headers& headers, WallTime now);

// The three forms of HTTP dates (RFC 9110 section 5.6.7). `now` decides the century of two-digit years.
[[nodiscard]] std::optional<WallTime> httpDate(std::string_view text, WallTime now);

}  // namespace touchstone::net
