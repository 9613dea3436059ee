// SPDX-License-Identifier: Apache-2.0
//
// PCRE2 under a budget, for what RE2 cannot express.

#pragma once

#include "ecma_pattern.h"
#include "pattern.h"

namespace touchstone::schema {

[[nodiscard]] Result<std::unique_ptr<const PatternEngine>> makeBacktrackingEngine(const EcmaPattern& pattern);

}  // namespace touchstone::schema
