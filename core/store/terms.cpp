// SPDX-License-Identifier: Apache-2.0

#include "terms.h"

namespace touchstone::store {
namespace {

constexpr std::size_t kRemembered = 10'000;  // of each column

}  // namespace

std::optional<std::int64_t> findTerm(Connection& connection, TraceColumn column, std::string_view text) {
    Statement row = connection.query("SELECT id FROM term WHERE kind = ? AND text = ?", static_cast<int>(column), text);
    if (!row.step())
        return std::nullopt;
    return row.integer(0);
}

std::int64_t TermCache::number(Connection& connection, TraceColumn column, std::string_view text) {
    TextMap<std::int64_t>& numbers = m_columns.at(static_cast<std::size_t>(column));
    if (const auto known = numbers.find(text); known != numbers.end())
        return known->second;
    std::optional<std::int64_t> found = findTerm(connection, column, text);
    if (!found) {
        connection.run("INSERT INTO term(kind, text) VALUES(?, ?)", static_cast<int>(column), text);
        found = connection.lastRowId();
    }
    if (numbers.size() >= kRemembered)
        numbers.clear();
    numbers.emplace(text, *found);
    return *found;
}

}  // namespace touchstone::store
