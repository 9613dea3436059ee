// SPDX-License-Identifier: Apache-2.0
//
// A trace as rows: numbers in `trace`, payloads in `trace_detail` and `content`.

#pragma once

#include "content.h"
#include "sqlite.h"
#include "terms.h"

#include "trace/trace.h"

#include <map>
#include <optional>
#include <string>

namespace touchstone::store {

// A payload as it will be stored: short ones in the row itself, long ones once as content.
struct PackedPayload {
    std::string text;                      // of a short one
    std::optional<PackedContent> content;  // of a long one
};

// A trace ready to be written; made on the thread that appends it.
struct PackedTrace {
    trace::Summary summary;
    std::string id;  // bytes
    PackedPayload input;
    PackedPayload messages;
    PackedPayload output;
    PackedText detail;
    std::vector<trace::Feedback> feedback;

    // About what it weighs in the queue.
    [[nodiscard]] std::size_t bytes() const;
};

// Throws Failure for a trace that cannot be stored.
[[nodiscard]] PackedTrace packTrace(const trace::Trace& trace);

// Does nothing when a trace with this id is stored already.
void writeTrace(Connection& connection, TermCache& terms, const PackedTrace& trace);
void writeFeedback(Connection& connection, std::int64_t seq, const trace::Feedback& feedback);

// Grows with the duration, four steps a doubling: the indexed form of a latency.
[[nodiscard]] std::int64_t latencyClass(std::chrono::nanoseconds duration);

// How far `bump` may move a trace's seq from its start, in nanoseconds.
inline constexpr std::int64_t kMostBump = (1LL << 30) - 1;

// The columns that SummaryReader reads, for a SELECT on `trace`.
inline constexpr std::string_view kSummaryColumns =
    "seq, bump, id, duration, workflow, version, document, feature, journey, environment, tier, provider, model, "
    "origin, status, feedback, input_tokens, output_tokens, tokens_estimated, cost, attempts, retries, fell_back";

// Reads summaries, looking each term up once.
class SummaryReader {
public:
    explicit SummaryReader(Connection& connection) : m_connection(connection) {}
    [[nodiscard]] trace::Summary read(const Statement& row);

private:
    [[nodiscard]] const std::string& term(std::int64_t number);

    Connection& m_connection;
    std::map<std::int64_t, std::string> m_terms;
};

[[nodiscard]] trace::Trace loadTrace(Connection& connection, std::int64_t seq);

// True when the input or the output of the trace contains `lowerCase`, comparing ASCII letters without case.
[[nodiscard]] bool payloadContains(Connection& connection, std::int64_t seq, std::string_view lowerCase);
[[nodiscard]] std::string asciiLower(std::string_view text);

}  // namespace touchstone::store
