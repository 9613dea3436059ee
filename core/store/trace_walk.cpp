// SPDX-License-Identifier: Apache-2.0

#include "trace_walk.h"

namespace touchstone::store {
namespace {

constexpr std::int64_t kNewest = 2'000;  // traces: as many as a merge may cost

// The seq of the last of the newest traces in `range`; its beginning when there are fewer.
std::int64_t endOfNewest(Connection& connection, const SeqRange& range) {
    Statement row = connection.query(
        "SELECT seq FROM trace WHERE seq >= ? AND seq < ? ORDER BY seq DESC LIMIT 1 OFFSET " + std::to_string(kNewest),
        range.least, range.before);
    return row.step() ? row.integer(0) : range.least;
}

}  // namespace

std::string SeqMerge::statementFor(const SeqLists& lists) {
    std::string sql =
        "SELECT seq FROM trace INDEXED BY " + lists.index + " WHERE " + lists.column + " = ? AND seq < ? AND seq >= ?";
    for (const Condition& condition : lists.conditions)
        sql += " AND " + condition.sql;
    return sql + " ORDER BY seq DESC LIMIT 1";
}

SeqMerge::SeqMerge(Connection& connection, const SeqLists& lists, const SeqRange& range)
    : m_connection(connection), m_conditions(lists.conditions), m_sql(statementFor(lists)), m_least(range.least) {
    for (const std::int64_t key : lists.keys)
        push(key, range.before);
}

void SeqMerge::push(std::int64_t key, std::int64_t before) {
    Statement row = m_connection.query(m_sql, key, before, m_least);
    bindAll(row, m_conditions);
    if (row.step())
        m_newest.emplace(row.integer(0), key);
}

std::optional<std::int64_t> SeqMerge::next() {
    if (m_newest.empty())
        return std::nullopt;
    const auto [seq, key] = m_newest.top();
    m_newest.pop();
    push(key, seq);
    return seq;
}

TraceWalk::TraceWalk(Connection& connection, const TraceQuery& query, const SeqRange& range)
    : m_connection(connection), m_query(query), m_older(range) {
    SeqRange newest = range;
    if (query.narrows())
        newest.least = endOfNewest(connection, range);
    m_older.before = newest.least;
    m_rows.emplace(query.scan("seq", newest, "ORDER BY seq DESC"));
}

std::optional<std::int64_t> TraceWalk::next() {
    if (m_rows && m_rows->step())
        return m_rows->integer(0);
    if (m_inNewest) {
        leaveNewest();
        return next();
    }
    return m_merge ? m_merge->next() : std::nullopt;
}

void TraceWalk::leaveNewest() {
    m_inNewest = false;
    m_rows.reset();
    if (m_older.before <= m_older.least)
        return;
    if (const std::optional<SeqLists> lists = m_query.lists())
        m_merge.emplace(m_connection, *lists, m_older);
    else
        m_rows.emplace(m_query.select("seq", m_older, "ORDER BY seq DESC"));
}

}  // namespace touchstone::store
