// SPDX-License-Identifier: Apache-2.0

#include "compiler.h"
#include "describe.h"

#include <algorithm>

namespace touchstone::schema {

void Compiler::compileArrays() {
    if (resource().validates) {
        emitCount("minItems", Op::MinItems);
        emitCount("maxItems", Op::MaxItems);
    }
    compileItems();
    compileContains();
    const Json* unique = resource().validates ? member("uniqueItems") : nullptr;
    if (unique && !unique->is_boolean())
        complain("uniqueItems", "true or false", *unique);
    else if (unique && unique->get<bool>())
        emit(Op::UniqueItems);
}

void Compiler::compileItems() {
    ItemRule rule;
    if (isDraft7()) {
        compileItems7(rule);
    } else {
        rule.prefix = subschemas("prefixItems").value_or(std::vector<NodeId>());
        rule.rest = subschema("items").value_or(kNoNode);
    }
    if (rule.prefix.empty() && rule.rest == kNoNode)
        return;
    m_program.itemRules.push_back(std::move(rule));
    emit(Op::Items, m_program.itemRules.size() - 1);
}

void Compiler::compileItems7(ItemRule& rule) {
    const Json* items = member("items");
    if (!items || !items->is_array()) {
        rule.rest = subschema("items").value_or(kNoNode);
        return;
    }
    rule.prefixKeyword = "items";
    rule.restKeyword = "additionalItems";
    if (!items->empty())
        rule.prefix = subschemas("items").value_or(std::vector<NodeId>());
    rule.rest = subschema("additionalItems").value_or(kNoNode);
}

void Compiler::compileContains() {
    const auto node = subschema("contains");
    ContainsRule rule;
    if (!isDraft7() && resource().validates) {
        rule.minimum = count("minContains").value_or(rule.minimum);
        rule.maximum = count("maxContains").value_or(rule.maximum);
    }
    if (!node)
        return;
    rule.node = *node;
    m_program.containsRules.push_back(rule);
    emit(Op::Contains, m_program.containsRules.size() - 1);
}

void Compiler::compileObjects() {
    if (resource().validates) {
        emitCount("minProperties", Op::MinProperties);
        emitCount("maxProperties", Op::MaxProperties);
    }
    compileMembers();
    if (const auto node = subschema("propertyNames"))
        emit(Op::PropertyNames, *node);
    if (isDraft7())
        compileDependencies7();
    else
        compileDependencies();
}

void Compiler::compileMembers() {
    MemberRule rule;
    const Json* required = resource().validates ? member("required") : nullptr;
    if (required)
        rule.required = names("required", *required).value_or(std::vector<std::string>());
    std::vector<PropertyTable::Entry> entries;
    if (const auto properties = subschemaMap("properties"))
        for (const auto& [name, node] : *properties)
            entries.push_back({name, node, true, std::binary_search(rule.required.begin(), rule.required.end(), name)});
    std::vector<std::string_view> declared;
    for (const PropertyTable::Entry& entry : entries)
        declared.push_back(entry.name);
    std::sort(declared.begin(), declared.end());
    std::vector<PropertyTable::Entry> undeclared;
    for (const std::string& name : rule.required)
        if (!std::binary_search(declared.begin(), declared.end(), name))
            undeclared.push_back({name, kNoNode, false, true});
    entries.insert(entries.end(), undeclared.begin(), undeclared.end());
    rule.table.build(std::move(entries));
    compilePatternProperties(rule);
    rule.additional = subschema("additionalProperties").value_or(kNoNode);
    if (rule.table.entries().empty() && rule.patterns.empty() && rule.additional == kNoNode)
        return;
    m_program.memberRules.push_back(std::move(rule));
    emit(Op::Members, m_program.memberRules.size() - 1);
}

void Compiler::compilePatternProperties(MemberRule& rule) {
    const auto schemas = subschemaMap("patternProperties");
    if (!schemas)
        return;
    for (const auto& [source, node] : *schemas)
        if (const auto pattern =
                patternFor(source, m_documents.pointers().child(pointerTo("patternProperties"), source)))
            rule.patterns.emplace_back(*pattern, node);
}

void Compiler::compileDependencies() {
    if (const auto nodes = subschemaMap("dependentSchemas"))
        compileDependentSchemas({*nodes});
    const Json* required = resource().validates ? member("dependentRequired") : nullptr;
    if (!required)
        return;
    if (!required->is_object())
        return complain("dependentRequired", "an object of name lists", *required);
    DependentNames dependent;
    for (const auto& [name, list] : required->get_ref<const Json::object_t&>())
        dependent.names.emplace_back(name, names("dependentRequired", list).value_or(std::vector<std::string>()));
    compileDependentRequired(std::move(dependent));
}

void Compiler::compileDependencies7() {
    const Json* value = member("dependencies");
    if (!value)
        return;
    if (!value->is_object())
        return complain("dependencies", "an object of schemas and name lists", *value);
    DependentNames dependentNames{{}, "dependencies"};
    DependentNodes dependentNodes{{}, "dependencies"};
    for (const auto& [name, part] : value->get_ref<const Json::object_t&>()) {
        if (part.is_array())
            dependentNames.names.emplace_back(name, names("dependencies", part).value_or(std::vector<std::string>()));
        else
            dependentNodes.nodes.emplace_back(name, subschemaIn("dependencies", name, part).value_or(kNoNode));
    }
    compileDependentRequired(std::move(dependentNames));
    compileDependentSchemas(std::move(dependentNodes));
}

void Compiler::compileDependentRequired(DependentNames names) {
    if (names.names.empty())
        return;
    m_program.dependentNames.push_back(std::move(names));
    emit(Op::DependentRequired, m_program.dependentNames.size() - 1);
}

void Compiler::compileDependentSchemas(DependentNodes nodes) {
    if (nodes.nodes.empty())
        return;
    m_program.dependentNodes.push_back(std::move(nodes));
    emit(Op::DependentSchemas, m_program.dependentNodes.size() - 1);
}

void Compiler::compileUnevaluated() {
    if (isDraft7())
        return;
    const auto items = subschema("unevaluatedItems");
    const auto properties = subschema("unevaluatedProperties");
    m_program.nodes[m_current->node].unevaluatedItems = items.value_or(kNoNode);
    m_program.nodes[m_current->node].unevaluatedProperties = properties.value_or(kNoNode);
}

}  // namespace touchstone::schema
