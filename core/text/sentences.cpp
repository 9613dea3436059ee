// SPDX-License-Identifier: Apache-2.0

#include "text/sentences.h"

#include <algorithm>
#include <array>

namespace touchstone::text {

namespace {

constexpr std::array<std::string_view, 30> kAbbreviations = {
    "mr", "mrs", "ms",  "dr", "prof", "st",  "vs", "etc", "approx", "no",  "nr",  "inc", "ltd", "co",   "corp",
    "jr", "sr",  "fig", "ca", "e.g",  "i.e", "cf", "al",  "dept",   "est", "z.b", "bzw", "d.h", "p.ex", "ref"};

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}

bool isLetter(char c) {
    return isLower(c) || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// "Mr", "e.g", a single letter as in "J. Smith": the word in front of the full stop at `stop`.
bool isAbbreviation(std::string_view text, std::size_t stop) {
    std::size_t begin = stop;
    while (begin > 0 && stop - begin < 8 && (isLetter(text[begin - 1]) || text[begin - 1] == '.'))
        --begin;
    const std::string_view word = text.substr(begin, stop - begin);
    if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z')
        return word[0] != 'I';
    return std::ranges::any_of(kAbbreviations, [word](std::string_view abbreviation) {
        return std::ranges::equal(word, abbreviation, {},
                                  [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    });
}

// Bytes of the terminator that starts at `i`; 0 when there is none. "。", "！", "？" and "…" are three bytes long.
std::size_t terminatorAt(std::string_view text, std::size_t i) {
    if (text[i] == '.' || text[i] == '!' || text[i] == '?')
        return 1;
    const std::string_view three = text.substr(i, 3);
    return three == "\u3002" || three == "\uFF01" || three == "\uFF1F" || three == "\u2026" ? 3 : 0;
}

std::size_t skipClosers(std::string_view text, std::size_t i) {
    while (i < text.size()) {
        const std::size_t terminator = terminatorAt(text, i);
        if (terminator != 0)
            i += terminator;
        else if (text[i] == '"' || text[i] == '\'' || text[i] == ')' || text[i] == ']')
            ++i;
        else if (text.substr(i, 3) == "\u201D" || text.substr(i, 3) == "\u2019")
            i += 3;
        else
            break;
    }
    return i;
}

std::size_t skipBlanks(std::string_view text, std::size_t i) {
    while (i < text.size() && isBlank(text[i]))
        ++i;
    return i;
}

// True when the line that starts at `i` is a list item or a heading.
bool startsBlock(std::string_view text, std::size_t i) {
    while (i < text.size() && (text[i] == ' ' || text[i] == '\t'))
        ++i;
    const std::string_view line = text.substr(i, 3);
    if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("#") || line.starts_with("|"))
        return true;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789", i), text.size());
    return digits > i && digits - i <= 3 && digits + 1 < text.size() && (text[digits] == '.' || text[digits] == ')') &&
           text[digits + 1] == ' ';
}

bool isHeading(std::string_view text, std::size_t lineBegin) {
    return lineBegin < text.size() && text[lineBegin] == '#';
}

// The end of a sentence whose terminator starts at `i` and with its closers ends at `closed`, or 0 when it goes on.
std::size_t endAfterTerminator(std::string_view text, std::size_t i, std::size_t closed) {
    const bool wide = terminatorAt(text, i) == 3;
    const std::size_t next = skipBlanks(text, closed);
    if (next == text.size())
        return next;
    if (next == closed)
        return wide ? closed : 0;
    if (text[i] == '.' && (isLower(text[next]) || (closed == i + 1 && isAbbreviation(text, i))))
        return 0;
    return next;
}

// The end of a sentence that a line break at `i` closes, or 0 when the sentence goes on in the next line.
std::size_t endAfterBreak(std::string_view text, std::size_t i, std::size_t lineBegin) {
    const std::size_t next = skipBlanks(text, i);
    const std::size_t breaks = static_cast<std::size_t>(std::ranges::count(text.substr(i, next - i), '\n'));
    return breaks > 1 || startsBlock(text, i + 1) || isHeading(text, lineBegin) ? next : 0;
}

// "1." at the beginning of a list item.
bool numbersItem(std::string_view text, std::size_t begin, std::size_t stop) {
    return stop > begin && stop - begin <= 3 && isDigit(text[stop - 1]) && isDigit(text[begin]);
}

}  // namespace

std::vector<ByteRange> splitSentences(std::string_view text) {
    std::vector<ByteRange> sentences;
    std::size_t begin = 0;
    std::size_t lineBegin = 0;
    for (std::size_t i = skipBlanks(text, 0); i < text.size();) {
        std::size_t end = 0;
        std::size_t next = i + 1;
        if (text[i] == '\n') {
            end = endAfterBreak(text, i, lineBegin);
            lineBegin = next;
        } else if (terminatorAt(text, i) != 0 && !numbersItem(text, begin, i)) {
            next = skipClosers(text, i);
            end = endAfterTerminator(text, i, next);
        }
        if (end != 0) {
            sentences.push_back({begin, end});
            begin = lineBegin = next = end;
        }
        i = next;
    }
    if (begin < text.size())
        sentences.push_back({begin, text.size()});
    return sentences;
}

}  // namespace touchstone::text
