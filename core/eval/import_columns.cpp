// SPDX-License-Identifier: Apache-2.0

#include "import_columns.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace touchstone::eval {
namespace {

constexpr std::string_view kJsonMark = ":json";
constexpr std::string_view kWholeInput = "input";
constexpr std::array<std::string_view, 4> kLikelyExpected = {"label", "category", "output", "answer"};
constexpr std::array<std::string_view, 5> kOtherRoles = {"id", "name", "expected", "tags", "case_weight"};

std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return result;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string shortened(std::string_view name) {
    std::string shown(name.substr(0, name.size() <= 60 ? name.size() : 57));
    if (shown.size() < name.size())
        shown.append("…");
    return shown;
}

class Resolver {
public:
    Resolver(std::span<const Column> columns, const ColumnMapping& mapping, ImportReport& report)
        : m_columns(columns), m_mapping(mapping), m_report(report), m_taken(columns.size(), false) {}

    ColumnRoles resolve() {
        checkJsonColumns();
        takeNamedInputs();
        ColumnRoles& roles = m_roles;
        roles.name = named(m_mapping.name, "name");
        roles.expected = named(m_mapping.expected, "expected");
        roles.tags = named(m_mapping.tags, "tags");
        roles.weight = named(m_mapping.weight, "weight");
        findByName(roles.name, m_mapping.name, {"id", "name"}, "the case's name");
        findByName(roles.expected, m_mapping.expected, {"expected"}, "the expected answer");
        findByName(roles.tags, m_mapping.tags, {"tags"}, "the tags");
        findByName(roles.weight, m_mapping.weight, {"case_weight"}, "the case's weight");
        if (!roles.expected && !m_mapping.expected)
            guessExpected();
        if (m_mapping.inputs.empty())
            takeRemainingInputs();
        checkInputs();
        return std::move(m_roles);
    }

private:
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const {
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            if (m_columns[i].name == name)
                return i;
        return std::nullopt;
    }

    [[nodiscard]] std::optional<std::size_t> findFree(std::string_view lowerName) const {
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            if (!m_taken[i] && lowered(m_columns[i].name) == lowerName)
                return i;
        return std::nullopt;
    }

    std::optional<std::size_t> take(const std::string& name, std::string_view role) {
        const auto index = find(name);
        if (!index)
            reportUnknown(name, role);
        else
            m_taken[*index] = true;
        return index;
    }

    std::optional<std::size_t> named(const std::optional<std::string>& name, std::string_view role) {
        return name && !name->empty() ? take(*name, role) : std::nullopt;
    }

    void reportUnknown(const std::string& name, std::string_view role) {
        std::vector<std::string_view> names;
        for (const Column& column : m_columns)
            names.push_back(column.name);
        const std::string near = nearestName(name, names);
        names.resize(std::min<std::size_t>(names.size(), 20));
        m_report.error("unknown-column", 1,
                       fmt::format("there is no column \"{}\", which was named for {}", shortened(name), role),
                       near.empty() ? fmt::format("the columns are: {}", fmt::join(names, ", "))
                                    : fmt::format("did you mean \"{}\"?", near));
    }

    void checkJsonColumns() {
        for (const std::string& name : m_mapping.json)
            if (!find(name))
                reportUnknown(name, "JSON cells");
    }

    void takeNamedInputs() {
        for (const auto& [column, field] : m_mapping.inputs)
            if (const auto index = take(column, "an input"))
                m_roles.inputs.push_back({*index, field});
    }

    void findByName(std::optional<std::size_t>& role, const std::optional<std::string>& mapped,
                    std::initializer_list<std::string_view> names, std::string_view meaning) {
        if (role || mapped)
            return;
        for (const std::string_view name : names) {
            if (role = findFree(name); role)
                return announce(*role, meaning);
        }
    }

    void announce(std::size_t column, std::string_view meaning) {
        m_taken[column] = true;
        m_report.info("column-role",
                      fmt::format("the column \"{}\" is taken as {}", shortened(m_columns[column].name), meaning));
    }

    void guessExpected() {
        std::vector<std::size_t> candidates;
        for (const std::string_view name : kLikelyExpected)
            if (const auto index = findFree(name))
                candidates.push_back(*index);
        if (candidates.size() == 1) {
            m_roles.expected = candidates.front();
            announce(candidates.front(), "the expected answer");
        } else if (candidates.size() > 1) {
            m_report.warning("ambiguous-expected", 1,
                             fmt::format("\"{}\" and \"{}\" could both be the expected answer; none was chosen",
                                         m_columns[candidates[0]].name, m_columns[candidates[1]].name),
                             "name the column of the expected answer");
        }
    }

    void takeRemainingInputs() {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (m_taken[i])
                continue;
            if (m_columns[i].json && m_columns[i].name == kWholeInput)
                m_roles.wholeInput = i;
            else
                m_roles.inputs.push_back({i, m_columns[i].name});
        }
    }

    void checkInputs() {
        if (m_roles.wholeInput && !m_roles.inputs.empty())
            m_report.error("input-twice", 1,
                           fmt::format("\"input:json\" is the whole input, but the column \"{}\" is an input too",
                                       shortened(m_columns[m_roles.inputs.front().column].name)),
                           "remove one of them, or name the inputs in the mapping");
        std::vector<std::string_view> fields;
        for (const auto& input : m_roles.inputs)
            fields.push_back(input.field);
        std::sort(fields.begin(), fields.end());
        if (const auto twice = std::adjacent_find(fields.begin(), fields.end()); twice != fields.end())
            m_report.error("duplicate-field", 1,
                           fmt::format("two columns become the input field \"{}\"", shortened(*twice)),
                           "give each its own field in the mapping");
    }

    std::span<const Column> m_columns;
    const ColumnMapping& m_mapping;
    ImportReport& m_report;
    std::vector<bool> m_taken;
    ColumnRoles m_roles;
};

}  // namespace

bool ColumnMapping::isDefault() const {
    return inputs.empty() && !name && !expected && !tags && !weight && json.empty();
}

Column parseHeaderCell(std::string_view cell) {
    const std::string_view name = trimmed(cell);
    if (name.size() > kJsonMark.size() && name.ends_with(kJsonMark))
        return {std::string(name.substr(0, name.size() - kJsonMark.size())), true};
    return {std::string(name), false};
}

bool isReservedHeader(std::string_view header) {
    const std::string name = lowered(header);
    const auto is = [&](std::string_view reserved) { return name == reserved; };
    return header.empty() || trimmed(header) != header || name.ends_with(kJsonMark) || name == kWholeInput ||
           std::any_of(kLikelyExpected.begin(), kLikelyExpected.end(), is) ||
           std::any_of(kOtherRoles.begin(), kOtherRoles.end(), is);
}

ColumnRoles resolveColumns(std::span<const Column> columns, const ColumnMapping& mapping, ImportReport& report) {
    return Resolver(columns, mapping, report).resolve();
}

std::vector<ColumnUse> describeColumns(std::span<const Column> columns, const ColumnRoles& roles) {
    std::vector<ColumnUse> uses;
    for (const Column& column : columns)
        uses.push_back({column.name + (column.json ? std::string(kJsonMark) : ""), "ignored"});
    const auto say = [&uses](std::optional<std::size_t> column, std::string use) {
        if (column)
            uses[*column].use = std::move(use);
    };
    for (const ColumnRoles::Input& input : roles.inputs)
        say(input.column, "input " + input.field);
    say(roles.wholeInput, "the whole input");
    say(roles.name, "the case's name");
    say(roles.expected, "the expected answer");
    say(roles.tags, "the tags");
    say(roles.weight, "the case's weight");
    return uses;
}

}  // namespace touchstone::eval
