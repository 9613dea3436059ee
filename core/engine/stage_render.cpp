// SPDX-License-Identifier: Apache-2.0

#include "stages.h"

#include "text/tokens.h"

namespace touchstone::engine {
namespace {

constexpr std::int64_t kTokensPerMessage = 4;  // the chat framing that usual models add to each message

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

Result<std::string> renderAt(const std::string& pointer, const text::Template& source, const Json& variables) {
    auto text = source.render(variables);
    if (!text.ok())
        return Error{text.error().code, pointer + " " + text.error().message, text.error().detail};
    return text;
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

Result<Rendered> render(const CompiledWorkflow& workflow, const Json& input, const Context& context) {
    Rendered rendered;
    rendered.examples = selectExamples(workflow, input);
    Json variables = input;
    if (workflow.retriever)
        variables["sources"] = sourcesJson(context.sources);
    if (workflow.examplesInTemplate)
        variables["examples"] = examplesJson(workflow, rendered.examples);

    auto& messages = rendered.prompt.messages;
    if (workflow.instructions) {
        TOUCHSTONE_TRY(std::string text, renderAt("/instructions/text", *workflow.instructions, variables));
        if (!text.empty())
            messages.push_back({workflow::Role::System, std::move(text)});
    }
    if (!workflow.examplesInTemplate) {
        for (const std::size_t index : rendered.examples) {
            messages.push_back({workflow::Role::User, workflow.turns[index].user});
            messages.push_back({workflow::Role::Assistant, workflow.turns[index].assistant});
        }
    }
    for (std::size_t i = 0; i < workflow.messages.size(); ++i) {
        const std::string pointer = "/prompt/messages/" + std::to_string(i) + "/content";
        TOUCHSTONE_TRY(std::string text, renderAt(pointer, workflow.messages[i].content, variables));
        messages.push_back({workflow.messages[i].role, std::move(text)});
    }
    if (workflow.workflow.output.mode != "text") {
        rendered.prompt.outputMode = workflow::OutputMode::Json;
        rendered.prompt.outputSchema = workflow.workflow.output.schema;
    }
    for (const workflow::Message& message : messages)
        rendered.promptTokens += text::estimateTokens(message.content) + kTokensPerMessage;
    return rendered;
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
