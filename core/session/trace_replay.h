// SPDX-License-Identifier: Apache-2.0
//
// A trace run again on what it recorded.

#pragma once

#include "context.h"
#include "trace/trace.h"

#include <stop_token>

namespace touchstone::session {

// See Traces::replay(). Blocks until the run is over; for workers.
[[nodiscard]] Result<engine::Outcome> replayTrace(Context& context, const trace::Trace& trace, std::stop_token stop);

}  // namespace touchstone::session
