// SPDX-License-Identifier: Apache-2.0

#include "eval/dataset_import.h"

#include "eval/csv.h"
#include "import_case.h"
#include "import_columns.h"
#include "import_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <unordered_map>

namespace touchstone::eval {
namespace {

DatasetImport finish(const ImportOptions& options, CaseCollector& cases, std::vector<ColumnUse> columns,
                     ImportReport& report) {
    if (!report.hasErrors() && cases.isEmpty())
        report.error("empty", 1, "the file holds no cases", "add at least one below the header");
    DatasetImport result;
    if (!report.hasErrors())
        result.dataset = Dataset{options.name, cases.take()};
    result.findings = report.take();
    result.columns = std::move(columns);
    return result;
}

// True when the import must not go on.
bool interrupted(const ImportOptions& options, ImportReport& report, std::size_t line) {
    if (options.stop.stop_requested())
        report.error("cancelled", line, "the import was cancelled", "");
    return options.stop.stop_requested() || report.isFull();
}

std::vector<Column> readHeader(CsvReader& reader, const ColumnMapping& mapping, ImportReport& report) {
    CsvRow header;
    std::vector<Column> columns;
    std::unordered_map<std::string, std::size_t> seen;
    if (!reader.next(header))
        return columns;
    for (const std::string& cell : header.cells) {
        Column column = parseHeaderCell(cell);
        column.json |= std::find(mapping.json.begin(), mapping.json.end(), column.name) != mapping.json.end();
        const std::size_t number = columns.size() + 1;
        if (column.name.empty())
            report.error("unnamed-column", header.line, fmt::format("column {} has no name in the header", number),
                         "name it, or remove the column");
        else if (const auto [first, fresh] = seen.try_emplace(column.name, number); !fresh)
            report.error("duplicate-header", header.line,
                         fmt::format("columns {} and {} are both named \"{}\"", first->second, number, column.name),
                         "rename one of them");
        columns.push_back(std::move(column));
    }
    return columns;
}

// A cell as a value: its text, or what it says where the column holds JSON. Reports JSON that cannot be read.
std::optional<Json> cellValue(std::string& cell, const Column& column, std::size_t line, ImportReport& report) {
    if (!column.json)
        return Json(std::move(cell));
    if (cell.empty())
        return std::nullopt;
    auto value = parseJson(cell);
    if (value.ok())
        return std::move(value).value();
    report.error("bad-json", line, fmt::format("line {}, column \"{}\": {}", line, column.name, value.error().message),
                 "correct the JSON, or take \":json\" off the column");
    return std::nullopt;
}

std::optional<Record> readRecord(CsvRow& row, const CaseBuilder& builder, ImportReport& report) {
    const auto& columns = builder.columns();
    if (row.cells.size() != columns.size()) {
        report.error("ragged-row", row.line,
                     fmt::format("line {} has {} cell{} where the header has {}", row.line, row.cells.size(),
                                 row.cells.size() == 1 ? "" : "s", columns.size()),
                     "put cells that contain the delimiter or a line break in double quotes");
        return std::nullopt;
    }
    Record record(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (i != builder.roles().expected || !row.cells[i].empty())  // an empty expectation is none
            record[i] = cellValue(row.cells[i], columns[i], row.line, report);
    return record;
}

// The functions below that read a file with columns say what became of them.
std::vector<ColumnUse> readCsvCases(std::string_view text, const ImportOptions& options, CaseCollector& cases,
                                    ImportReport& report) {
    CsvReader reader(text, options.delimiter.value_or(sniffDelimiter(text)), {.cellBytes = options.limits.cellBytes});
    std::vector<Column> columns = readHeader(reader, options.columns, report);
    ColumnRoles roles = resolveColumns(columns, options.columns, report);
    std::vector<ColumnUse> uses = describeColumns(columns, roles);
    if (!reader.problem() && report.hasErrors())
        return uses;
    CaseBuilder builder(std::move(columns), std::move(roles), report);
    CsvRow row;
    while (reader.next(row) && !interrupted(options, report, row.line)) {
        auto record = readRecord(row, builder, report);
        if (!record)
            continue;
        auto testCase = builder.build(std::move(*record), row.line);
        if (testCase && !cases.add(std::move(*testCase), row.line))
            return uses;
    }
    if (reader.problem())
        report.add(*reader.problem());
    return uses;
}

struct JsonLine {
    std::size_t line;
    Json value;
};

// parseJson counts lines from 1 in each record; the file's line is said in front.
std::string withoutLine(std::string message) {
    constexpr std::string_view kLine = "line 1, ";
    if (const std::size_t at = message.find(kLine); at != std::string::npos)
        message.erase(at, kLine.size());
    return message;
}

void parseLine(std::string_view text, std::size_t line, const ImportLimits& limits, std::vector<JsonLine>& records,
               ImportReport& report) {
    auto value = parseJson(text, {.bytes = limits.lineBytes});
    if (!value.ok())
        report.error("bad-json", line, fmt::format("line {}: {}", line, withoutLine(value.error().message)),
                     text.starts_with('[') ? "one JSON object a line; turn a list into lines with: jq -c '.[]'"
                                           : "one JSON object a line");
    else if (!value->is_object())
        report.error(
            "not-an-object", line, fmt::format("line {}: the record is not a JSON object", line),
            value->is_array() ? "turn a list into lines with: jq -c '.[]'" : R"(write {"input":{…},"expected":…})");
    else
        records.push_back({line, std::move(value).value()});
}

std::vector<JsonLine> parseLines(std::string_view text, const ImportOptions& options, ImportReport& report) {
    std::vector<JsonLine> records;
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    for (std::size_t line = 1; !text.empty() && !interrupted(options, report, line); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view record = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (record.find_first_not_of(" \t\r") != std::string_view::npos)
            parseLine(record, line, options.limits, records, report);
        if (records.size() > options.limits.rows)
            break;  // the collector reports it
    }
    return records;
}

void addNativeCases(std::vector<JsonLine>& records, const ImportOptions& options, CaseCollector& cases,
                    ImportReport& report) {
    for (auto& [line, value] : records) {
        if (interrupted(options, report, line))
            return;
        auto testCase = parseCase(value);
        value = nullptr;
        if (!testCase.ok())
            report.error("bad-case", line, fmt::format("line {}: {}", line, testCase.error().message), "");
        else if (testCase->weight > kLargestWeight)
            report.error("bad-case", line,
                         fmt::format("line {}: \"weight\" must be at most {:.0f}", line, kLargestWeight),
                         "leave it out for 1");
        else if (!cases.add(std::move(testCase).value(), line))
            return;
    }
}

std::vector<Column> keysOf(const std::vector<JsonLine>& records) {
    std::vector<Column> columns;
    std::unordered_map<std::string, bool> seen;
    for (const JsonLine& record : records)
        for (const auto& member : record.value.items())
            if (seen.try_emplace(member.key(), true).second)
                columns.push_back({member.key()});
    return columns;
}

std::vector<ColumnUse> addFlatCases(std::vector<JsonLine>& records, const ImportOptions& options, CaseCollector& cases,
                                    ImportReport& report) {
    std::vector<Column> columns = keysOf(records);
    constexpr std::size_t kMostColumns = 10'000;
    if (columns.size() > kMostColumns) {
        report.error("too-many-columns", 1, fmt::format("the records have more than {} different keys", kMostColumns),
                     R"(put what varies inside "input")");
        return {};
    }
    ColumnRoles roles = resolveColumns(columns, options.columns, report);
    std::vector<ColumnUse> uses = describeColumns(columns, roles);
    if (report.hasErrors())
        return uses;
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < columns.size(); ++i)
        places.emplace(columns[i].name, i);
    CaseBuilder builder(std::move(columns), std::move(roles), report);
    for (auto& [line, value] : records) {
        if (interrupted(options, report, line))
            return uses;
        Record record(builder.columns().size());
        for (const auto& member : value.items())
            record[places.at(member.key())] = std::move(member.value());
        value = nullptr;
        auto testCase = builder.build(std::move(record), line);
        if (testCase && !cases.add(std::move(*testCase), line))
            return uses;
    }
    return uses;
}

bool isNative(const JsonLine& record) {
    const Json* input = memberAt(record.value, "input");
    return input && input->is_object();
}

Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit) {
    std::error_code problem;
    const auto size = std::filesystem::file_size(path, problem);
    if (problem)
        return Error{ErrorCode::NotFound, "cannot read " + path.string() + ": " + problem.message()};
    if (size > limit)
        return Error{ErrorCode::InvalidArgument,
                     fmt::format("{} has {} bytes; the limit is {}; split it", path.string(), size, limit)};
    std::ifstream file(path, std::ios::binary);
    std::string text(size, '\0');
    if (!file.read(text.data(), static_cast<std::streamsize>(size)))
        return Error{ErrorCode::Unavailable, "cannot read " + path.string()};
    return text;
}

}  // namespace

DatasetImport importCsv(std::string_view text, const ImportOptions& options) {
    ImportReport report(options.limits.findings);
    CaseCollector cases(options.limits.rows, report);
    checkText(text, options.limits.fileBytes, report);
    std::vector<ColumnUse> columns;
    if (!report.hasErrors())
        columns = readCsvCases(text, options, cases, report);
    return finish(options, cases, std::move(columns), report);
}

DatasetImport importJsonl(std::string_view text, const ImportOptions& options) {
    ImportReport report(options.limits.findings);
    CaseCollector cases(options.limits.rows, report);
    checkText(text, options.limits.fileBytes, report);
    std::vector<JsonLine> records;
    if (!report.hasErrors())
        records = parseLines(text, options, report);
    std::vector<ColumnUse> columns;
    if (!records.empty() && !report.isFull() && !options.stop.stop_requested()) {
        if (options.columns.isDefault() && isNative(records.front()))
            addNativeCases(records, options, cases, report);
        else
            columns = addFlatCases(records, options, cases, report);
    }
    return finish(options, cases, std::move(columns), report);
}

DatasetImport importDatasetFile(const std::filesystem::path& path, ImportOptions options) {
    auto text = readFile(path, options.limits.fileBytes);
    if (!text.ok())
        return {std::nullopt, {{Severity::Error, "unreadable", "", {}, text.error().message, "check the path"}}};
    if (options.name.empty())
        options.name = path.stem().string();
    const std::string extension = path.extension().string();
    return extension == ".jsonl" || extension == ".ndjson" ? importJsonl(text.value(), options)
                                                           : importCsv(text.value(), options);
}

}  // namespace touchstone::eval
