// SPDX-License-Identifier: Apache-2.0
//
// UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
//
// Pure functions; safe from any thread.

#pragma once

#include "base/finding.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace touchstone::text {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

struct DecodedPoint {
    char32_t codePoint = kReplacementCharacter;  // U+FFFD where the bytes are malformed
    std::size_t bytes = 1;                       // consumed; at least 1
    bool valid = false;
};

// The code point that starts at `offset`. Malformed input consumes the longest prefix of a sequence (Unicode 15,
// section 3.9, "maximal subpart"). REQUIRES: offset < text.size()
[[nodiscard]] DecodedPoint decodeUtf8(std::string_view text, std::size_t offset);

void appendUtf8(std::string& text, char32_t codePoint);

[[nodiscard]] bool isValidUtf8(std::string_view text);
// Each malformed subpart becomes one U+FFFD; valid text comes back unchanged.
[[nodiscard]] std::string repairUtf8(std::string_view text);

// Code points; a malformed subpart counts as one.
[[nodiscard]] std::size_t countCodePoints(std::string_view text);
// The byte offset of code point `index`, or text.size() when there are fewer.
[[nodiscard]] std::size_t offsetOfCodePoint(std::string_view text, std::size_t index);

// Line and column of a byte offset, counted from 1, columns in code points; "\n" ends a line.
[[nodiscard]] TextPosition positionAt(std::string_view text, std::size_t offset);

// The same for many offsets: linear in all when they only grow.
class PositionCursor {
public:
    explicit PositionCursor(std::string_view text) : m_text(text) {}
    [[nodiscard]] TextPosition positionAt(std::size_t offset);

private:
    std::string_view m_text;
    std::size_t m_offset = 0;
    TextPosition m_position;
};

// Walks code points: for (char32_t c : CodePoints(text)).
class CodePoints {
public:
    class Iterator {
    public:
        Iterator(std::string_view text, std::size_t offset) : m_text(text), m_offset(offset) { read(); }
        char32_t operator*() const { return m_point.codePoint; }
        Iterator& operator++() {
            m_offset += m_point.bytes;
            read();
            return *this;
        }
        bool operator!=(const Iterator& other) const { return m_offset != other.m_offset; }

    private:
        void read() {
            if (m_offset < m_text.size())
                m_point = decodeUtf8(m_text, m_offset);
        }

        std::string_view m_text;
        std::size_t m_offset;
        DecodedPoint m_point;
    };

    explicit CodePoints(std::string_view text) : m_text(text) {}
    [[nodiscard]] Iterator begin() const { return {m_text, 0}; }
    [[nodiscard]] Iterator end() const { return {m_text, m_text.size()}; }

private:
    std::string_view m_text;
};

}  // namespace touchstone::text
