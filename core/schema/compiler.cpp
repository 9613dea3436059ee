// SPDX-License-Identifier: Apache-2.0

#include "compiler.h"

#include "uri.h"

namespace touchstone::schema {

Program Compiler::compile(const Json& schema) {
    m_program.limits = m_options.limits;
    const SchemaPlace* main = m_documents.addMain(schema);
    if (!main)
        return {};
    if (!schema.is_object() && !schema.is_boolean()) {
        m_documents.complain("wrong-type", main->pointer, "a schema must be an object or true or false",
                             "write {} to accept everything");
        return {};
    }
    (void)nodeFor(*main);
    do
        compileQueue();
    while (compileDynamicTargets());
    m_program.pointers = m_documents.pointers();
    if (!hasErrors(findings()))
        findReferenceLoops(m_program, findings());
    return std::move(m_program);
}

NodeId Compiler::nodeFor(const SchemaPlace& place) {
    const auto [known, added] = m_nodes.emplace(place.schema, static_cast<NodeId>(m_program.nodes.size()));
    if (added) {
        m_program.nodes.emplace_back();
        m_queue.emplace_back(known->second, place);
    }
    return known->second;
}

void Compiler::compileQueue() {
    for (; !m_queue.empty(); m_queue.pop_front())
        compileNode(m_queue.front().first, m_queue.front().second);
}

// A $dynamicRef may lead to any resource the evaluation can have entered, so each of their anchors needs its node.
bool Compiler::compileDynamicTargets() {
    m_program.dynamicTargets.assign(m_dynamicNames.size(), {});
    for (const auto& [name, index] : m_dynamicNames)
        for (ResourceId id = 0; id < m_usedResources.size(); ++id)
            if (const auto& anchors = m_documents.resource(id).dynamicAnchors;
                m_usedResources[id] && anchors.contains(name))
                m_program.dynamicTargets[index].emplace_back(id, nodeFor(anchors.find(name)->second));
    return !m_queue.empty();
}

void Compiler::compileNode(NodeId id, const SchemaPlace& place) {
    m_usedResources.resize(m_documents.resourceCount());
    m_usedResources[place.resource] = true;
    m_program.nodes[id].resource = place.resource;
    m_program.nodes[id].pointer = place.pointer;
    Current current{place, id, {}};
    m_current = &current;
    if (place.schema->is_boolean()) {
        m_program.nodes[id].never = !place.schema->get<bool>();
        if (m_program.nodes[id].never)
            emit(Op::Never);
    } else if (isDraft7() && member("$ref")) {
        compileReferences();
    } else {
        compileReferences();
        if (resource().validates) {
            compileTypes();
            compileConstants();
            compileNumbers();
        }
        compileStrings();
        compileArrays();
        compileObjects();
        compileCombinations();
        compileConditional();
        compileUnevaluated();
    }
    finishNode(current);
}

void Compiler::finishNode(Current& current) {
    Node& node = m_program.nodes[current.node];
    for (std::size_t group = 0; group < kGroups; ++group) {
        node.groups[group].begin = static_cast<std::uint32_t>(m_program.code.size());
        m_program.code.insert(m_program.code.end(), current.code[group].begin(), current.code[group].end());
        node.groups[group].end = static_cast<std::uint32_t>(m_program.code.size());
    }
    m_current = nullptr;
}

void Compiler::compileReferences() {
    if (const auto target = reference("$ref"))
        emit(Op::Ref, *target);
    if (isDraft7())
        return;
    const auto target = reference("$dynamicRef");
    if (!target)
        return;
    // Only a reference that leads to a $dynamicAnchor of the same name looks at the dynamic scope (section 8.2.3.2).
    const std::string name = fragmentOf(member("$dynamicRef")->get_ref<const std::string&>());
    const SchemaPlace* place =
        m_documents.resolve(m_current->place.resource, member("$dynamicRef")->get_ref<const std::string&>());
    const auto& anchors = m_documents.resource(place->resource).dynamicAnchors;
    const auto anchor = anchors.find(name);
    if (anchor == anchors.end() || anchor->second.schema != place->schema)
        return emit(Op::Ref, *target);
    const auto index = m_dynamicNames.emplace(name, static_cast<std::uint32_t>(m_dynamicNames.size())).first->second;
    emit(Op::DynamicRef, *target, index);
}

std::optional<NodeId> Compiler::reference(std::string_view keyword) {
    const Json* value = member(keyword);
    if (!value)
        return std::nullopt;
    if (!value->is_string()) {
        complain(keyword, "a URI reference", *value);
        return std::nullopt;
    }
    const SchemaPlace* target = m_documents.resolve(m_current->place.resource, value->get_ref<const std::string&>());
    if (target && (target->schema->is_object() || target->schema->is_boolean()))
        return nodeFor(*target);
    m_documents.complain("unresolved-reference", pointerTo(keyword),
                         std::string(keyword) + " " + toText(*value) +
                             (target ? " leads to something that is not a schema" : " leads nowhere"),
                         target ? "" : "add the schema under $defs or to the documents given; nothing is fetched");
    return std::nullopt;
}

void Compiler::compileCombinations() {
    compileList("allOf", Op::AllOf);
    compileList("anyOf", Op::AnyOf);
    compileList("oneOf", Op::OneOf);
    if (const auto node = subschema("not"))
        emit(Op::Not, *node);
}

void Compiler::compileList(std::string_view keyword, Op op) {
    const auto nodes = subschemas(keyword);
    if (!nodes)
        return;
    const std::size_t begin = m_program.nodeLists.size();
    m_program.nodeLists.insert(m_program.nodeLists.end(), nodes->begin(), nodes->end());
    emit(op, begin, m_program.nodeLists.size());
}

void Compiler::compileConditional() {
    const auto condition = subschema("if");
    const auto then = subschema("then");
    const auto otherwise = subschema("else");
    if (!condition)
        return;
    m_program.conditionals.push_back({*condition, then.value_or(kNoNode), otherwise.value_or(kNoNode)});
    emit(Op::If, m_program.conditionals.size() - 1);
}

}  // namespace touchstone::schema
