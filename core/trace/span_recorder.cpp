// SPDX-License-Identifier: Apache-2.0

#include "trace/span_recorder.h"

namespace touchstone::trace {

SpanRecorder::SpanRecorder(const Clock& clock, Random& random, std::string rootName)
    : m_clock(clock), m_random(random), m_start(clock.monoNow()) {
    m_spans.push_back({makeSpanId(random), {}, std::move(rootName)});
    m_open.push_back(true);
}

std::chrono::nanoseconds SpanRecorder::elapsed() const {
    return m_clock.monoNow() - m_start;
}

SpanRecorder::Index SpanRecorder::open(std::string name, Index parent) {
    m_spans.push_back({makeSpanId(m_random), m_spans[parent].id, std::move(name), elapsed()});
    m_open.push_back(true);
    return m_spans.size() - 1;
}

void SpanRecorder::note(Index span, std::string_view key, Json value) {
    m_spans[span].attributes[std::string(key)] = std::move(value);
}

void SpanRecorder::close(Index span, SpanStatus status, std::string message) {
    m_spans[span].duration = elapsed() - m_spans[span].start;
    m_spans[span].status = status;
    m_spans[span].message = std::move(message);
    m_open[span] = false;
}

std::vector<Span> SpanRecorder::finish(SpanStatus rootStatus, std::string message) {
    for (Index span = m_spans.size(); span-- > 1;)
        if (m_open[span])
            close(span, rootStatus, message);
    close(kRoot, rootStatus, std::move(message));
    return std::move(m_spans);
}

}  // namespace touchstone::trace
