// SPDX-License-Identifier: Apache-2.0
//
// How many traces began when.

#pragma once

#include "sqlite.h"
#include "store/traces.h"

#include <cstddef>

namespace touchstone::store {

// See TraceStore::timeline(). REQUIRES: buckets > 0.
[[nodiscard]] TraceTimeline timelineOf(Connection& connection, const TraceFilter& filter, std::size_t buckets);

}  // namespace touchstone::store
