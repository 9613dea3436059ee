// SPDX-License-Identifier: Apache-2.0

#include "compiler.h"
#include "describe.h"

#include <algorithm>

namespace touchstone::schema {

Group groupOf(Op op) {
    switch (op) {
        case Op::Minimum:
        case Op::Maximum:
        case Op::ExclusiveMinimum:
        case Op::ExclusiveMaximum:
        case Op::MultipleOf:
            return Group::Numbers;
        case Op::MinLength:
        case Op::MaxLength:
        case Op::Matches:
        case Op::HasFormat:
            return Group::Strings;
        case Op::MinItems:
        case Op::MaxItems:
        case Op::UniqueItems:
        case Op::Items:
        case Op::Contains:
            return Group::Arrays;
        case Op::MinProperties:
        case Op::MaxProperties:
        case Op::Members:
        case Op::PropertyNames:
        case Op::DependentRequired:
        case Op::DependentSchemas:
            return Group::Objects;
        case Op::Never:
        case Op::Const:
        case Op::Enum:
        case Op::Ref:
        case Op::DynamicRef:
        case Op::AllOf:
        case Op::AnyOf:
        case Op::OneOf:
        case Op::Not:
        case Op::If:
            break;
    }
    return Group::All;
}

const Json* Compiler::member(std::string_view keyword) const {
    return memberAt(*m_current->place.schema, keyword);
}

PointerId Compiler::pointerTo(std::string_view keyword) {
    return m_documents.pointers().child(m_current->place.pointer, keyword);
}

void Compiler::complain(std::string_view keyword, const std::string& expected, const Json& got) {
    m_documents.complain("wrong-type", pointerTo(keyword),
                         std::string(keyword) + " must be " + expected + ", not " + describe(got));
}

std::optional<NodeId> Compiler::subschema(std::string_view keyword) {
    const Json* value = member(keyword);
    if (!value)
        return std::nullopt;
    if (!value->is_object() && !value->is_boolean()) {
        complain(keyword, "a schema", *value);
        return std::nullopt;
    }
    return nodeFor(m_documents.child(m_current->place, *value, pointerTo(keyword)));
}

std::optional<NodeId> Compiler::subschemaIn(std::string_view keyword, std::string_view key, const Json& value) {
    const PointerId pointer = m_documents.pointers().child(pointerTo(keyword), key);
    if (value.is_object() || value.is_boolean())
        return nodeFor(m_documents.child(m_current->place, value, pointer));
    m_documents.complain("wrong-type", pointer, "this must be a schema, not " + describe(value));
    return std::nullopt;
}

std::optional<std::vector<NodeId>> Compiler::subschemas(std::string_view keyword) {
    const Json* value = member(keyword);
    if (!value)
        return std::nullopt;
    if (!value->is_array() || value->empty()) {
        complain(keyword, "a list of at least one schema", *value);
        return std::nullopt;
    }
    std::vector<NodeId> nodes;
    for (std::size_t i = 0; i < value->size(); ++i)
        nodes.push_back(subschemaIn(keyword, std::to_string(i), (*value)[i]).value_or(kNoNode));
    return nodes;
}

std::optional<std::vector<std::pair<std::string, NodeId>>> Compiler::subschemaMap(std::string_view keyword) {
    const Json* value = member(keyword);
    if (!value)
        return std::nullopt;
    if (!value->is_object()) {
        complain(keyword, "an object of schemas", *value);
        return std::nullopt;
    }
    std::vector<std::pair<std::string, NodeId>> nodes;
    for (const auto& [name, schema] : value->get_ref<const Json::object_t&>())
        nodes.emplace_back(name, subschemaIn(keyword, name, schema).value_or(kNoNode));
    return nodes;
}

std::optional<std::uint64_t> Compiler::count(std::string_view keyword) {
    const Json* value = member(keyword);
    if (!value)
        return std::nullopt;
    if (!value->is_number() || !isIntegral(*value) || compareNumbers(numberOf(*value), std::int64_t{0}) < 0) {
        complain(keyword, "a whole number of at least 0", *value);
        return std::nullopt;
    }
    // No value has as many parts as the largest count, so more means the same.
    constexpr auto kLargest = static_cast<std::int64_t>(std::numeric_limits<std::uint32_t>::max());
    if (compareNumbers(numberOf(*value), kLargest) >= 0)
        return static_cast<std::uint64_t>(kLargest);
    return static_cast<std::uint64_t>(value->get<double>());
}

std::optional<Number> Compiler::number(std::string_view keyword) {
    const Json* value = member(keyword);
    if (!value)
        return std::nullopt;
    if (!value->is_number()) {
        complain(keyword, "a number", *value);
        return std::nullopt;
    }
    return numberOf(*value);
}

std::optional<std::vector<std::string>> Compiler::names(std::string_view keyword, const Json& value) {
    const auto isString = [](const Json& name) { return name.is_string(); };
    if (!value.is_array() || !std::all_of(value.begin(), value.end(), isString)) {
        complain(keyword, "a list of property names", value);
        return std::nullopt;
    }
    std::vector<std::string> list;
    for (const Json& name : value)
        list.push_back(name.get_ref<const std::string&>());
    std::sort(list.begin(), list.end());
    if (const auto twice = std::adjacent_find(list.begin(), list.end()); twice != list.end()) {
        m_documents.complain("duplicate-name", pointerTo(keyword),
                             std::string(keyword) + " names " + quote(*twice) + " twice");
        return std::nullopt;
    }
    return list;
}

void Compiler::emitCount(std::string_view keyword, Op op) {
    if (const auto limit = count(keyword))
        emit(op, *limit);
}

void Compiler::emit(Op op, std::size_t a, std::size_t b) {
    m_current->code[static_cast<std::size_t>(groupOf(op))].push_back(
        {op, static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b)});
}

}  // namespace touchstone::schema
