// SPDX-License-Identifier: Apache-2.0
//
// Trace queries and the names of a workspace. Block on the store; for workers.

#pragma once

#include "context.h"
#include "session/trace_query.h"
#include "session/traces.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::session {

// See Traces::filterOf().
[[nodiscard]] Result<store::TraceFilter> filterOfQuery(Context& context, std::string_view query);
// See Traces::suggest().
[[nodiscard]] Result<std::vector<Suggestion>> suggestFor(Context& context, std::string_view query, std::size_t cursor);

// The column of traces that a key asks for; empty when it asks for something else.
[[nodiscard]] std::optional<store::TraceColumn> columnOf(TraceKey key);
// The workflows that a filter leaves, by name.
[[nodiscard]] Result<std::vector<std::string>> workflowsOf(Context& context, const store::TraceFilter& filter);

}  // namespace touchstone::session
