// SPDX-License-Identifier: Apache-2.0

#include "trace_query.h"

#include "names.h"
#include "terms.h"
#include "trace_rows.h"

#include <span>

namespace touchstone::store {
namespace {

// Up to so many rows are fetched through an index; beyond, reading the table in its order is faster.
constexpr std::int64_t kMostFetched = 20'000;
constexpr std::string_view kByTime = "NOT INDEXED";
constexpr std::string_view kByGroup = "INDEXED BY trace_by_group";
constexpr std::string_view kByLatency = "INDEXED BY trace_by_latency";

std::string joined(std::span<const Condition> conditions) {
    std::string sql;
    for (const Condition& condition : conditions)
        sql += " AND " + condition.sql;
    return sql;
}

void bindAll(Statement& statement, std::span<const Condition> conditions) {
    for (const Condition& condition : conditions)
        statement.bind(condition.value);
}

}  // namespace

TraceQuery::TraceQuery(Connection& connection, const TraceFilter& filter) : m_connection(connection) {
    addTerms(filter);
    addStates(filter);
    addLatency(filter);
    addTime(filter);
}

void TraceQuery::addTerm(TraceColumn column, std::string_view name, const std::optional<std::string>& text) {
    if (!text)
        return;
    if (const std::optional<std::int64_t> number = findTerm(m_connection, column, *text))
        m_group.push_back({std::string(name) + " = ?", *number});
    else
        m_isEmpty = true;
}

void TraceQuery::addTerms(const TraceFilter& filter) {
    std::optional<std::string> version;
    if (filter.version)
        version = filter.version->text;
    addTerm(TraceColumn::Workflow, "workflow", filter.workflow);
    addTerm(TraceColumn::Version, "version", version);
    addTerm(TraceColumn::Document, "document", filter.document);
    addTerm(TraceColumn::Feature, "feature", filter.feature);
    addTerm(TraceColumn::Journey, "journey", filter.journey);
    addTerm(TraceColumn::Environment, "environment", filter.environment);
    addTerm(TraceColumn::Tier, "tier", filter.tier);
    addTerm(TraceColumn::Provider, "provider", filter.provider);
    addTerm(TraceColumn::Model, "model", filter.model);
}

void TraceQuery::addStates(const TraceFilter& filter) {
    if (filter.origin)
        m_group.push_back({"origin = ?", static_cast<std::int64_t>(*filter.origin)});
    if (filter.status)
        m_group.push_back({"status = ?", static_cast<std::int64_t>(*filter.status)});
    if (filter.feedback)
        m_group.push_back({"feedback = ?", static_cast<std::int64_t>(*filter.feedback)});
}

void TraceQuery::addLatency(const TraceFilter& filter) {
    if (!filter.minLatency && !filter.maxLatency)
        return;
    m_latency.push_back({"latency_class >= ?", filter.minLatency ? latencyClass(*filter.minLatency) : 0});
    m_latency.push_back(
        {"latency_class <= ?", filter.maxLatency ? latencyClass(*filter.maxLatency) : kMostLatencyClass});
    if (filter.minLatency)
        m_exact.push_back({"duration >= ?", filter.minLatency->count()});
    if (filter.maxLatency)
        m_exact.push_back({"duration <= ?", filter.maxLatency->count()});
}

// seq is the start plus a bump of at most kMostBump, so it bounds the rows to read, and seq - bump is exact.
void TraceQuery::addTime(const TraceFilter& filter) {
    if (filter.from) {
        m_range.least = nanoseconds(*filter.from);
        m_exact.push_back({"seq - bump >= ?", m_range.least});
    }
    if (filter.to) {
        const std::int64_t to = nanoseconds(*filter.to);
        m_range.before = to > INT64_MAX - kMostBump ? INT64_MAX : to + kMostBump;
        m_exact.push_back({"seq - bump < ?", to});
    }
    m_timed = filter.from || filter.to;
}

std::int64_t TraceQuery::countInGroups() const {
    Statement row =
        m_connection.query("SELECT ifnull(sum(traces), 0) FROM trace_group WHERE traces > 0" + joined(m_group));
    bindAll(row, m_group);
    return row.step() ? row.integer(0) : 0;
}

std::vector<std::int64_t> TraceQuery::groups() const {
    std::vector<std::int64_t> groups;
    Statement rows = m_connection.query("SELECT id FROM trace_group WHERE traces > 0" + joined(m_group));
    bindAll(rows, m_group);
    while (rows.step())
        groups.push_back(rows.integer(0));
    return groups;
}

std::optional<std::int64_t> TraceQuery::countOfGroups() const {
    return m_timed || !m_latency.empty() ? std::nullopt : std::optional(countInGroups());
}

std::optional<SeqLists> TraceQuery::lists() const {
    if (!m_group.empty() && (m_latency.empty() || countInGroups() <= kMostFetched))
        return SeqLists{"trace_by_group", "trace_group", groups(), m_exact};
    if (!m_group.empty() || m_latency.empty())
        return std::nullopt;
    SeqLists lists{"trace_by_latency", "latency_class", {}, m_exact};
    for (std::int64_t key = m_latency[0].value; key <= m_latency[1].value; ++key)
        lists.keys.push_back(key);
    return lists;
}

std::int64_t TraceQuery::countLatency(const SeqRange& range, std::int64_t most) const {
    Statement row = m_connection.query(
        "SELECT count(*) FROM (SELECT 1 FROM trace INDEXED BY trace_by_latency WHERE seq "
        ">= ? AND seq < ?" +
            joined(m_latency) + " LIMIT " + std::to_string(most) + ")",
        range.least, range.before);
    bindAll(row, m_latency);
    return row.step() ? row.integer(0) : 0;
}

std::string_view TraceQuery::bestIndex(const SeqRange& range) const {
    const std::int64_t inGroups = m_group.empty() ? INT64_MAX : countInGroups();
    const std::int64_t most = std::min(inGroups, kMostFetched);
    if (!m_latency.empty() && countLatency(range, most + 1) <= most)
        return kByLatency;
    return inGroups <= most ? kByGroup : kByTime;
}

// Their own index leads from the groups to their traces; the other ways look each trace's group up, which is better
// than to gather all groups for a page that is soon full.
std::string TraceQuery::groupCondition(std::string_view index) const {
    if (m_group.empty())
        return " WHERE TRUE";
    if (index == kByGroup)
        return " WHERE trace_group IN (SELECT id FROM trace_group WHERE traces > 0" + joined(m_group) + ")";
    return " CROSS JOIN trace_group ON trace_group.id = trace.trace_group" + joined(m_group) + " WHERE TRUE";
}

Statement TraceQuery::through(std::string_view index, std::string_view columns, const SeqRange& range,
                              std::string_view tail) const {
    const std::string sql = "SELECT " + std::string(columns) + " FROM trace " + std::string(index) +
                            groupCondition(index) + " AND seq >= ? AND seq < ?" + joined(m_latency) + joined(m_exact);
    Statement rows = m_connection.query(sql + " " + std::string(tail));
    bindAll(rows, m_group);
    rows.bind(range.least);
    rows.bind(range.before);
    bindAll(rows, m_latency);
    bindAll(rows, m_exact);
    return rows;
}

Statement TraceQuery::select(std::string_view columns, const SeqRange& range, std::string_view tail) const {
    return through(bestIndex(range), columns, range, tail);
}

Statement TraceQuery::scan(std::string_view columns, const SeqRange& range, std::string_view tail) const {
    return through(kByTime, columns, range, tail);
}

}  // namespace touchstone::store
