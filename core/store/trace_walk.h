// SPDX-License-Identifier: Apache-2.0
//
// The traces that fit a query, newest first, without reading many that do not.

#pragma once

#include "trace_query.h"

#include <queue>
#include <utility>

namespace touchstone::store {

// Merges the lists of an index: one step into it for each list at first, and one for each trace.
class SeqMerge {
public:
    SeqMerge(Connection& connection, const SeqLists& lists, const SeqRange& range);
    [[nodiscard]] std::optional<std::int64_t> next();

    // What finds the next trace of a list; its parameters: key, before, least, and those of the conditions.
    [[nodiscard]] static std::string statementFor(const SeqLists& lists);

private:
    void push(std::int64_t key, std::int64_t before);

    Connection& m_connection;
    const std::vector<Condition> m_conditions;
    const std::string m_sql;
    const std::int64_t m_least;
    std::priority_queue<std::pair<std::int64_t, std::int64_t>> m_newest;  // seq and key, one for each list
};

// Reads the newest traces as they come, which fills a page when many fit. When few do, it goes on by merging the lists
// of an index, or, where no single index tells what fits, as TraceQuery::select() thinks best.
class TraceWalk {
public:
    // `query` outlives the walk.
    TraceWalk(Connection& connection, const TraceQuery& query, const SeqRange& range);
    [[nodiscard]] std::optional<std::int64_t> next();

private:
    void leaveNewest();

    Connection& m_connection;
    const TraceQuery& m_query;
    SeqRange m_older;  // what comes after the newest
    bool m_inNewest = true;
    std::optional<Statement> m_rows;
    std::optional<SeqMerge> m_merge;
};

}  // namespace touchstone::store
