// SPDX-License-Identifier: Apache-2.0
//
// A compiled schema: flat tables that refer to each other by index. Constant after compilation.

#pragma once

#include "formats.h"
#include "pattern.h"
#include "pointer_table.h"
#include "property_table.h"
#include "schema/schema.h"
#include "values.h"

#include <array>
#include <cstdint>
#include <limits>

namespace touchstone::schema {

using NodeId = std::uint32_t;
constexpr NodeId kNoNode = std::numeric_limits<NodeId>::max();

// Instructions are keywords with everything looked up; `a` and `b` mean what the comment says.
enum class Op : std::uint8_t {
    Never,             // the schema `false`
    Const,             // a: values
    Enum,              // a: enumerations
    Ref,               // a: node
    DynamicRef,        // a: node without a dynamic scope, b: dynamicTargets
    AllOf,             // nodes a..b of nodeLists
    AnyOf,             // nodes a..b of nodeLists
    OneOf,             // nodes a..b of nodeLists
    Not,               // a: node
    If,                // a: conditionals
    Minimum,           // a: numbers
    Maximum,           // a: numbers
    ExclusiveMinimum,  // a: numbers
    ExclusiveMaximum,  // a: numbers
    MultipleOf,        // a: numbers
    MinLength,         // a: code points
    MaxLength,         // a: code points
    Matches,           // a: patterns
    HasFormat,         // a: formats
    MinItems,          // a: count
    MaxItems,          // a: count
    UniqueItems,
    Items,              // a: itemRules
    Contains,           // a: containsRules
    MinProperties,      // a: count
    MaxProperties,      // a: count
    Members,            // a: memberRules
    PropertyNames,      // a: node
    DependentRequired,  // a: dependentNames
    DependentSchemas,   // a: dependentNodes
};

struct Instruction {
    Op op;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
};

// Kinds of JSON values as bits of Node::types. A number with a fraction is Fraction, 1.0 is Integer.
enum Kind : std::uint8_t {
    kNull = 1,
    kBoolean = 2,
    kInteger = 4,
    kFraction = 8,
    kString = 16,
    kArray = 32,
    kObject = 64
};
constexpr std::uint8_t kAnyKind = 127;

struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

// Which instructions may apply to a value, by its type.
enum class Group : std::uint8_t { All, Numbers, Strings, Arrays, Objects };
constexpr std::size_t kGroups = 5;

// One subschema.
struct Node {
    std::uint8_t types = kAnyKind;
    bool never = false;  // the schema `false`
    std::array<Range, kGroups> groups = {};
    // These run last, because they are about what nothing else has looked at.
    NodeId unevaluatedItems = kNoNode;
    NodeId unevaluatedProperties = kNoNode;
    std::uint32_t resource = 0;  // for $dynamicRef
    PointerId pointer = 0;       // how problems name it
};

struct Conditional {
    NodeId condition = kNoNode;
    NodeId then = kNoNode;
    NodeId otherwise = kNoNode;
};

struct Enumeration {
    std::vector<Json> values;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> byHash;  // sorted: hash, index into values
};

struct ItemRule {
    std::vector<NodeId> prefix;
    NodeId rest = kNoNode;
    const char* prefixKeyword = "prefixItems";
    const char* restKeyword = "items";
};

constexpr std::uint64_t kUnlimited = std::numeric_limits<std::uint64_t>::max();

struct ContainsRule {
    NodeId node = kNoNode;
    std::uint64_t minimum = 1;
    std::uint64_t maximum = kUnlimited;
};

// properties, patternProperties, additionalProperties and required in one pass over the object.
struct MemberRule {
    PropertyTable table;
    std::vector<std::pair<std::uint32_t, NodeId>> patterns;  // patterns, node
    NodeId additional = kNoNode;
    std::vector<std::string> required;
};

struct DependentNames {
    std::vector<std::pair<std::string, std::vector<std::string>>> names;
    const char* keyword = "dependentRequired";
};

struct DependentNodes {
    std::vector<std::pair<std::string, NodeId>> nodes;
    const char* keyword = "dependentSchemas";
};

struct Program {
    Limits limits;
    PointerTable pointers;
    std::vector<Node> nodes;  // the first is the root
    std::vector<Instruction> code;
    std::vector<NodeId> nodeLists;
    std::vector<Json> values;
    std::vector<Enumeration> enumerations;
    std::vector<Number> numbers;
    std::vector<schema::Pattern> patterns;
    std::vector<const schema::Format*> formats;
    std::vector<Conditional> conditionals;
    std::vector<ItemRule> itemRules;
    std::vector<ContainsRule> containsRules;
    std::vector<MemberRule> memberRules;
    std::vector<DependentNames> dependentNames;
    std::vector<DependentNodes> dependentNodes;
    // For one $dynamicAnchor name: the node of each resource that declares it.
    std::vector<std::vector<std::pair<std::uint32_t, NodeId>>> dynamicTargets;
};

}  // namespace touchstone::schema
