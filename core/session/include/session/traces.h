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

    void list(store::TraceFilter filter, std::size_t limit, std::optional<store::TraceCursor> after,
              Done<store::TracePage> done);
    void totals(store::TraceFilter filter, Done<store::TraceTotals> done);
    void load(std::string idOrPrefix, Done<trace::Trace> done);
    void addFeedback(TraceId trace, trace::Thumb thumb, std::string comment, Done<void> done);
    // Reports when every trace handed over before is on disk.
    void flush(Done<void> done);

private:
    Context& m_context;
};

}  // namespace touchstone::session
