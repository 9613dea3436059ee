// SPDX-License-Identifier: Apache-2.0

#include "drafts.h"

namespace touchstone::session {
namespace {

constexpr const char* kRawSources = "raw_sources";

DraftText textOf(const store::Draft& draft) {
    return {std::make_shared<const Json>(parseJson(draft.text).valueOr(Json::object())), typedParts(draft.editorState)};
}

}  // namespace

Result<std::optional<workflow::Version>> headOf(store::VersionStore& versions, const std::string& workflow,
                                                const std::string& branch) {
    TOUCHSTONE_TRY(const std::vector<store::Pointer> pointers, versions.pointers(workflow));
    for (const store::Pointer& pointer : pointers) {
        if (pointer.kind != store::PointerKind::Branch || pointer.name != branch)
            continue;
        TOUCHSTONE_TRY(workflow::Version head, versions.load(pointer.version.text));
        return std::optional(std::move(head));
    }
    return std::optional<workflow::Version>();
}

Result<OpenedDraft> draftOf(store::Workspace& workspace, const std::string& workflow, const std::string& branch) {
    OpenedDraft opened;
    // Before the draft: what another program saves in between is a conflict then, and no loss.
    TOUCHSTONE_TRY(const std::int64_t revision, workspace.drafts().revision(workflow, branch));
    TOUCHSTONE_TRY(std::optional<store::Draft> saved, workspace.drafts().load(workflow, branch));
    if (saved) {
        opened.draft = *std::move(saved);
        opened.saved = true;
        opened.text = textOf(opened.draft);
        if (!opened.draft.base.empty()) {
            TOUCHSTONE_TRY(opened.base, workspace.versions().load(opened.draft.base.text));
        }
        return opened;
    }
    opened.draft = {workflow, branch, {}, {}, Json::object(), revision, {}};
    TOUCHSTONE_TRY(opened.base, headOf(workspace.versions(), workflow, branch));
    if (opened.base) {
        opened.draft.text = toPrettyText(opened.base->document);
        opened.draft.base = opened.base->id;
        opened.text.document = std::make_shared<const Json>(opened.base->document);
    }
    return opened;
}

Json editorState(const DraftText& text, const ReadText& read) {
    Json raw = Json::object();
    for (const Finding& broken : read.broken)
        for (const TypedPart& typed : text.typed)
            if ("/" + typed.part == broken.pointer)
                raw[typed.part] = typed.text;
    return {{kRawSources, std::move(raw)}};
}

std::vector<TypedPart> typedParts(const Json& editorState) {
    std::vector<TypedPart> parts;
    if (const Json* raw = memberAt(editorState, kRawSources); raw && raw->is_object())
        for (const auto& entry : raw->items())
            if (entry.value().is_string())
                parts.push_back({entry.key(), entry.value().get<std::string>()});
    return parts;
}

Error notJsonYet(const store::Draft& draft, const std::vector<TypedPart>& parts) {
    std::string names;
    for (const TypedPart& typed : parts)
        names += (names.empty() ? "" : ", ") + typed.part;
    return {ErrorCode::InvalidArgument,
            "the draft of '" + draft.workflow + "' on " + draft.branch + " is not valid JSON yet in: " + names +
                ". Correct it in the workbench, or replace the draft with \"touchstonectl import workflow FOLDER "
                "--force\""};
}

}  // namespace touchstone::session
