// SPDX-License-Identifier: Apache-2.0
//
// Looking back: traces and people's words on them. Thread-safe, see session.h.

#pragma once

#include "engine/engine.h"
#include "session/done.h"
#include "store/traces.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace touchstone::session {

class Context;

// One way to go on writing a query: `text` in place of its bytes [begin, end).
struct Suggestion {
    std::string text;                   // "status:", "support.triage", "v3"
    std::optional<std::int64_t> count;  // traces that have this value and fit the other terms; empty: not counted
    std::size_t begin = 0;
    std::size_t end = 0;
    bool isExample = false;  // any other value would do
};

// Which traces go into which file. ".jsonl": each whole, as `traces show --json` has it; ".csv": a row each, without
// spans.
struct TraceFile {
    store::TraceFilter filter;
    std::filesystem::path file;
};

class Traces {
public:
    // So many traces so far; from a worker.
    using OnCount = std::function<void(std::int64_t)>;

    explicit Traces(Context& context) : m_context(context) {}

    // A page of at most `limit` summaries, newest first, beginning behind `after`.
    void list(store::TraceFilter filter, std::size_t limit, std::optional<store::TraceCursor> after,
              Done<store::TracePage> done);
    // How many traces pass the filter, their sums of tokens and USD, and their latencies.
    void totals(store::TraceFilter filter, Done<store::TraceTotals> done);
    // How many began when, and how many of them failed; see store::TraceStore::timeline().
    void timeline(store::TraceFilter filter, std::size_t buckets, Done<store::TraceTimeline> done);

    // A query (session/trace_query.h) as a filter, with "last:2h" counted from now. InvalidArgument for a query with
    // findings, with the first of them; NotFound for a version, tier, feature or the like that no trace has, with the
    // one that was probably meant.
    void filterOf(std::string query, Done<store::TraceFilter> done);
    // What may stand where the byte `cursor` of the query is: keys, or values of the key before it, those that most
    // traces have first. At most 50.
    void suggest(std::string query, std::size_t cursor, Done<std::vector<Suggestion>> done);

    // One trace whole. NotFound, or InvalidArgument when several ids begin so.
    void load(std::string idOrPrefix, Done<trace::Trace> done);
    // Hands each trace that passes the filter to `take`, whole, newest first, at most `most` of them; how many it were.
    // `take` is called on a worker, never twice at a time. Cancelled after a stop.
    void visit(store::TraceFilter filter, std::int64_t most, std::stop_token stop,
               std::function<void(const trace::Trace&)> take, Done<std::int64_t> done);
    // Writes them to a file; how many it were. The file is there when it is whole: Cancelled after a stop, and any
    // failure, leave what was there. NotFound when no trace passes.
    void exportTo(TraceFile request, std::stop_token stop, OnCount progress, Done<std::int64_t> done);
    // A person's word on a run, beside the earlier ones; the newest thumb counts. `feedback.at` is set to now. NotFound
    // without such a trace, InvalidArgument for a score outside 0..1.
    void addFeedback(TraceId trace, trace::Feedback feedback, Done<void> done);
    // Reports when every trace handed over before is on disk.
    void flush(Done<void> done);

    // Runs the version of a trace again on the recorded input, with its models' answers as recorded: no model is
    // called, nothing is waited for or paid, and the outcome is the same. Where a trace lacks what a model said (it was
    // longer than trace::kLongestKeptAnswer, policy altered it, or the trace is older), a call that was repeated is
    // left out, else it fails; its tokens and cost are not in the new trace, which has the origin Replay and is stored.
    // Unsupported when the trace lacks what a replay needs (it was cancelled, or policy withheld its input or answer);
    // NotFound when it ran a draft that was never committed as it was.
    void replay(TraceId trace, std::stop_token stop, Done<engine::Outcome> done);

private:
    Context& m_context;
};

}  // namespace touchstone::session
