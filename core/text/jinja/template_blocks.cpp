// SPDX-License-Identifier: Apache-2.0
//
// Tags that choose, repeat or change what stands inside them: if, for, filter, with.

#include "template_parser.h"

namespace touchstone::text::jinja {

const Node* TemplateParser::ifTag(const Token& opener) {
    auto* node = makeNode<IfNode>(NodeKind::If, opener.offset);
    std::vector<Branch> branches(1);
    header([&] { branches.back().condition = tuple(false); });
    branches.back().body = body(opener, {"elif", "else", "endif"});
    while (atTag({"elif"})) {
        m_at += 2;
        branches.emplace_back();
        header([&] { branches.back().condition = tuple(false); });
        branches.back().body = body(opener, {"elif", "else", "endif"});
    }
    if (atTag({"else"})) {
        m_at += 2;
        header([] {});
        node->otherwise = body(opener, {"endif"});
    }
    close(opener, {"endif"});
    node->branches = keep(m_program, branches);
    return node;
}

void TemplateParser::forHeader(ForNode& loop, Scope* outer) {
    Scope* const inner = m_scopes.current();
    loop.target = target({true, false, loop.offset});
    loop.loopSlot = m_scopes.declare("loop", loop.offset, true);
    if (!skipName("in"))
        failHere("'in'");
    m_scopes.resume(outer);
    loop.iterable = tuple(false);
    m_scopes.resume(inner);
    if (skipName("if"))
        loop.filter = expression();
    if (isName("recursive"))
        fail(peek().offset, "recursive loops are not supported", "write a macro that calls itself");
}

const Node* TemplateParser::forTag(const Token& opener) {
    auto* node = makeNode<ForNode>(NodeKind::For, opener.offset);
    Scope* const outer = m_scopes.current();
    m_scopes.enter();
    Scope* const inner = m_scopes.current();
    header([&] { forHeader(*node, outer); });
    m_scopes.resume(inner);
    node->body = body(opener, {"else", "endfor"});
    node->slots = m_scopes.leave();
    if (atTag({"else"})) {
        m_at += 2;
        header([] {});
        m_scopes.enter();
        node->otherwise = body(opener, {"endfor"});
        node->otherwiseSlots = m_scopes.leave();
    }
    close(opener, {"endfor"});
    return node;
}

const Node* TemplateParser::filterTag(const Token& opener) {
    auto* node = makeNode<FilterBlockNode>(NodeKind::FilterBlock, opener.offset);
    header([&] { node->filters = filterChain(); });
    m_scopes.enter();
    node->body = body(opener, {"endfilter"});
    node->slots = m_scopes.leave();
    close(opener, {"endfilter"});
    return node;
}

const Node* TemplateParser::withTag(const Token& opener) {
    auto* node = makeNode<WithNode>(NodeKind::With, opener.offset);
    Scope* const outer = m_scopes.current();
    m_scopes.enter();
    Scope* const inner = m_scopes.current();
    std::vector<Target> targets;
    std::vector<const Expr*> values;
    header([&] {
        while (peek().kind == TokenKind::Name) {
            targets.push_back(oneTarget({true, false, opener.offset}));
            expect("=");
            m_scopes.resume(outer);
            values.push_back(expression());
            m_scopes.resume(inner);
            if (!skip(","))
                break;
        }
    });
    m_scopes.resume(inner);
    node->targets = keep(m_program, targets);
    node->values = keep(m_program, values);
    node->body = body(opener, {"endwith"});
    node->slots = m_scopes.leave();
    close(opener, {"endwith"});
    return node;
}

}  // namespace touchstone::text::jinja
