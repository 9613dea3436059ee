// SPDX-License-Identifier: GPL-3.0-or-later
//
// Summaries of traces, newest first, packed: what many traces have in common (workflow, version, tier, model, …) is
// kept once, so that a million of them fit in memory.

#pragma once

#include "trace/trace.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string_view>

namespace touchstone::ui {

class TraceRows {
public:
    void clear();
    // `summary` is older than all others.
    void append(const trace::Summary& summary);
    void insert(std::size_t row, const trace::Summary& summary);
    void replace(std::size_t row, const trace::Summary& summary);

    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    // Whether there are traces of more than one workflow.
    [[nodiscard]] bool hasSeveralWorkflows() const;
    // Where a trace of that start belongs: before all that are as new or older.
    [[nodiscard]] std::size_t placeOf(WallTime start) const;
    // The row of a trace whose start is known: fast.
    [[nodiscard]] std::optional<std::size_t> find(const trace::Summary& summary) const;
    // The row of the trace whose id begins so.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view idOrPrefix) const;
    [[nodiscard]] trace::Summary at(std::size_t row) const;
    [[nodiscard]] TraceId idAt(std::size_t row) const;

private:
    using PackedId = std::array<std::uint64_t, 2>;
    // The texts of a summary, shared by the traces that have them all.
    using Group = std::array<std::string, 9>;
    struct Row {
        PackedId id{};
        WallTime start;
        std::chrono::nanoseconds duration{0};
        std::int64_t inputTokens = 0;
        std::int64_t outputTokens = 0;
        std::int64_t cost = 0;  // picodollars
        const Group* group = nullptr;
        std::int32_t attempts = 0;
        std::int32_t retries = 0;
        trace::Origin origin = trace::Origin::Try;
        trace::Status status = trace::Status::Ok;
        trace::Thumb feedback = trace::Thumb::None;
        bool costKnown = false;
        bool tokensEstimated = false;
        bool fellBack = false;
    };

    [[nodiscard]] static PackedId packed(const TraceId& id);
    [[nodiscard]] Row packed(const trace::Summary& summary);

    std::deque<Row> m_rows;  // new ones come at the front
    std::map<Group, char> m_groups;
};

}  // namespace touchstone::ui
