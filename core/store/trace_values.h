// SPDX-License-Identifier: Apache-2.0
//
// How many traces have which value, from their groups.

#pragma once

#include "sqlite.h"
#include "store/traces.h"

#include <vector>

namespace touchstone::store {

// See TraceStore::values(). Throws Failure (Unsupported) for a filter that groups cannot answer.
[[nodiscard]] std::vector<ValueCount> countValues(Connection& connection, TraceColumn column,
                                                  const TraceFilter& filter);

}  // namespace touchstone::store
