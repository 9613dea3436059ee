// SPDX-License-Identifier: Apache-2.0
//
// Turns schema documents into a Program. One use, one thread.

#pragma once

#include "documents.h"
#include "program.h"

#include <deque>
#include <map>
#include <optional>
#include <unordered_map>

namespace touchstone::schema {

class Compiler {
public:
    explicit Compiler(const CompileOptions& options) : m_options(options), m_documents(options) {}

    // The program is complete only when findings() has no errors.
    [[nodiscard]] Program compile(const Json& schema);
    [[nodiscard]] std::vector<Finding>& findings() { return m_documents.findings(); }

private:
    // The schema object that is being compiled, and its code so far.
    struct Current {
        SchemaPlace place;
        NodeId node;
        std::array<std::vector<Instruction>, kGroups> code;
    };

    // compiler.cpp: which schemas become nodes, and how they refer to each other
    NodeId nodeFor(const SchemaPlace& place);
    void compileQueue();
    bool compileDynamicTargets();
    void compileNode(NodeId id, const SchemaPlace& place);
    void finishNode(Current& current);
    void compileReferences();
    std::optional<NodeId> reference(std::string_view keyword);
    void compileCombinations();
    void compileList(std::string_view keyword, Op op);
    void compileConditional();

    // compile_values.cpp
    void compileTypes();
    void compileConstants();
    void compileNumbers();
    void compileStrings();
    std::optional<std::uint32_t> patternFor(std::string_view source, PointerId where);

    // compile_structures.cpp
    void compileArrays();
    void compileItems();
    void compileItems7(ItemRule& rule);
    void compileContains();
    void compileObjects();
    void compileMembers();
    void compilePatternProperties(MemberRule& rule);
    void compileDependencies();
    void compileDependencies7();
    void compileDependentRequired(DependentNames names);
    void compileDependentSchemas(DependentNodes nodes);
    void compileUnevaluated();

    // compile_reading.cpp: members of the current schema, with complaints about their types
    [[nodiscard]] const Json* member(std::string_view keyword) const;
    [[nodiscard]] PointerId pointerTo(std::string_view keyword);
    void complain(std::string_view keyword, const std::string& expected, const Json& got);
    std::optional<NodeId> subschema(std::string_view keyword);
    std::optional<NodeId> subschemaIn(std::string_view keyword, std::string_view key, const Json& value);
    std::optional<std::vector<NodeId>> subschemas(std::string_view keyword);
    std::optional<std::vector<std::pair<std::string, NodeId>>> subschemaMap(std::string_view keyword);
    std::optional<std::uint64_t> count(std::string_view keyword);
    std::optional<Number> number(std::string_view keyword);
    std::optional<std::vector<std::string>> names(std::string_view keyword, const Json& value);
    void emitCount(std::string_view keyword, Op op);
    void emit(Op op, std::size_t a = 0, std::size_t b = 0);

    [[nodiscard]] const Resource& resource() const { return m_documents.resource(m_current->place.resource); }
    [[nodiscard]] bool isDraft7() const { return resource().draft == Draft::Draft7; }

    const CompileOptions& m_options;
    Documents m_documents;
    Program m_program;
    std::unordered_map<const Json*, NodeId> m_nodes;
    std::deque<std::pair<NodeId, SchemaPlace>> m_queue;
    std::vector<bool> m_usedResources;
    std::map<std::string, std::uint32_t, std::less<>> m_dynamicNames;
    std::map<std::string, std::uint32_t, std::less<>> m_patterns;
    Current* m_current = nullptr;
};

// The Kind bits of a type's name, 0 when there is no such type.
[[nodiscard]] std::uint8_t kindsOf(std::string_view typeName);

// The group of values an instruction can say anything about.
[[nodiscard]] Group groupOf(Op op);

// Adds a finding for each circle of references that a value could never satisfy because nothing of it is consumed.
void findReferenceLoops(const Program& program, std::vector<Finding>& findings);

}  // namespace touchstone::schema
