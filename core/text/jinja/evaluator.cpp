// SPDX-License-Identifier: Apache-2.0

#include "evaluator.h"

#include "ops.h"
#include "printing.h"

#include <algorithm>

namespace touchstone::text::jinja {

namespace {

// Bounds the native stack: macros inside expressions inside macros.
class DepthGuard {
public:
    explicit DepthGuard(Run& run) : m_run(run) {
        if (++m_run.depth > kMaxDepth) {
            --m_run.depth;
            m_run.fail(FailureKind::RecursionLimit, "tags, expressions and macros are nested too deeply");
        }
    }
    ~DepthGuard() { --m_run.depth; }
    DepthGuard(const DepthGuard&) = delete;
    DepthGuard& operator=(const DepthGuard&) = delete;

private:
    static constexpr std::size_t kMaxDepth = 2500;
    Run& m_run;
};

Value rootValue(const Json& variables, std::string_view name) {
    const auto at = variables.find(name);
    if (at != variables.end())
        return Value::fromJson(*at);
    if (const Function* function = findFunction(name)) {
        Value value;
        value.kind = Kind::Function;
        value.function = function;
        return value;
    }
    return Value::undefined(name);
}

}  // namespace

Evaluator::Evaluator(Run& run, const Program& program, const Json& variables) : m_run(run), m_program(program) {
    m_roots = run.room<Value>(program.roots.size());
    for (std::size_t i = 0; i < m_roots.size(); ++i)
        std::construct_at(&m_roots[i], rootValue(variables, program.roots[i]));
    m_frame = newFrame(nullptr, program.slotCount);
}

Frame* Evaluator::newFrame(Frame* parent, std::size_t slots) {
    m_run.charge(slots / 4 + 1);
    const std::span<Value> room = m_run.room<Value>(slots);
    std::uninitialized_fill(room.begin(), room.end(), Value::missing());
    return m_run.make<Frame>(parent, room);
}

// ---- Expressions

Value Evaluator::eval(const Expr& expr) {
    m_run.charge(1);
    if (expr.kind == ExprKind::Constant)
        return static_cast<const ConstantExpr&>(expr).value;
    if (expr.kind == ExprKind::Name)
        return name(static_cast<const NameExpr&>(expr));
    const DepthGuard guard(m_run);
    return dispatch(expr);
}

Value Evaluator::dispatch(const Expr& expr) {
    switch (expr.kind) {
        case ExprKind::List:
        case ExprKind::Tuple:
            return sequence(static_cast<const SequenceExpr&>(expr));
        case ExprKind::Dict:
            return dict(static_cast<const DictExpr&>(expr));
        case ExprKind::Attribute: {
            const auto& node = static_cast<const AttributeExpr&>(expr);
            const Value object = eval(*node.object);
            m_run.at = expr.offset;
            return jinja::attribute(m_run, object, node.name);
        }
        case ExprKind::Subscript:
            return subscript(static_cast<const SubscriptExpr&>(expr));
        case ExprKind::Call:
            return call(static_cast<const CallExpr&>(expr), nullptr);
        case ExprKind::Filter:
            return filter(static_cast<const FilterExpr&>(expr));
        case ExprKind::Test:
            return test(static_cast<const TestExpr&>(expr));
        case ExprKind::Negate:
        case ExprKind::Plus:
        case ExprKind::Not:
            return unary(static_cast<const UnaryExpr&>(expr));
        case ExprKind::And:
        case ExprKind::Or:
            return logical(static_cast<const BinaryExpr&>(expr));
        case ExprKind::Concat:
            return concat(static_cast<const SequenceExpr&>(expr));
        case ExprKind::Binary:
            return binary(static_cast<const BinaryExpr&>(expr));
        case ExprKind::Compare:
            return compareChain(static_cast<const CompareExpr&>(expr));
        case ExprKind::Conditional:
            return conditional(static_cast<const ConditionalExpr&>(expr));
        case ExprKind::Constant:
        case ExprKind::Name:
        case ExprKind::Slice:
            break;
    }
    TOUCHSTONE_CHECK(false, "names and constants are handled by eval, slices by their subscript");
    return Value::none();
}

Value Evaluator::name(const NameExpr& expr) {
    m_run.at = expr.offset;
    for (const SlotRef& slot : expr.slots) {
        const Frame* frame = m_frame;
        for (std::uint32_t hop = 0; hop < slot.hops; ++hop)
            frame = frame->parent;
        if (const Value& value = frame->slots[slot.index]; value.kind != Kind::Missing)
            return value;
    }
    return expr.root == NameExpr::kNoRoot ? Value::undefined(expr.name) : m_roots[expr.root];
}

std::span<const Value> Evaluator::evalAll(Exprs exprs) {
    const std::span<Value> values = m_run.room<Value>(exprs.size());
    for (std::size_t i = 0; i < exprs.size(); ++i)
        std::construct_at(&values[i], eval(*exprs[i]));
    return values;
}

Value Evaluator::sequence(const SequenceExpr& expr) {
    const std::span<const Value> items = evalAll(expr.items);
    m_run.at = expr.offset;
    return m_run.list(items, expr.kind == ExprKind::Tuple ? Mark::Tuple : Mark::None);
}

Value Evaluator::dict(const DictExpr& expr) {
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < expr.keys.size(); ++i) {
        const Entry entry{eval(*expr.keys[i]), eval(*expr.values[i])};
        m_run.at = expr.keys[i]->offset;
        requireKey(m_run, entry.key);
        m_run.charge(entries.size() / 16);
        const auto known = std::find_if(entries.begin(), entries.end(),
                                        [&](const Entry& other) { return equal(other.key, entry.key); });
        if (known == entries.end())
            entries.push_back(entry);
        else
            known->value = entry.value;
    }
    return m_run.dict(entries);
}

Value Evaluator::subscript(const SubscriptExpr& expr) {
    const Value object = eval(*expr.object);
    if (expr.index->kind != ExprKind::Slice) {
        const Value index = eval(*expr.index);
        m_run.at = expr.offset;
        return jinja::subscript(m_run, object, index);
    }
    const auto& parts = static_cast<const SliceExpr&>(*expr.index);
    const Value start = optional(parts.start);
    const Value stop = optional(parts.stop);
    const Value step = optional(parts.step);
    m_run.at = expr.offset;
    return slice(m_run, object, start, stop, step);
}

Value Evaluator::filter(const FilterExpr& expr) {
    const Value input = expr.operand ? eval(*expr.operand) : m_blockText;
    std::array<Value, kMaxParameters> fixed;
    const std::size_t count = expr.arguments.fixed.size();
    for (std::size_t i = 0; i < count; ++i)
        fixed[i] = optional(expr.arguments.fixed[i]);
    const std::span<const Value> rest = evalAll(expr.arguments.rest);
    m_run.at = expr.offset;
    return expr.filter->apply(m_run, input, Args(m_run, std::span(fixed).first(count), rest));
}

Value Evaluator::test(const TestExpr& expr) {
    const Value input = eval(*expr.operand);
    std::array<Value, kMaxParameters> fixed;
    const std::size_t count = expr.arguments.fixed.size();
    for (std::size_t i = 0; i < count; ++i)
        fixed[i] = optional(expr.arguments.fixed[i]);
    m_run.at = expr.offset;
    const bool result = expr.test->check(m_run, input, Args(m_run, std::span(fixed).first(count), {}));
    return Value::boolOf(result != expr.negated);
}

Value Evaluator::unary(const UnaryExpr& expr) {
    const Value operand = eval(*expr.operand);
    m_run.at = expr.offset;
    if (expr.kind == ExprKind::Not)
        return Value::boolOf(!truth(m_run, operand));
    const Value negated = negate(m_run, operand);
    return expr.kind == ExprKind::Negate ? negated : negate(m_run, negated);
}

Value Evaluator::logical(const BinaryExpr& expr) {
    const Value left = eval(*expr.left);
    m_run.at = expr.left->offset;
    const bool isTrue = truth(m_run, left);
    return isTrue == (expr.kind == ExprKind::Or) ? left : eval(*expr.right);
}

Value Evaluator::concat(const SequenceExpr& expr) {
    const std::span<const Value> parts = evalAll(expr.items);
    std::string text;
    Writer writer(m_run, text);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        m_run.at = expr.items[i]->offset;
        print(writer, parts[i]);
    }
    return m_run.text(text);
}

Value Evaluator::binary(const BinaryExpr& expr) {
    const Value left = eval(*expr.left);
    const Value right = eval(*expr.right);
    m_run.at = expr.offset;
    return arithmetic(m_run, expr.op, left, right);
}

Value Evaluator::compareChain(const CompareExpr& expr) {
    Value left = eval(*expr.first);
    for (const Comparison& comparison : expr.rest) {
        const Value right = eval(*comparison.right);
        m_run.at = comparison.right->offset;
        if (!compare(m_run, comparison.op, left, right))
            return Value::boolOf(false);
        left = right;
    }
    return Value::boolOf(true);
}

Value Evaluator::conditional(const ConditionalExpr& expr) {
    const Value condition = eval(*expr.condition);
    m_run.at = expr.condition->offset;
    if (truth(m_run, condition))
        return eval(*expr.then);
    if (expr.otherwise)
        return eval(*expr.otherwise);
    Value nothing = Value::undefined("an if without else");
    nothing.mark = Mark::Soft;
    return nothing;
}

}  // namespace touchstone::text::jinja
