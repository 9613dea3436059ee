// SPDX-License-Identifier: Apache-2.0

#include "eval/dataset_export.h"

#include "base/canonical_json.h"
#include "eval/csv.h"
#include "import_columns.h"

#include <algorithm>
#include <functional>
#include <unordered_set>

namespace touchstone::eval {
namespace {

// One column to write: its header, and each case's value under it (null: none).
struct Output {
    std::string header;
    std::function<std::optional<Json>(const Case&)> value;
    bool emptyIsAbsent = false;  // on import an empty cell is no value
    bool json = false;
};

std::vector<std::string> fieldsOf(const Dataset& dataset) {
    std::vector<std::string> fields;
    std::unordered_set<std::string> seen;
    for (const Case& testCase : dataset.cases)
        for (const auto& member : testCase.input.items())
            if (seen.insert(member.key()).second)
                fields.push_back(member.key());
    return fields;
}

template <class Predicate>
bool anyCase(const Dataset& dataset, const Predicate& predicate) {
    return std::any_of(dataset.cases.begin(), dataset.cases.end(), predicate);
}

// Whether the text of each value says all there is to say.
bool isPlain(const Dataset& dataset, const Output& output) {
    return !anyCase(dataset, [&](const Case& testCase) {
        const std::optional<Json> value = output.value(testCase);
        if (!value)
            return !output.emptyIsAbsent;
        return !value->is_string() || (output.emptyIsAbsent && value->get_ref<const std::string&>().empty());
    });
}

Output fieldOutput(const std::string& field) {
    return {.header = field, .value = [field](const Case& testCase) {
                const Json* value = memberAt(testCase.input, field);
                return value ? std::optional<Json>(*value) : std::nullopt;
            }};
}

std::vector<Output> inputOutputs(const Dataset& dataset) {
    const std::vector<std::string> fields = fieldsOf(dataset);
    if (fields.empty() || std::any_of(fields.begin(), fields.end(), isReservedHeader))
        return {{.header = "input", .value = [](const Case& testCase) { return std::optional<Json>(testCase.input); }}};
    std::vector<Output> outputs;
    for (const std::string& field : fields)
        outputs.push_back(fieldOutput(field));
    return outputs;
}

std::vector<Output> outputsOf(const Dataset& dataset) {
    std::vector<Output> outputs;
    if (anyCase(dataset, [](const Case& testCase) { return !testCase.name.empty(); }))
        outputs.push_back(
            {.header = "id", .value = [](const Case& testCase) { return std::optional<Json>(testCase.name); }});
    for (Output& output : inputOutputs(dataset))
        outputs.push_back(std::move(output));
    if (anyCase(dataset, [](const Case& testCase) { return testCase.expected.has_value(); }))
        outputs.push_back({.header = "expected",
                           .value = [](const Case& testCase) { return testCase.expected; },
                           .emptyIsAbsent = true});
    if (anyCase(dataset, [](const Case& testCase) { return !testCase.tags.empty(); }))
        outputs.push_back({.header = "tags", .value = [](const Case& testCase) {
                               return std::optional<Json>(toText(Json(testCase.tags)));
                           }});
    if (anyCase(dataset, [](const Case& testCase) { return testCase.weight != 1; }))
        outputs.push_back({.header = "case_weight", .value = [](const Case& testCase) {
                               return std::optional<Json>(canonicalNumber(testCase.weight));
                           }});
    for (Output& output : outputs)
        output.json = !isPlain(dataset, output);
    return outputs;
}

std::string cellOf(const Case& testCase, const Output& output) {
    const std::optional<Json> value = output.value(testCase);
    if (!value)
        return {};
    return csvCell(output.json ? toText(*value) : value->get<std::string>());
}

template <class Cell>
void appendLine(std::string& text, const std::vector<Output>& outputs, const Cell& cell) {
    std::string line;
    for (const Output& output : outputs) {
        if (&output != &outputs.front())
            line += ',';
        line += cell(output);
    }
    text += line.empty() ? "\"\"" : line;  // an empty line would be skipped on import
    text += "\r\n";
}

}  // namespace

std::string exportCsv(const Dataset& dataset) {
    const std::vector<Output> outputs = outputsOf(dataset);
    std::string text;
    appendLine(text, outputs,
               [](const Output& output) { return csvCell(output.header + (output.json ? ":json" : "")); });
    for (const Case& testCase : dataset.cases)
        appendLine(text, outputs, [&](const Output& output) { return cellOf(testCase, output); });
    return text;
}

std::string exportJsonl(const Dataset& dataset) {
    std::string text;
    for (const Case& testCase : dataset.cases)
        text += toText(toJson(testCase)) + '\n';
    return text;
}

}  // namespace touchstone::eval
