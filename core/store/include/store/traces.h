// SPDX-License-Identifier: Apache-2.0
//
// The traces of every run, made to be written by the ten thousand and filtered by the million.
//
// Thread-safe. Queries block on SQLite. append() returns at once; traces are written in batches (synchronous=NORMAL),
// within 50 ms or so. A crash of the program loses no flushed trace; a power failure may lose the last few.

#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/result.h"
#include "store/pending.h"
#include "store/trace_filter.h"
#include "trace/trace.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::store {

class Database;

// Where a page ended. Opaque, valid for the filter it came from, and not moved by new traces.
struct TraceCursor {
    std::int64_t position = 0;
};

struct TracePage {
    std::vector<trace::Summary> traces;  // newest first
    // Where to go on; empty at the end. A text filter reads payloads and stops after a while, so that its page may be
    // short, even empty, and still have a next one.
    std::optional<TraceCursor> next;
};

struct TraceTotals {
    std::int64_t count = 0;
    Money cost;                    // of the traces whose cost is known
    std::int64_t costUnknown = 0;  // traces
    // Traces of the origin Replay, which paid nothing: they are in no sum of money, unless the filter asks for them.
    std::int64_t unpaid = 0;
    std::int64_t inputTokens = 0;
    std::int64_t outputTokens = 0;
    std::chrono::nanoseconds p50{0};  // latency, nearest rank
    std::chrono::nanoseconds p95{0};
};

// What traces have in common, whose values complete a filter while it is typed. The first are texts; then words of
// trace::Origin, Status and Thumb.
enum class TraceColumn {
    Workflow,
    Version,
    Document,
    Feature,
    Journey,
    Environment,
    Tier,
    Provider,
    Model,
    Origin,
    Status,
    Feedback,
};
inline constexpr std::size_t kTraceTexts = 9;

struct ValueCount {
    std::string text;
    std::int64_t traces = 0;
    bool operator==(const ValueCount&) const = default;
};

struct TimelineBucket {
    std::int64_t count = 0;
    std::int64_t failed = 0;  // of them, without a usable answer: trace::Status::Failed or Invalid
    bool operator==(const TimelineBucket&) const = default;
};

// How many traces began when: [from, to) in equal pieces. Of traces that begin at the same nanosecond, all but one
// count a little later, as they are stored (see schema.h), but never outside.
struct TraceTimeline {
    WallTime from;
    WallTime to;
    std::vector<TimelineBucket> buckets;
};

class TraceStore {
public:
    explicit TraceStore(Database& database) : m_database(database) {}

    // Queues `trace`. Packs its payloads on the calling thread (some 15 µs). InvalidArgument for a trace that cannot
    // be stored; Unavailable when memory is short, or when the queue is full, which counts as dropped. A trace whose id
    // is stored already is left as it is.
    [[nodiscard]] Result<void> append(const trace::Trace& trace);
    // Completes when everything appended before is committed; with the error when some of it was dropped since the
    // last flush.
    [[nodiscard]] Pending<void> flush();
    // Traces lost since the workspace was opened, because the queue was full or the disk refused.
    [[nodiscard]] std::uint64_t dropped() const;

    // A person's word on a trace; the latest thumb is the trace's. NotFound for an unknown trace, InvalidArgument for a
    // score outside 0..1. On disk (synchronous=FULL) when it completes.
    [[nodiscard]] Pending<void> addFeedback(TraceId trace, trace::Feedback feedback);

    // Up to `limit` (at most 10,000) traces after `after`, by start, newest first.
    [[nodiscard]] Result<TracePage> list(const TraceFilter& filter, std::size_t limit,
                                         std::optional<TraceCursor> after = {}) const;
    // Unsupported with a text filter, like totals(): it would read every payload.
    [[nodiscard]] Result<std::int64_t> count(const TraceFilter& filter) const;
    [[nodiscard]] Result<TraceTotals> totals(const TraceFilter& filter) const;
    // `buckets` (1 to 10,000) from the filter's `from` to its `to`; where one is missing, from the first or to the last
    // trace of the workspace. Without a trace and without times, both are the start of 1970. Unsupported with a text.
    [[nodiscard]] Result<TraceTimeline> timeline(const TraceFilter& filter, std::size_t buckets) const;
    // By id, or by a prefix of at least four digits that fits one trace only.
    [[nodiscard]] Result<trace::Trace> load(std::string_view idOrPrefix) const;
    // The values of a column among the traces that fit, with how many have each, the most frequent first; at most
    // 1,000. Only a filter of columns is counted, without reading a trace: Unsupported with any other member.
    [[nodiscard]] Result<std::vector<ValueCount>> values(TraceColumn column, const TraceFilter& filter = {}) const;

private:
    Database& m_database;
};

}  // namespace touchstone::store
