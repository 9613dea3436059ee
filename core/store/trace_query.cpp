// SPDX-License-Identifier: Apache-2.0

#include "trace_query.h"

#include "names.h"
#include "terms.h"
#include "trace_rows.h"

#include <algorithm>
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

// "model IN (?, ?)"
std::string isIn(std::string_view column, std::size_t count, bool isExcluded) {
    std::string sql(column);
    sql += isExcluded ? " NOT IN (?" : " IN (?";
    for (std::size_t i = 1; i < count; ++i)
        sql += ", ?";
    return sql + ")";
}

template <class State>
std::vector<std::int64_t> numbersOf(const std::vector<State>& states) {
    std::vector<std::int64_t> numbers;
    for (const State state : states)
        numbers.push_back(static_cast<std::int64_t>(state));
    return numbers;
}

void requireFew(std::size_t count) {
    if (count > kMostFilterValues)
        throw Failure{{ErrorCode::InvalidArgument, "the filter has " + std::to_string(count) +
                                                       " values of one kind; the most is " +
                                                       std::to_string(kMostFilterValues)}};
}

}  // namespace

void bindAll(Statement& statement, std::span<const Condition> conditions) {
    for (const Condition& condition : conditions)
        for (const auto& value : condition.values)
            if (const auto* number = std::get_if<std::int64_t>(&value))
                statement.bind(*number);
            else
                statement.bind(Blob{std::get<std::string>(value)});
}

TraceQuery::TraceQuery(Connection& connection, const TraceFilter& filter) : m_connection(connection) {
    addTerms(filter);
    addStates(filter);
    addLatency(filter);
    addNumbers(filter);
    addIds(filter.ids);
    addTime(filter);
}

void TraceQuery::addTerms(const TraceFilter& filter) {
    AnyOf<std::string> versions({}, filter.version.isExcluded);
    for (const VersionId& version : filter.version.values)
        versions.values.push_back(version.text);
    addTerm(TraceColumn::Workflow, filter.workflow);
    addTerm(TraceColumn::Version, versions);
    addTerm(TraceColumn::Document, filter.document);
    addTerm(TraceColumn::Feature, filter.feature);
    addTerm(TraceColumn::Journey, filter.journey);
    addTerm(TraceColumn::Environment, filter.environment);
    addTerm(TraceColumn::Tier, filter.tier);
    addTerm(TraceColumn::Provider, filter.provider);
    addTerm(TraceColumn::Model, filter.model);
}

void TraceQuery::addTerm(TraceColumn column, const AnyOf<std::string>& texts) {
    requireFew(texts.values.size());
    std::vector<std::int64_t> numbers;
    for (const std::string& text : texts.values)
        if (const std::optional<std::int64_t> number = findTerm(m_connection, column, text))
            numbers.push_back(*number);
    if (numbers.empty() && !texts.isEmpty() && !texts.isExcluded)
        m_isEmpty = true;
    addAny(column, std::move(numbers), texts.isExcluded);
}

void TraceQuery::addStates(const TraceFilter& filter) {
    addAny(TraceColumn::Origin, numbersOf(filter.origin.values), filter.origin.isExcluded);
    addAny(TraceColumn::Status, numbersOf(filter.status.values), filter.status.isExcluded);
    addAny(TraceColumn::Feedback, numbersOf(filter.feedback.values), filter.feedback.isExcluded);
}

void TraceQuery::addAny(TraceColumn column, std::vector<std::int64_t> numbers, bool isExcluded) {
    requireFew(numbers.size());
    if (numbers.empty())
        return;
    Condition condition{isIn(groupColumn(column), numbers.size(), isExcluded), {}};
    condition.values.assign(numbers.begin(), numbers.end());
    m_group.push_back(std::move(condition));
}

void TraceQuery::addLatency(const TraceFilter& filter) {
    if (!filter.minLatency && !filter.maxLatency)
        return;
    m_latency.emplace(filter.minLatency ? latencyClass(*filter.minLatency) : 0,
                      filter.maxLatency ? latencyClass(*filter.maxLatency) : kMostLatencyClass);
    if (filter.minLatency)
        addOwn("duration >= ?", filter.minLatency->count());
    if (filter.maxLatency)
        addOwn("duration <= ?", filter.maxLatency->count());
}

void TraceQuery::addNumbers(const TraceFilter& filter) {
    const std::size_t latencies = m_own.size();
    if (filter.minCost)
        addOwn("cost >= ?", filter.minCost->picodollars());
    if (filter.maxCost)
        addOwn("cost <= ?", filter.maxCost->picodollars());
    if (filter.minTokens)
        addOwn("input_tokens + output_tokens >= ?", *filter.minTokens);
    if (filter.maxTokens)
        addOwn("input_tokens + output_tokens <= ?", *filter.maxTokens);
    if (filter.minRetries)
        addOwn("retries >= ?", *filter.minRetries);
    if (filter.maxRetries)
        addOwn("retries <= ?", *filter.maxRetries);
    if (filter.fellBack)
        addOwn("fell_back = ?", *filter.fellBack ? 1 : 0);
    m_isLatencyOnly = m_own.size() == latencies;
    if (filter.fellBack.value_or(false))
        m_rare = {"INDEXED BY trace_that_fell_back", "fell_back = 1"};
    else if (filter.minRetries.value_or(0) > 0)
        m_rare = {"INDEXED BY trace_that_retried", "retries > 0"};
}

void TraceQuery::addIds(const std::vector<std::string>& ids) {
    requireFew(ids.size());
    if (ids.empty())
        return;
    Condition condition{"seq IN (SELECT seq FROM trace WHERE ", {}};
    for (const std::string& id : ids) {
        auto [least, most] = idsBeginning("trace", id, kTraceIdBytes);
        condition.sql += condition.values.empty() ? "id BETWEEN ? AND ?" : " OR id BETWEEN ? AND ?";
        condition.values.emplace_back(std::move(least));
        condition.values.emplace_back(std::move(most));
    }
    condition.sql += ")";
    m_own.push_back(std::move(condition));
    m_isLatencyOnly = false;
}

// seq is the start plus a bump of at most kMostBump, so it bounds the rows to read, and seq - bump is exact.
void TraceQuery::addTime(const TraceFilter& filter) {
    if (filter.from) {
        m_range.least = nanoseconds(*filter.from);
        m_time.push_back({"seq - bump >= ?", {m_range.least}});
    }
    if (filter.to) {
        const std::int64_t to = nanoseconds(*filter.to);
        m_range.before = to > INT64_MAX - kMostBump ? INT64_MAX : to + kMostBump;
        m_time.push_back({"seq - bump < ?", {to}});
    }
}

std::vector<Condition> TraceQuery::exact() const {
    std::vector<Condition> conditions = m_own;
    conditions.insert(conditions.end(), m_time.begin(), m_time.end());
    return conditions;
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
    return m_time.empty() && m_own.empty() ? std::optional(countInGroups()) : std::nullopt;
}

std::optional<SeqLists> TraceQuery::lists() const {
    if (!m_group.empty() && (m_own.empty() || countInGroups() <= kMostFetched))
        return SeqLists{"trace_by_group", "trace_group", groups(), exact()};
    if (!m_group.empty() || !m_latency || !m_isLatencyOnly)
        return std::nullopt;
    SeqLists lists{"trace_by_latency", "latency_class", {}, exact()};
    for (std::int64_t key = m_latency->first; key <= m_latency->second; ++key)
        lists.keys.push_back(key);
    return lists;
}

std::int64_t TraceQuery::countLatency(const SeqRange& range, std::int64_t most) const {
    return m_connection.number(
        "SELECT count(*) FROM (SELECT 1 FROM trace INDEXED BY trace_by_latency WHERE seq >= ? AND seq < ? AND "
        "latency_class BETWEEN ? AND ? LIMIT " +
            std::to_string(most) + ")",
        range.least, range.before, m_latency->first, m_latency->second);
}

std::int64_t TraceQuery::countRare(const SeqRange& range, std::int64_t most) const {
    return m_connection.number("SELECT count(*) FROM (SELECT 1 FROM trace " + std::string(m_rare->index) +
                                   " WHERE seq >= ? AND seq < ? AND " + std::string(m_rare->condition) + " LIMIT " +
                                   std::to_string(most) + ")",
                               range.least, range.before);
}

std::string_view TraceQuery::bestIndex(const SeqRange& range) const {
    const std::int64_t inGroups = m_group.empty() ? INT64_MAX : countInGroups();
    const std::int64_t most = std::min(inGroups, kMostFetched);
    if (m_latency && countLatency(range, most + 1) <= most)
        return kByLatency;
    if (m_rare && countRare(range, most + 1) <= most)
        return m_rare->index;
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
    const std::vector<Condition> conditions = exact();
    const std::string sql = "SELECT " + std::string(columns) + " FROM trace " + std::string(index) +
                            groupCondition(index) + " AND seq >= ? AND seq < ?" +
                            (m_latency ? " AND latency_class BETWEEN ? AND ?" : "") + joined(conditions) +
                            (m_rare && m_rare->index == index ? " AND " + std::string(m_rare->condition) : "");
    Statement rows = m_connection.query(sql + " " + std::string(tail));
    bindAll(rows, m_group);
    rows.bind(range.least);
    rows.bind(range.before);
    if (m_latency) {
        rows.bind(m_latency->first);
        rows.bind(m_latency->second);
    }
    bindAll(rows, conditions);
    return rows;
}

Statement TraceQuery::select(std::string_view columns, const SeqRange& range, std::string_view tail) const {
    return through(bestIndex(range), columns, range, tail);
}

Statement TraceQuery::scan(std::string_view columns, const SeqRange& range, std::string_view tail) const {
    return through(kByTime, columns, range, tail);
}

}  // namespace touchstone::store
