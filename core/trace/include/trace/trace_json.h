// SPDX-License-Identifier: Apache-2.0
//
// Traces as JSON: for `touchstonectl --json`, exports, and the store's payloads. Pure functions.

#pragma once

#include "base/result.h"
#include "trace/trace.h"

namespace touchstone::trace {

[[nodiscard]] Json toJson(const Summary& summary);
// Without `input`, `output`, `messages` and `feedback`, which are stored apart, unless `withPayload`.
[[nodiscard]] Json toJson(const Detail& detail, bool withPayload);
// Reads what toJson(detail, …) wrote; fails for another shape and names the place.
[[nodiscard]] Result<Detail> parseDetail(const Json& json);

// "2026-11-23T13:45:10.123Z", cut to milliseconds.
[[nodiscard]] std::string toIso8601(WallTime time);
// Reads exactly that form, for the years 1678 to 2261.
[[nodiscard]] std::optional<WallTime> parseIso8601(std::string_view text);

}  // namespace touchstone::trace
