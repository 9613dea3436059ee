// SPDX-License-Identifier: Apache-2.0

#include "store/traces.h"

#include "database.h"
#include "names.h"
#include "trace_rows.h"
#include "trace_timeline.h"
#include "trace_values.h"
#include "trace_walk.h"

#include <algorithm>
#include <exception>
#include <new>
#include <set>

namespace touchstone::store {
namespace {

constexpr IdTable kTraces = {"trace", "trace", kTraceIdBytes};
constexpr std::size_t kLargestPage = 10'000;
constexpr std::size_t kMostSearched = 2'000;  // traces whose payloads one page of a text search reads
constexpr std::size_t kLongestComment = 20'000;
constexpr std::size_t kLongestCorrection = 1'000'000;
constexpr std::size_t kMostBuckets = 10'000;

std::vector<std::string> needlesOf(const TraceFilter& filter) {
    std::vector<std::string> needles;
    for (const std::string& text : filter.texts)
        if (!text.empty())
            needles.push_back(asciiLower(text));
    return needles;
}

TracePage listTraces(Connection& connection, const TraceFilter& filter, std::size_t limit,
                     std::optional<TraceCursor> after) {
    TracePage page;
    const TraceQuery query(connection, filter);
    if (query.isEmpty() || limit == 0)
        return page;
    SeqRange range = query.range();
    if (after)
        range.before = std::min(range.before, after->position);
    const std::vector<std::string> needles = needlesOf(filter);
    const std::size_t most = needles.empty() ? limit : kMostSearched;
    SummaryReader reader(connection);
    TraceWalk walk(connection, query, range);
    std::int64_t last = 0;
    std::size_t read = 0;
    for (auto seq = walk.next(); seq; seq = walk.next(), ++read) {
        if (page.traces.size() == limit || read == most) {
            page.next = TraceCursor{last};
            break;
        }
        last = *seq;
        if (needles.empty() || payloadContains(connection, last, needles))
            page.traces.push_back(reader.read(last));
    }
    return page;
}

std::chrono::nanoseconds nearestRank(std::vector<std::int64_t>& durations, std::size_t percent) {
    if (durations.empty())
        return std::chrono::nanoseconds(0);
    const std::size_t rank = (durations.size() * percent + 99) / 100;
    const auto at = durations.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::nth_element(durations.begin(), at, durations.end());
    return std::chrono::nanoseconds(*at);
}

// The groups of traces that repeat what another one paid; none when the filter asks for them by name.
std::set<std::int64_t> unpaidGroups(Connection& connection, const TraceFilter& filter) {
    std::set<std::int64_t> groups;
    const auto& wanted = filter.origin;
    if (!wanted.isExcluded && std::ranges::find(wanted.values, trace::Origin::Replay) != wanted.values.end())
        return groups;
    Statement rows = connection.query("SELECT id FROM trace_group WHERE traces > 0 AND origin = ?",
                                      static_cast<std::int64_t>(trace::Origin::Replay));
    while (rows.step())
        groups.insert(rows.integer(0));
    return groups;
}

TraceTotals totalsOf(Connection& connection, const TraceFilter& filter) {
    TraceTotals totals;
    const TraceQuery query(connection, filter);
    if (query.isEmpty())
        return totals;
    std::vector<std::int64_t> durations;
    const std::set<std::int64_t> unpaid = unpaidGroups(connection, filter);
    Statement rows = query.select("duration, cost, input_tokens, output_tokens, trace_group", query.range());
    while (rows.step()) {
        durations.push_back(rows.integer(0));
        if (!unpaid.empty() && unpaid.contains(rows.integer(4)))
            ++totals.unpaid;
        else if (rows.isNull(1))
            ++totals.costUnknown;
        else
            totals.cost += Money::fromPicodollars(rows.integer(1));
        totals.inputTokens += rows.integer(2);
        totals.outputTokens += rows.integer(3);
    }
    totals.count = static_cast<std::int64_t>(durations.size());
    totals.p50 = nearestRank(durations, 50);
    totals.p95 = nearestRank(durations, 95);
    return totals;
}

std::int64_t countTraces(Connection& connection, const TraceFilter& filter) {
    const TraceQuery query(connection, filter);
    if (query.isEmpty())
        return 0;
    if (const std::optional<std::int64_t> known = query.countOfGroups())
        return *known;
    Statement row = query.select("count(*)", query.range());
    return row.step() ? row.integer(0) : 0;
}

void requireScore(const std::optional<double>& score) {
    if (score && !(*score >= 0 && *score <= 1))
        throw Failure{{ErrorCode::InvalidArgument, "a score is a number from 0 (useless) to 1 (perfect)"}};
}

Error noTextHere() {
    return {ErrorCode::Unsupported,
            "traces cannot be counted by their text: it would read every payload. List them, or leave the text out"};
}

}  // namespace

Result<void> TraceStore::append(const trace::Trace& trace) {
    Writer* writer = m_database.writer();
    if (!writer)
        return m_database.readOnlyError();
    try {
        const auto packed = std::make_shared<const PackedTrace>(packTrace(trace));
        return writer->submitTrace(packed->bytes(), [packed](WriteSession& session) {
            writeTrace(session.connection, session.groups, *packed);
        });
    } catch (const Failure& failure) {
        return failure.error;
    } catch (const std::bad_alloc&) {
        return outOfMemory();
    } catch (const std::exception& exception) {
        return Error{ErrorCode::Internal, "the trace could not be packed; please report this", exception.what()};
    }
}

Pending<void> TraceStore::flush() {
    Writer* writer = m_database.writer();
    return writer ? writer->flushTraces() : Pending<void>(m_database.readOnlyError());
}

std::uint64_t TraceStore::dropped() const {
    const Writer* writer = m_database.writer();
    return writer ? writer->droppedTraces() : 0;
}

Pending<void> TraceStore::addFeedback(TraceId trace, trace::Feedback feedback) {
    return m_database.write<void>(
        Durability::Full, Change::Traces,
        [trace = std::move(trace), feedback = std::move(feedback)](WriteSession& session) {
            requireText("the comment", feedback.comment, kLongestComment);
            requireText("the correction", feedback.correction, kLongestCorrection);
            requireScore(feedback.score);
            const std::string id = idBytes("the trace", trace.text, kTraces.bytes);
            Statement row = session.connection.query("SELECT seq FROM trace WHERE id = ?", Blob{id});
            if (!row.step())
                throw Failure{{ErrorCode::NotFound, "this workspace has no trace " + shortText(trace)}};
            writeFeedback(session.connection, row.integer(0), feedback);
        });
}

Result<TracePage> TraceStore::list(const TraceFilter& filter, std::size_t limit,
                                   std::optional<TraceCursor> after) const {
    return m_database.read(
        [&](Connection& connection) { return listTraces(connection, filter, std::min(limit, kLargestPage), after); });
}

Result<std::int64_t> TraceStore::count(const TraceFilter& filter) const {
    if (!filter.texts.empty())
        return noTextHere();
    return m_database.read([&](Connection& connection) { return countTraces(connection, filter); });
}

Result<TraceTotals> TraceStore::totals(const TraceFilter& filter) const {
    if (!filter.texts.empty())
        return noTextHere();
    return m_database.read([&](Connection& connection) { return totalsOf(connection, filter); });
}

Result<trace::Trace> TraceStore::load(std::string_view idOrPrefix) const {
    return m_database.read(
        [&](Connection& connection) { return loadTrace(connection, findByPrefix(connection, kTraces, idOrPrefix)); });
}

Result<TraceTimeline> TraceStore::timeline(const TraceFilter& filter, std::size_t buckets) const {
    if (!filter.texts.empty())
        return noTextHere();
    if (buckets == 0 || buckets > kMostBuckets)
        return Error{ErrorCode::InvalidArgument,
                     "a timeline has 1 to " + std::to_string(kMostBuckets) + " pieces, not " + std::to_string(buckets)};
    return m_database.read([&](Connection& connection) { return timelineOf(connection, filter, buckets); });
}

Result<std::vector<ValueCount>> TraceStore::values(TraceColumn column, const TraceFilter& filter) const {
    if (!filter.texts.empty())
        return noTextHere();
    return m_database.read([&](Connection& connection) { return countValues(connection, column, filter); });
}

}  // namespace touchstone::store
