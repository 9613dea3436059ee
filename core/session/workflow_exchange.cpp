// SPDX-License-Identifier: Apache-2.0

#include "workflow_exchange.h"

#include "context.h"
#include "drafts.h"
#include "folders.h"
#include "session/files.h"
#include "session/workflow_source.h"
#include "trace/trace_json.h"
#include "workflow/diff.h"
#include "workflow/parse.h"

#include <algorithm>

namespace touchstone::session {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kListedFindings = 8;
constexpr const char* kHead = "workflow.json";
constexpr const char* kDraft = "draft";
constexpr const char* kMain = "main";
constexpr std::string_view kDraftOf = "draft:";

// The first errors as one message, because a source is taken whole or not at all.
Error refused(const fs::path& source, const std::vector<PlacedFinding>& findings) {
    std::string message = source.string() + " was not imported:";
    std::size_t listed = 0;
    for (const PlacedFinding& placed : findings) {
        if (placed.finding.severity != Severity::Error)
            continue;
        if (listed++ == kListedFindings) {
            message += "\n  …";
            break;
        }
        message += "\n  " + toLine(placed);
    }
    return {ErrorCode::InvalidArgument, std::move(message)};
}

Result<Json> readChecked(const fs::path& path) {
    TOUCHSTONE_TRY(const WorkflowSource source, WorkflowSource::read(path));
    if (!source.document())
        return refused(path, source.problems());
    workflow::WorkflowParse parsed = workflow::parseWorkflow(*source.document());
    if (parsed.value)
        return *source.document();
    std::vector<PlacedFinding> findings;
    for (Finding& finding : parsed.findings)
        findings.push_back(source.place(std::move(finding)));
    return refused(path, findings);
}

std::vector<std::string> partsOf(const std::vector<workflow::PartChange>& changes) {
    std::vector<std::string> parts;
    for (const workflow::PartChange& change : changes)
        parts.push_back(change.part);
    return parts;
}

// The parts of a saved draft's document that neither its base nor `next` has as they are. Text that is no JSON is lost
// as a whole.
std::vector<std::string> lostOfDocument(const OpenedDraft& standing, const Json& next) {
    const Result<Json> document = parseJson(standing.draft.text);
    if (!document.ok() || !document->is_object())
        return {"a text that is no document yet"};
    const std::vector<std::string> replaced = partsOf(workflow::diffWorkflows(document.value(), next));
    if (!standing.base)
        return replaced;
    std::vector<std::string> lost;
    for (std::string& part : partsOf(workflow::diffWorkflows(standing.base->document, document.value())))
        if (std::ranges::find(replaced, part) != replaced.end())
            lost.push_back(std::move(part));
    return lost;
}

// The parts that would be lost with a draft: those of its document, and those whose text is in none.
std::vector<std::string> lostParts(const OpenedDraft& standing, const Json& next) {
    if (!standing.saved)
        return {};
    std::vector<std::string> lost = lostOfDocument(standing, next);
    for (const TypedPart& typed : standing.text.typed)
        if (std::ranges::find(lost, typed.part) == lost.end())
            lost.push_back(typed.part);
    return lost;
}

// The parts in words: "instructions, output (no valid JSON yet)".
std::string listed(const std::vector<std::string>& parts, const std::vector<TypedPart>& typed) {
    std::string text;
    for (const std::string& part : parts) {
        const bool broken = std::ranges::find(typed, part, &TypedPart::part) != typed.end();
        text += (text.empty() ? "" : ", ") + part + (broken ? " (no valid JSON yet)" : "");
    }
    return text;
}

// What an earlier export left in `folder` and `contents` does not have. Fails for a folder that is somebody else's.
Result<std::vector<std::string>> outdatedFiles(const fs::path& folder, const workflow::Folder& contents) {
    std::vector<std::string> outdated;
    std::error_code problem;
    if (!fs::exists(folder, problem))
        return outdated;
    TOUCHSTONE_TRY(const std::vector<std::string> present, listFolder(folder));
    const bool isOurs = fs::exists(folder / kHead, problem) || std::ranges::any_of(present, isLeftOver);
    if (!present.empty() && !isOurs)
        return Error{ErrorCode::AlreadyExists, folder.string() + " holds other files and no " + kHead +
                                                   "; give an empty folder or one exported before"};
    for (const std::string& path : present) {
        if (!belongsToWorkflow(path) && !isLeftOver(path))
            return Error{ErrorCode::AlreadyExists, (folder / path).string() +
                                                       " is no file of a workflow; move it away, or give another "
                                                       "folder"};
        if (!contents.contains(path))
            outdated.push_back(path);
    }
    return outdated;
}

// What a folder can hold: a document without errors.
Result<workflow::Folder> folderOf(const std::string& workflow, const std::string& reference, const Json& document) {
    const workflow::WorkflowParse parsed = workflow::parseWorkflow(document);
    if (parsed.value)
        return workflow::toFolder(document);
    return Error{ErrorCode::InvalidArgument,
                 reference + " of '" + workflow +
                     "' has errors, so it cannot be written as a folder: " + toLine(parsed.findings.front())};
}

}  // namespace

std::optional<std::string> draftBranch(std::string_view reference) {
    if (reference == kDraft)
        return kMain;
    if (reference.starts_with(kDraftOf))
        return std::string(reference.substr(kDraftOf.size()));
    return std::nullopt;
}

Error uncommitted(const store::Draft& draft, const std::string& what) {
    const std::string& workflow = draft.workflow;
    const std::string reference = draft.branch == kMain ? kDraft : std::string(kDraftOf) + draft.branch;
    return {ErrorCode::Conflict,
            "the draft of '" + workflow + "' on " + draft.branch + ", saved " +
                trace::toIso8601(draft.saved).substr(0, 16) + ", has what no version has: " + what +
                ". Look at it with \"touchstonectl " +
                (draft.base.empty() ? "export workflow " + workflow + " " + reference + " FOLDER\""
                                    : "diff " + workflow + " " + draft.branch + " " + reference + "\"") +
                ", then commit it, or replace it with --force"};
}

Result<ImportedWorkflow> importWorkflowNow(Context& context, const WorkflowFiles& request) {
    TOUCHSTONE_TRY(const Json document, readChecked(request.source));
    const std::string workflow = stringAt(document, "name");
    TOUCHSTONE_TRY(OpenedDraft standing, draftOf(context.workspace(), workflow, request.branch));
    ImportedWorkflow imported;
    imported.lost = lostParts(standing, document);
    if (!imported.lost.empty() && !request.force)
        return uncommitted(standing.draft, listed(imported.lost, standing.text.typed));
    TOUCHSTONE_TRY(const std::optional<workflow::Version> head,
                   headOf(context.workspace().versions(), workflow, request.branch));
    if (head) {
        imported.base = "v" + std::to_string(head->number);
        imported.changed = partsOf(workflow::diffWorkflows(head->document, document));
        standing.draft.base = head->id;
    }
    standing.draft.text = toPrettyText(document);
    standing.draft.editorState = Json::object();
    TOUCHSTONE_TRY(imported.draft, context.workspace().drafts().save(std::move(standing.draft)).wait());
    return imported;
}

Result<Json> findDocument(Context& context, const std::string& workflow, const std::string& reference) {
    const std::optional<std::string> branch = draftBranch(reference);
    if (!branch) {
        TOUCHSTONE_TRY(workflow::Version version, context.findVersion(workflow, reference));
        return std::move(version.document);
    }
    TOUCHSTONE_TRY(const OpenedDraft opened, draftOf(context.workspace(), workflow, *branch));
    if (!opened.saved) {  // also says what is wrong when there is no such workflow
        TOUCHSTONE_TRY(workflow::Version head, context.findVersion(workflow, *branch));
        return std::move(head.document);
    }
    Result<Json> document = parseJson(opened.draft.text);
    if (!document.ok())
        return Error{ErrorCode::InvalidArgument, "the draft of '" + workflow + "' is " + document.error().message};
    return document;
}

Result<void> exportWorkflowNow(Context& context, const std::string& workflow, const std::string& reference,
                               const fs::path& folder) {
    TOUCHSTONE_TRY(const Json document, findDocument(context, workflow, reference));
    TOUCHSTONE_TRY(const workflow::Folder contents, folderOf(workflow, reference, document));
    TOUCHSTONE_TRY(const std::vector<std::string> outdated, outdatedFiles(folder, contents));
    TOUCHSTONE_TRY_VOID(writeFiles(folder, contents));
    std::error_code problem;
    for (const std::string& path : outdated)
        if (!fs::remove(folder / path, problem) && problem)
            return Error{ErrorCode::PermissionDenied,
                         "cannot remove " + (folder / path).string() + ": " + problem.message()};
    return {};
}

}  // namespace touchstone::session
