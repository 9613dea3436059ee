// SPDX-License-Identifier: Apache-2.0
//
// The texts that traces repeat, as numbers.

#pragma once

#include "sqlite.h"
#include "store/traces.h"

#include <optional>
#include <string_view>

namespace touchstone::store {

// The number of `text` among the terms of `column`; nothing when no trace has it.
[[nodiscard]] std::optional<std::int64_t> findTerm(Connection& connection, TraceColumn column, std::string_view text);
// The same, but made when there is none.
[[nodiscard]] std::int64_t makeTerm(Connection& connection, TraceColumn column, std::string_view text);

}  // namespace touchstone::store
