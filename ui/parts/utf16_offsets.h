// SPDX-License-Identifier: GPL-3.0-or-later
//
// Byte offsets of UTF-8 as positions in the QString of the same text.
//
// Pure function; safe from any thread.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace touchstone::ui {

// One position for each offset, in their order. An offset behind the end is the end, one inside a sequence its start.
[[nodiscard]] std::vector<int> utf16Offsets(std::string_view utf8, const std::vector<std::size_t>& offsets);

}  // namespace touchstone::ui
