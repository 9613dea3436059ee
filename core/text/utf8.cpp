// SPDX-License-Identifier: Apache-2.0

#include "text/utf8.h"

#include <array>
#include <cstdint>

namespace touchstone::text {

namespace {

struct LeadByte {
    std::uint8_t length = 0;  // 0: cannot start a sequence
    std::uint8_t secondMin = 0x80;
    std::uint8_t secondMax = 0xBF;
};

// Table 3-7 of the Unicode Standard.
constexpr LeadByte leadByte(std::uint8_t byte) {
    if (byte < 0x80)
        return {1};
    if (byte >= 0xC2 && byte <= 0xDF)
        return {2};
    if (byte == 0xE0)
        return {3, 0xA0, 0xBF};
    if (byte == 0xED)
        return {3, 0x80, 0x9F};
    if (byte >= 0xE1 && byte <= 0xEF)
        return {3};
    if (byte == 0xF0)
        return {4, 0x90, 0xBF};
    if (byte >= 0xF1 && byte <= 0xF3)
        return {4};
    if (byte == 0xF4)
        return {4, 0x80, 0x8F};
    return {};
}

constexpr char32_t leadBits(std::uint8_t byte, std::uint8_t length) {
    constexpr std::array<std::uint8_t, 5> kMasks = {0, 0x7F, 0x1F, 0x0F, 0x07};
    return static_cast<char32_t>(byte & kMasks[length]);
}

}  // namespace

DecodedPoint decodeUtf8(std::string_view text, std::size_t offset) {
    const auto byteAt = [text](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = byteAt(offset);
    const LeadByte lead = leadByte(first);
    if (lead.length == 0)
        return {};
    char32_t point = leadBits(first, lead.length);
    for (std::size_t i = 1; i < lead.length; ++i) {
        const std::uint8_t low = i == 1 ? lead.secondMin : 0x80;
        const std::uint8_t high = i == 1 ? lead.secondMax : 0xBF;
        if (offset + i >= text.size() || byteAt(offset + i) < low || byteAt(offset + i) > high)
            return {kReplacementCharacter, i, false};
        point = (point << 6U) | (byteAt(offset + i) & 0x3FU);
    }
    return {point, lead.length, true};
}

void appendUtf8(std::string& text, char32_t codePoint) {
    const auto push = [&text](char32_t bits) { text.push_back(static_cast<char>(bits)); };
    if (codePoint > 0x10FFFF || (codePoint >= 0xD800 && codePoint <= 0xDFFF))
        codePoint = kReplacementCharacter;
    if (codePoint < 0x80) {
        push(codePoint);
    } else if (codePoint < 0x800) {
        push(0xC0U | (codePoint >> 6U));
        push(0x80U | (codePoint & 0x3FU));
    } else if (codePoint < 0x10000) {
        push(0xE0U | (codePoint >> 12U));
        push(0x80U | ((codePoint >> 6U) & 0x3FU));
        push(0x80U | (codePoint & 0x3FU));
    } else {
        push(0xF0U | (codePoint >> 18U));
        push(0x80U | ((codePoint >> 12U) & 0x3FU));
        push(0x80U | ((codePoint >> 6U) & 0x3FU));
        push(0x80U | (codePoint & 0x3FU));
    }
}

bool isValidUtf8(std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
        const DecodedPoint point = decodeUtf8(text, offset);
        if (!point.valid)
            return false;
        offset += point.bytes;
    }
    return true;
}

std::string repairUtf8(std::string_view text) {
    std::string repaired;
    repaired.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const DecodedPoint point = decodeUtf8(text, offset);
        if (point.valid)
            repaired.append(text, offset, point.bytes);
        else
            appendUtf8(repaired, kReplacementCharacter);
        offset += point.bytes;
    }
    return repaired;
}

std::size_t countCodePoints(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t offset = 0; offset < text.size(); ++count)
        offset += decodeUtf8(text, offset).bytes;
    return count;
}

std::size_t offsetOfCodePoint(std::string_view text, std::size_t index) {
    std::size_t offset = 0;
    for (; index > 0 && offset < text.size(); --index)
        offset += decodeUtf8(text, offset).bytes;
    return offset;
}

TextPosition positionAt(std::string_view text, std::size_t offset) {
    return PositionCursor(text).positionAt(offset);
}

TextPosition PositionCursor::positionAt(std::size_t offset) {
    if (offset < m_offset)
        *this = PositionCursor(m_text);
    while (m_offset < offset && m_offset < m_text.size()) {
        const bool lineEnd = m_text[m_offset] == '\n';
        m_offset += decodeUtf8(m_text, m_offset).bytes;
        m_position =
            lineEnd ? TextPosition{m_position.line + 1, 1} : TextPosition{m_position.line, m_position.column + 1};
    }
    return m_position;
}

}  // namespace touchstone::text
