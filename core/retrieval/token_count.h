// SPDX-License-Identifier: Apache-2.0
//
// What sizes of chunks and budgets are counted in: four bytes of UTF-8.

#pragma once

#include <cstddef>
#include <string_view>

namespace touchstone::text {

[[nodiscard]] inline std::size_t estimateTokens(std::string_view text) {
    return (text.size() + 3) / 4;
}

}  // namespace touchstone::text
