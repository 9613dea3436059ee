// SPDX-License-Identifier: Apache-2.0
//
// The texts that traces repeat, as numbers.

#pragma once

#include "sqlite.h"
#include "store/traces.h"

#include <array>
#include <optional>
#include <string_view>

namespace touchstone::store {

// The number of `text` among the terms of `column`; nothing when no trace has it.
[[nodiscard]] std::optional<std::int64_t> findTerm(Connection& connection, TraceColumn column, std::string_view text);

// What the writer knows by heart. Belongs to the writer's thread.
class TermCache {
public:
    // As findTerm, but made when there is none.
    [[nodiscard]] std::int64_t number(Connection& connection, TraceColumn column, std::string_view text);
    // To be called after a rollback, which may have taken terms back.
    void clear() { m_columns = {}; }

private:
    std::array<TextMap<std::int64_t>, kTraceColumns> m_columns;
};

}  // namespace touchstone::store
