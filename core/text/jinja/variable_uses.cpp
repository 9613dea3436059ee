// SPDX-License-Identifier: Apache-2.0
//
// Which of the caller's variables are read, and which of them are there for sure where they are read: behind a test, in
// a branch, in a loop over them.

#include "base/finding.h"
#include "reading.h"
#include "registry.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <set>

namespace touchstone::text::jinja {

namespace {

using Paths = std::set<std::string>;

bool isIdentifier(std::string_view text) {
    const auto isPart = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    return !text.empty() && !(text[0] >= '0' && text[0] <= '9') && std::all_of(text.begin(), text.end(), isPart);
}

std::optional<StaticPath> prolonged(const Expr& object, std::string_view key) {
    if (!isIdentifier(key))
        return std::nullopt;
    auto path = staticPath(object);
    if (path) {
        path->text.append(".").append(key);
        ++path->parts;
    }
    return path;
}

std::string_view filterName(const FilterExpr& expr) {
    return expr.filter->signature.doc.name;
}

bool givesDefault(const FilterExpr& expr) {
    return filterName(expr) == "default" || filterName(expr) == "d";
}

// Tests that look at a missing value as at any other.
bool takesMissing(std::string_view test) {
    static constexpr std::array<std::string_view, 17> kTests = {
        "boolean", "callable", "defined", "escaped",  "false",  "filter", "float", "integer",  "iterable",
        "mapping", "none",     "number",  "sequence", "string", "test",   "true",  "undefined"};
    return std::ranges::find(kTests, test) != kTests.end();
}

bool isEmptyConstant(const Expr* expr) {
    if (!expr)
        return true;  // the filter's own default is ''
    if (expr->kind == ExprKind::List || expr->kind == ExprKind::Tuple)
        return static_cast<const SequenceExpr*>(expr)->items.empty();
    if (expr->kind == ExprKind::Dict)
        return static_cast<const DictExpr*>(expr)->keys.empty();
    if (expr->kind != ExprKind::Constant)
        return false;
    const Value& value = static_cast<const ConstantExpr*>(expr)->value;
    return value.kind == Kind::None || (value.kind == Kind::Bool && !value.boolean) ||
           (value.isString() && value.size == 0) || (value.kind == Kind::Int && value.integer == 0);
}

Paths joined(Paths a, Paths b) {
    a.merge(b);
    return a;
}

Paths common(const Paths& a, const Paths& b) {
    Paths both;
    std::ranges::set_intersection(a, b, std::inserter(both, both.end()));
    return both;
}

Paths impliedBy(const Expr& expr, bool outcome);

Paths impliedByFilter(const FilterExpr& expr) {
    const bool hides =
        givesDefault(expr) && !isEmptyConstant(expr.arguments.fixed.empty() ? nullptr : expr.arguments.fixed[0]);
    return hides || !expr.operand ? Paths{} : impliedBy(*expr.operand, true);
}

Paths impliedByTest(const TestExpr& expr, bool outcome) {
    const std::string_view name = expr.test->signature.doc.name;
    const bool holds = outcome != expr.negated;
    const bool says = name == "undefined" ? !holds : holds && name != "sequence" && name != "iterable" && name != "ne";
    const auto path = staticPath(*expr.operand);
    return says && path && path->name->free ? Paths{path->text} : Paths{};
}

Paths impliedByComparison(const CompareExpr& expr) {
    Paths paths = impliedBy(*expr.first, true);
    for (const Comparison& comparison : expr.rest) {
        if (comparison.op == CompareOp::NotEqual || comparison.op == CompareOp::NotIn)
            return {};
        paths.merge(impliedBy(*comparison.right, true));
    }
    return paths;
}

// The variables that are there when `expr` counts as `outcome`.
Paths impliedBy(const Expr& expr, bool outcome) {
    if (const auto path = staticPath(expr))
        return outcome && path->name->free ? Paths{path->text} : Paths{};
    switch (expr.kind) {
        case ExprKind::Not:
            return impliedBy(*static_cast<const UnaryExpr&>(expr).operand, !outcome);
        case ExprKind::And:
        case ExprKind::Or: {
            const auto& both = static_cast<const BinaryExpr&>(expr);
            const bool needsBoth = (expr.kind == ExprKind::And) == outcome;
            Paths left = impliedBy(*both.left, outcome);
            Paths right = impliedBy(*both.right, outcome);
            return needsBoth ? joined(std::move(left), std::move(right)) : common(left, right);
        }
        case ExprKind::Test:
            return impliedByTest(static_cast<const TestExpr&>(expr), outcome);
        case ExprKind::Filter:
            return outcome ? impliedByFilter(static_cast<const FilterExpr&>(expr)) : Paths{};
        case ExprKind::Compare:
            return outcome ? impliedByComparison(static_cast<const CompareExpr&>(expr)) : Paths{};
        default:
            return {};
    }
}

// Goes through the program as it runs, knowing what is there.
class Reader {
public:
    explicit Reader(const Program& program) : m_program(program) {}

    std::vector<VariableUse> read() && {
        walk(m_program.body);
        if (m_program.expression)
            visit(*m_program.expression);
        std::ranges::stable_sort(m_reads, {}, [](const Read& read) { return read.path.name->offset; });
        PositionCursor cursor(m_program.source);
        std::vector<VariableUse> uses;
        for (Read& read : m_reads)
            uses.push_back({std::string(read.path.name->name), std::move(read.path.text),
                            cursor.positionAt(read.path.name->offset), read.needed, read.certain});
        return uses;
    }

private:
    struct Read {
        StaticPath path;
        std::size_t needed;
        std::size_t certain;
    };

    // ---- What is there

    // Every beginning of each path is known while `work` runs.
    template <class Work>
    void knowing(const Paths& paths, Work work) {
        const std::size_t before = m_known.size();
        keepKnowing(paths);
        work();
        forget(before);
    }

    void keepKnowing(const Paths& paths) {
        for (const std::string& path : paths)
            for (std::size_t end = path.find('.');; end = path.find('.', end + 1)) {
                learn(path.substr(0, end));
                if (end == std::string::npos)
                    break;
            }
    }

    void learn(std::string path) {
        ++m_counts[path];
        m_known.push_back(std::move(path));
    }

    void forget(std::size_t count) {
        for (; m_known.size() > count; m_known.pop_back())
            if (const auto at = m_counts.find(m_known.back()); --at->second == 0)
                m_counts.erase(at);
    }

    [[nodiscard]] std::size_t certainParts(const StaticPath& path) const {
        std::string_view text = path.text;
        std::size_t parts = path.parts;
        while (parts > 0 && !m_counts.contains(std::string(text)))
            text = text.substr(0, --parts == 0 ? 0 : text.rfind('.'));
        return parts;
    }

    // ---- Expressions

    void visit(const Expr& expr) { visit(expr, false); }

    void visit(const Expr& expr, bool mayBeMissing) {
        if (auto path = staticPath(expr)) {
            if (path->name->free)
                note(*std::move(path), mayBeMissing);
            return;
        }
        switch (expr.kind) {
            case ExprKind::And:
            case ExprKind::Or:
                return visitLogical(static_cast<const BinaryExpr&>(expr));
            case ExprKind::Conditional:
                return visitConditional(static_cast<const ConditionalExpr&>(expr));
            case ExprKind::Filter:
                return visitParts(expr, static_cast<const FilterExpr&>(expr).operand,
                                  givesDefault(static_cast<const FilterExpr&>(expr)));
            case ExprKind::Test: {
                const auto& test = static_cast<const TestExpr&>(expr);
                return visitParts(expr, test.operand, takesMissing(test.test->signature.doc.name));
            }
            default:
                return visitParts(expr, nullptr, false);
        }
    }

    void visitParts(const Expr& expr, const Expr* operand, bool mayBeMissing) {
        forEachPart(expr, [&](const Expr& part) { visit(part, mayBeMissing && &part == operand); });
    }

    void note(StaticPath path, bool mayBeMissing) {
        const std::size_t needed = path.parts - (mayBeMissing ? 1 : 0);
        const std::size_t certain = certainParts(path);
        m_reads.push_back({std::move(path), needed, certain});
    }

    // `a and b and c` as a list, so that each part is looked at once.
    void visitLogical(const BinaryExpr& expr) {
        std::vector<const Expr*> parts = {expr.right};
        const Expr* left = expr.left;
        for (; left->kind == expr.kind; left = static_cast<const BinaryExpr*>(left)->left)
            parts.push_back(static_cast<const BinaryExpr*>(left)->right);
        parts.push_back(left);
        const std::size_t before = m_known.size();
        std::for_each(parts.rbegin(), parts.rend(), [&](const Expr* part) {
            visit(*part);
            keepKnowing(impliedBy(*part, expr.kind == ExprKind::And));
        });
        forget(before);
    }

    void visitConditional(const ConditionalExpr& expr) {
        visit(*expr.condition);
        knowing(impliedBy(*expr.condition, true), [&] { visit(*expr.then); });
        if (expr.otherwise)
            knowing(impliedBy(*expr.condition, false), [&] { visit(*expr.otherwise); });
    }

    // ---- Tags

    void walk(Body body) {
        for (const Node* node : body)
            walk(*node);
    }

    void walk(const Node& node) {
        switch (node.kind) {
            case NodeKind::Text:
                return;
            case NodeKind::Output:
                return visit(*static_cast<const OutputNode&>(node).expression);
            case NodeKind::If:
                return walkIf(static_cast<const IfNode&>(node));
            case NodeKind::For:
                return walkFor(static_cast<const ForNode&>(node));
            case NodeKind::Set: {
                const auto& set = static_cast<const SetNode&>(node);
                visit(*set.value);
                return visitTarget(set.target);
            }
            case NodeKind::SetBlock: {
                const auto& block = static_cast<const SetBlockNode&>(node);
                walk(block.body);
                if (block.filters)
                    visit(*block.filters);
                return visitTarget(block.target);
            }
            case NodeKind::Macro:
                return walkMacro(*static_cast<const MacroNode&>(node).code);
            case NodeKind::CallBlock:
                visit(*static_cast<const CallBlockNode&>(node).call);
                return walkMacro(*static_cast<const CallBlockNode&>(node).caller);
            case NodeKind::FilterBlock:
                walk(static_cast<const FilterBlockNode&>(node).body);
                return visit(*static_cast<const FilterBlockNode&>(node).filters);
            case NodeKind::With: {
                const auto& with = static_cast<const WithNode&>(node);
                for (const Expr* value : with.values)
                    visit(*value);
                return walk(with.body);
            }
        }
    }

    void visitTarget(const Target& target) {
        if (target.object)
            visit(*target.object);
        for (const Target& part : target.targets)
            visitTarget(part);
    }

    void walkIf(const IfNode& node) {
        const std::size_t before = m_known.size();
        for (const Branch& branch : node.branches) {
            visit(*branch.condition);
            knowing(impliedBy(*branch.condition, true), [&] { walk(branch.body); });
            keepKnowing(impliedBy(*branch.condition, false));
        }
        walk(node.otherwise);
        forget(before);
    }

    void walkFor(const ForNode& node) {
        visit(*node.iterable);
        Paths known = impliedBy(*node.iterable, true);
        if (node.filter) {
            knowing(known, [&] { visit(*node.filter); });
            known.merge(impliedBy(*node.filter, true));
        }
        knowing(known, [&] { walk(node.body); });
        walk(node.otherwise);
    }

    void walkMacro(const MacroCode& code) {
        for (const Parameter& parameter : code.parameters)
            if (parameter.fallback)
                visit(*parameter.fallback);
        walk(code.body);
    }

    const Program& m_program;
    std::vector<Read> m_reads;
    std::vector<std::string> m_known;                       // in the order they were learned
    std::unordered_map<std::string, std::size_t> m_counts;  // how often each is in m_known
};

}  // namespace

std::optional<StaticPath> staticPath(const Expr& expr) {
    if (expr.kind == ExprKind::Name) {
        const auto& name = static_cast<const NameExpr&>(expr);
        return StaticPath{&name, std::string(name.name), 1};
    }
    if (expr.kind == ExprKind::Attribute)
        return prolonged(*static_cast<const AttributeExpr&>(expr).object, static_cast<const AttributeExpr&>(expr).name);
    if (expr.kind != ExprKind::Subscript)
        return std::nullopt;
    const auto& subscript = static_cast<const SubscriptExpr&>(expr);
    if (subscript.index->kind != ExprKind::Constant)
        return std::nullopt;
    const Value& key = static_cast<const ConstantExpr*>(subscript.index)->value;
    return key.isString() ? prolonged(*subscript.object, key.text()) : std::nullopt;
}

std::vector<VariableUse> variableUses(const Program& program) {
    return Reader(program).read();
}

}  // namespace touchstone::text::jinja
