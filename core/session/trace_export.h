// SPDX-License-Identifier: Apache-2.0
//
// Many traces, whole, one after another: for those who write them to a file or make something else of them. Blocks; for
// workers.

#pragma once

#include "context.h"
#include "session/traces.h"

namespace touchstone::session {

// Hands every trace that passes `filter` to `take`, newest first, until `most` or a stop; how many it were.
[[nodiscard]] Result<std::int64_t> visitTraces(Context& context, const store::TraceFilter& filter, std::int64_t most,
                                               const std::stop_token& stop,
                                               const std::function<Result<void>(const trace::Trace&)>& take);

[[nodiscard]] Result<std::int64_t> exportTraces(Context& context, const TraceFile& request, const std::stop_token& stop,
                                                const Traces::OnCount& progress);

}  // namespace touchstone::session
