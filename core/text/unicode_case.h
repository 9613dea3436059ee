// SPDX-License-Identifier: Apache-2.0
//
// Letter case and character classes of Unicode 15 as far as templates need them, without a locale.

#pragma once

#include <string>
#include <string_view>

namespace touchstone::text {

[[nodiscard]] char32_t upperOf(char32_t point);
[[nodiscard]] char32_t lowerOf(char32_t point);
// Python's str.isspace().
[[nodiscard]] bool isSpace(char32_t point);
// Letters, digits and the underscore; outside ASCII everything but spaces, punctuation and symbols.
[[nodiscard]] bool isWordPart(char32_t point);

// Whole texts, with ß → SS and the other one-to-many mappings.
[[nodiscard]] std::string toUpper(std::string_view text);
[[nodiscard]] std::string toLower(std::string_view text);

}  // namespace touchstone::text
