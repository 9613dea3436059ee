// SPDX-License-Identifier: Apache-2.0
//
// The part of the expression grammar that follows a value: attributes, subscripts, calls, filters, tests.

#include "expression_parser.h"

#include "base/finding.h"

#include <algorithm>
#include <array>

namespace touchstone::text::jinja {

namespace {

std::string suggestName(std::string_view word, std::span<const LanguageName> names) {
    std::vector<std::string_view> candidates;
    for (const LanguageName& name : names)
        candidates.push_back(name.name);
    const std::string nearest = nearestName(word, candidates);
    return nearest.empty() ? std::string() : "did you mean '" + nearest + "'?";
}

}  // namespace

const Expr* ExpressionParser::postfix(const Expr* node) {
    while (true) {
        if (is("."))
            node = attribute(node);
        else if (is("["))
            node = subscript(node);
        else if (is("("))
            node = callOf(node);
        else
            return node;
    }
}

const Expr* ExpressionParser::filtersAndTests(const Expr* node) {
    while (true) {
        if (is("|"))
            node = filter(node);
        else if (isName("is"))
            node = test(node);
        else if (is("("))
            node = callOf(node);
        else
            return node;
    }
}

const Expr* ExpressionParser::filterChain() {
    const Expr* node = nullptr;
    do {
        node = filter(node);
    } while (is("|"));
    return node;
}

const CallExpr* ExpressionParser::call() {
    const std::size_t begin = peek().offset;
    const Expr* node = expression();
    if (node->kind != ExprKind::Call)
        fail(begin, "a call is needed here", "write {% call name(...) %}");
    return static_cast<const CallExpr*>(node);
}

// ---- Attributes and subscripts

void ExpressionParser::noteMethodName(const Token& token) {
    static constexpr std::array<std::string_view, 11> kMethods = {
        "clear", "copy", "fromkeys", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values"};
    if (is("(") || std::find(kMethods.begin(), kMethods.end(), token.text) == kMethods.end())
        return;
    const std::string name(token.text);
    m_notes.push_back({token.offset, "method-name",
                       "." + name + " is the key \"" + name + "\" here, a method in jinja2",
                       "write ['" + name + "'] to mean the key everywhere, or ." + name + "() to call the method"});
}

const Expr* ExpressionParser::attribute(const Expr* object) {
    const std::size_t begin = next().offset;
    if (peek().kind == TokenKind::Integer) {
        auto* node = make<SubscriptExpr>(ExprKind::Subscript, begin);
        node->object = object;
        node->index = integer(next());
        return done(node, object);
    }
    const Token& token = expectName("a name or a number after '.'");
    auto* node = make<AttributeExpr>(ExprKind::Attribute, begin);
    node->object = object;
    node->name = token.text;
    noteMethodName(token);
    return done(node, object);
}

const Expr* ExpressionParser::subscript(const Expr* object) {
    auto* node = make<SubscriptExpr>(ExprKind::Subscript, next().offset);
    std::vector<const Expr*> parts;
    while (!is("]")) {
        parts.push_back(subscriptPart());
        if (!skip(","))
            break;
    }
    expect("]");
    if (parts.size() != 1)
        fail(node->offset, "one index or slice is needed between [ and ]");
    node->object = object;
    node->index = parts.front();
    return done(node, object, node->index);
}

const Expr* ExpressionParser::subscriptPart() {
    const std::size_t begin = peek().offset;
    const auto atEnd = [this] { return is(":") || is("]") || is(","); };
    const Expr* start = atEnd() ? nullptr : expression();
    if (!is(":")) {
        if (!start)
            failHere("an index");
        return start;
    }
    auto* node = make<SliceExpr>(ExprKind::Slice, begin);
    node->start = start;
    expect(":");
    node->stop = atEnd() ? nullptr : expression();
    if (skip(":"))
        node->step = atEnd() ? nullptr : expression();
    return done(node, node->start, node->stop, node->step);
}

// ---- Calls

Arguments ExpressionParser::arguments(std::vector<const Expr*>& children) {
    std::vector<const Expr*> positional;
    std::vector<NamedArgument> named;
    expect("(");
    while (!is(")")) {
        const Token& token = peek();
        const Token& following = m_tokens[std::min(m_at + 1, m_tokens.size() - 1)];
        if (is("*") || is("**"))
            fail(token.offset, "arguments cannot be unpacked with " + std::string(token.text), "name each of them");
        if (token.kind == TokenKind::Name && following.kind == TokenKind::Operator && following.text == "=") {
            m_at += 2;
            named.push_back({token.text, expression()});
            children.push_back(named.back().value);
        } else if (named.empty()) {
            positional.push_back(expression());
            children.push_back(positional.back());
        } else {
            fail(token.offset, "arguments without a name come before those with one");
        }
        if (!skip(","))
            break;
    }
    expect(")");
    return {keep(m_program, positional), keep(m_program, named)};
}

const Expr* ExpressionParser::callOf(const Expr* callee) {
    auto* node = make<CallExpr>(ExprKind::Call, peek().offset);
    std::vector<const Expr*> children = {callee};
    node->callee = callee;
    node->arguments = arguments(children);
    return done(node, children);
}

// ---- Filters and tests

std::string ExpressionParser::dottedName(std::string_view what) {
    std::string name(expectName(what).text);
    while (skip("."))
        name.append(".").append(expectName(what).text);
    return name;
}

BoundArguments ExpressionParser::bind(const Signature& signature, const Arguments& arguments, std::size_t offset) {
    const std::string name(signature.doc.name);
    std::vector<const Expr*> fixed(signature.parameters.size(), nullptr);
    const std::size_t given = arguments.positional.size();
    if (!signature.rest) {
        if (given > fixed.size())
            fail(offset, "'" + name + "' takes at most " + std::to_string(fixed.size()) + " arguments",
                 "its form is " + std::string(signature.doc.signature));
        std::copy(arguments.positional.begin(), arguments.positional.end(), fixed.begin());
    }
    for (const NamedArgument& argument : arguments.named) {
        const auto at = std::find(signature.parameters.begin(), signature.parameters.end(), argument.name);
        const auto index = static_cast<std::size_t>(at - signature.parameters.begin());
        if (at == signature.parameters.end() || fixed[index])
            fail(offset, "'" + name + "' has no free argument named '" + std::string(argument.name) + "'",
                 "its form is " + std::string(signature.doc.signature));
        fixed[index] = argument.value;
    }
    const std::size_t have =
        signature.rest ? given
                       : static_cast<std::size_t>(std::find(fixed.begin(), fixed.end(), nullptr) - fixed.begin());
    if (have < signature.required)
        fail(offset, "'" + name + "' needs more arguments", "its form is " + std::string(signature.doc.signature));
    return {keep(m_program, fixed), signature.rest ? arguments.positional : Exprs{}};
}

const Expr* ExpressionParser::filter(const Expr* operand) {
    if (operand || is("|"))
        expect("|");
    const std::size_t begin = peek().offset;
    const std::string name = dottedName("the name of a filter");
    auto* node = make<FilterExpr>(ExprKind::Filter, begin);
    node->operand = operand;
    node->filter = findFilter(name);
    if (!node->filter)
        fail(begin, "there is no filter '" + name + "'", suggestName(name, templateFilters()));
    std::vector<const Expr*> children = {operand};
    const Arguments given = is("(") ? arguments(children) : Arguments{};
    node->arguments = bind(node->filter->signature, given, begin);
    return done(node, children);
}

const Expr* ExpressionParser::test(const Expr* operand) {
    const std::size_t begin = next().offset;
    auto* node = make<TestExpr>(ExprKind::Test, begin);
    node->operand = operand;
    node->negated = skipName("not");
    const std::size_t nameOffset = peek().offset;
    const std::string name = dottedName("the name of a test");
    node->test = findTest(name);
    if (!node->test)
        fail(nameOffset, "there is no test '" + name + "'", suggestName(name, templateTests()));
    std::vector<const Expr*> children = {operand};
    node->arguments = bind(node->test->signature, testArguments(children), begin);
    return done(node, children);
}

// `is divisibleby(3)`, or without parentheses one value that is not an operator's name: `is divisibleby 3`.
Arguments ExpressionParser::testArguments(std::vector<const Expr*>& children) {
    if (is("("))
        return arguments(children);
    const TokenKind kind = peek().kind;
    const bool isValue =
        kind == TokenKind::String || kind == TokenKind::Integer || kind == TokenKind::Float || is("[") || is("{");
    static constexpr std::array<std::string_view, 7> kOperators = {"else", "or", "and", "is", "in", "if", "not"};
    if (isName("is"))
        fail(peek().offset, "tests cannot be chained with 'is'", "join them with 'and'");
    const bool isWord =
        kind == TokenKind::Name && std::find(kOperators.begin(), kOperators.end(), peek().text) == kOperators.end();
    if (!isValue && !isWord)
        return {};
    const std::vector<const Expr*> only = {postfix(primary())};
    children.push_back(only.front());
    return {keep(m_program, only), {}};
}

}  // namespace touchstone::text::jinja
