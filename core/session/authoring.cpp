// SPDX-License-Identifier: Apache-2.0

#include "session/authoring.h"

#include "context.h"
#include "drafts.h"
#include "folders.h"
#include "workflow/parse.h"

#include <algorithm>
#include <iterator>

namespace touchstone::session {
namespace {

Result<OpenedDraft> openDraftNow(store::Workspace& workspace, const std::string& workflow, const std::string& branch) {
    TOUCHSTONE_TRY(OpenedDraft opened, draftOf(workspace, workflow, branch));
    if (!opened.saved && !opened.base)
        return Error{ErrorCode::NotFound, "there is no workflow '" + workflow + "' with a branch '" + branch + "'"};
    return opened;
}

// The commit ends the draft, so nothing may stand there that no document can hold.
Result<std::string> textToCommit(store::Workspace& workspace, const CommitRequest& request) {
    TOUCHSTONE_TRY(const std::optional<store::Draft> saved, workspace.drafts().load(request.workflow, request.branch));
    if (saved)
        if (const std::vector<TypedPart> broken = typedParts(saved->editorState); !broken.empty())
            return notJsonYet(*saved, broken);
    if (!request.text.empty())
        return request.text;
    if (!saved)
        return Error{ErrorCode::InvalidArgument, "there is no draft to commit: nothing changed"};
    return saved->text;
}

Result<Json> documentToCommit(store::Workspace& workspace, const CommitRequest& request) {
    TOUCHSTONE_TRY(const std::string text, textToCommit(workspace, request));
    TOUCHSTONE_TRY(Json document, parseJson(text));
    const workflow::WorkflowParse parsed = workflow::parseWorkflow(document);
    if (!parsed.value)
        return Error{ErrorCode::InvalidArgument, "cannot commit: " + toLine(parsed.findings.front())};
    if (parsed.value->name != request.workflow)
        return Error{ErrorCode::InvalidArgument, "the document's name is '" + parsed.value->name +
                                                     "', but this is the workflow '" + request.workflow + "'"};
    TOUCHSTONE_TRY_VOID(pinCorpus(workspace.corpora(), document));
    return document;
}

Result<workflow::Version> commitNow(Context& context, const CommitRequest& request) {
    store::Workspace& workspace = context.workspace();
    if (request.message.empty())
        return Error{ErrorCode::InvalidArgument, "a commit needs a message that says why"};
    TOUCHSTONE_TRY(const Json document, documentToCommit(workspace, request));
    std::vector<VersionId> parents;
    if (!request.base.empty()) {
        TOUCHSTONE_TRY(const workflow::Version base, workspace.versions().load(request.base.text));
        if (workflow::diffWorkflows(base.document, document).empty())
            return Error{ErrorCode::InvalidArgument, "nothing changed since v" + std::to_string(base.number)};
        parents.push_back(request.base);
    }
    TOUCHSTONE_TRY(workflow::Version version,
                   workflow::makeVersion(
                       document, {std::move(parents), request.author, request.message, context.clock().wallNow()}));
    return workspace.versions()
        .commit(std::move(version), request.branch, request.base, request.draftRevision, request.tag)
        .wait();
}

Result<void> checkDocument(store::Workspace& workspace, const Json& document, const std::optional<VersionId>& base,
                           CheckReport& report) {
    report.findings = engine::checkDocument(document);
    if (auto missing = missingCorpus(workspace.corpora(), document)) {
        std::erase_if(report.findings, [](const Finding& finding) { return finding.pointer == "/retrieval/corpus"; });
        report.findings.insert(report.findings.begin(), *std::move(missing));
    }
    report.runnable = !hasErrors(report.findings);
    if (base) {
        TOUCHSTONE_TRY(const workflow::Version before, workspace.versions().load(base->text));
        report.changes = workflow::diffWorkflows(before.document, document);
    }
    return {};
}

Result<CheckReport> checkNow(store::Workspace& workspace, const std::string& text,
                             const std::optional<VersionId>& base) {
    CheckReport report;
    const auto document = parseJson(text);
    if (!document.ok()) {
        report.findings.push_back({Severity::Error, "json", "", {}, document.error().message});
        return report;
    }
    TOUCHSTONE_TRY_VOID(checkDocument(workspace, document.value(), base, report));
    return report;
}

Result<CheckReport> checkNow(store::Workspace& workspace, const DraftText& text, const std::optional<VersionId>& base) {
    CheckReport report;
    report.read = readText(text);
    TOUCHSTONE_TRY_VOID(checkDocument(workspace, *report.read.document, base, report));
    report.findings.insert(report.findings.begin(), report.read.broken.begin(), report.read.broken.end());
    report.runnable = report.runnable && report.read.broken.empty();
    return report;
}

std::vector<PartDifference> compareNow(const DraftText& before, const DraftText& after) {
    const std::vector<PartText> old = partTexts(before);
    const std::vector<PartText> now = partTexts(after);
    const auto changes = workflow::diffWorkflows(*readText(before).document, *readText(after).document);
    std::vector<PartDifference> differences;
    for (std::size_t i = 0; i < old.size(); ++i) {
        const auto change = std::ranges::find(changes, old[i].part, &workflow::PartChange::part);
        if (old[i].text == now[i].text && change == changes.end())
            continue;
        differences.push_back({old[i].part, text::diffLines(old[i].text, now[i].text),
                               text::alignLines(old[i].text, now[i].text),
                               change == changes.end() ? std::nullopt : std::optional(*change)});
    }
    return differences;
}

Result<store::Draft> createNow(store::Workspace& workspace, const std::string& name) {
    if (!isWorkflowName(name))
        return Error{ErrorCode::InvalidArgument, "'" + name +
                                                     "' cannot be a workflow's name: use lower-case letters, "
                                                     "digits, '.', '_' and '-', at most 64"};
    TOUCHSTONE_TRY(const auto existing, workspace.versions().workflows());
    for (const store::WorkflowInfo& workflow : existing)
        if (workflow.name == name)
            return Error{ErrorCode::AlreadyExists, "there is a workflow '" + name + "' already; choose another name"};
    store::Draft draft;
    draft.workflow = name;
    draft.branch = "main";
    draft.text = toPrettyText(workflow::starterDocument(name));
    return workspace.drafts().save(std::move(draft)).wait();
}

}  // namespace

bool isWorkflowName(std::string_view name) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    char before = '.';  // what comes after a dot begins a word
    for (const char c : name) {
        if (!plain(c) && (before == '.' || (c != '.' && c != '_' && c != '-')))
            return false;
        before = c;
    }
    return before != '.' && name.size() <= 64;
}

void Authoring::workflows(Done<std::vector<store::WorkflowInfo>> done) {
    m_context.async<std::vector<store::WorkflowInfo>>(
        [&context = m_context] { return context.workspace().versions().workflows(); }, std::move(done));
}

void Authoring::history(std::string workflow, Done<History> done) {
    m_context.async<History>(
        [&context = m_context, workflow = std::move(workflow)]() -> Result<History> {
            History history;
            TOUCHSTONE_TRY(history.versions, context.workspace().versions().list(workflow));
            TOUCHSTONE_TRY(history.pointers, context.workspace().versions().pointers(workflow));
            return history;
        },
        std::move(done));
}

void Authoring::version(std::string workflow, std::string reference, Done<workflow::Version> done) {
    m_context.async<workflow::Version>(
        [&context = m_context, workflow = std::move(workflow), reference = std::move(reference)] {
            return context.findVersion(workflow, reference);
        },
        std::move(done));
}

void Authoring::openDraft(std::string workflow, std::string branch, Done<OpenedDraft> done) {
    m_context.async<OpenedDraft>(
        [&context = m_context, workflow = std::move(workflow), branch = std::move(branch)] {
            return openDraftNow(context.workspace(), workflow, branch);
        },
        std::move(done));
}

void Authoring::draftRevision(std::string workflow, std::string branch, Done<std::int64_t> done) {
    m_context.async<std::int64_t>(
        [&context = m_context, workflow = std::move(workflow), branch = std::move(branch)] {
            return context.workspace().drafts().revision(workflow, branch);
        },
        std::move(done));
}

void Authoring::saveDraft(store::Draft draft, Done<store::Draft> done) {
    m_context.inOrder<store::Draft>(
        [&context = m_context, draft = std::move(draft)] { return context.workspace().drafts().save(draft).wait(); },
        std::move(done));
}

void Authoring::saveDraft(store::Draft draft, DraftText text, Done<store::Draft> done,
                          std::shared_ptr<Footing> footing) {
    m_context.inOrder<store::Draft>(
        [&context = m_context, draft = std::move(draft), text = std::move(text),
         footing = std::move(footing)]() mutable {
            if (footing) {
                draft.revision = footing->revision;
                draft.base = footing->base;
            }
            const ReadText read = readText(text);
            draft.text = toPrettyText(*read.document);
            draft.editorState = editorState(text, read);
            Result<store::Draft> saved = context.workspace().drafts().save(std::move(draft)).wait();
            if (footing && saved.ok())
                footing->revision = saved->revision;
            return saved;
        },
        std::move(done));
}

void Authoring::discardDraft(std::string workflow, std::string branch, std::int64_t revision, Done<void> done) {
    m_context.inOrder<void>(
        [&context = m_context, workflow = std::move(workflow), branch = std::move(branch), revision] {
            return context.workspace().drafts().discard(workflow, branch, revision).wait();
        },
        std::move(done));
}

void Authoring::createWorkflow(std::string name, Done<store::Draft> done) {
    m_context.inOrder<store::Draft>(
        [&context = m_context, name = std::move(name)] { return createNow(context.workspace(), name); },
        std::move(done));
}

void Authoring::check(std::string text, std::optional<VersionId> base, Done<CheckReport> done) {
    m_context.async<CheckReport>([&context = m_context, text = std::move(text),
                                  base = std::move(base)] { return checkNow(context.workspace(), text, base); },
                                 std::move(done));
}

void Authoring::check(DraftText text, std::optional<VersionId> base, Done<CheckReport> done) {
    m_context.async<CheckReport>([&context = m_context, text = std::move(text),
                                  base = std::move(base)] { return checkNow(context.workspace(), text, base); },
                                 std::move(done));
}

void Authoring::compareTexts(DraftText before, DraftText after, Done<std::vector<PartDifference>> done) {
    m_context.async<std::vector<PartDifference>>(
        [before = std::move(before), after = std::move(after)]() -> Result<std::vector<PartDifference>> {
            return compareNow(before, after);
        },
        std::move(done));
}

void Authoring::commit(CommitRequest request, Done<workflow::Version> done) {
    m_context.inOrder<workflow::Version>(
        [&context = m_context, request = std::move(request)]() -> Result<workflow::Version> {
            TOUCHSTONE_TRY(workflow::Version version, commitNow(context, request));
            if (request.footing)
                *request.footing = {request.footing->revision + 1, version.id};
            return version;
        },
        std::move(done));
}

void Authoring::diff(std::string workflow, std::string before, std::string after,
                     Done<std::vector<workflow::PartChange>> done) {
    m_context.async<std::vector<workflow::PartChange>>(
        [&context = m_context, workflow = std::move(workflow), before = std::move(before),
         after = std::move(after)]() -> Result<std::vector<workflow::PartChange>> {
            TOUCHSTONE_TRY(const workflow::Version old, context.findVersion(workflow, before));
            TOUCHSTONE_TRY(const workflow::Version now, context.findVersion(workflow, after));
            return workflow::diffWorkflows(old.document, now.document);
        },
        std::move(done));
}

void Authoring::tag(std::string workflow, std::string reference, std::string name, Done<void> done) {
    point(store::PointerKind::Tag, std::move(workflow), std::move(reference), std::move(name), std::move(done));
}

void Authoring::branch(std::string workflow, std::string reference, std::string name, Done<void> done) {
    point(store::PointerKind::Branch, std::move(workflow), std::move(reference), std::move(name), std::move(done));
}

void Authoring::point(store::PointerKind kind, std::string workflow, std::string reference, std::string name,
                      Done<void> done) {
    m_context.async<void>(
        [&context = m_context, kind, workflow = std::move(workflow), reference = std::move(reference),
         name = std::move(name)]() -> Result<void> {
            store::VersionStore& versions = context.workspace().versions();
            TOUCHSTONE_TRY(VersionId version, versions.find(workflow, reference));
            return versions.point({kind, workflow, name, std::move(version)}, VersionId()).wait();
        },
        std::move(done));
}

}  // namespace touchstone::session
