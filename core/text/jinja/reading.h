// SPDX-License-Identifier: Apache-2.0
//
// What a compiled program reads of its caller's variables, found without running it.
//
// Pure functions; safe from any thread.

#pragma once

#include "ast.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace touchstone::text::jinja {

// A name with the keys after it that are known without running: customer.plan, customer['plan'].
struct StaticPath {
    const NameExpr* name = nullptr;
    std::string text;
    std::size_t parts = 1;
};

// Empty when `expr` is more than that.
[[nodiscard]] std::optional<StaticPath> staticPath(const Expr& expr);

// Calls visit(child) for the direct parts of an expression, in source order but for `a if b`. The name of a called
// method is no part: `d.items()` has the part `d`.
template <class Visit>
void forEachPart(const Expr& expr, Visit visit);

// See Template::variables().
[[nodiscard]] std::vector<VariableUse> variableUses(const Program& program);

// For each node that writes: the caller's variables whose values it may show, also through loops, `set`, `with`, macros
// and blocks.
using OutputSources = std::unordered_map<const Node*, std::vector<std::string>>;
[[nodiscard]] OutputSources outputSources(const Program& program);

// ---- Implementation

template <class Visit>
void forEachPart(const Expr& expr, Visit visit) {
    const auto one = [&visit](const Expr* part) {
        if (part)
            visit(*part);
    };
    const auto all = [&one](Exprs parts) {
        for (const Expr* part : parts)
            one(part);
    };
    switch (expr.kind) {
        case ExprKind::Constant:
        case ExprKind::Name:
            break;
        case ExprKind::List:
        case ExprKind::Tuple:
        case ExprKind::Concat:
            all(static_cast<const SequenceExpr&>(expr).items);
            break;
        case ExprKind::Dict:
            all(static_cast<const DictExpr&>(expr).keys);
            all(static_cast<const DictExpr&>(expr).values);
            break;
        case ExprKind::Attribute:
            one(static_cast<const AttributeExpr&>(expr).object);
            break;
        case ExprKind::Subscript:
            one(static_cast<const SubscriptExpr&>(expr).object);
            one(static_cast<const SubscriptExpr&>(expr).index);
            break;
        case ExprKind::Slice:
            one(static_cast<const SliceExpr&>(expr).start);
            one(static_cast<const SliceExpr&>(expr).stop);
            one(static_cast<const SliceExpr&>(expr).step);
            break;
        case ExprKind::Call: {
            const auto& call = static_cast<const CallExpr&>(expr);
            const bool isMethod = call.callee->kind == ExprKind::Attribute;
            one(isMethod ? static_cast<const AttributeExpr*>(call.callee)->object : call.callee);
            all(call.arguments.positional);
            for (const NamedArgument& argument : call.arguments.named)
                one(argument.value);
            break;
        }
        case ExprKind::Filter:
            one(static_cast<const FilterExpr&>(expr).operand);
            all(static_cast<const FilterExpr&>(expr).arguments.fixed);
            all(static_cast<const FilterExpr&>(expr).arguments.rest);
            break;
        case ExprKind::Test:
            one(static_cast<const TestExpr&>(expr).operand);
            all(static_cast<const TestExpr&>(expr).arguments.fixed);
            all(static_cast<const TestExpr&>(expr).arguments.rest);
            break;
        case ExprKind::Negate:
        case ExprKind::Plus:
        case ExprKind::Not:
            one(static_cast<const UnaryExpr&>(expr).operand);
            break;
        case ExprKind::And:
        case ExprKind::Or:
        case ExprKind::Binary:
            one(static_cast<const BinaryExpr&>(expr).left);
            one(static_cast<const BinaryExpr&>(expr).right);
            break;
        case ExprKind::Compare:
            one(static_cast<const CompareExpr&>(expr).first);
            for (const Comparison& comparison : static_cast<const CompareExpr&>(expr).rest)
                one(comparison.right);
            break;
        case ExprKind::Conditional:
            one(static_cast<const ConditionalExpr&>(expr).condition);
            one(static_cast<const ConditionalExpr&>(expr).then);
            one(static_cast<const ConditionalExpr&>(expr).otherwise);
            break;
    }
}

}  // namespace touchstone::text::jinja
