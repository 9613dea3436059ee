// SPDX-License-Identifier: GPL-3.0-or-later
//
// Colours for source text, line by line: each byte of a line gets a style, and one number of state goes on to the next
// line. Needs no editor.
//
// Pure functions; safe from any thread.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace touchstone::ui {

enum class SyntaxStyle : std::uint8_t {
    Text,
    Keyword,
    String,
    Number,
    Comment,
    Variable,
    Filter,
    Delim,
    Key,
    Heading,  // from here on Markdown
    Strong,
    Emphasis,
    Code,
    Link,
};
inline constexpr int kSyntaxStyleCount = static_cast<int>(SyntaxStyle::Link) + 1;

// Styles one line, which may end in a line break, and returns the state for the next. The first line's state is 0.
// REQUIRES: styles.size() == line.size()
using HighlightLine = int (*)(std::string_view line, int state, std::span<SyntaxStyle> styles);

int highlightJsonLine(std::string_view line, int state, std::span<SyntaxStyle> styles);
// Jinja inside Markdown.
int highlightTemplateLine(std::string_view line, int state, std::span<SyntaxStyle> styles);

}  // namespace touchstone::ui
