// SPDX-License-Identifier: Apache-2.0

#include "terms.h"

namespace touchstone::store {

std::optional<std::int64_t> findTerm(Connection& connection, TraceColumn column, std::string_view text) {
    Statement row = connection.query("SELECT id FROM term WHERE kind = ? AND text = ?", static_cast<int>(column), text);
    if (!row.step())
        return std::nullopt;
    return row.integer(0);
}

std::int64_t makeTerm(Connection& connection, TraceColumn column, std::string_view text) {
    if (const std::optional<std::int64_t> found = findTerm(connection, column, text))
        return *found;
    connection.run("INSERT INTO term(kind, text) VALUES(?, ?)", static_cast<int>(column), text);
    return connection.lastRowId();
}

}  // namespace touchstone::store
