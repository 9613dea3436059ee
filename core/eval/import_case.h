// SPDX-License-Identifier: Apache-2.0
//
// One record of a file, whatever its format, to one case.

#pragma once

#include "eval/dataset.h"
#include "import_columns.h"
#include "import_report.h"

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace touchstone::eval {

// More would drown every other case, and sums would lose the rest of their digits.
inline constexpr double kLargestWeight = 1e6;

// The values of one record by column; a column may be absent.
using Record = std::vector<std::optional<Json>>;

class CaseBuilder {
public:
    CaseBuilder(std::vector<Column> columns, ColumnRoles roles, ImportReport& report)
        : m_columns(std::move(columns)), m_roles(std::move(roles)), m_report(report) {}

    [[nodiscard]] const std::vector<Column>& columns() const { return m_columns; }
    [[nodiscard]] const ColumnRoles& roles() const { return m_roles; }
    // Nothing when an error was reported.
    [[nodiscard]] std::optional<Case> build(Record record, std::size_t line);

private:
    bool readName(Record& record, std::size_t line, Case& result);
    bool readInput(Record& record, std::size_t line, Case& result);
    bool readTags(Record& record, std::size_t line, Case& result);
    bool readWeight(Record& record, std::size_t line, Case& result);
    bool refuse(std::size_t column, std::size_t line, std::string what, std::string remedy);

    std::vector<Column> m_columns;
    ColumnRoles m_roles;
    ImportReport& m_report;
};

// Gathers cases and notices those that say the same twice or cannot be named.
class CaseCollector {
public:
    CaseCollector(std::size_t limit, ImportReport& report) : m_limit(limit), m_report(report) {}

    // False when the limit is reached.
    bool add(Case testCase, std::size_t line);
    [[nodiscard]] std::vector<Case> take() { return std::move(m_cases); }
    [[nodiscard]] bool isEmpty() const { return m_cases.empty(); }

private:
    std::size_t m_limit;
    ImportReport& m_report;
    std::vector<Case> m_cases;
    std::unordered_map<CaseId, std::size_t> m_lines;
};

}  // namespace touchstone::eval
