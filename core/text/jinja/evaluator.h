// SPDX-License-Identifier: Apache-2.0
//
// Runs a compiled program once: expressions to values, statements to text.

#pragma once

#include "ast.h"
#include "registry.h"
#include "run.h"

#include <span>
#include <string>
#include <vector>

namespace touchstone::text::jinja {

// The slots of one running macro, or of the template.
struct Frame {
    Frame* parent = nullptr;
    std::span<Value> slots;
};

struct MacroObject {
    const MacroCode* code = nullptr;
    Frame* frame = nullptr;  // where it was defined
};

// Output bytes and the node that wrote them.
struct Written {
    std::size_t begin;
    std::size_t end;
    const Node* node;
};

class Evaluator {
public:
    Evaluator(Run& run, const Program& program, const Json& variables);

    void render(std::string& output, std::vector<Written>* trace);
    Value eval(const Expr& expr);

private:
    // ---- Expressions
    Value dispatch(const Expr& expr);
    Value name(const NameExpr& expr);
    Value sequence(const SequenceExpr& expr);
    Value dict(const DictExpr& expr);
    Value subscript(const SubscriptExpr& expr);
    Value filter(const FilterExpr& expr);
    Value test(const TestExpr& expr);
    Value unary(const UnaryExpr& expr);
    Value logical(const BinaryExpr& expr);
    Value concat(const SequenceExpr& expr);
    Value binary(const BinaryExpr& expr);
    Value compareChain(const CompareExpr& expr);
    Value conditional(const ConditionalExpr& expr);
    Value optional(const Expr* expr) { return expr ? eval(*expr) : Value::missing(); }
    std::span<const Value> evalAll(Exprs exprs);

    // ---- Calls
    struct CallArguments {
        std::span<const Value> positional;
        std::span<const Entry> named;
    };
    Value call(const CallExpr& expr, const MacroObject* caller);
    CallArguments arguments(const Arguments& arguments, const MacroObject* caller);
    Value invoke(const Value& callee, const CallArguments& arguments);
    Value callMacro(const MacroObject& macro, const CallArguments& arguments);
    void bindParameters(const MacroCode& code, Frame& frame, const CallArguments& arguments);
    Value extraNamed(const MacroCode& code, const CallArguments& arguments);

    // ---- Statements
    void exec(Body body);
    void exec(const Node& node);
    void output(const OutputNode& node);
    void write(const Node& node, const Value& value, bool allowFloat);
    void copy(const TextNode& node);
    void trace(const Node& node, std::size_t begin);
    void branch(const IfNode& node);
    void loop(const ForNode& node);
    void turns(const ForNode& node, const Value& items);
    Value filtered(const ForNode& node, const Value& items);
    void setBlock(const SetBlockNode& node);
    void with(const WithNode& node);
    void assign(const Target& target, const Value& value);
    void assignField(const Target& target, const Value& value);
    Value capture(Body body);
    void clear(Slots slots);
    Frame* newFrame(Frame* parent, std::size_t slots);

    Run& m_run;
    const Program& m_program;
    std::span<Value> m_roots;
    Frame* m_frame = nullptr;
    std::string* m_out = nullptr;
    std::vector<Written>* m_trace = nullptr;  // null while capturing
    Value m_blockText;                        // what a filter without operand works on
    std::size_t m_macroDepth = 0;
};

}  // namespace touchstone::text::jinja
