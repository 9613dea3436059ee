// SPDX-License-Identifier: Apache-2.0
//
// The compiled form of a template: a tree of small immutable nodes in the arena of their Program. Names are resolved
// to slots, filters and tests to functions, before anything runs.

#pragma once

#include "text/template.h"
#include "value.h"

#include <cstdint>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::text::jinja {

struct Filter;
struct Test;

// ---- Expressions

enum class ExprKind : std::uint8_t {
    Constant,
    Name,
    List,
    Tuple,
    Dict,
    Attribute,
    Subscript,
    Slice,
    Call,
    Filter,
    Test,
    Negate,
    Plus,
    Not,
    And,
    Or,
    Concat,
    Binary,
    Compare,
    Conditional,
};

enum class BinaryOp : std::uint8_t { Add, Subtract, Multiply, Divide, FloorDivide, Modulo, Power };
enum class CompareOp : std::uint8_t { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, In, NotIn };

struct Expr {
    ExprKind kind;
    std::uint32_t offset = 0;  // in the source, for messages
    std::uint32_t height = 1;  // of the tree below; bounded by TemplateOptions::depth
};

using Exprs = std::span<const Expr* const>;

struct ConstantExpr : Expr {
    Value value;
};

// Slot `index` of the activation `hops` macros further out.
struct SlotRef {
    std::uint32_t hops = 0;
    std::uint32_t index = 0;
};

struct NameExpr : Expr {
    std::string_view name;
    std::span<const SlotRef> slots;  // innermost first; the first one that is set wins
    std::uint32_t root = kNoRoot;    // index in Program::roots: what the name means when no slot is set
    bool free = false;               // it means a variable of the caller here: nothing before has set it

    static constexpr std::uint32_t kNoRoot = 0xFFFFFFFF;
};

struct SequenceExpr : Expr {  // List, Tuple, Concat
    Exprs items;
};

struct DictExpr : Expr {
    Exprs keys;
    Exprs values;
};

struct AttributeExpr : Expr {
    const Expr* object;
    std::string_view name;
};

struct SubscriptExpr : Expr {
    const Expr* object;
    const Expr* index;  // may be a Slice
};

struct SliceExpr : Expr {  // absent parts are null
    const Expr* start;
    const Expr* stop;
    const Expr* step;
};

struct NamedArgument {
    std::string_view name;
    const Expr* value;
};

struct Arguments {
    Exprs positional;
    std::span<const NamedArgument> named;
};

struct CallExpr : Expr {
    const Expr* callee;
    Arguments arguments;
};

// Arguments bound to the parameters of a filter or test; null where not given.
struct BoundArguments {
    Exprs fixed;
    Exprs rest;
};

struct FilterExpr : Expr {
    const Expr* operand;  // null in the chain of a filter block: the block's text
    const Filter* filter;
    BoundArguments arguments;
};

struct TestExpr : Expr {
    const Expr* operand;
    const Test* test;
    bool negated;
    BoundArguments arguments;
};

struct UnaryExpr : Expr {  // Negate, Plus, Not
    const Expr* operand;
};

struct BinaryExpr : Expr {  // Binary, And, Or
    BinaryOp op;
    const Expr* left;
    const Expr* right;
};

struct Comparison {
    CompareOp op;
    const Expr* right;
};

struct CompareExpr : Expr {
    const Expr* first;
    std::span<const Comparison> rest;
};

struct ConditionalExpr : Expr {
    const Expr* condition;
    const Expr* then;
    const Expr* otherwise;  // may be null
};

// ---- Statements

enum class NodeKind : std::uint8_t { Text, Output, If, For, Set, SetBlock, Macro, CallBlock, FilterBlock, With };

struct Node {
    NodeKind kind;
    std::uint32_t offset = 0;
};

using Body = std::span<const Node* const>;

struct TextNode : Node {
    std::string_view text;
};

struct OutputNode : Node {
    const Expr* expression;
    bool allowFloat;  // the expression ends with a filter that is meant to give a float
};

struct Branch {
    const Expr* condition;
    Body body;
};

struct IfNode : Node {
    std::span<const Branch> branches;
    Body otherwise;
};

struct Target {
    enum class Kind : std::uint8_t { Slot, Tuple, NamespaceField };
    Kind kind = Kind::Slot;
    std::uint32_t offset = 0;
    std::uint32_t slot = 0;
    const Expr* object = nullptr;          // NamespaceField: the namespace
    std::string_view field = {};           // NamespaceField
    std::span<const Target> targets = {};  // Tuple
};

// The slots that belong to one turn of a loop or to one block with a scope of its own: unset when it begins.
using Slots = std::span<const std::uint32_t>;

struct ForNode : Node {
    Target target;
    const Expr* iterable;
    const Expr* filter = nullptr;
    std::uint32_t loopSlot = 0;
    Slots slots;
    Body body;
    Slots otherwiseSlots;
    Body otherwise;
};

struct SetNode : Node {
    Target target;
    const Expr* value;
};

struct SetBlockNode : Node {
    Target target;
    const Expr* filters;  // a chain of FilterExpr over null, or null
    Slots slots;
    Body body;
};

struct Parameter {
    std::string_view name;
    std::uint32_t slot;
    const Expr* fallback;  // may be null
};

struct MacroCode {
    std::string_view name;
    std::uint32_t slotCount = 0;
    std::span<const Parameter> parameters;
    // Slots of the implicit names; kNoSlot where the body does not use them
    std::uint32_t varargs = kNoSlot;
    std::uint32_t kwargs = kNoSlot;
    std::uint32_t caller = kNoSlot;
    Body body;

    static constexpr std::uint32_t kNoSlot = 0xFFFFFFFF;
};

struct MacroNode : Node {
    const MacroCode* code;
    std::uint32_t slot;
};

struct CallBlockNode : Node {
    const CallExpr* call;
    const MacroCode* caller;
};

struct FilterBlockNode : Node {
    const Expr* filters;
    Slots slots;
    Body body;
};

struct WithNode : Node {
    std::span<const Target> targets;
    Exprs values;
    Slots slots;
    Body body;
};

// ---- The whole

struct Program {
    std::string source;
    TemplateOptions options;
    std::pmr::monotonic_buffer_resource arena;
    Body body;                         // of a template
    const Expr* expression = nullptr;  // of an Expression
    std::uint32_t slotCount = 0;
    std::vector<std::string_view> roots;  // names read from the caller's variables
};

}  // namespace touchstone::text::jinja
