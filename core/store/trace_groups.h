// SPDX-License-Identifier: Apache-2.0
//
// Groups of traces. What traces are filtered by, all but time and latency, takes few combinations: each is a group, and
// a trace only names its own. So a trace is in one index instead of ten, a filter is a set of groups, and what fits can
// be counted without reading a trace.

#pragma once

#include "sqlite.h"
#include "store/traces.h"

#include "trace/trace.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace touchstone::store {

// The texts and states of `summary` as one text: equal for the traces of one group.
[[nodiscard]] std::string groupKey(const trace::Summary& summary);

// The column of trace_group that holds it.
[[nodiscard]] std::string_view groupColumn(TraceColumn column);

// What the writer knows of the groups by heart, and how many traces it has added to each in this transaction. Belongs
// to the writer's thread.
class TraceGroups {
public:
    struct Group {
        std::int64_t id = 0;
        std::int64_t added = 0;
    };

    // The group of `summary`, made when there is none. Holds until save() or clear().
    [[nodiscard]] Group& find(Connection& connection, const std::string& key, const trace::Summary& summary);
    // Writes how many were added. To be called before the transaction is committed.
    void save(Connection& connection);
    // To be called after a rollback, which may have taken groups back.
    void clear() { m_groups.clear(); }

private:
    TextMap<Group> m_groups;
};

// Moves a trace to the group that differs from its own by the thumb only.
void moveToThumb(Connection& connection, std::int64_t seq, trace::Thumb thumb);

// Gives summaries what their groups say, reading each group once.
class GroupReader {
public:
    explicit GroupReader(Connection& connection) : m_connection(connection) {}
    // `summary` with the texts and states of `group`, everything else empty.
    [[nodiscard]] const trace::Summary& read(std::int64_t group);

private:
    Connection& m_connection;
    std::map<std::int64_t, trace::Summary> m_groups;
};

}  // namespace touchstone::store
