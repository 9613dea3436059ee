// SPDX-License-Identifier: Apache-2.0
//
// The statement grammar: text, {{ output }} and {% tags %} with their bodies.

#pragma once

#include "expression_parser.h"

#include <initializer_list>
#include <string_view>
#include <vector>

namespace touchstone::text::jinja {

class TemplateParser : public ExpressionParser {
public:
    TemplateParser(Program& program, const Lexed& lexed, Scopes& scopes, std::vector<SyntaxProblem>& problems,
                   std::vector<SyntaxProblem>& notes)
        : ExpressionParser(program, lexed.tokens, scopes, notes), m_problems(problems) {}

    // The whole template. All problems are in `problems`.
    Body parse();

private:
    using EndNames = std::initializer_list<std::string_view>;

    // Nodes up to a tag of one of these names, which is left unread.
    Body body(const Token& opener, EndNames ends);
    bool atTag(EndNames names) const;
    const Node* node();
    const Node* output();
    const Node* tag();
    const Node* unknownTag(const Token& name);

    const Node* ifTag(const Token& opener);
    const Node* forTag(const Token& opener);
    const Node* setTag(const Token& opener);
    const Node* macroTag(const Token& opener);
    const Node* callTag(const Token& opener);
    const Node* filterTag(const Token& opener);
    const Node* withTag(const Token& opener);

    struct TargetRules {
        bool definite;      // see Declaration
        bool allowField;    // `ns.field`
        std::size_t since;  // see Declaration::offset
    };
    Target target(const TargetRules& rules);
    Target oneTarget(const TargetRules& rules);
    [[nodiscard]] std::size_t endOfTag() const;
    void forHeader(ForNode& loop, Scope* outer);
    const Node* setValue(const Token& opener, const Target& aim, const Expr* value);
    const Node* setBlock(const Token& opener, const Target& aim, const Expr* filters);
    std::vector<Parameter> parameters();
    MacroCode* openMacro(std::string_view name);
    void closeMacro(MacroCode& code, const Token& opener, std::string_view endName);

    // Reads the header of a tag; when it is wrong, notes the problem and skips to the end of the tag.
    template <class Read>
    void header(Read read);
    void closeTag();
    void skipTag();
    // {% endx %}, or a problem at the opener.
    void close(const Token& opener, EndNames names);
    void note(SyntaxProblem problem);

    template <class T>
    T* makeNode(NodeKind kind, std::size_t offset) {
        T* node = new (m_program.arena.allocate(sizeof(T), alignof(T))) T{};
        node->kind = kind;
        node->offset = static_cast<std::uint32_t>(offset);
        return node;
    }

    std::vector<SyntaxProblem>& m_problems;
    std::vector<std::string> m_ignoredEnds;  // of tags that were reported already
    std::size_t m_blockDepth = 0;
};

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

}  // namespace touchstone::text::jinja
