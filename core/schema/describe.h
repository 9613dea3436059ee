// SPDX-License-Identifier: Apache-2.0
//
// JSON values in the words of a message, shortened so that a message stays a line.
//
// Pure functions; safe from any thread.

#pragma once

#include "base/json.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace touchstone::schema {

// In double quotes, at most about sixty bytes.
[[nodiscard]] std::string quote(std::string_view text);
// "the string \"abc\"", "the number 5", "an array of 3 items", "null".
[[nodiscard]] std::string describe(const Json& value);
// As JSON text: "\"abc\"", "5", "{…}".
[[nodiscard]] std::string brief(const Json& value);
// Kind bits: "integer or null".
[[nodiscard]] std::string kindNames(std::uint8_t kinds);
// "1 item", "2 items".
[[nodiscard]] std::string counted(std::uint64_t count, std::string_view singular, std::string_view plural);

}  // namespace touchstone::schema
