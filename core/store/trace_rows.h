// SPDX-License-Identifier: Apache-2.0
//
// A trace as rows: numbers in `trace`, the rest in its group and its texts.

#pragma once

#include "sqlite.h"
#include "trace_groups.h"
#include "trace_texts.h"

#include "trace/trace.h"

#include <string>
#include <vector>

namespace touchstone::store {

inline constexpr std::size_t kTraceIdBytes = 16;

// A trace ready to be written; made on the thread that appends it.
struct PackedTrace {
    trace::Summary summary;
    std::string id;     // bytes
    std::string group;  // its key
    PackedTexts texts;
    std::vector<trace::Feedback> feedback;

    // About what it weighs in the queue.
    [[nodiscard]] std::size_t bytes() const;
};

// Throws Failure for a trace that cannot be stored.
[[nodiscard]] PackedTrace packTrace(const trace::Trace& trace);

// Does nothing when a trace with this id is stored already.
void writeTrace(Connection& connection, TraceGroups& groups, const PackedTrace& trace);
void writeFeedback(Connection& connection, std::int64_t seq, const trace::Feedback& feedback);

// Grows with the duration, four steps a doubling: the indexed form of a latency.
[[nodiscard]] std::int64_t latencyClass(std::chrono::nanoseconds duration);
inline constexpr std::int64_t kMostLatencyClass = 62 * 4 + 3;

// How far `bump` may move a trace's seq from its start, in nanoseconds.
inline constexpr std::int64_t kMostBump = (1LL << 30) - 1;

// Reads summaries by their seq.
class SummaryReader {
public:
    explicit SummaryReader(Connection& connection) : m_connection(connection), m_groups(connection) {}
    // Throws Failure when there is none.
    [[nodiscard]] trace::Summary read(std::int64_t seq);

private:
    Connection& m_connection;
    GroupReader m_groups;
};

[[nodiscard]] trace::Trace loadTrace(Connection& connection, std::int64_t seq);

// True when the input or the output of the trace contains each of the texts, comparing ASCII letters without case.
[[nodiscard]] bool payloadContains(Connection& connection, std::int64_t seq, const std::vector<std::string>& lowerCase);
[[nodiscard]] std::string asciiLower(std::string_view text);

}  // namespace touchstone::store
