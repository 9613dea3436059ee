// SPDX-License-Identifier: Apache-2.0

#include "compiler.h"
#include "describe.h"

#include <algorithm>

namespace touchstone::schema {
namespace {

struct TypeName {
    std::string_view name;
    std::uint8_t kinds;
};

constexpr std::array kTypeNames = std::to_array<TypeName>({
    {"null", kNull},
    {"boolean", kBoolean},
    {"integer", kInteger},
    {"number", kInteger | kFraction},
    {"string", kString},
    {"array", kArray},
    {"object", kObject},
});

std::string nearestType(std::string_view name) {
    std::vector<std::string_view> names;
    for (const TypeName& type : kTypeNames)
        names.push_back(type.name);
    const std::string nearest = nearestName(name, names);
    return nearest.empty() ? "the types are null, boolean, integer, number, string, array and object"
                           : "did you mean \"" + nearest + "\"?";
}

}  // namespace

std::uint8_t kindsOf(std::string_view typeName) {
    const auto* found = std::find_if(kTypeNames.begin(), kTypeNames.end(),
                                     [typeName](const TypeName& type) { return type.name == typeName; });
    return found == kTypeNames.end() ? 0 : found->kinds;
}

void Compiler::compileTypes() {
    const Json* value = member("type");
    if (!value)
        return;
    if (!value->is_string() && (!value->is_array() || value->empty()))
        return complain("type", "the name of a type or a list of names", *value);
    const Json list = value->is_array() ? *value : Json::array({*value});
    std::uint8_t kinds = 0;
    for (const Json& name : list) {
        const std::uint8_t more = name.is_string() ? kindsOf(name.get_ref<const std::string&>()) : std::uint8_t{0};
        if (more == 0)
            m_documents.complain("unknown-type", pointerTo("type"), "unknown type " + describe(name),
                                 name.is_string() ? nearestType(name.get_ref<const std::string&>()) : "");
        kinds |= more;
    }
    m_program.nodes[m_current->node].types = kinds;
}

void Compiler::compileConstants() {
    if (const Json* value = member("const")) {
        m_program.values.push_back(*value);
        emit(Op::Const, m_program.values.size() - 1);
    }
    const Json* list = member("enum");
    if (!list)
        return;
    if (!list->is_array())
        return complain("enum", "a list of values", *list);
    Enumeration enumeration{list->get_ref<const Json::array_t&>(), {}};
    CompareBudget budget{std::numeric_limits<std::int64_t>::max(), m_options.limits.schemaDepth};
    for (std::uint32_t i = 0; i < enumeration.values.size(); ++i)
        enumeration.byHash.emplace_back(hashValue(enumeration.values[i], budget), i);
    std::sort(enumeration.byHash.begin(), enumeration.byHash.end());
    m_program.enumerations.push_back(std::move(enumeration));
    emit(Op::Enum, m_program.enumerations.size() - 1);
}

void Compiler::compileNumbers() {
    constexpr std::array<std::pair<std::string_view, Op>, 4> kBounds = {{{"minimum", Op::Minimum},
                                                                         {"maximum", Op::Maximum},
                                                                         {"exclusiveMinimum", Op::ExclusiveMinimum},
                                                                         {"exclusiveMaximum", Op::ExclusiveMaximum}}};
    for (const auto& [keyword, op] : kBounds) {
        if (const auto bound = number(keyword)) {
            m_program.numbers.push_back(*bound);
            emit(op, m_program.numbers.size() - 1);
        }
    }
    const auto divisor = number("multipleOf");
    if (!divisor)
        return;
    if (compareNumbers(*divisor, std::int64_t{0}) <= 0)
        return complain("multipleOf", "greater than 0", *member("multipleOf"));
    m_program.numbers.push_back(*divisor);
    emit(Op::MultipleOf, m_program.numbers.size() - 1);
}

void Compiler::compileStrings() {
    if (const Json* format = member("format"); format && !format->is_string())
        complain("format", "the name of a format", *format);
    else if (format && resource().assertFormats)
        if (const Format* known = findFormat(format->get_ref<const std::string&>())) {
            m_program.formats.push_back(known);
            emit(Op::HasFormat, m_program.formats.size() - 1);
        }
    if (!resource().validates)
        return;
    emitCount("minLength", Op::MinLength);
    emitCount("maxLength", Op::MaxLength);
    const Json* pattern = member("pattern");
    if (!pattern)
        return;
    if (!pattern->is_string())
        return complain("pattern", "a regular expression", *pattern);
    if (const auto index = patternFor(pattern->get_ref<const std::string&>(), pointerTo("pattern")))
        emit(Op::Matches, *index);
}

std::optional<std::uint32_t> Compiler::patternFor(std::string_view source, PointerId where) {
    if (const auto known = m_patterns.find(source); known != m_patterns.end())
        return known->second;
    auto pattern = Pattern::compile(source, m_options.limits.patternBytes);
    if (!pattern.ok()) {
        m_documents.complain("bad-pattern", where, "not a regular expression of ECMA-262: " + pattern.error().message);
        return std::nullopt;
    }
    m_program.patterns.push_back(std::move(pattern).value());
    const auto index = static_cast<std::uint32_t>(m_program.patterns.size() - 1);
    m_patterns.emplace(source, index);
    return index;
}

}  // namespace touchstone::schema
