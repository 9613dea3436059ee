// SPDX-License-Identifier: Apache-2.0
//
// Where sentences end. A sentence ends with a full stop, question or exclamation mark that is not part of an
// abbreviation or a number, with an empty line, and before a heading or a list item.
//
// Pure functions; safe from any thread.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace touchstone::text {

struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    auto operator<=>(const ByteRange&) const = default;
};

// Ranges that cover the whole text without gaps, each with the blanks that follow it; never inside a UTF-8 sequence.
[[nodiscard]] std::vector<ByteRange> splitSentences(std::string_view text);

}  // namespace touchstone::text
