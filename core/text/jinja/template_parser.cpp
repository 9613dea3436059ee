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
    header([&] {
        node->expression = tuple(true);
        node->allowFloat = isFloatFilter(node->expression);
    });
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

}  // namespace touchstone::text::jinja
