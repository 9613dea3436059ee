// SPDX-License-Identifier: GPL-3.0-or-later

#include "utf16_offsets.h"

#include "text/utf8.h"

#include <algorithm>
#include <numeric>

namespace touchstone::ui {

std::vector<int> utf16Offsets(std::string_view utf8, const std::vector<std::size_t>& offsets) {
    std::vector<std::size_t> order(offsets.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return offsets[i]; });
    std::vector<int> positions(offsets.size());
    std::size_t at = 0;
    int position = 0;
    for (const std::size_t i : order) {
        while (at < utf8.size()) {
            const text::DecodedPoint point = text::decodeUtf8(utf8, at);
            if (at + point.bytes > offsets[i])
                break;
            position += point.codePoint > 0xFFFF ? 2 : 1;
            at += point.bytes;
        }
        positions[i] = position;
    }
    return positions;
}

}  // namespace touchstone::ui
