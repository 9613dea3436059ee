// SPDX-License-Identifier: Apache-2.0

#include "stages.h"

#include "text/tokens.h"

namespace touchstone::engine {
namespace {

Json sourcesJson(const std::vector<retrieval::Source>& sources) {
    Json list = Json::array();
    for (const retrieval::Source& source : sources)
        list.push_back({{"index", source.index},
                        {"id", source.documentId},
                        {"title", source.title},
                        {"text", source.text},
                        {"score", source.score}});
    return list;
}

// The few-shot examples to send, most similar last: nearest to the question.
std::vector<std::size_t> selectExamples(const CompiledWorkflow& workflow, const Json& input) {
    const workflow::PromptPart& part = workflow.workflow.prompt;
    const std::size_t most = part.selectCount > 0
                                 ? std::min(part.examples.size(), static_cast<std::size_t>(part.selectCount))
                                 : part.examples.size();
    std::vector<std::size_t> chosen;
    if (workflow.exampleIndex && most > 0) {
        for (const text::Neighbour& neighbour : workflow.exampleIndex->nearest(comparableText(input), most))
            chosen.push_back(neighbour.index);
        std::reverse(chosen.begin(), chosen.end());
        return chosen;
    }
    for (std::size_t i = 0; i < most; ++i)
        chosen.push_back(i);
    return chosen;
}

Json examplesJson(const CompiledWorkflow& workflow, const std::vector<std::size_t>& chosen) {
    Json list = Json::array();
    for (const std::size_t index : chosen) {
        const workflow::Example& example = workflow.workflow.prompt.examples[index];
        list.push_back({{"input", example.input}, {"output", example.output}});
    }
    return list;
}

// The messages as they are made, with where their text comes from when that is wanted.
class PromptWriter {
public:
    PromptWriter(const CompiledWorkflow& workflow, Json variables, Provenance provenance)
        : m_workflow(workflow), m_variables(std::move(variables)), m_traced(provenance == Provenance::Keep) {}

    Result<void> addTemplate(workflow::Role role, PromptPart part, const std::string& pointer,
                             const text::Template& source) {
        if (m_traced)
            return addTraced(role, part, pointer, source);
        auto text = source.render(m_variables);
        if (!text.ok())
            return at(pointer, text.error());
        if (part != PromptPart::Instructions || !text->empty())
            m_rendered.prompt.messages.push_back({role, std::move(text).value()});
        return {};
    }

    void addExample(std::size_t index) {
        const ExampleTurn& turn = m_workflow.turns[index];
        const std::string pointer = "/prompt/examples/" + std::to_string(index);
        addTurn(workflow::Role::User, turn.user, pointer + "/input");
        addTurn(workflow::Role::Assistant, turn.assistant, pointer + "/output");
    }

    [[nodiscard]] Rendered& rendered() { return m_rendered; }

private:
    static Error at(const std::string& pointer, const Error& error) {
        return {error.code, pointer + " " + error.message, error.detail};
    }

    Result<void> addTraced(workflow::Role role, PromptPart part, const std::string& pointer,
                           const text::Template& source) {
        auto traced = source.renderTraced(m_variables);
        if (!traced.ok())
            return at(pointer, traced.error());
        if (part == PromptPart::Instructions && traced->text.empty())
            return {};
        std::vector<Piece> pieces;
        pieces.reserve(traced->sources.size());
        for (text::OutputSource& from : traced->sources) {
            const PromptPart whose = partOf(from.paths, part);
            pieces.push_back({from.begin, from.end, whose, pointer, from.position, std::move(from.paths)});
        }
        m_rendered.prompt.messages.push_back({role, std::move(traced->text)});
        m_rendered.pieces.push_back(std::move(pieces));
        return {};
    }

    void addTurn(workflow::Role role, const std::string& text, std::string pointer) {
        m_rendered.prompt.messages.push_back({role, text});
        if (m_traced)
            m_rendered.pieces.push_back({{0, text.size(), PromptPart::Examples, std::move(pointer), {}, {}}});
    }

    // Text of several variables is of the one that is largest by nature.
    [[nodiscard]] PromptPart partOf(const std::vector<std::string>& paths, PromptPart own) const {
        const auto reads = [&paths](std::string_view name) {
            return std::ranges::any_of(paths, [name](std::string_view path) {
                return path.starts_with(name) &&
                       (path.size() == name.size() || path[name.size()] == '.' || path[name.size()] == '[');
            });
        };
        if (paths.empty())
            return own;
        if (m_workflow.retriever && reads("sources"))
            return PromptPart::Context;
        if (m_workflow.examplesInTemplate && reads("examples"))
            return PromptPart::Examples;
        return PromptPart::Input;
    }

    const CompiledWorkflow& m_workflow;
    const Json m_variables;
    const bool m_traced;
    Rendered m_rendered;
};

Json variablesOf(const CompiledWorkflow& workflow, const Json& input, const Context& context,
                 const std::vector<std::size_t>& examples) {
    Json variables = input;
    if (workflow.retriever)
        variables["sources"] = sourcesJson(context.sources);
    if (workflow.examplesInTemplate)
        variables["examples"] = examplesJson(workflow, examples);
    return variables;
}

}  // namespace

std::string comparableText(const Json& input) {
    if (input.is_string())
        return input.get<std::string>();
    std::string text;
    if (input.is_structured())
        for (const Json& value : input)
            if (std::string part = comparableText(value); !part.empty())
                text += (text.empty() ? "" : "\n") + part;
    return text;
}

std::int64_t tokensOf(const workflow::Prompt& prompt) {
    std::int64_t tokens = 0;
    for (const workflow::Message& message : prompt.messages)
        tokens += text::estimateTokens(message.content) + kTokensPerMessage;
    return tokens;
}

Result<Rendered> render(const CompiledWorkflow& workflow, const Json& input, const Context& context,
                        Provenance provenance) {
    std::vector<std::size_t> examples = selectExamples(workflow, input);
    PromptWriter writer(workflow, variablesOf(workflow, input, context, examples), provenance);
    if (workflow.instructions) {
        TOUCHSTONE_TRY_VOID(writer.addTemplate(workflow::Role::System, PromptPart::Instructions, "/instructions/text",
                                               *workflow.instructions));
    }
    if (!workflow.examplesInTemplate)
        for (const std::size_t index : examples)
            writer.addExample(index);
    for (std::size_t i = 0; i < workflow.messages.size(); ++i) {
        const std::string pointer = "/prompt/messages/" + std::to_string(i) + "/content";
        TOUCHSTONE_TRY_VOID(
            writer.addTemplate(workflow.messages[i].role, PromptPart::Prompt, pointer, workflow.messages[i].content));
    }
    Rendered& rendered = writer.rendered();
    rendered.examples = std::move(examples);
    if (workflow.workflow.output.mode != "text") {
        rendered.prompt.outputMode = workflow::OutputMode::Json;
        rendered.prompt.outputSchema = workflow.workflow.output.schema;
    }
    rendered.promptTokens = tokensOf(rendered.prompt);
    return std::move(rendered);
}

workflow::Prompt reaskPrompt(const workflow::Prompt& prompt, const std::string& answer,
                             const std::vector<trace::ValidationFailure>& failures) {
    constexpr std::size_t kShownFailures = 5;
    workflow::Prompt again = prompt;
    std::string complaint = "Your answer does not satisfy the required JSON Schema:\n";
    for (std::size_t i = 0; i < std::min(failures.size(), kShownFailures); ++i)
        complaint += "- " + (failures[i].pointer.empty() ? std::string("the answer") : failures[i].pointer) + ": " +
                     failures[i].message + "\n";
    // The question is said again, because a model may take the last message for all there is to answer.
    complaint += "Answer again with the corrected JSON only.\n\n" + prompt.messages.back().content;
    again.messages.push_back({workflow::Role::Assistant, answer});
    again.messages.push_back({workflow::Role::User, std::move(complaint)});
    return again;
}

}  // namespace touchstone::engine
