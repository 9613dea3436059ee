// SPDX-License-Identifier: Apache-2.0

#include "trace_timeline.h"

#include "names.h"
#include "trace_query.h"
#include "trace_rows.h"

#include <algorithm>
#include <unordered_set>

namespace touchstone::store {
namespace {

bool isFailure(std::int64_t status) {
    return status == static_cast<std::int64_t>(trace::Status::Failed) ||
           status == static_cast<std::int64_t>(trace::Status::Invalid);
}

std::int64_t startAtEnd(Connection& connection, const char* order) {
    return connection.number(std::string("SELECT seq - bump FROM trace ORDER BY seq ") + order + " LIMIT 1");
}

// Nanoseconds between two times, which may lie further apart than a signed number counts.
std::uint64_t since(std::int64_t later, std::int64_t earlier) {
    return static_cast<std::uint64_t>(later) - static_cast<std::uint64_t>(earlier);
}

class Counter {
public:
    explicit Counter(TraceTimeline& timeline)
        : m_timeline(timeline),
          m_from(nanoseconds(timeline.from)),
          m_scale(static_cast<double>(timeline.buckets.size()) /
                  static_cast<double>(since(nanoseconds(timeline.to), m_from))) {}

    void add(std::int64_t at, bool failed) {
        const double place = at <= m_from ? 0 : static_cast<double>(since(at, m_from)) * m_scale;
        TimelineBucket& bucket =
            m_timeline.buckets[std::min(static_cast<std::size_t>(place), m_timeline.buckets.size() - 1)];
        ++bucket.count;
        bucket.failed += failed ? 1 : 0;
    }

private:
    TraceTimeline& m_timeline;
    const std::int64_t m_from;
    const double m_scale;
};

// Each group's traces lie in its index in order of time: nothing else is read.
void countGroups(Connection& connection, const TraceQuery& query, const SeqRange& range, Counter& counter) {
    std::string sql = "SELECT id, status FROM trace_group WHERE traces > 0";
    for (const Condition& condition : query.groupConditions())
        sql += " AND " + condition.sql;
    Statement groups = connection.query(sql);
    bindAll(groups, query.groupConditions());
    while (groups.step()) {
        const bool failed = isFailure(groups.integer(1));
        Statement rows = connection.query(
            "SELECT seq FROM trace INDEXED BY trace_by_group WHERE trace_group = ? AND seq >= ? AND seq < ?",
            groups.integer(0), range.least, range.before);
        while (rows.step())
            counter.add(rows.integer(0), failed);
    }
}

std::unordered_set<std::int64_t> failedGroups(Connection& connection) {
    std::unordered_set<std::int64_t> groups;
    Statement rows = connection.query("SELECT id, status FROM trace_group WHERE traces > 0");
    while (rows.step())
        if (isFailure(rows.integer(1)))
            groups.insert(rows.integer(0));
    return groups;
}

void countRows(Connection& connection, const TraceQuery& query, const SeqRange& range, Counter& counter) {
    const std::unordered_set<std::int64_t> failed = failedGroups(connection);
    Statement rows = query.select("seq - bump, trace_group", range);
    while (rows.step())
        counter.add(rows.integer(0), failed.contains(rows.integer(1)));
}

// The index knows where a trace is stored, which may be a little after its start: what lies near the ends of the range
// is looked up.
void countOfGroups(Connection& connection, const TraceQuery& query, const TraceFilter& filter, Counter& counter) {
    const SeqRange& range = query.range();
    SeqRange sure = range;
    if (filter.from)
        sure.least = range.least > INT64_MAX - kMostBump ? INT64_MAX : range.least + kMostBump;
    if (filter.to)
        sure.before = nanoseconds(*filter.to);
    if (sure.least >= sure.before) {
        countRows(connection, query, range, counter);
        return;
    }
    if (filter.from)
        countRows(connection, query, {range.least, sure.least}, counter);
    countGroups(connection, query, sure, counter);
    if (filter.to)
        countRows(connection, query, {sure.before, range.before}, counter);
}

}  // namespace

TraceTimeline timelineOf(Connection& connection, const TraceFilter& filter, std::size_t buckets) {
    TraceTimeline timeline;
    timeline.buckets.resize(buckets);
    const std::int64_t first = filter.from ? nanoseconds(*filter.from) : startAtEnd(connection, "ASC");
    const std::int64_t last = filter.to ? nanoseconds(*filter.to) : startAtEnd(connection, "DESC") + 1;
    const bool isBare = !filter.from && !filter.to && connection.number("SELECT EXISTS(SELECT 1 FROM trace)") == 0;
    timeline.from = wallTime(isBare ? 0 : first);
    timeline.to = wallTime(isBare ? 0 : std::max(first, last));
    const TraceQuery query(connection, filter);
    if (query.isEmpty() || timeline.to <= timeline.from)
        return timeline;
    Counter counter(timeline);
    if (query.isOfGroups())
        countOfGroups(connection, query, filter, counter);
    else
        countRows(connection, query, query.range(), counter);
    return timeline;
}

}  // namespace touchstone::store
