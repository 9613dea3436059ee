// SPDX-License-Identifier: Apache-2.0

#include "parser.h"

#include "template_parser.h"
#include "text/utf8.h"

#include <algorithm>

namespace touchstone::text::jinja {

namespace {

constexpr std::size_t kMaxFindings = 100;

struct Draft {
    std::shared_ptr<Program> program = std::make_shared<Program>();
    std::vector<SyntaxProblem> problems;
    std::vector<SyntaxProblem> notes;
};

bool readable(Draft& draft, std::string_view source, const TemplateOptions& options) {
    draft.program->options = options;
    if (source.size() > options.sourceBytes) {
        draft.problems.push_back({0, "too-large",
                                  "the source has " + std::to_string(source.size()) + " bytes; the limit is " +
                                      std::to_string(options.sourceBytes),
                                  "move long texts into variables"});
        return false;
    }
    draft.program->source = source;
    for (std::size_t offset = 0; offset < source.size();) {
        const DecodedPoint point = decodeUtf8(source, offset);
        if (!point.valid) {
            draft.problems.push_back({offset, "not-utf8", "the source is not valid UTF-8 here", "save it as UTF-8"});
            return false;
        }
        offset += point.bytes;
    }
    return true;
}

void append(std::vector<SyntaxProblem>& to, std::vector<SyntaxProblem>& from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
}

Parsed finish(Draft& draft) {
    Parsed parsed;
    const auto byOffset = [](const SyntaxProblem& a, const SyntaxProblem& b) { return a.offset < b.offset; };
    for (auto* list : {&draft.problems, &draft.notes}) {
        std::stable_sort(list->begin(), list->end(), byOffset);
        PositionCursor cursor(draft.program->source);
        for (std::size_t i = 0; i < std::min(list->size(), kMaxFindings); ++i) {
            SyntaxProblem& problem = (*list)[i];
            parsed.findings.push_back({list == &draft.problems ? Severity::Error : Severity::Info,
                                       std::move(problem.code), "", cursor.positionAt(problem.offset),
                                       std::move(problem.text), std::move(problem.suggestion)});
        }
    }
    if (draft.problems.empty())
        parsed.program = std::move(draft.program);
    return parsed;
}

}  // namespace

Parsed parseTemplate(std::string_view source, const TemplateOptions& options) {
    Draft draft;
    if (!readable(draft, source, options))
        return finish(draft);
    Lexed lexed = lexTemplate(draft.program->source, options);
    append(draft.problems, lexed.problems);
    Scopes scopes(*draft.program);
    TemplateParser parser(*draft.program, lexed, scopes, draft.problems, draft.notes);
    draft.program->body = parser.parse();
    if (draft.problems.empty())
        scopes.resolve();
    return finish(draft);
}

Parsed parseExpression(std::string_view source, const TemplateOptions& options) {
    Draft draft;
    if (!readable(draft, source, options))
        return finish(draft);
    Lexed lexed = lexExpression(draft.program->source);
    append(draft.problems, lexed.problems);
    Scopes scopes(*draft.program);
    ExpressionParser parser(*draft.program, lexed.tokens, scopes, draft.notes);
    try {
        draft.program->expression = parser.tuple(true);
        parser.end();
    } catch (SyntaxFailure& failure) {
        draft.problems.push_back(std::move(failure.problem));
    }
    if (draft.problems.empty())
        scopes.resolve();
    return finish(draft);
}

}  // namespace touchstone::text::jinja
