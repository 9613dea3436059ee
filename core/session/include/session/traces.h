// SPDX-License-Identifier: Apache-2.0
//
// Looking back: traces and people's words on them. Thread-safe, see session.h.

#pragma once

#include "session/done.h"
#include "store/traces.h"

#include <optional>
#include <string>

namespace touchstone::session {

class Context;

class Traces {
public:
    explicit Traces(Context& context) : m_context(context) {}

    // A page of at most `limit` summaries, newest first, beginning behind `after`.
    void list(store::TraceFilter filter, std::size_t limit, std::optional<store::TraceCursor> after,
              Done<store::TracePage> done);
    // How many traces pass the filter, their sums of tokens and USD, and their latencies.
    void totals(store::TraceFilter filter, Done<store::TraceTotals> done);
    // One trace whole. NotFound, or InvalidArgument when several ids begin so.
    void load(std::string idOrPrefix, Done<trace::Trace> done);
    // A person's word on a run, beside the earlier ones; the newest thumb counts. NotFound without such a trace.
    void addFeedback(TraceId trace, trace::Thumb thumb, std::string comment, Done<void> done);
    // Reports when every trace handed over before is on disk.
    void flush(Done<void> done);

private:
    Context& m_context;
};

}  // namespace touchstone::session
