// SPDX-License-Identifier: Apache-2.0

#include "expression_parser.h"

#include "literals.h"

#include <algorithm>
#include <array>

namespace touchstone::text::jinja {

namespace {

std::string tokenText(const Token& token) {
    switch (token.kind) {
        case TokenKind::End:
            return "the end";
        case TokenKind::OutputEnd:
            return "'}}'";
        case TokenKind::BlockEnd:
            return "'%}'";
        case TokenKind::String:
            return "a text";
        default:
            return "'" + std::string(token.text) + "'";
    }
}

// Counts nested calls of the recursive rules.
class Nesting {
public:
    explicit Nesting(std::size_t& depth) : m_depth(++depth) {}
    ~Nesting() { --m_depth; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

private:
    std::size_t& m_depth;
};

}  // namespace

// ---- Tokens

bool ExpressionParser::skip(std::string_view op) {
    const bool found = is(op);
    m_at += found ? 1 : 0;
    return found;
}

bool ExpressionParser::skipName(std::string_view name) {
    const bool found = isName(name);
    m_at += found ? 1 : 0;
    return found;
}

void ExpressionParser::expect(std::string_view op) {
    if (!skip(op))
        failHere("'" + std::string(op) + "'");
}

const Token& ExpressionParser::expectName(std::string_view what) {
    if (peek().kind != TokenKind::Name)
        failHere(what);
    return next();
}

void ExpressionParser::fail(std::size_t offset, std::string text, std::string suggestion) const {
    throw SyntaxFailure{{offset, "syntax", std::move(text), std::move(suggestion)}};
}

void ExpressionParser::failHere(std::string_view wanted) const {
    fail(peek().offset, "expected " + std::string(wanted) + ", found " + tokenText(peek()));
}

void ExpressionParser::end() {
    if (peek().kind == TokenKind::OutputEnd || peek().kind == TokenKind::BlockEnd || peek().kind == TokenKind::End)
        return;
    failHere("the end of the expression");
}

// ---- Nodes

void ExpressionParser::grow(Expr* node, const Expr* child) const {
    if (!child)
        return;
    node->height = std::max(node->height, child->height + 1);
    if (node->height > m_program.options.depth)
        fail(node->offset, "the expression is nested deeper than " + std::to_string(m_program.options.depth),
             "split it with {% set %}");
}

void ExpressionParser::grow(Expr* node, const std::vector<const Expr*>& children) const {
    for (const Expr* child : children)
        grow(node, child);
}

const Expr* ExpressionParser::binary(BinaryOp op, std::size_t offset, const Expr* left, const Expr* right) {
    auto* node = make<BinaryExpr>(ExprKind::Binary, offset);
    node->op = op;
    node->left = left;
    node->right = right;
    return done(node, left, right);
}

const Expr* ExpressionParser::constant(std::size_t offset, const Value& value) {
    auto* node = make<ConstantExpr>(ExprKind::Constant, offset);
    node->value = value;
    return node;
}

// ---- Operators, loosest first

const Expr* ExpressionParser::expression() {
    const Nesting nesting(m_depth);
    if (m_depth > m_program.options.depth)
        fail(peek().offset, "the expression is nested deeper than " + std::to_string(m_program.options.depth),
             "split it with {% set %}");
    const Expr* then = orTest();
    while (isName("if")) {
        auto* node = make<ConditionalExpr>(ExprKind::Conditional, next().offset);
        node->then = then;
        node->condition = orTest();
        node->otherwise = skipName("else") ? expression() : nullptr;
        then = done(node, node->then, node->condition, node->otherwise);
    }
    return then;
}

const Expr* ExpressionParser::unconditional() {
    const Nesting nesting(m_depth);
    return orTest();
}

const Expr* ExpressionParser::orTest() {
    const Expr* left = andTest();
    while (isName("or")) {
        auto* node = make<BinaryExpr>(ExprKind::Or, next().offset);
        node->left = left;
        node->right = andTest();
        left = done(node, node->left, node->right);
    }
    return left;
}

const Expr* ExpressionParser::andTest() {
    const Expr* left = notTest();
    while (isName("and")) {
        auto* node = make<BinaryExpr>(ExprKind::And, next().offset);
        node->left = left;
        node->right = notTest();
        left = done(node, node->left, node->right);
    }
    return left;
}

const Expr* ExpressionParser::notTest() {
    if (!isName("not"))
        return comparison();
    const Nesting nesting(m_depth);
    if (m_depth > m_program.options.depth)
        fail(peek().offset, "too many 'not' in a row");
    auto* node = make<UnaryExpr>(ExprKind::Not, next().offset);
    node->operand = notTest();
    return done(node, node->operand);
}

bool ExpressionParser::compareOp(CompareOp& op) {
    static constexpr std::array<std::pair<std::string_view, CompareOp>, 6> kOps = {{{"==", CompareOp::Equal},
                                                                                    {"!=", CompareOp::NotEqual},
                                                                                    {"<", CompareOp::Less},
                                                                                    {"<=", CompareOp::LessEqual},
                                                                                    {">", CompareOp::Greater},
                                                                                    {">=", CompareOp::GreaterEqual}}};
    for (const auto& [text, kind] : kOps) {
        if (skip(text)) {
            op = kind;
            return true;
        }
    }
    if (skipName("in")) {
        op = CompareOp::In;
        return true;
    }
    const Token& following = m_tokens[std::min(m_at + 1, m_tokens.size() - 1)];
    if (isName("not") && following.kind == TokenKind::Name && following.text == "in") {
        m_at += 2;
        op = CompareOp::NotIn;
        return true;
    }
    return false;
}

const Expr* ExpressionParser::comparison() {
    const std::size_t begin = peek().offset;
    const Expr* first = sum();
    std::vector<Comparison> rest;
    std::uint32_t height = first->height;
    for (CompareOp op{}; compareOp(op);) {
        rest.push_back({op, sum()});
        height = std::max(height, rest.back().right->height);
    }
    if (rest.empty())
        return first;
    auto* node = make<CompareExpr>(ExprKind::Compare, begin);
    node->first = first;
    node->rest = keep(m_program, rest);
    node->height = height + 1;
    return done(node, first);
}

const Expr* ExpressionParser::sum() {
    const Expr* left = concat();
    while (is("+") || is("-")) {
        const Token& token = next();
        const BinaryOp op = token.text == "+" ? BinaryOp::Add : BinaryOp::Subtract;
        left = binary(op, token.offset, left, concat());
    }
    return left;
}

const Expr* ExpressionParser::concat() {
    const std::size_t begin = peek().offset;
    std::vector<const Expr*> parts = {product()};
    while (skip("~"))
        parts.push_back(product());
    if (parts.size() == 1)
        return parts.front();
    auto* node = make<SequenceExpr>(ExprKind::Concat, begin);
    node->items = keep(m_program, parts);
    return done(node, parts);
}

const Expr* ExpressionParser::product() {
    const Expr* left = power();
    while (is("*") || is("/") || is("//") || is("%")) {
        const Token& token = next();
        const BinaryOp op = token.text == "*"    ? BinaryOp::Multiply
                            : token.text == "/"  ? BinaryOp::Divide
                            : token.text == "//" ? BinaryOp::FloorDivide
                                                 : BinaryOp::Modulo;
        left = binary(op, token.offset, left, power());
    }
    return left;
}

const Expr* ExpressionParser::power() {
    const Expr* left = unary(true);
    while (is("**")) {
        const std::size_t offset = next().offset;
        left = binary(BinaryOp::Power, offset, left, unary(true));
    }
    return left;
}

const Expr* ExpressionParser::unary(bool withFilter) {
    const Nesting nesting(m_depth);
    const Expr* node = nullptr;
    if (is("-") || is("+")) {
        if (m_depth > m_program.options.depth)
            fail(peek().offset, "too many signs in a row");
        const Token& sign = next();
        auto* unaryNode = make<UnaryExpr>(sign.text == "-" ? ExprKind::Negate : ExprKind::Plus, sign.offset);
        unaryNode->operand = unary(false);
        node = done(unaryNode, unaryNode->operand);
    } else {
        node = primary();
    }
    node = postfix(node);
    return withFilter ? filtersAndTests(node) : node;
}

// ---- Primaries

const Expr* ExpressionParser::primary() {
    const Token& token = peek();
    switch (token.kind) {
        case TokenKind::Name:
            return name(next());
        case TokenKind::String:
            return string(next());
        case TokenKind::Integer:
            return integer(next());
        case TokenKind::Float:
            return floating(next());
        default:
            break;
    }
    if (is("("))
        return parenthesised();
    if (is("["))
        return listLiteral();
    if (is("{"))
        return dictLiteral();
    failHere("an expression");
}

const Expr* ExpressionParser::name(const Token& token) {
    const std::string_view text = token.text;
    if (text == "true" || text == "True" || text == "false" || text == "False")
        return constant(token.offset, Value::boolOf(text == "true" || text == "True"));
    if (text == "none" || text == "None")
        return constant(token.offset, Value::none());
    auto* node = make<NameExpr>(ExprKind::Name, token.offset);
    node->name = text;
    m_scopes.read(node);
    return node;
}

std::string ExpressionParser::unescaped(const Token& token) const {
    Unescaped result = unescape(token.text);
    if (result.unread)
        fail(token.offset + *result.unread, "this escape in a text cannot be read",
             "write the character itself, \\xhh, \\uhhhh or \\Uhhhhhhhh; a backslash is \\\\");
    return std::move(result.text);
}

const Expr* ExpressionParser::string(const Token& token) {
    std::string text = unescaped(token);
    while (peek().kind == TokenKind::String)
        text += unescaped(next());
    return constant(token.offset, Value::string(keepText(m_program, text)));
}

const Expr* ExpressionParser::integer(const Token& token) {
    const auto value = parseInteger(token.text);
    if (!value)
        fail(token.offset, "the integer " + std::string(token.text) + " does not fit into 64 bits");
    return constant(token.offset, Value::integerOf(*value));
}

const Expr* ExpressionParser::floating(const Token& token) {
    const auto value = parseFloat(token.text);
    if (!value)
        fail(token.offset, "the number " + std::string(token.text) + " is too large");
    return constant(token.offset, Value::numberOf(*value));
}

const Expr* ExpressionParser::parenthesised() {
    const std::size_t begin = next().offset;
    if (skip(")"))
        return make<SequenceExpr>(ExprKind::Tuple, begin);
    const Expr* inner = tuple(true);
    expect(")");
    return inner;
}

const Expr* ExpressionParser::tuple(bool conditional) {
    const std::size_t begin = peek().offset;
    std::vector<const Expr*> items;
    bool isTuple = false;
    do {
        const bool ends = is(")") || peek().kind == TokenKind::BlockEnd || peek().kind == TokenKind::OutputEnd ||
                          peek().kind == TokenKind::End;
        if (!items.empty() && ends)
            break;
        items.push_back(conditional ? expression() : unconditional());
        isTuple = isTuple || is(",");
    } while (skip(","));
    if (!isTuple)
        return items.front();
    auto* node = make<SequenceExpr>(ExprKind::Tuple, begin);
    node->items = keep(m_program, items);
    return done(node, items);
}

const Expr* ExpressionParser::listLiteral() {
    auto* node = make<SequenceExpr>(ExprKind::List, next().offset);
    std::vector<const Expr*> items;
    while (!is("]")) {
        items.push_back(expression());
        if (!skip(","))
            break;
    }
    expect("]");
    node->items = keep(m_program, items);
    return done(node, items);
}

const Expr* ExpressionParser::dictLiteral() {
    auto* node = make<DictExpr>(ExprKind::Dict, next().offset);
    std::vector<const Expr*> keys;
    std::vector<const Expr*> values;
    while (!is("}")) {
        keys.push_back(expression());
        expect(":");
        values.push_back(expression());
        if (!skip(","))
            break;
    }
    expect("}");
    node->keys = keep(m_program, keys);
    node->values = keep(m_program, values);
    grow(node, keys);
    return done(node, values);
}

}  // namespace touchstone::text::jinja
