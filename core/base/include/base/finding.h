// SPDX-License-Identifier: Apache-2.0
//
// What a parser or checker says about its input. Checkers return the value *and* all findings, not just the first.

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

enum class Severity { Info, Warning, Error };

[[nodiscard]] std::string_view toString(Severity severity);

// Both counted from 1; columns count Unicode code points.
struct TextPosition {
    std::size_t line = 1;
    std::size_t column = 1;
    auto operator<=>(const TextPosition&) const = default;
};

struct Finding {
    Severity severity = Severity::Error;
    std::string code;                           // stable, for programs: "unknown-key"
    std::string pointer;                        // JSON pointer of the place, "" for the whole document
    std::optional<TextPosition> position = {};  // inside the text at `pointer`, where that is a template or source
    std::string text;                           // what is wrong, for people
    std::string suggestion = {};                // what to do about it; may be empty
};

[[nodiscard]] bool hasErrors(std::span<const Finding> findings);

// One line: "error /prompt/messages/0/content 3:14: … (suggestion)".
[[nodiscard]] std::string toLine(const Finding& finding);

// The candidate that `word` was probably meant to be (edit distance of at most a third of its length), or "".
[[nodiscard]] std::string nearestName(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace touchstone
