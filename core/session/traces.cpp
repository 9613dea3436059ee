// SPDX-License-Identifier: Apache-2.0

#include "session/traces.h"

#include "context.h"
#include "trace_export.h"
#include "trace_filters.h"
#include "trace_replay.h"

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

void Traces::timeline(store::TraceFilter filter, std::size_t buckets, Done<store::TraceTimeline> done) {
    m_context.async<store::TraceTimeline>([&context = m_context, filter = std::move(filter),
                                           buckets] { return context.workspace().traces().timeline(filter, buckets); },
                                          std::move(done));
}

void Traces::filterOf(std::string query, Done<store::TraceFilter> done) {
    m_context.async<store::TraceFilter>(
        [&context = m_context, query = std::move(query)] { return filterOfQuery(context, query); }, std::move(done));
}

void Traces::suggest(std::string query, std::size_t cursor, Done<std::vector<Suggestion>> done) {
    m_context.async<std::vector<Suggestion>>(
        [&context = m_context, query = std::move(query), cursor] { return suggestFor(context, query, cursor); },
        std::move(done));
}

void Traces::load(std::string idOrPrefix, Done<trace::Trace> done) {
    m_context.async<trace::Trace>(
        [&context = m_context, idOrPrefix = std::move(idOrPrefix)] {
            return context.workspace().traces().load(idOrPrefix);
        },
        std::move(done));
}

void Traces::visit(store::TraceFilter filter, std::int64_t most, std::stop_token stop,
                   std::function<void(const trace::Trace&)> take, Done<std::int64_t> done) {
    m_context.async<std::int64_t>(
        [&context = m_context, filter = std::move(filter), most, stop = std::move(stop), take = std::move(take)] {
            return visitTraces(context, filter, most, stop, [&take](const trace::Trace& trace) -> Result<void> {
                take(trace);
                return {};
            });
        },
        std::move(done));
}

void Traces::exportTo(TraceFile request, std::stop_token stop, OnCount progress, Done<std::int64_t> done) {
    m_context.async<std::int64_t>(
        [&context = m_context, request = std::move(request), stop = std::move(stop), progress = std::move(progress)] {
            return exportTraces(context, request, stop, progress);
        },
        std::move(done));
}

void Traces::addFeedback(TraceId trace, trace::Feedback feedback, Done<void> done) {
    feedback.at = m_context.clock().wallNow();
    m_context.report(m_context.workspace().traces().addFeedback(std::move(trace), std::move(feedback)),
                     std::move(done));
}

void Traces::flush(Done<void> done) {
    m_context.report(m_context.workspace().traces().flush(), std::move(done));
}

void Traces::replay(TraceId trace, std::stop_token stop, Done<engine::Outcome> done) {
    m_context.async<engine::Outcome>(
        [&context = m_context, trace = std::move(trace), stop = std::move(stop)]() -> Result<engine::Outcome> {
            TOUCHSTONE_TRY(const trace::Trace recorded, context.workspace().traces().load(trace.text));
            return replayTrace(context, recorded, stop);
        },
        std::move(done));
}

}  // namespace touchstone::session
