// SPDX-License-Identifier: Apache-2.0
//
// What Python's str methods do; shared by filters and methods.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::text::jinja {

// Without the characters of `chars` at the ends; white space when `chars` is null.
[[nodiscard]] std::string_view strip(std::string_view text, const std::string_view* chars, bool left, bool right);
// The first `limit` occurrences (all when negative).
[[nodiscard]] std::string replaceAll(std::string_view text, std::string_view old, std::string_view replacement,
                                     std::int64_t limit);
[[nodiscard]] std::string capitalize(std::string_view text);
// Each word capitalised; a word begins after white space, '-' or an opening bracket.
[[nodiscard]] std::string titleWords(std::string_view text);
// str.title(): each run of letters capitalised.
[[nodiscard]] std::string titleMethod(std::string_view text);
// str.splitlines(): without the line ends.
[[nodiscard]] std::vector<std::string_view> splitLines(std::string_view text);
// str.split(): by white space when `separator` is empty; at most `limit` splits when not negative.
[[nodiscard]] std::vector<std::string_view> splitText(std::string_view text, std::string_view separator,
                                                      std::int64_t limit);
[[nodiscard]] std::string urlEncode(std::string_view text, bool forQuery);
// Tags and comments removed, white space collapsed, entities decoded.
[[nodiscard]] std::string stripTags(std::string_view text);
// textwrap.wrap of one paragraph.
[[nodiscard]] std::vector<std::string> wrapLine(std::string_view line, std::size_t width, bool breakLongWords,
                                                bool breakOnHyphens);

}  // namespace touchstone::text::jinja
