// SPDX-License-Identifier: Apache-2.0
//
// Comma-separated values as RFC 4180 has them, read record by record without a copy of the text. Tolerated beyond it:
// a byte order mark, LF and CR as line ends, blank lines (skipped), and a quote inside an unquoted cell (kept).
//
// Not thread-safe; use one reader on one thread.

#pragma once

#include "base/finding.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::eval {

struct CsvLimits {
    std::size_t cellBytes = 1U << 20U;
    std::size_t columns = 10'000;
};

struct CsvRow {
    std::vector<std::string> cells;
    std::size_t line = 1;  // where the record starts, counted from 1; a quoted cell may span lines
};

class CsvReader {
public:
    explicit CsvReader(std::string_view text, char delimiter = ',', const CsvLimits& limits = {});

    // Reads the next record. False at the end, and after a problem that makes the rest unreadable.
    bool next(CsvRow& row);
    // Why reading stopped before the end: a quote left open or followed by text, or a limit.
    [[nodiscard]] const std::optional<Finding>& problem() const { return m_problem; }

private:
    bool readCell(std::string& cell);
    bool readQuoted(std::string& cell);
    bool readPlain(std::string& cell);
    bool append(std::string& cell, std::string_view part);
    void skipBlankLines();
    bool takeLineEnd();
    [[nodiscard]] bool atCellEnd() const;
    bool stop(std::string code, std::size_t line, std::string text, std::string suggestion);

    std::string_view m_text;
    char m_delimiter;
    CsvLimits m_limits;
    std::size_t m_offset = 0;
    std::size_t m_line = 1;
    std::optional<Finding> m_problem;
};

// Which of comma, semicolon and tab separates the cells: the one that splits the first records into the most columns
// of equal number; a comma when none does.
[[nodiscard]] char sniffDelimiter(std::string_view text);

// `value` as one cell, quoted where it must be.
[[nodiscard]] std::string csvCell(std::string_view value, char delimiter = ',');

}  // namespace touchstone::eval
