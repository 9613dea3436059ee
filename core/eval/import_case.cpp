// SPDX-License-Identifier: Apache-2.0

#include "import_case.h"

#include <fmt/format.h>

#include <charconv>

namespace touchstone::eval {
namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// "urgent; billing, vip": words separated by commas or semicolons.
std::vector<std::string> splitTags(std::string_view text) {
    std::vector<std::string> tags;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(",;"), text.size());
        if (const std::string_view tag = trimmed(text.substr(0, end)); !tag.empty())
            tags.emplace_back(tag);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return tags;
}

std::optional<std::vector<std::string>> stringList(const Json& value) {
    if (!value.is_array())
        return std::nullopt;
    std::vector<std::string> list;
    for (const Json& item : value) {
        if (!item.is_string())
            return std::nullopt;
        list.push_back(item.get<std::string>());
    }
    return list;
}

std::optional<double> number(const Json& value) {
    if (value.is_number())
        return value.get<double>();
    if (!value.is_string())
        return std::nullopt;
    const std::string_view text = trimmed(value.get_ref<const std::string&>());
    double result = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), result);
    if (status != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return result;
}

bool isEmptyText(const Json& value) {
    return value.is_string() && value.get_ref<const std::string&>().empty();
}

}  // namespace

std::optional<Case> CaseBuilder::build(Record record, std::size_t line) {
    Case result;
    if (!readName(record, line, result) || !readTags(record, line, result) || !readWeight(record, line, result))
        return std::nullopt;
    if (m_roles.expected)
        result.expected = std::move(record[*m_roles.expected]);
    if (!readInput(record, line, result))
        return std::nullopt;
    return result;
}

bool CaseBuilder::readName(Record& record, std::size_t line, Case& result) {
    if (!m_roles.name || !record[*m_roles.name] || record[*m_roles.name]->is_null())
        return true;
    const Json& value = *record[*m_roles.name];
    if (!value.is_string() && !value.is_number())
        return refuse(*m_roles.name, line, "must be a string or a number", "correct it, or map another column");
    result.name = value.is_string() ? value.get<std::string>() : toText(value);
    return true;
}

bool CaseBuilder::readTags(Record& record, std::size_t line, Case& result) {
    if (!m_roles.tags || !record[*m_roles.tags] || record[*m_roles.tags]->is_null())
        return true;
    const Json& value = *record[*m_roles.tags];
    if (value.is_string() && !trimmed(value.get_ref<const std::string&>()).starts_with('[')) {
        result.tags = splitTags(value.get_ref<const std::string&>());
        return true;
    }
    Result<Json> parsed = value.is_string() ? parseJson(value.get_ref<const std::string&>()) : Result<Json>(value);
    auto list = parsed.ok() ? stringList(parsed.value()) : std::nullopt;
    if (!list)
        return refuse(*m_roles.tags, line, "must be a list of strings",
                      R"(write ["urgent","billing"] or urgent;billing)");
    result.tags = std::move(*list);
    return true;
}

bool CaseBuilder::readWeight(Record& record, std::size_t line, Case& result) {
    if (!m_roles.weight || !record[*m_roles.weight] || isEmptyText(*record[*m_roles.weight]))
        return true;
    const auto weight = number(*record[*m_roles.weight]);
    if (!weight || !(*weight > 0) || !(*weight <= kLargestWeight))
        return refuse(*m_roles.weight, line, "must be a number above 0 and at most 1000000", "leave it empty for 1");
    result.weight = *weight;
    return true;
}

bool CaseBuilder::readInput(Record& record, std::size_t line, Case& result) {
    if (m_roles.wholeInput) {
        std::optional<Json>& whole = record[*m_roles.wholeInput];
        if (!whole || !whole->is_object())
            return refuse(*m_roles.wholeInput, line, "must be a JSON object", R"(write {"text":"…"})");
        result.input = std::move(*whole);
        return true;
    }
    for (const auto& [column, field] : m_roles.inputs)
        if (record[column])
            result.input[field] = std::move(*record[column]);
    return true;
}

bool CaseBuilder::refuse(std::size_t column, std::size_t line, std::string what, std::string remedy) {
    m_report.error("bad-value", line, fmt::format("line {}: \"{}\" {}", line, m_columns[column].name, what),
                   std::move(remedy));
    return false;
}

bool CaseCollector::add(Case testCase, std::size_t line) {
    if (m_cases.size() == m_limit) {
        m_report.error("too-many-rows", line, fmt::format("line {}: more than {} cases", line, m_limit),
                       "split the file into several datasets");
        return false;
    }
    const auto id = caseId(testCase);
    if (!id.ok()) {
        m_report.error("bad-value", line, fmt::format("line {}: {}", line, id.error().message),
                       "write such a number as a string");
        return true;
    }
    if (const auto [first, fresh] = m_lines.try_emplace(id.value(), line); !fresh)
        m_report.warning("repeated-case", line, fmt::format("line {} repeats the case of line {}", line, first->second),
                         "remove it, or give each its own id");
    m_cases.push_back(std::move(testCase));
    return true;
}

}  // namespace touchstone::eval
