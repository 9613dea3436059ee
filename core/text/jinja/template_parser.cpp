// SPDX-License-Identifier: Apache-2.0

#include "template_parser.h"

#include "base/finding.h"

#include <algorithm>
#include <array>

namespace touchstone::text::jinja {

namespace {

constexpr std::array<std::string_view, 7> kTags = {"if", "for", "set", "macro", "call", "filter", "with"};

bool isFloatFilter(const Expr* expression) {
    return expression->kind == ExprKind::Filter && static_cast<const FilterExpr*>(expression)->filter->givesFloat;
}

std::string tagText(std::string_view name) {
    return "{% " + std::string(name) + " %}";
}

}  // namespace

// ---- Tags and bodies

void TemplateParser::note(SyntaxProblem problem) {
    m_problems.push_back(std::move(problem));
}

void TemplateParser::skipTag() {
    while (peek().kind != TokenKind::End && peek().kind != TokenKind::BlockEnd && peek().kind != TokenKind::OutputEnd)
        next();
    next();
}

void TemplateParser::closeTag() {
    end();
    next();
}

template <class Read>
void TemplateParser::header(Read read) {
    const std::size_t depth = m_depth;
    try {
        read();
        closeTag();
    } catch (SyntaxFailure& failure) {
        note(std::move(failure.problem));
        m_depth = depth;
        skipTag();
    }
}

bool TemplateParser::atTag(EndNames names) const {
    if (peek().kind != TokenKind::BlockBegin)
        return false;
    const Token& name = m_tokens[m_at + 1];
    return name.kind == TokenKind::Name && std::find(names.begin(), names.end(), name.text) != names.end();
}

Body TemplateParser::parse() {
    std::vector<const Node*> nodes;
    while (peek().kind != TokenKind::End) {
        if (const Node* one = node())
            nodes.push_back(one);
    }
    return keep(m_program, nodes);
}

Body TemplateParser::body(const Token& opener, EndNames ends) {
    std::vector<const Node*> nodes;
    if (++m_blockDepth > m_program.options.depth) {
        note({opener.offset, "syntax", "tags are nested deeper than " + std::to_string(m_program.options.depth),
              "move the inner part into a macro"});
        m_at = m_tokens.size() - 1;
    }
    while (peek().kind != TokenKind::End && !atTag(ends)) {
        if (const Node* one = node())
            nodes.push_back(one);
    }
    --m_blockDepth;
    return keep(m_program, nodes);
}

void TemplateParser::close(const Token& opener, EndNames names) {
    if (atTag(names)) {
        m_at += 2;
        header([this] {
            if (peek().kind == TokenKind::Name)  // {% endmacro name %}
                next();
        });
        return;
    }
    const bool alreadyDeep = m_blockDepth >= m_program.options.depth;
    if (!alreadyDeep)
        note({opener.offset, "unclosed", tagText(opener.text) + " is never closed",
              "add " + tagText(*(names.end() - 1))});
}

const Node* TemplateParser::node() {
    const Token& token = peek();
    if (token.kind == TokenKind::Text) {
        auto* text = makeNode<TextNode>(NodeKind::Text, token.offset);
        text->text = next().text;
        return text;
    }
    return token.kind == TokenKind::OutputBegin ? output() : tag();
}

const Node* TemplateParser::output() {
    auto* node = makeNode<OutputNode>(NodeKind::Output, next().offset);
    const std::size_t firstRead = m_scopes.reads().size();
    header([&] {
        node->expression = tuple(true);
        node->allowFloat = isFloatFilter(node->expression);
    });
    m_outputs.push_back({node, firstRead, m_scopes.reads().size()});
    return node;
}

const Node* TemplateParser::tag() {
    next();
    const Token& name = peek();
    if (name.kind != TokenKind::Name) {
        note({name.offset, "syntax", "a tag begins with its name", "write {% if ... %}, {% for ... %}, {% set ... %}"});
        skipTag();
        return nullptr;
    }
    next();
    if (name.text == "if")
        return ifTag(name);
    if (name.text == "for")
        return forTag(name);
    if (name.text == "set")
        return setTag(name);
    if (name.text == "macro")
        return macroTag(name);
    if (name.text == "call")
        return callTag(name);
    if (name.text == "filter")
        return filterTag(name);
    if (name.text == "with")
        return withTag(name);
    return unknownTag(name);
}

const Node* TemplateParser::unknownTag(const Token& name) {
    const std::string text(name.text);
    const auto ignored = std::find(m_ignoredEnds.begin(), m_ignoredEnds.end(), text);
    skipTag();
    if (ignored != m_ignoredEnds.end()) {
        m_ignoredEnds.erase(ignored);
        return nullptr;
    }
    static constexpr std::array<std::string_view, 8> kRefused = {"extends", "include", "import",     "from",
                                                                 "block",   "do",      "autoescape", "trans"};
    if (std::find(kRefused.begin(), kRefused.end(), text) != kRefused.end()) {
        m_ignoredEnds.push_back("end" + text);
        note({name.offset, "unsupported-tag", tagText(text) + " is not supported: a prompt is one self-contained text",
              "use a macro, {% set %} or the text itself"});
    } else if (text.starts_with("end") || text == "else" || text == "elif") {
        note(
            {name.offset, "syntax", tagText(text) + " has no tag to belong to", "remove it or open its tag before it"});
    } else {
        const std::string nearest = nearestName(text, kTags);
        m_ignoredEnds.push_back("end" + text);
        note({name.offset, "unknown-tag", "there is no tag " + tagText(text),
              nearest.empty() ? "the tags are if, for, set, macro, call, filter, with and raw"
                              : "did you mean " + tagText(nearest) + "?"});
    }
    return nullptr;
}

void TemplateParser::nameSources() {
    for (const OutputReads& reads : m_outputs) {
        std::vector<std::string_view> paths;
        for (std::size_t i = reads.firstRead; i < reads.endRead; ++i) {
            const std::string& path = m_scopes.reads()[i].path;
            if (!path.empty())
                paths.push_back(keepText(m_program, path));
        }
        reads.node->paths = keep(m_program, paths);
    }
}

// ---- if

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

// ---- for

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

// ---- Targets

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

// ---- set

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

// ---- Macros

std::vector<Parameter> TemplateParser::parameters() {
    std::vector<Parameter> parameters;
    expect("(");
    while (!is(")")) {
        const Token& name = expectName("the name of a parameter");
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

// ---- filter, with

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
