// SPDX-License-Identifier: Apache-2.0

#include "engine/prepared.h"

#include "compiled_workflow.h"
#include "stages.h"
#include "workflow/version.h"

namespace touchstone::engine {
namespace {

Result<text::Template> compileTemplate(const std::string& pointer, const std::string& source) {
    text::TemplateParse parsed = text::Template::parse(source);
    if (parsed.value)
        return *std::move(parsed.value);
    const Finding& first = parsed.findings.front();
    return Error{ErrorCode::InvalidArgument, pointer + ": " + first.text, first.code};
}

bool reads(const text::Template& source, std::string_view variable) {
    const auto uses = source.variables();
    return std::any_of(uses.begin(), uses.end(),
                       [variable](const text::VariableUse& use) { return use.name == variable; });
}

Result<void> compileTemplates(CompiledWorkflow& compiled) {
    const workflow::Workflow& source = compiled.workflow;
    if (!source.instructions.empty()) {
        TOUCHSTONE_TRY(compiled.instructions, compileTemplate("/instructions/text", source.instructions));
        compiled.examplesInTemplate = reads(*compiled.instructions, "examples");
    }
    for (std::size_t i = 0; i < source.prompt.messages.size(); ++i) {
        const workflow::Message& message = source.prompt.messages[i];
        TOUCHSTONE_TRY(text::Template content,
                       compileTemplate("/prompt/messages/" + std::to_string(i) + "/content", message.content));
        compiled.examplesInTemplate = compiled.examplesInTemplate || reads(content, "examples");
        compiled.messages.push_back({message.role, std::move(content)});
    }
    return {};
}

bool haveSame(const CompiledWorkflow& one, const CompiledWorkflow& other, const char* pointer) {
    const Json* here = resolvePointer(one.workflow.json, pointer);
    const Json* there = resolvePointer(other.workflow.json, pointer);
    return here && there ? *here == *there : here == there;
}

// Examples speak with the voice of the last message, so that the model sees them as it sees the question.
Result<void> renderExamples(CompiledWorkflow& compiled, const CompiledWorkflow* like) {
    const auto& examples = compiled.workflow.prompt.examples;
    const bool sameExamples = like && haveSame(compiled, *like, "/prompt/examples");
    const bool sameTurns = sameExamples && haveSame(compiled, *like, "/prompt/messages") &&
                           haveSame(compiled, *like, "/inputs") &&
                           compiled.retriever.has_value() == like->retriever.has_value();
    if (!compiled.examplesInTemplate && sameTurns && !like->examplesInTemplate) {
        compiled.turns = like->turns;
    } else if (!compiled.examplesInTemplate) {
        compiled.turns.reserve(examples.size());
        for (std::size_t i = 0; i < examples.size(); ++i) {
            Json variables = examples[i].input;
            fillDefaults(compiled.workflow.inputs, variables);
            if (compiled.retriever)
                variables["sources"] = Json::array();
            auto user = compiled.messages.back().content.render(variables);
            if (!user.ok())
                return Error{ErrorCode::InvalidArgument, "the last message cannot be rendered for /prompt/examples/" +
                                                             std::to_string(i) + ": " + user.error().message};
            const Json& output = examples[i].output;
            compiled.turns.push_back(
                {std::move(user).value(), output.is_string() ? output.get<std::string>() : toText(output)});
        }
    }
    if (compiled.workflow.prompt.selectBy != workflow::SelectBy::Similarity)
        return {};
    if (sameExamples && like->exampleIndex) {
        compiled.exampleIndex = like->exampleIndex;
    } else {
        std::vector<std::string> texts;
        texts.reserve(examples.size());
        for (const workflow::Example& example : examples)
            texts.push_back(comparableText(example.input));
        compiled.exampleIndex = text::SimilarityIndex::build(texts);
    }
    return {};
}

Result<void> compileRetrieval(CompiledWorkflow& compiled, const CorpusLookup& corpora, const CompiledWorkflow* like) {
    if (!compiled.workflow.retrieval)
        return {};
    const workflow::RetrievalPart& part = *compiled.workflow.retrieval;
    TOUCHSTONE_TRY(compiled.query, compileTemplate("/retrieval/query", part.query));
    TOUCHSTONE_TRY(retrieval::Corpus corpus, corpora(part.corpus));
    if (like && like->retriever && like->retriever->corpus().id() == corpus.id() &&
        haveSame(compiled, *like, "/chunking"))
        compiled.retriever = like->retriever;
    else
        compiled.retriever = retrieval::Retriever::make(std::move(corpus), compiled.workflow.chunking);
    return {};
}

Result<void> refuseUnsupported(const Json& document) {
    std::string places;
    for (const Finding& finding : unsupportedSettings(document))
        places += (places.empty() ? "" : "; ") + finding.pointer + " (" + finding.text + ")";
    if (places.empty())
        return {};
    return Error{ErrorCode::Unsupported,
                 "this version cannot run here: " + places + ". Remove these settings to run it"};
}

Result<schema::Schema> compileSchema(const std::string& pointer, const Json& json) {
    auto compiled = schema::Schema::compile(json);
    if (!compiled.ok())
        return Error{compiled.error().code, pointer + ": " + compiled.error().message};
    return compiled;
}

}  // namespace

Prepared::Prepared(std::unique_ptr<const CompiledWorkflow> compiled) : m_compiled(std::move(compiled)) {}
Prepared::~Prepared() = default;

const workflow::Workflow& Prepared::workflow() const {
    return m_compiled->workflow;
}
const std::string& Prepared::documentHash() const {
    return m_compiled->documentHash;
}

const retrieval::Corpus* Prepared::corpus() const {
    return m_compiled->retriever ? &m_compiled->retriever->corpus() : nullptr;
}

Result<std::shared_ptr<const Prepared>> Prepared::prepare(workflow::Workflow workflow, const CorpusLookup& corpora,
                                                          const Prepared* like) {
    const CompiledWorkflow* known = like ? &like->compiled() : nullptr;
    TOUCHSTONE_TRY_VOID(refuseUnsupported(workflow.json));
    TOUCHSTONE_TRY(std::string hash, workflow::hashDocument(workflow.json));
    TOUCHSTONE_TRY(schema::Schema inputSchema, compileSchema("/inputs", workflow.inputs));
    TOUCHSTONE_TRY(routing::Router router,
                   routing::Router::make(std::make_shared<const workflow::RoutingPart>(workflow.routing)));
    TOUCHSTONE_TRY(policy::Gate gate, policy::Gate::make(workflow.policy, workflow.inputs));
    auto compiled = std::make_unique<CompiledWorkflow>(CompiledWorkflow{std::move(workflow),
                                                                        std::move(hash),
                                                                        std::move(inputSchema),
                                                                        {},
                                                                        {},
                                                                        {},
                                                                        false,
                                                                        {},
                                                                        {},
                                                                        {},
                                                                        {},
                                                                        std::move(router),
                                                                        std::move(gate)});
    if (!compiled->workflow.output.schema.is_null()) {
        TOUCHSTONE_TRY(compiled->outputSchema, compileSchema("/output/schema", compiled->workflow.output.schema));
    }
    TOUCHSTONE_TRY_VOID(compileTemplates(*compiled));
    TOUCHSTONE_TRY_VOID(compileRetrieval(*compiled, corpora, known));
    TOUCHSTONE_TRY_VOID(renderExamples(*compiled, known));
    return std::make_shared<const Prepared>(std::move(compiled));
}

}  // namespace touchstone::engine
