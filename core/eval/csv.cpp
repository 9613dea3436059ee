// SPDX-License-Identifier: Apache-2.0

#include "eval/csv.h"

namespace touchstone::eval {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Line ends inside a quoted cell: LF, CR LF, or CR alone.
std::size_t countLineEnds(std::string_view part) {
    std::size_t ends = 0;
    for (std::size_t i = 0; i < part.size(); ++i)
        ends += part[i] == '\n' || (part[i] == '\r' && (i + 1 == part.size() || part[i + 1] != '\n')) ? 1 : 0;
    return ends;
}

// The number of columns that all of the first records share under `delimiter`, or 0.
std::size_t sharedColumns(std::string_view text, char delimiter) {
    CsvReader reader(text, delimiter);
    CsvRow row;
    std::size_t columns = 0;
    constexpr int kRecords = 20;
    for (int i = 0; i < kRecords && reader.next(row); ++i) {
        if (columns != 0 && columns != row.cells.size())
            return 0;
        columns = row.cells.size();
    }
    return columns;
}

std::size_t headerColumns(std::string_view text, char delimiter) {
    CsvReader reader(text, delimiter);
    CsvRow row;
    return reader.next(row) ? row.cells.size() : 0;
}

}  // namespace

CsvReader::CsvReader(std::string_view text, char delimiter, const CsvLimits& limits)
    : m_text(text), m_delimiter(delimiter), m_limits(limits) {
    if (m_text.starts_with(kByteOrderMark))
        m_offset = kByteOrderMark.size();
}

bool CsvReader::next(CsvRow& row) {
    row.cells.clear();
    skipBlankLines();
    if (m_problem || m_offset >= m_text.size())
        return false;
    row.line = m_line;
    for (;;) {
        if (row.cells.size() == m_limits.columns)
            return stop("too-many-columns", row.line,
                        "the record has more than " + std::to_string(m_limits.columns) + " columns",
                        "check the delimiter");
        if (!readCell(row.cells.emplace_back()))
            return false;
        if (m_offset >= m_text.size() || takeLineEnd())
            return true;
        ++m_offset;  // the delimiter
    }
}

bool CsvReader::readCell(std::string& cell) {
    return m_offset < m_text.size() && m_text[m_offset] == '"' ? readQuoted(cell) : readPlain(cell);
}

bool CsvReader::readQuoted(std::string& cell) {
    const std::size_t opened = m_line;
    ++m_offset;
    for (;;) {
        const std::size_t quote = m_text.find('"', m_offset);
        if (quote == std::string_view::npos)
            return stop("open-quote", opened, "a quoted cell starts here and never ends",
                        "close the quote; write a quote inside a quoted cell twice (\"\")");
        const std::string_view part = m_text.substr(m_offset, quote - m_offset);
        m_line += countLineEnds(part);
        if (!append(cell, part))
            return false;
        m_offset = quote + 1;
        if (m_offset < m_text.size() && m_text[m_offset] == '"') {
            if (!append(cell, "\""))
                return false;
            ++m_offset;
        } else if (atCellEnd()) {
            return true;
        } else {
            return stop("text-after-quote", m_line, "text follows the end of a quoted cell",
                        "write a quote inside a quoted cell twice (\"\")");
        }
    }
}

bool CsvReader::readPlain(std::string& cell) {
    const std::size_t start = m_offset;
    while (!atCellEnd())
        ++m_offset;
    return append(cell, m_text.substr(start, m_offset - start));
}

bool CsvReader::append(std::string& cell, std::string_view part) {
    if (part.size() > m_limits.cellBytes - std::min(m_limits.cellBytes, cell.size()))
        return stop("cell-too-large", m_line, "a cell is larger than " + std::to_string(m_limits.cellBytes) + " bytes",
                    "look for a quote that is never closed, or shorten the cell");
    cell += part;
    return true;
}

void CsvReader::skipBlankLines() {
    while (m_offset < m_text.size() && takeLineEnd()) {
    }
}

bool CsvReader::takeLineEnd() {
    if (m_text[m_offset] != '\n' && m_text[m_offset] != '\r')
        return false;
    m_offset += m_text.substr(m_offset).starts_with("\r\n") ? 2 : 1;
    ++m_line;
    return true;
}

bool CsvReader::atCellEnd() const {
    if (m_offset >= m_text.size())
        return true;
    const char c = m_text[m_offset];
    return c == m_delimiter || c == '\n' || c == '\r';
}

bool CsvReader::stop(std::string code, std::size_t line, std::string text, std::string suggestion) {
    m_problem = Finding{
        Severity::Error,      std::move(code), "", TextPosition{line, 1}, "line " + std::to_string(line) + ": " + text,
        std::move(suggestion)};
    return false;
}

char sniffDelimiter(std::string_view text) {
    char best = ',';
    for (const auto columns : {sharedColumns, headerColumns}) {
        std::size_t most = 1;
        for (const char delimiter : {',', ';', '\t'}) {
            const std::size_t count = columns(text, delimiter);
            if (count > most) {
                most = count;
                best = delimiter;
            }
        }
        if (most > 1)
            break;
    }
    return best;
}

std::string csvCell(std::string_view value, char delimiter) {
    const bool plain = !value.empty() &&
                       value.find_first_of(std::string("\"\r\n") + delimiter) == std::string_view::npos &&
                       !value.starts_with(kByteOrderMark);
    if (plain)
        return std::string(value);
    std::string cell = "\"";
    for (const char c : value) {
        cell += c;
        if (c == '"')
            cell += '"';
    }
    return cell + '"';
}

}  // namespace touchstone::eval
