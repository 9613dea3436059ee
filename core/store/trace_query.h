// SPDX-License-Identifier: Apache-2.0
//
// A filter as SQL over the numbers of `trace`, with the way that leads to its rows fastest.

#pragma once

#include "sqlite.h"
#include "store/traces.h"

#include <optional>
#include <string>
#include <vector>

namespace touchstone::store {

// Traces with least <= seq < before.
struct SeqRange {
    std::int64_t least = INT64_MIN;
    std::int64_t before = INT64_MAX;
};

// A condition of SQL with one parameter.
struct Condition {
    std::string sql;
    std::int64_t value = 0;
};

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
    [[nodiscard]] bool narrows() const { return !m_group.empty() || !m_latency.empty(); }
    // Those the filter's times allow, and a few just outside, which the statements below leave out.
    [[nodiscard]] const SeqRange& range() const { return m_range; }

    // "SELECT <columns> FROM trace … WHERE … <tail>" with its parameters bound, through the best index.
    [[nodiscard]] Statement select(std::string_view columns, const SeqRange& range, std::string_view tail = {}) const;
    // The same, reading the table itself, which is in order of time.
    [[nodiscard]] Statement scan(std::string_view columns, const SeqRange& range, std::string_view tail = {}) const;
    // Nothing when nothing narrows the filter, or when both large groups and latency do.
    [[nodiscard]] std::optional<SeqLists> lists() const;

private:
    void addTerm(TraceColumn column, std::string_view name, const std::optional<std::string>& text);
    void addTerms(const TraceFilter& filter);
    void addStates(const TraceFilter& filter);
    void addLatency(const TraceFilter& filter);
    void addTime(const TraceFilter& filter);
    [[nodiscard]] std::int64_t countInGroups() const;
    [[nodiscard]] std::vector<std::int64_t> groups() const;
    [[nodiscard]] std::int64_t countLatency(const SeqRange& range, std::int64_t most) const;
    [[nodiscard]] std::string groupCondition(std::string_view index) const;
    [[nodiscard]] std::string_view bestIndex(const SeqRange& range) const;
    [[nodiscard]] Statement through(std::string_view index, std::string_view columns, const SeqRange& range,
                                    std::string_view tail) const;

    Connection& m_connection;
    bool m_isEmpty = false;
    std::vector<Condition> m_group;    // on trace_group
    std::vector<Condition> m_latency;  // on latency_class
    std::vector<Condition> m_exact;    // on duration and start
    bool m_timed = false;
    SeqRange m_range;
};

}  // namespace touchstone::store
