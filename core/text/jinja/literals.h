// SPDX-License-Identifier: Apache-2.0
//
// Numbers and quoted text as Python writes them.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace touchstone::text::jinja {

struct Unescaped {
    std::string text;
    std::optional<std::size_t> unread;  // where the first escape stands that cannot be read
};

// The text between the quotes: \n, \t, \xhh, \uhhhh, \Uhhhhhhhh, octal and line continuation are read; other
// backslashes stay. Incomplete escapes, code points that are none and \N{...} cannot be read.
[[nodiscard]] Unescaped unescape(std::string_view body);

// With single underscores between digits and the prefixes 0x, 0o, 0b. Empty when it does not fit into 64 bits.
[[nodiscard]] std::optional<std::int64_t> parseInteger(std::string_view text);
// Empty when it is no number or not finite.
[[nodiscard]] std::optional<double> parseFloat(std::string_view text);

// As repr(float) in Python: the shortest text that reads back the same.
[[nodiscard]] std::string floatText(double value);

}  // namespace touchstone::text::jinja
