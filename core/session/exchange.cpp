// SPDX-License-Identifier: Apache-2.0

#include "session/exchange.h"

#include "context.h"
#include "eval/dataset_export.h"
#include "eval/scorer.h"
#include "folders.h"
#include "session/files.h"
#include "workflow/folder.h"
#include "workflow/parse.h"
#include "yaml.h"

#include <algorithm>
#include <map>

namespace touchstone::session {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kListedFindings = 8;
constexpr const char* kHead = "workflow.json";  // the file that makes a folder a workflow's

// The first findings as one message, because a file is taken whole or not at all.
Error refused(const fs::path& file, const std::vector<Finding>& findings) {
    std::string message = file.string() + " was not imported:";
    std::size_t listed = 0;
    for (const Finding& finding : findings) {
        if (finding.severity != Severity::Error)
            continue;
        if (listed++ == kListedFindings) {
            message += "\n  …";
            break;
        }
        // The texts about rows name their lines themselves.
        message += "\n  " + (finding.pointer.empty() ? "" : finding.pointer + ": ") + finding.text;
        if (!finding.suggestion.empty())
            message += " (" + finding.suggestion + ")";
    }
    return {ErrorCode::InvalidArgument, std::move(message)};
}

Result<eval::Dataset> readCases(const fs::path& file, const eval::ImportOptions& options) {
    TOUCHSTONE_TRY_VOID(checkInput(file));
    eval::DatasetImport imported = eval::importDatasetFile(file, options);
    if (!imported.dataset)
        return refused(file, imported.findings);
    return *std::move(imported.dataset);
}

Result<ImportedExamples> addExamples(Context& context, const ExampleFile& request) {
    TOUCHSTONE_TRY(const eval::Dataset dataset, readCases(request.file, request.options));
    store::DraftStore& drafts = context.workspace().drafts();
    TOUCHSTONE_TRY(std::optional<store::Draft> draft, drafts.load(request.workflow, request.branch));
    if (!draft) {
        TOUCHSTONE_TRY(const workflow::Version head, context.findVersion(request.workflow, request.branch));
        draft = store::Draft{request.workflow, request.branch, toText(head.document), head.id, Json::object(), 0, {}};
    }
    TOUCHSTONE_TRY(Json document, parseJson(draft->text));
    if (const Json* prompt = memberAt(document, "prompt"); !prompt || !prompt->is_object())
        return Error{ErrorCode::InvalidArgument,
                     "the draft of '" + request.workflow + "' has no prompt to which examples could be added"};
    Json examples = Json::array();
    std::map<std::string, std::size_t> taken;
    for (std::size_t i = 0; i < dataset.cases.size(); ++i) {
        const eval::Case& example = dataset.cases[i];
        if (!example.expected)
            return Error{ErrorCode::InvalidArgument, request.file.string() + ": case " + std::to_string(i + 1) +
                                                         " has no expected answer; name its column with --expected"};
        std::size_t& count = taken[toText(*example.expected)];
        if (request.perLabel > 0 && count >= request.perLabel)
            continue;
        ++count;
        examples.push_back({{"input", example.input}, {"output", *example.expected}});
    }
    const ImportedExamples imported{examples.size(), taken.size()};
    document["prompt"]["examples"] = std::move(examples);
    draft->text = toPrettyText(document);
    TOUCHSTONE_TRY(const store::Draft saved, drafts.save(*std::move(draft)).wait());
    return imported;
}

}  // namespace

Result<Json> readWorkflowDocument(const fs::path& source) {
    std::error_code problem;
    if (fs::is_directory(source, problem)) {
        if (!fs::exists(source / kHead, problem))
            return Error{ErrorCode::NotFound, source.string() + " holds no " + kHead + ", so it is not a workflow"};
        TOUCHSTONE_TRY(const workflow::Folder folder, readTextFolder(source));
        return workflow::fromFolder(folder);
    }
    TOUCHSTONE_TRY(const std::string text, readFile(source));
    const std::string ending = source.extension().string();
    auto document = ending == ".yaml" || ending == ".yml" ? parseYaml(text) : parseJson(text);
    if (!document.ok())
        return Error{document.error().code, source.string() + ": " + document.error().message};
    return document;
}

namespace {

Result<store::CorpusInfo> importCorpusNow(Context& context, const std::string& name, const fs::path& folder) {
    TOUCHSTONE_TRY(std::vector<store::CorpusDocument> documents, readDocuments(folder));
    if (documents.empty())
        return Error{ErrorCode::NotFound, "there is no .md or .txt file in " + folder.string()};
    return context.workspace().corpora().put(name, std::move(documents)).wait();
}

Result<store::Draft> importNow(Context& context, const fs::path& source, const std::string& branch) {
    TOUCHSTONE_TRY(const Json document, readWorkflowDocument(source));
    const workflow::WorkflowParse parsed = workflow::parseWorkflow(document);
    if (!parsed.value)
        return refused(source, parsed.findings);
    store::DraftStore& drafts = context.workspace().drafts();
    TOUCHSTONE_TRY(const std::optional<store::Draft> existing, drafts.load(parsed.value->name, branch));
    store::Draft draft;
    draft.workflow = parsed.value->name;
    draft.branch = branch;
    draft.text = toPrettyText(document);
    draft.revision = existing ? existing->revision : 0;
    if (const auto head = context.workspace().versions().find(draft.workflow, branch); head.ok())
        draft.base = head.value();
    return drafts.save(std::move(draft)).wait();
}

// Whether a workflow's folder may have such a file (workflow/folder.h).
bool belongsToWorkflow(const std::string& path) {
    const auto isPart = [&path](std::string_view part) { return path == std::string(part) + ".json"; };
    return path == kHead || path == "instructions.md" || path.starts_with("prompt/") ||
           std::any_of(workflow::kPartNames.begin(), workflow::kPartNames.end(), isPart);
}

// What an earlier export left in `folder` and `contents` does not have. Fails for a folder that is somebody else's.
Result<std::vector<std::string>> outdatedFiles(const fs::path& folder, const workflow::Folder& contents) {
    std::vector<std::string> outdated;
    std::error_code problem;
    if (!fs::exists(folder, problem))
        return outdated;
    TOUCHSTONE_TRY(const std::vector<std::string> present, listFolder(folder));
    if (!present.empty() && !fs::exists(folder / kHead, problem))
        return Error{ErrorCode::AlreadyExists, folder.string() + " holds other files and no " + kHead +
                                                   "; give an empty folder or one exported before"};
    for (const std::string& path : present) {
        if (!belongsToWorkflow(path))
            return Error{ErrorCode::AlreadyExists, (folder / path).string() +
                                                       " is no file of a workflow; move it away, or give another "
                                                       "folder"};
        if (!contents.contains(path))
            outdated.push_back(path);
    }
    return outdated;
}

Result<void> exportNow(Context& context, const std::string& workflow, const std::string& reference,
                       const fs::path& folder) {
    TOUCHSTONE_TRY(const workflow::Version version, context.findVersion(workflow, reference));
    const workflow::Folder contents = workflow::toFolder(version.document);
    TOUCHSTONE_TRY(const std::vector<std::string> outdated, outdatedFiles(folder, contents));
    for (const auto& [path, content] : contents) {
        TOUCHSTONE_TRY_VOID(writeFile(folder / path, content));
    }
    std::error_code problem;
    for (const std::string& path : outdated)
        if (!fs::remove(folder / path, problem) && problem)
            return Error{ErrorCode::PermissionDenied,
                         "cannot remove " + (folder / path).string() + ": " + problem.message()};
    return {};
}

}  // namespace

void Exchange::importDataset(DatasetFile request, Done<store::DatasetInfo> done) {
    m_context.async<store::DatasetInfo>(
        [&context = m_context, request = std::move(request)]() mutable -> Result<store::DatasetInfo> {
            request.options.name = request.name.empty() ? request.file.stem().string() : request.name;
            TOUCHSTONE_TRY(eval::Dataset dataset, readCases(request.file, request.options));
            if (const auto scorers = eval::makeScorers(request.scorers); !scorers.ok())
                return scorers.error();
            return context.workspace().datasets().put(std::move(dataset), std::move(request.scorers)).wait();
        },
        std::move(done));
}

void Exchange::datasets(Done<std::vector<store::DatasetInfo>> done) {
    m_context.async<std::vector<store::DatasetInfo>>(
        [&context = m_context] { return context.workspace().datasets().list(); }, std::move(done));
}

void Exchange::exportDataset(std::string nameOrId, fs::path file, Done<void> done) {
    m_context.async<void>(
        [&context = m_context, nameOrId = std::move(nameOrId), file = std::move(file)]() -> Result<void> {
            TOUCHSTONE_TRY(const eval::Dataset dataset, context.workspace().datasets().load(nameOrId));
            return writeFile(file, file.extension() == ".csv" ? eval::exportCsv(dataset) : eval::exportJsonl(dataset));
        },
        std::move(done));
}

void Exchange::importExamples(ExampleFile request, Done<ImportedExamples> done) {
    m_context.async<ImportedExamples>(
        [&context = m_context, request = std::move(request)] { return addExamples(context, request); },
        std::move(done));
}

void Exchange::importCorpus(std::string name, fs::path folder, Done<store::CorpusInfo> done) {
    m_context.async<store::CorpusInfo>([&context = m_context, name = std::move(name),
                                        folder = std::move(folder)] { return importCorpusNow(context, name, folder); },
                                       std::move(done));
}

void Exchange::importWorkflow(fs::path source, std::string branch, Done<store::Draft> done) {
    m_context.async<store::Draft>([&context = m_context, source = std::move(source),
                                   branch = std::move(branch)] { return importNow(context, source, branch); },
                                  std::move(done));
}

void Exchange::exportWorkflow(std::string workflow, std::string reference, fs::path folder, Done<void> done) {
    m_context.async<void>([&context = m_context, workflow = std::move(workflow), reference = std::move(reference),
                           folder = std::move(folder)] { return exportNow(context, workflow, reference, folder); },
                          std::move(done));
}

}  // namespace touchstone::session
