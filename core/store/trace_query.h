// SPDX-License-Identifier: Apache-2.0
//
// A filter as SQL over the numbers of `trace`, with the index that leads to its rows fastest.

#pragma once

#include "sqlite.h"
#include "store/traces.h"

#include <optional>
#include <string>
#include <vector>

namespace touchstone::store {

class TraceQuery {
public:
    // `after`: only rows before this seq. The text filter is not part of it.
    TraceQuery(Connection& connection, const TraceFilter& filter, std::optional<std::int64_t> after = {});

    // True when the filter names something no trace has.
    [[nodiscard]] bool isEmpty() const { return m_empty; }
    // "SELECT <columns> FROM trace … WHERE … <tail>", with its parameters bound.
    [[nodiscard]] Statement select(std::string_view columns, std::string_view tail = {}) const;

private:
    struct Condition {
        std::string sql;
        std::int64_t value = 0;
    };
    // An index, and the conditions that it answers (a range of m_conditions).
    struct Candidate {
        std::string_view index;
        std::size_t first = 0;
        std::size_t count = 0;
        bool ordered = false;  // its rows come in order of time
    };

    void addTerm(TraceColumn column, std::string_view name, std::string_view index,
                 const std::optional<std::string>& text);
    void addTerms(const TraceFilter& filter);
    void addStates(const TraceFilter& filter);
    void addLatency(const TraceFilter& filter);
    void addTime(const TraceFilter& filter, std::optional<std::int64_t> after);
    void addIndexed(std::string_view index, std::string sql, std::int64_t value);
    void chooseIndex();
    // Rows a candidate leads to, counted up to a limit.
    [[nodiscard]] std::int64_t countRows(const Candidate& candidate) const;

    Connection& m_connection;
    std::vector<Condition> m_conditions;
    std::vector<Candidate> m_candidates;
    std::vector<Condition> m_time;
    std::string m_hint;  // "NOT INDEXED" or "INDEXED BY …"
    bool m_empty = false;
};

}  // namespace touchstone::store
