// SPDX-License-Identifier: Apache-2.0

#include "trace_query.h"

#include "names.h"
#include "terms.h"
#include "trace_rows.h"

namespace touchstone::store {
namespace {

// Up to so many rows are fetched through an index and sorted; beyond, reading in order of time finds a page sooner.
constexpr std::int64_t kMostFetched = 20'000;

}  // namespace

TraceQuery::TraceQuery(Connection& connection, const TraceFilter& filter, std::optional<std::int64_t> after)
    : m_connection(connection) {
    addTerms(filter);
    addStates(filter);
    addLatency(filter);
    addTime(filter, after);
    if (!m_empty)
        chooseIndex();
}

void TraceQuery::addTerm(TraceColumn column, std::string_view name, std::string_view index,
                         const std::optional<std::string>& text) {
    if (!text)
        return;
    if (const auto number = findTerm(m_connection, column, *text))
        addIndexed(index, std::string(name) + " = ?", *number);
    else
        m_empty = true;
}

void TraceQuery::addTerms(const TraceFilter& filter) {
    std::optional<std::string> version;
    if (filter.version)
        version = filter.version->text;
    addTerm(TraceColumn::Workflow, "workflow", "trace_by_workflow", filter.workflow);
    addTerm(TraceColumn::Version, "version", "trace_by_version", version);
    addTerm(TraceColumn::Document, "document", "trace_by_document", filter.document);
    addTerm(TraceColumn::Feature, "feature", "trace_by_feature", filter.feature);
    addTerm(TraceColumn::Journey, "journey", "trace_by_journey", filter.journey);
    addTerm(TraceColumn::Tier, "tier", "trace_by_tier", filter.tier);
    addTerm(TraceColumn::Model, "model", "trace_by_model", filter.model);
}

// The index on feedback leaves traces without any out, and SQLite uses it only when the query says that it does, too.
void TraceQuery::addStates(const TraceFilter& filter) {
    if (filter.origin)
        addIndexed("trace_by_origin", "origin = ?", static_cast<std::int64_t>(*filter.origin));
    if (filter.status)
        addIndexed("trace_by_status", "status = ?", static_cast<std::int64_t>(*filter.status));
    if (filter.feedback == trace::Thumb::None)
        m_conditions.push_back({"feedback = ?", 0});
    else if (filter.feedback)
        addIndexed("trace_by_feedback", "feedback <> 0 AND feedback = ?", static_cast<std::int64_t>(*filter.feedback));
}

void TraceQuery::addLatency(const TraceFilter& filter) {
    const std::size_t first = m_conditions.size();
    if (filter.minLatency)
        m_conditions.push_back({"latency_class >= ?", latencyClass(*filter.minLatency)});
    if (filter.maxLatency)
        m_conditions.push_back({"latency_class <= ?", latencyClass(*filter.maxLatency)});
    if (m_conditions.size() > first)
        m_candidates.push_back({"trace_by_latency", first, m_conditions.size() - first, false});
    if (filter.minLatency)
        m_conditions.push_back({"duration >= ?", filter.minLatency->count()});
    if (filter.maxLatency)
        m_conditions.push_back({"duration <= ?", filter.maxLatency->count()});
}

// seq is the start plus a bump of at most kMostBump, so it bounds the rows to read, and seq - bump is exact.
void TraceQuery::addTime(const TraceFilter& filter, std::optional<std::int64_t> after) {
    if (filter.from) {
        m_time.push_back({"seq >= ?", nanoseconds(*filter.from)});
        m_conditions.push_back({"seq - bump >= ?", nanoseconds(*filter.from)});
    }
    if (filter.to) {
        const std::int64_t to = nanoseconds(*filter.to);
        m_time.push_back({"seq <= ?", to > INT64_MAX - kMostBump ? INT64_MAX : to + kMostBump});
        m_conditions.push_back({"seq - bump < ?", to});
    }
    if (after)
        m_time.push_back({"seq < ?", *after});
}

void TraceQuery::addIndexed(std::string_view index, std::string sql, std::int64_t value) {
    m_candidates.push_back({index, m_conditions.size(), 1, true});
    m_conditions.push_back({std::move(sql), value});
}

void TraceQuery::chooseIndex() {
    m_hint = "NOT INDEXED";
    if (m_candidates.size() == 1 && m_candidates.front().ordered) {
        m_hint = "INDEXED BY " + std::string(m_candidates.front().index);
        return;
    }
    std::int64_t fewest = kMostFetched + 1;
    for (const Candidate& candidate : m_candidates) {
        const std::int64_t rows = countRows(candidate);
        if (rows >= fewest)
            continue;
        fewest = rows;
        m_hint = "INDEXED BY " + std::string(candidate.index);
    }
}

std::int64_t TraceQuery::countRows(const Candidate& candidate) const {
    std::string sql =
        "SELECT count(*) FROM (SELECT 1 FROM trace INDEXED BY " + std::string(candidate.index) + " WHERE ";
    const std::span conditions = std::span(m_conditions).subspan(candidate.first, candidate.count);
    std::string_view joint;
    for (const Condition& condition : conditions)
        sql += std::string(std::exchange(joint, " AND ")) + condition.sql;
    for (const Condition& condition : m_time)
        sql += " AND " + condition.sql;
    Statement row = m_connection.query(sql + " LIMIT " + std::to_string(kMostFetched + 1) + ")");
    for (const Condition& condition : conditions)
        row.bind(condition.value);
    for (const Condition& condition : m_time)
        row.bind(condition.value);
    return row.step() ? row.integer(0) : 0;
}

Statement TraceQuery::select(std::string_view columns, std::string_view tail) const {
    std::string sql = "SELECT " + std::string(columns) + " FROM trace " + m_hint;
    std::string_view joint = " WHERE ";
    for (const auto* conditions : {&m_conditions, &m_time})
        for (const Condition& condition : *conditions)
            sql += std::string(std::exchange(joint, " AND ")) + condition.sql;
    Statement rows = m_connection.query(sql + " " + std::string(tail));
    for (const auto* conditions : {&m_conditions, &m_time})
        for (const Condition& condition : *conditions)
            rows.bind(condition.value);
    return rows;
}

}  // namespace touchstone::store
