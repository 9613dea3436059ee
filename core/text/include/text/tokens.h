// SPDX-License-Identifier: Apache-2.0
//
// How many tokens a model will see, roughly, where its vocabulary is not at hand.
//
// Pure function; safe from any thread.

#pragma once

#include <cstdint>
#include <string_view>

namespace touchstone::text {

// An estimate, to be shown as one: a quarter of the bytes, rounded up, and one for each Chinese, Japanese or Korean
// character. Real vocabularies differ by ±20 % on prose and more on code, numbers and rare scripts.
[[nodiscard]] std::int64_t estimateTokens(std::string_view text);

}  // namespace touchstone::text
