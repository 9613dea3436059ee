// SPDX-License-Identifier: Apache-2.0
//
// Collects the spans of one run while it happens.
//
// Not thread-safe: one run, one recorder. (A run may move between threads, but only one thread works on it at a time.)

#pragma once

#include "base/random.h"
#include "trace/trace.h"

namespace touchstone::trace {

class SpanRecorder {
public:
    using Index = std::size_t;
    static constexpr Index kRoot = 0;

    // Opens the root span. Both outlive the recorder.
    SpanRecorder(const Clock& clock, Random& random, std::string rootName);

    // Opens a span under `parent`.
    Index open(std::string name, Index parent = kRoot);
    // Adds an attribute ("touchstone.…", "gen_ai.…").
    void note(Index span, std::string_view key, Json value);
    void close(Index span, SpanStatus status = SpanStatus::Ok, std::string message = {});

    // Since the root opened.
    [[nodiscard]] std::chrono::nanoseconds elapsed() const;
    [[nodiscard]] std::chrono::nanoseconds startOf(Index span) const { return m_spans[span].start; }

    // Closes what is still open, the root included, and gives the spans away in order of their start.
    [[nodiscard]] std::vector<Span> finish(SpanStatus rootStatus, std::string message);

private:
    const Clock& m_clock;
    Random& m_random;
    MonoTime m_start;
    std::vector<Span> m_spans;
    std::vector<bool> m_open;
};

}  // namespace touchstone::trace
