// SPDX-License-Identifier: Apache-2.0
//
// The expression grammar, with jinja2's precedence. Loosest first: if-else, or, and, not, comparisons, + -, ~,
// * / // %, **, unary + -, then . [] () and filters and tests.

#pragma once

#include "ast.h"
#include "lexer.h"
#include "registry.h"
#include "scopes.h"

#include <string>
#include <string_view>
#include <vector>

namespace touchstone::text::jinja {

// Thrown by the parsers and caught by them at the border of a tag.
struct SyntaxFailure {
    SyntaxProblem problem;
};

class ExpressionParser {
public:
    ExpressionParser(Program& program, const std::vector<Token>& tokens, Scopes& scopes,
                     std::vector<SyntaxProblem>& notes)
        : m_program(program), m_tokens(tokens), m_scopes(scopes), m_notes(notes) {}

    const Expr* expression();             // with if-else
    const Expr* unconditional();          // without
    const Expr* tuple(bool conditional);  // one or more expressions; commas make a tuple
    const Expr* filterChain();            // `upper | indent(2)` over nothing
    const CallExpr* call();               // an expression that must be a call
    void end();                           // nothing may follow

protected:
    // ---- Tokens
    [[nodiscard]] const Token& peek() const { return m_tokens[m_at]; }
    const Token& next() { return m_tokens[m_at].kind == TokenKind::End ? m_tokens[m_at] : m_tokens[m_at++]; }
    [[nodiscard]] bool is(std::string_view op) const { return peek().kind == TokenKind::Operator && peek().text == op; }
    [[nodiscard]] bool isName(std::string_view name) const {
        return peek().kind == TokenKind::Name && peek().text == name;
    }
    bool skip(std::string_view op);
    bool skipName(std::string_view name);
    void expect(std::string_view op);
    const Token& expectName(std::string_view what);
    [[noreturn]] void fail(std::size_t offset, std::string text, std::string suggestion = {}) const;
    [[noreturn]] void failHere(std::string_view wanted) const;

    // ---- Nodes
    template <class T>
    T* make(ExprKind kind, std::size_t offset) {
        T* node = new (m_program.arena.allocate(sizeof(T), alignof(T))) T{};
        node->kind = kind;
        node->offset = static_cast<std::uint32_t>(offset);
        return node;
    }
    // Sets the node's height from its children, within the limit.
    template <class T, class... Children>
    const Expr* done(T* node, Children... children) {
        (grow(node, children), ...);
        return node;
    }
    void grow(Expr* node, const Expr* child) const;
    void grow(Expr* node, const std::vector<const Expr*>& children) const;

    Program& m_program;
    const std::vector<Token>& m_tokens;
    Scopes& m_scopes;
    std::vector<SyntaxProblem>& m_notes;
    std::size_t m_at = 0;
    std::size_t m_depth = 0;

private:
    const Expr* orTest();
    const Expr* andTest();
    const Expr* notTest();
    const Expr* comparison();
    bool compareOp(CompareOp& op);
    const Expr* sum();
    const Expr* concat();
    const Expr* product();
    const Expr* power();
    const Expr* unary(bool withFilter);
    const Expr* binary(BinaryOp op, std::size_t offset, const Expr* left, const Expr* right);

    const Expr* primary();
    const Expr* name(const Token& token);
    const Expr* string(const Token& token);
    [[nodiscard]] std::string unescaped(const Token& token) const;
    const Expr* integer(const Token& token);
    const Expr* floating(const Token& token);
    const Expr* constant(std::size_t offset, const Value& value);
    const Expr* parenthesised();
    const Expr* listLiteral();
    const Expr* dictLiteral();

    const Expr* postfix(const Expr* node);
    const Expr* filtersAndTests(const Expr* node);
    const Expr* attribute(const Expr* object);
    const Expr* subscript(const Expr* object);
    const Expr* subscriptPart();
    const Expr* callOf(const Expr* callee);
    const Expr* filter(const Expr* operand);
    const Expr* test(const Expr* operand);
    Arguments arguments(std::vector<const Expr*>& children);
    Arguments testArguments(std::vector<const Expr*>& children);
    BoundArguments bind(const Signature& signature, const Arguments& arguments, std::size_t offset);
    std::string dottedName(std::string_view what);

    void noteMethodName(const Token& token);
};

}  // namespace touchstone::text::jinja
