// SPDX-License-Identifier: Apache-2.0

#include "trace_values.h"

#include "trace_groups.h"
#include "trace_query.h"

namespace touchstone::store {
namespace {

constexpr std::size_t kMostValues = 1'000;

bool isText(TraceColumn column) {
    return static_cast<std::size_t>(column) < kTraceTexts;
}

std::string wordOf(TraceColumn column, std::int64_t state) {
    switch (column) {
        case TraceColumn::Origin:
            return std::string(toString(static_cast<trace::Origin>(state)));
        case TraceColumn::Status:
            return std::string(toString(static_cast<trace::Status>(state)));
        default:
            return std::string(toString(static_cast<trace::Thumb>(state)));
    }
}

std::string statementFor(TraceColumn column, const std::vector<Condition>& conditions) {
    const std::string name(groupColumn(column));
    std::string sql =
        isText(column) ? "SELECT (SELECT text FROM term WHERE term.id = " + name + "), " : "SELECT " + name + ", ";
    sql += "sum(traces) AS total FROM trace_group WHERE traces > 0";
    for (const Condition& condition : conditions)
        sql += " AND " + condition.sql;
    return sql + " GROUP BY " + name + " ORDER BY total DESC, 1 LIMIT " + std::to_string(kMostValues);
}

}  // namespace

std::vector<ValueCount> countValues(Connection& connection, TraceColumn column, const TraceFilter& filter) {
    const TraceQuery query(connection, filter);
    if (!query.countOfGroups())
        throw Failure{{ErrorCode::Unsupported,
                       "values are counted among traces of a version, a tier, a status and the like, not by time or "
                       "numbers. Leave those out"}};
    std::vector<ValueCount> values;
    if (query.isEmpty())
        return values;
    Statement rows = connection.query(statementFor(column, query.groupConditions()));
    bindAll(rows, query.groupConditions());
    while (rows.step())
        values.push_back(
            {isText(column) ? std::string(rows.text(0)) : wordOf(column, rows.integer(0)), rows.integer(1)});
    return values;
}

}  // namespace touchstone::store
