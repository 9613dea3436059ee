// SPDX-License-Identifier: Apache-2.0

#include "text/tokens.h"

#include "text/utf8.h"

namespace touchstone::text {

namespace {

// Kana, ideographs, Hangul and their full-width forms.
bool isEastAsian(char32_t point) {
    return (point >= 0x2E80 && point <= 0x9FFF) || (point >= 0xAC00 && point <= 0xD7AF) ||
           (point >= 0xF900 && point <= 0xFAFF) || (point >= 0xFF00 && point <= 0xFFEF) ||
           (point >= 0x20000 && point <= 0x3FFFF);
}

}  // namespace

std::int64_t estimateTokens(std::string_view text) {
    constexpr std::int64_t kBytesPerToken = 4;
    std::int64_t characters = 0;
    std::int64_t bytes = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const DecodedPoint point = decodeUtf8(text, offset);
        if (isEastAsian(point.codePoint))
            ++characters;
        else
            bytes += static_cast<std::int64_t>(point.bytes);
        offset += point.bytes;
    }
    return characters + (bytes + kBytesPerToken - 1) / kBytesPerToken;
}

}  // namespace touchstone::text
