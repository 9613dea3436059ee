// SPDX-License-Identifier: GPL-3.0-or-later

#include "uiauthor/json_places.h"

#include "text/utf8.h"

#include <charconv>
#include <optional>
#include <string>

namespace touchstone::ui {
namespace {

// Reads as far as it must, and believes nothing: every step says whether it found what it looked for.
class Walker {
public:
    explicit Walker(std::string_view text) : m_text(text) { skipBlanks(); }

    [[nodiscard]] std::size_t offset() const { return m_offset; }

    // Steps to the value of `key` in the object here; the offset of the key.
    std::optional<std::size_t> enterMember(std::string_view key) {
        if (!take('{'))
            return std::nullopt;
        while (peek() == '"') {
            const std::size_t keyAt = m_offset;
            const auto name = readString();
            if (!name || !take(':'))
                return std::nullopt;
            if (*name == key)
                return keyAt;
            if (!skipValue() || !take(','))
                return std::nullopt;
        }
        return std::nullopt;
    }

    // Steps to the item of that number in the list here; its offset.
    std::optional<std::size_t> enterItem(std::size_t number) {
        if (!take('['))
            return std::nullopt;
        for (std::size_t i = 0; i < number; ++i)
            if (!skipValue() || !take(','))
                return std::nullopt;
        return peek() == ']' || peek() == '\0' ? std::nullopt : std::optional(m_offset);
    }

    [[nodiscard]] char peek() const { return m_offset < m_text.size() ? m_text[m_offset] : '\0'; }

private:
    void skipBlanks() { m_offset = std::min(m_text.find_first_not_of(" \t\r\n", m_offset), m_text.size()); }

    bool take(char wanted) {
        if (peek() != wanted)
            return false;
        ++m_offset;
        skipBlanks();
        return true;
    }

    // The text between quotes; escapes other than of quote, slash and backslash stay as written, which keys of ours
    // never need.
    std::optional<std::string> readString() {
        std::string value;
        for (std::size_t i = m_offset + 1; i < m_text.size(); ++i) {
            if (m_text[i] == '"') {
                m_offset = i + 1;
                skipBlanks();
                return value;
            }
            if (m_text[i] == '\\' && i + 1 < m_text.size()) {
                ++i;
                if (m_text[i] != '"' && m_text[i] != '\\' && m_text[i] != '/')
                    value += '\\';
            }
            value += m_text[i];
        }
        return std::nullopt;
    }

    bool skipValue() {
        std::size_t depth = 0;
        do {
            const char next = peek();
            if (next == '"') {
                if (!readString())
                    return false;
            } else if (next == '{' || next == '[') {
                ++depth;
                take(next);
            } else if (next == '}' || next == ']') {
                if (depth == 0)
                    return false;
                --depth;
                take(next);
            } else if ((next == ',' || next == ':') && depth > 0) {
                take(next);
            } else if (!skipWord()) {
                return false;
            }
        } while (depth > 0);
        return true;
    }

    // A number, true, false, null, or what somebody began to type.
    bool skipWord() {
        const std::size_t end = std::min(m_text.find_first_of(" \t\r\n,:{}[]\"", m_offset), m_text.size());
        if (end == m_offset)
            return false;
        m_offset = end;
        skipBlanks();
        return true;
    }

    std::string_view m_text;
    std::size_t m_offset = 0;
};

std::string unescapedToken(std::string_view token) {
    std::string plain;
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] == '~' && i + 1 < token.size() && (token[i + 1] == '0' || token[i + 1] == '1'))
            plain += token[++i] == '1' ? '/' : '~';
        else
            plain += token[i];
    }
    return plain;
}

std::optional<std::size_t> enter(Walker& walker, const std::string& token) {
    if (walker.peek() != '[')
        return walker.enterMember(token);
    std::size_t number = 0;
    const auto read = std::from_chars(token.data(), token.data() + token.size(), number);
    if (read.ec != std::errc() || read.ptr != token.data() + token.size())
        return std::nullopt;
    return walker.enterItem(number);
}

}  // namespace

TextPosition placeOfPointer(std::string_view json, std::string_view pointer) {
    Walker walker(json);
    std::size_t place = walker.offset();
    while (!pointer.empty() && pointer.front() == '/') {
        const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
        const auto next = enter(walker, unescapedToken(pointer.substr(1, end - 1)));
        if (!next)
            break;
        place = *next;
        pointer.remove_prefix(end);
    }
    return text::positionAt(json, std::min(place, json.size()));
}

}  // namespace touchstone::ui
