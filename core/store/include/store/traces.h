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

// Each member that is set narrows the list; an empty text is a value too (version "": uncommitted drafts).
struct TraceFilter {
    std::optional<std::string> workflow = {};
    std::optional<VersionId> version = {};
    std::optional<std::string> document = {};  // hash of the workflow document that ran
    std::optional<std::string> feature = {};
    std::optional<std::string> journey = {};
    std::optional<std::string> environment = {};
    std::optional<std::string> tier = {};
    std::optional<std::string> provider = {};
    std::optional<std::string> model = {};
    std::optional<trace::Origin> origin = {};
    std::optional<trace::Status> status = {};
    std::optional<trace::Thumb> feedback = {};
    std::optional<std::chrono::nanoseconds> minLatency = {};
    std::optional<std::chrono::nanoseconds> maxLatency = {};
    std::optional<WallTime> from = {};  // included
    std::optional<WallTime> to = {};    // not included
    std::string text = {};              // in the input or the output, ASCII letters of either case; empty: any
};

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
    std::int64_t inputTokens = 0;
    std::int64_t outputTokens = 0;
    std::chrono::nanoseconds p50{0};  // latency, nearest rank
    std::chrono::nanoseconds p95{0};
};

// Columns whose distinct values complete a filter while it is typed.
enum class TraceColumn { Workflow, Version, Document, Feature, Journey, Environment, Tier, Provider, Model };
inline constexpr std::size_t kTraceColumns = 9;

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

    // A person's word on a trace; the latest thumb is the trace's. NotFound for an unknown trace. On disk
    // (synchronous=FULL) when it completes.
    [[nodiscard]] Pending<void> addFeedback(TraceId trace, trace::Feedback feedback);

    // Up to `limit` (at most 10,000) traces after `after`, by start, newest first.
    [[nodiscard]] Result<TracePage> list(const TraceFilter& filter, std::size_t limit,
                                         std::optional<TraceCursor> after = {}) const;
    // Unsupported with a text filter, like totals(): it would read every payload.
    [[nodiscard]] Result<std::int64_t> count(const TraceFilter& filter) const;
    [[nodiscard]] Result<TraceTotals> totals(const TraceFilter& filter) const;
    // By id, or by a prefix of at least four digits that fits one trace only.
    [[nodiscard]] Result<trace::Trace> load(std::string_view idOrPrefix) const;
    // Sorted; at most 1,000.
    [[nodiscard]] Result<std::vector<std::string>> values(TraceColumn column) const;

private:
    Database& m_database;
};

}  // namespace touchstone::store
