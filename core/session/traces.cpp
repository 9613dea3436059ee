// SPDX-License-Identifier: Apache-2.0

#include "session/traces.h"

#include "context.h"

namespace touchstone::session {

void Traces::list(store::TraceFilter filter, std::size_t limit, std::optional<store::TraceCursor> after,
                  Done<store::TracePage> done) {
    m_context.async<store::TracePage>([&context = m_context, filter = std::move(filter), limit,
                                       after] { return context.workspace().traces().list(filter, limit, after); },
                                      std::move(done));
}

void Traces::totals(store::TraceFilter filter, Done<store::TraceTotals> done) {
    m_context.async<store::TraceTotals>(
        [&context = m_context, filter = std::move(filter)] { return context.workspace().traces().totals(filter); },
        std::move(done));
}

void Traces::load(std::string idOrPrefix, Done<trace::Trace> done) {
    m_context.async<trace::Trace>(
        [&context = m_context, idOrPrefix = std::move(idOrPrefix)] {
            return context.workspace().traces().load(idOrPrefix);
        },
        std::move(done));
}

void Traces::addFeedback(TraceId trace, trace::Thumb thumb, std::string comment, Done<void> done) {
    m_context.report(m_context.workspace().traces().addFeedback(
                         std::move(trace), {thumb, std::move(comment), m_context.clock().wallNow()}),
                     std::move(done));
}

void Traces::flush(Done<void> done) {
    m_context.report(m_context.workspace().traces().flush(), std::move(done));
}

}  // namespace touchstone::session
