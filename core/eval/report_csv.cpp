// SPDX-License-Identifier: Apache-2.0

#include "eval/csv.h"
#include "eval/report.h"

#include <fmt/format.h>

#include <iterator>

namespace touchstone::eval {
namespace {

void writeCell(std::string& csv, std::string_view value) {
    if (!csv.empty() && csv.back() != '\n')
        csv += ',';
    csv += csvCell(value);
}

std::string textOf(const Json& value) {
    return value.is_string() ? value.get<std::string>() : toText(value);
}

std::string joined(const std::vector<std::string>& tags) {
    std::string text;
    for (const std::string& tag : tags)
        text += (text.empty() ? "" : " ") + tag;
    return text;
}

void writeHeads(std::string& csv, const Report& report) {
    for (const char* head : {"case", "tags", "input", "expected"})
        writeCell(csv, head);
    for (const ContestantReport& contestant : report.contestants)
        for (const char* head : {"output", "score", "passed", "status", "latency_ms", "cost_usd", "tier", "error"})
            writeCell(csv, contestant.label + " " + head);
    csv += "\n";
}

void writeResult(std::string& csv, const CaseResult* result) {
    constexpr int kCells = 8;
    if (!result) {
        csv.append(kCells, ',');
        return;
    }
    writeCell(csv, result->output);
    writeCell(csv, result->scores.empty() ? std::string() : fmt::format("{}", result->score));
    writeCell(csv, result->scores.empty() ? "" : result->passed ? "true" : "false");
    writeCell(csv, trace::toString(result->status));
    writeCell(csv, fmt::format("{}", static_cast<double>(result->latency.count()) / 1e6));
    writeCell(csv, result->cost ? fmt::format("{:.12f}", result->cost->dollars()) : std::string());
    writeCell(csv, result->tier);
    writeCell(csv, result->error);
}

}  // namespace

std::string toCsv(const Report& report, const OnWritten& onWritten) {
    const std::size_t contestants = report.contestants.size();
    const std::vector<Case>& cases = report.dataset->cases;
    std::vector<const CaseResult*> results(cases.size() * contestants, nullptr);
    for (const CaseResult& result : report.results)
        results[result.caseIndex * contestants + result.contestant] = &result;
    std::string csv;
    writeHeads(csv, report);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        writeCell(csv, cases[i].name.empty() ? fmt::format("case {}", i + 1) : cases[i].name);
        writeCell(csv, joined(cases[i].tags));
        writeCell(csv, toText(cases[i].input));
        writeCell(csv, cases[i].expected ? textOf(*cases[i].expected) : std::string());
        for (std::size_t contestant = 0; contestant < contestants; ++contestant)
            writeResult(csv, results[i * contestants + contestant]);
        csv += "\n";
        if (onWritten && !onWritten(i + 1))
            break;
    }
    return csv;
}

}  // namespace touchstone::eval
