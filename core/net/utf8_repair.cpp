// SPDX-License-Identifier: Apache-2.0

#include "utf8_repair.h"

#include <algorithm>
#include <cstddef>

namespace touchstone::net {
namespace {

using Byte = unsigned char;

struct Sequence {
    std::size_t length;  // bytes to take
    bool valid;
};

struct Lead {
    std::size_t following;  // continuation bytes
    Byte lowest;            // range of the first of them: no overlong forms, no surrogates, nothing above U+10FFFF
    Byte highest;
};

Lead leadOf(Byte byte) {
    if (byte >= 0xC2 && byte <= 0xDF)
        return {1, 0x80, 0xBF};
    if (byte >= 0xE0 && byte <= 0xEF)
        return {2, Byte(byte == 0xE0 ? 0xA0 : 0x80), Byte(byte == 0xED ? 0x9F : 0xBF)};
    if (byte >= 0xF0 && byte <= 0xF4)
        return {3, Byte(byte == 0xF0 ? 0x90 : 0x80), Byte(byte == 0xF4 ? 0x8F : 0xBF)};
    return {0, 0, 0};
}

Sequence sequenceAt(std::string_view bytes) {
    const Byte first = static_cast<Byte>(bytes.front());
    if (first < 0x80)
        return {1, true};
    Lead lead = leadOf(first);
    if (lead.following == 0)
        return {1, false};
    for (std::size_t i = 1; i <= lead.following; ++i) {
        if (i == bytes.size())
            return {i, false};
        const Byte byte = static_cast<Byte>(bytes[i]);
        if (byte < lead.lowest || byte > lead.highest)
            return {i, false};
        lead.lowest = 0x80;
        lead.highest = 0xBF;
    }
    return {lead.following + 1, true};
}

}  // namespace

std::string repairUtf8(std::string_view bytes) {
    const auto isAscii = [](char c) { return static_cast<Byte>(c) < 0x80; };
    if (std::ranges::all_of(bytes, isAscii))
        return std::string(bytes);
    std::string text;
    text.reserve(bytes.size());
    while (!bytes.empty()) {
        const Sequence sequence = sequenceAt(bytes);
        text += sequence.valid ? bytes.substr(0, sequence.length) : "\xEF\xBF\xBD";
        bytes.remove_prefix(sequence.length);
    }
    return text;
}

}  // namespace touchstone::net
