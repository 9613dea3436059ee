// SPDX-License-Identifier: Apache-2.0
//
// Tags that give something a name: set, macro, call; and what may stand as a name.

#include "template_parser.h"

#include <algorithm>
#include <array>

namespace touchstone::text::jinja {

Target TemplateParser::oneTarget(const TargetRules& rules) {
    if (skip("(")) {
        const Target inner = target(rules);
        expect(")");
        return inner;
    }
    const Token& name = expectName("the name of a variable");
    static constexpr std::array<std::string_view, 8> kReserved = {"true",  "false", "none", "True",
                                                                  "False", "None",  "loop", "in"};
    if (std::find(kReserved.begin(), kReserved.end(), name.text) != kReserved.end())
        fail(name.offset, "'" + std::string(name.text) + "' cannot be set", "choose another name");
    Target aim;
    aim.offset = name.offset;
    if (rules.allowField && skip(".")) {
        auto* object = make<NameExpr>(ExprKind::Name, name.offset);
        object->name = name.text;
        m_scopes.read(object);
        aim.kind = Target::Kind::NamespaceField;
        aim.object = object;
        aim.field = expectName("the name of a field").text;
        return aim;
    }
    aim.slot = m_scopes.declare(name.text, rules.since, rules.definite);
    return aim;
}

Target TemplateParser::target(const TargetRules& rules) {
    const std::size_t begin = peek().offset;
    if (++m_depth > m_program.options.depth)
        fail(begin, "the target is nested too deeply");
    std::vector<Target> targets = {oneTarget(rules)};
    bool isTuple = false;
    while (skip(",")) {
        isTuple = true;
        if (isName("in") || (peek().kind != TokenKind::Name && !is("(")))
            break;
        targets.push_back(oneTarget(rules));
    }
    --m_depth;
    if (!isTuple)
        return targets.front();
    Target aim;
    aim.kind = Target::Kind::Tuple;
    aim.offset = static_cast<std::uint32_t>(begin);
    aim.targets = keep(m_program, targets);
    return aim;
}

// A name that is set is still free inside the tag that sets it: {% set x = x + 1 %}.
std::size_t TemplateParser::endOfTag() const {
    std::size_t at = m_at;
    while (m_tokens[at].kind != TokenKind::BlockEnd && m_tokens[at].kind != TokenKind::End)
        ++at;
    return m_tokens[at].offset;
}

const Node* TemplateParser::setTag(const Token& opener) {
    Target aim;
    const Expr* value = nullptr;
    const Expr* filters = nullptr;
    bool isBlock = false;
    header([&] {
        aim = target({false, true, endOfTag()});
        if (skip("=")) {
            value = tuple(true);
            return;
        }
        if (is("|"))
            filters = filterChain();
        else if (peek().kind != TokenKind::BlockEnd)
            failHere("'='");
        isBlock = true;
    });
    return isBlock ? setBlock(opener, aim, filters) : setValue(opener, aim, value);
}

const Node* TemplateParser::setValue(const Token& opener, const Target& aim, const Expr* value) {
    auto* node = makeNode<SetNode>(NodeKind::Set, opener.offset);
    node->target = aim;
    node->value = value;
    return node;
}

const Node* TemplateParser::setBlock(const Token& opener, const Target& aim, const Expr* filters) {
    auto* node = makeNode<SetBlockNode>(NodeKind::SetBlock, opener.offset);
    node->target = aim;
    node->filters = filters;
    m_scopes.enter();
    node->body = body(opener, {"endset"});
    node->slots = m_scopes.leave();
    close(opener, {"endset"});
    return node;
}

std::vector<Parameter> TemplateParser::parameters() {
    std::vector<Parameter> parameters;
    expect("(");
    while (!is(")")) {
        const Token& name = expectName("the name of a parameter");
        if (std::ranges::any_of(parameters, [&](const Parameter& other) { return other.name == name.text; }))
            fail(name.offset, "the parameter '" + std::string(name.text) + "' is there already", "choose another name");
        const std::uint32_t slot = m_scopes.declare(name.text, name.offset, true);
        const Expr* fallback = skip("=") ? expression() : nullptr;
        if (!fallback && !parameters.empty() && parameters.back().fallback)
            fail(name.offset, "parameters without a default come before those with one");
        parameters.push_back({name.text, slot, fallback});
        if (!skip(","))
            break;
    }
    expect(")");
    return parameters;
}

MacroCode* TemplateParser::openMacro(std::string_view name) {
    auto* code = new (m_program.arena.allocate(sizeof(MacroCode), alignof(MacroCode))) MacroCode{};
    code->name = name;
    m_scopes.enterMacro();
    return code;
}

void TemplateParser::closeMacro(MacroCode& code, const Token& opener, std::string_view endName) {
    code.body = body(opener, {endName});
    const Activation activation = m_scopes.leaveMacro();
    code.slotCount = activation.slotCount;
    code.varargs = activation.varargs;
    code.kwargs = activation.kwargs;
    code.caller = activation.caller;
    close(opener, {endName});
}

const Node* TemplateParser::macroTag(const Token& opener) {
    auto* node = makeNode<MacroNode>(NodeKind::Macro, opener.offset);
    const std::string_view name = peek().kind == TokenKind::Name ? peek().text : std::string_view();
    node->slot = m_scopes.declare(name, opener.offset, false);
    MacroCode* const code = openMacro(name);
    node->code = code;
    header([&] {
        expectName("the name of the macro");
        code->parameters = keep(m_program, parameters());
    });
    closeMacro(*code, opener, "endmacro");
    return node;
}

const Node* TemplateParser::callTag(const Token& opener) {
    auto* node = makeNode<CallBlockNode>(NodeKind::CallBlock, opener.offset);
    Scope* const outer = m_scopes.current();
    MacroCode* const code = openMacro("caller");
    Scope* const inner = m_scopes.current();
    node->caller = code;
    header([&] {
        if (is("("))
            code->parameters = keep(m_program, parameters());
        m_scopes.resume(outer);
        node->call = call();
    });
    m_scopes.resume(inner);
    closeMacro(*code, opener, "endcall");
    return node;
}

}  // namespace touchstone::text::jinja
