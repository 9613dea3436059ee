// SPDX-License-Identifier: Apache-2.0
//
// Token estimates as sizes.

#pragma once

#include "text/tokens.h"

#include <cstddef>
#include <string_view>

namespace touchstone::retrieval {

[[nodiscard]] inline std::size_t tokensOf(std::string_view text) {
    return static_cast<std::size_t>(text::estimateTokens(text));
}

}  // namespace touchstone::retrieval
