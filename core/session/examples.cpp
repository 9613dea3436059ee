// SPDX-License-Identifier: Apache-2.0

#include "examples.h"

#include "base/canonical_json.h"
#include "context.h"
#include "drafts.h"
#include "schema/schema.h"
#include "session/files.h"
#include "workflow_exchange.h"

#include <algorithm>
#include <map>
#include <set>

namespace touchstone::session {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kListedFindings = 8;

// A list of at most so many lines, for one message.
class Listing {
public:
    explicit Listing(std::string head) : m_text(std::move(head)) {}

    void add(const std::string& line) {
        if (m_count++ < kListedFindings)
            m_text += "\n  " + line;
        else if (m_count == kListedFindings + 1)
            m_text += "\n  …";
    }
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    [[nodiscard]] Error error() const { return {ErrorCode::InvalidArgument, m_text}; }

private:
    std::string m_text;
    std::size_t m_count = 0;
};

// What an answer of the workflow must look like.
class Answers {
public:
    static Result<Answers> of(const std::string& workflow, const Json& document) {
        Answers answers;
        const Json* output = memberAt(document, "output");
        const Json* schema = output ? memberAt(*output, "schema") : nullptr;
        if (!schema || stringAt(*output, "mode", "text") == "text")
            return answers;
        auto compiled = schema::Schema::compile(*schema);
        if (!compiled.ok())
            return Error{
                ErrorCode::InvalidArgument,
                "the draft of '" + workflow + "' has an output schema with an error: " + compiled.error().message};
        answers.m_schema = std::move(compiled).value();
        return answers;
    }

    // Text that holds JSON counts as that JSON where the workflow answers in JSON. What is wrong with the answer, or
    // "".
    [[nodiscard]] std::string fit(Json& answer) const {
        if (!m_schema || m_schema->isValid(answer))
            return {};
        if (answer.is_string())
            if (auto parsed = parseJson(answer.get_ref<const std::string&>()); parsed.ok())
                answer = std::move(parsed).value();
        const schema::Validation validation = m_schema->validate(answer);
        if (validation.valid())
            return {};
        if (validation.problems.empty())
            return "could not be checked against the output schema";
        const schema::Problem& problem = validation.problems.front();
        return (problem.instancePointer.empty() ? "" : problem.instancePointer + ": ") + problem.message;
    }

private:
    std::optional<schema::Schema> m_schema;
};

// The cases as examples that fit the workflow, or which rows do not.
Result<Json> makeExamples(const ExampleFile& request, eval::Dataset dataset, const Answers& answers,
                          ImportedExamples& imported) {
    Listing wrong(request.file.string() + " was not imported: its answers do not fit the output schema of '" +
                  request.workflow + "'");
    Json examples = Json::array();
    std::map<std::string, std::size_t> taken;
    for (std::size_t i = 0; i < dataset.cases.size(); ++i) {
        eval::Case& example = dataset.cases[i];
        const std::string row = "row " + std::to_string(i + 1);
        if (!example.expected)
            return Error{ErrorCode::InvalidArgument,
                         request.file.string() + ": " + row +
                             " has no expected answer; name its column with --expected, or remove the row"};
        if (const std::string problem = answers.fit(*example.expected); !problem.empty()) {
            wrong.add(row + ": " + problem);
            continue;
        }
        std::size_t& count = taken[toText(*example.expected)];
        if (request.perLabel > 0 && count >= request.perLabel)
            continue;
        ++count;
        examples.push_back({{"input", std::move(example.input)}, {"output", *std::move(example.expected)}});
    }
    if (!wrong.isEmpty())
        return wrong.error();
    imported.examples = examples.size();
    imported.labels = taken.size();
    return examples;
}

Json examplesOf(const Json& document) {
    const Json* examples = resolvePointer(document, "/prompt/examples");
    return examples && examples->is_array() ? *examples : Json::array();
}

// Whether some version has the document's very prompt.
Result<bool> isPromptKept(const store::VersionStore& versions, const std::string& workflow, const Json& document) {
    TOUCHSTONE_TRY(const workflow::PartHashes parts, workflow::hashParts(document));
    TOUCHSTONE_TRY(const std::vector<store::VersionInfo> kept, versions.list(workflow));
    const auto prompt = std::ranges::find(parts, "prompt", &workflow::PartHashes::value_type::first);
    return prompt != parts.end() && std::ranges::any_of(kept, [&prompt](const store::VersionInfo& version) {
               return std::ranges::find(version.parts, *prompt) != version.parts.end();
           });
}

// How many examples of the draft's document neither a version nor `next` has, and would be lost.
Result<std::size_t> ownExamples(const store::VersionStore& versions, const OpenedDraft& opened, const Json& document,
                                const Json& next) {
    std::set<std::string> known;
    for (const Json& examples : {next, opened.base ? examplesOf(opened.base->document) : Json::array()})
        for (const Json& example : examples) {
            TOUCHSTONE_TRY(std::string text, canonicalJson(example));
            known.insert(std::move(text));
        }
    std::size_t own = 0;
    for (const Json& example : examplesOf(document)) {
        TOUCHSTONE_TRY(const std::string text, canonicalJson(example));
        own += known.contains(text) ? 0 : 1;
    }
    if (own == 0)
        return own;
    TOUCHSTONE_TRY(const bool kept, isPromptKept(versions, opened.draft.workflow, document));
    return kept ? 0 : own;
}

}  // namespace

Result<ReadCases> readCases(const fs::path& file, const eval::ImportOptions& options) {
    TOUCHSTONE_TRY_VOID(checkInput(file));
    eval::DatasetImport imported = eval::importDatasetFile(file, options);
    Listing errors(file.string() + " was not imported:");
    ReadCases read;
    for (Finding& finding : imported.findings) {
        if (finding.code == "unreadable")
            return Error{ErrorCode::NotFound, finding.text};
        // The texts about rows name their lines themselves.
        if (finding.severity == Severity::Error)
            errors.add((finding.pointer.empty() ? "" : finding.pointer + ": ") + finding.text +
                       (finding.suggestion.empty() ? "" : " (" + finding.suggestion + ")"));
        else if (finding.severity == Severity::Warning)
            read.warnings.push_back(std::move(finding));
    }
    if (!imported.dataset)
        return errors.error();
    read.dataset = *std::move(imported.dataset);
    read.columns = std::move(imported.columns);
    return read;
}

Result<ImportedExamples> importExamplesNow(Context& context, const ExampleFile& request) {
    TOUCHSTONE_TRY(ReadCases cases, readCases(request.file, request.options));
    TOUCHSTONE_TRY(OpenedDraft opened, draftOf(context.workspace(), request.workflow, request.branch));
    if (!opened.saved && !opened.base) {  // says what is wrong with the name
        TOUCHSTONE_TRY(const workflow::Version none, context.findVersion(request.workflow, request.branch));
    }
    for (const TypedPart& typed : opened.text.typed)
        if (typed.part == "prompt")  // corrected, it would take the place of the examples
            return notJsonYet(opened.draft, {typed});
    TOUCHSTONE_TRY(Json document, parseJson(opened.draft.text));
    if (const Json* prompt = memberAt(document, "prompt"); !prompt || !prompt->is_object())
        return Error{ErrorCode::InvalidArgument,
                     "the draft of '" + request.workflow + "' has no prompt to which examples could be added"};
    TOUCHSTONE_TRY(const Answers answers, Answers::of(request.workflow, document));
    ImportedExamples imported{0, 0, 0, std::move(cases.columns), std::move(cases.warnings)};
    TOUCHSTONE_TRY(Json examples, makeExamples(request, std::move(cases.dataset), answers, imported));
    imported.before = examplesOf(document).size();
    TOUCHSTONE_TRY(const std::size_t own, ownExamples(context.workspace().versions(), opened, document, examples));
    if (own > 0 && !request.force)
        return uncommitted(opened.draft, std::to_string(own) + (own == 1 ? " example" : " examples") + " of its own");
    document["prompt"]["examples"] = std::move(examples);
    opened.draft.text = toPrettyText(document);
    TOUCHSTONE_TRY(const store::Draft saved, context.workspace().drafts().save(std::move(opened.draft)).wait());
    return imported;
}

}  // namespace touchstone::session
