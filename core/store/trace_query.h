// SPDX-License-Identifier: Apache-2.0
//
// A filter as SQL over the numbers of `trace`, with the way that leads to its rows fastest.

#pragma once

#include "sqlite.h"
#include "store/traces.h"

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace touchstone::store {

// Traces with least <= seq < before.
struct SeqRange {
    std::int64_t least = INT64_MIN;
    std::int64_t before = INT64_MAX;
};

// A condition of SQL with its parameters: numbers, or bytes.
struct Condition {
    std::string sql;
    std::vector<std::variant<std::int64_t, std::string>> values;
};

void bindAll(Statement& statement, std::span<const Condition> conditions);

// The traces that fit as the lists of an index, one a key, each in order of time.
struct SeqLists {
    std::string index;
    std::string column;
    std::vector<std::int64_t> keys;
    std::vector<Condition> conditions;  // what the index does not answer
};

class TraceQuery {
public:
    // The text filter is not part of it.
    TraceQuery(Connection& connection, const TraceFilter& filter);

    // True when the filter names something no trace has.
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
    // How many traces fit, when their groups tell; counted without reading one.
    [[nodiscard]] std::optional<std::int64_t> countOfGroups() const;
    // True when a trace may be left out by something else than its time.
    [[nodiscard]] bool narrows() const { return !m_group.empty() || !m_own.empty(); }
    // True when the groups tell all: nothing is asked of a trace itself but its time.
    [[nodiscard]] bool isOfGroups() const { return m_own.empty(); }
    // Which groups fit, as " AND …" on trace_group, and its parameters.
    [[nodiscard]] const std::vector<Condition>& groupConditions() const { return m_group; }
    // Those the filter's times allow, and a few just outside, which the statements below leave out.
    [[nodiscard]] const SeqRange& range() const { return m_range; }

    // "SELECT <columns> FROM trace … WHERE … <tail>" with its parameters bound, through the best index.
    [[nodiscard]] Statement select(std::string_view columns, const SeqRange& range, std::string_view tail = {}) const;
    // The same, reading the table itself, which is in order of time.
    [[nodiscard]] Statement scan(std::string_view columns, const SeqRange& range, std::string_view tail = {}) const;
    // Nothing when nothing narrows the filter, or when large groups or latency and something else do.
    [[nodiscard]] std::optional<SeqLists> lists() const;

private:
    void addTerms(const TraceFilter& filter);
    void addTerm(TraceColumn column, const AnyOf<std::string>& texts);
    void addStates(const TraceFilter& filter);
    void addAny(TraceColumn column, std::vector<std::int64_t> numbers, bool isExcluded);
    void addLatency(const TraceFilter& filter);
    void addNumbers(const TraceFilter& filter);
    void addOwn(std::string sql, std::int64_t value) { m_own.push_back({std::move(sql), {value}}); }
    void addIds(const std::vector<std::string>& ids);
    void addTime(const TraceFilter& filter);
    [[nodiscard]] std::vector<Condition> exact() const;
    [[nodiscard]] std::int64_t countInGroups() const;
    [[nodiscard]] std::vector<std::int64_t> groups() const;
    [[nodiscard]] std::int64_t countLatency(const SeqRange& range, std::int64_t most) const;
    [[nodiscard]] std::int64_t countRare(const SeqRange& range, std::int64_t most) const;
    [[nodiscard]] std::string groupCondition(std::string_view index) const;
    [[nodiscard]] std::string_view bestIndex(const SeqRange& range) const;
    [[nodiscard]] Statement through(std::string_view index, std::string_view columns, const SeqRange& range,
                                    std::string_view tail) const;

    Connection& m_connection;
    bool m_isEmpty = false;
    std::vector<Condition> m_group;                                  // on trace_group
    std::optional<std::pair<std::int64_t, std::int64_t>> m_latency;  // the first and the last class
    std::vector<Condition> m_own;                                    // on what a trace does not share
    bool m_isLatencyOnly = true;                                     // all of m_own is latency
    std::vector<Condition> m_time;                                   // on its start
    SeqRange m_range;
    // An index of some traces, all that fit among them, and what makes SQLite see it; or nothing.
    struct Rare {
        std::string_view index;
        std::string_view condition;
    };
    std::optional<Rare> m_rare;
};

}  // namespace touchstone::store
