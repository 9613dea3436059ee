// SPDX-License-Identifier: Apache-2.0
//
// Writing workflows: history, drafts, checks, commits, differences. Thread-safe, see session.h.

#pragma once

#include "base/finding.h"
#include "session/done.h"
#include "session/draft_text.h"
#include "store/workspace.h"
#include "text/aligned_lines.h"
#include "workflow/diff.h"
#include "workflow/version.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::session {

class Context;

struct History {
    std::vector<store::VersionInfo> versions;  // newest first
    std::vector<store::Pointer> pointers;      // branches and tags
};

// What the editor opens: a saved draft, or else the branch's newest version as text.
struct OpenedDraft {
    store::Draft draft;                     // its revision is what the next save must know, saved or not
    DraftText text;                         // draft.text, with the parts that were no JSON as typed
    std::optional<workflow::Version> base;  // what the draft is compared with; empty: never committed
    bool saved = false;                     // false: there was no draft, the text is the base's
};

// What is known about a text while it is edited.
struct CheckReport {
    std::vector<Finding> findings;
    bool runnable = false;                      // no errors, nothing unsupported
    std::vector<workflow::PartChange> changes;  // against the base; empty while the text is not JSON
    ReadText read;                              // of a DraftText: what was read; not runnable while a part is broken
};

// A part that two texts have differently.
struct PartDifference {
    std::string part;
    text::TextDiff lines;
    std::vector<text::AlignedLine> rows;         // the same, beside each other and with the words that differ
    std::optional<workflow::PartChange> change;  // what differs in values; empty where a text is no JSON
};

// What an editor's next save builds on. The saves and commits that share it move it as they succeed, so one that is
// asked for while another is under way needs no guess how that ends. Once shared, only the session reads or writes it.
struct Footing {
    std::int64_t revision = 0;  // of the branch's draft
    VersionId base;
};

struct CommitRequest {
    std::string workflow;
    std::string branch = "main";
    std::string text;  // the document's JSON; empty: the draft as it was saved
    std::string author;
    std::string message;
    VersionId base;  // where the branch stood when the edits began; empty for the first version
    std::optional<std::int64_t> draftRevision = {};  // of the branch's draft as the committer saw it; empty: no draft
    std::shared_ptr<Footing> footing = {};           // moved to the new version
    std::optional<store::NewTag> tag = {};           // of the new version
};

// Whether a new workflow may be called so: small letters, digits, '.', '_' and '-', at most 64; a letter or digit first
// and after each '.', because its feature has the same name.
[[nodiscard]] bool isWorkflowName(std::string_view name);

class Authoring {
public:
    explicit Authoring(Context& context) : m_context(context) {}

    // Every workflow by name, also those that have only a draft.
    void workflows(Done<std::vector<store::WorkflowInfo>> done);
    // Versions, branches and tags of one workflow; both empty when it has only a draft.
    void history(std::string workflow, Done<History> done);
    // `reference`: a branch, a tag, "v3", an id or its beginning. NotFound says what there is, or what is near.
    void version(std::string workflow, std::string reference, Done<workflow::Version> done);

    // The branch's draft, or its head where there is none. NotFound without either.
    void openDraft(std::string workflow, std::string branch, Done<OpenedDraft> done);
    // The newest revision of the branch's draft: cheap, to see whether another window or program changed it.
    void draftRevision(std::string workflow, std::string branch, Done<std::int64_t> done);
    // Conflict when another window saved in between; see store::DraftStore::save. Saves, commits and discards happen in
    // the order they are asked for, also when the session ends meanwhile.
    void saveDraft(store::Draft draft, Done<store::Draft> done);
    // The same; `draft` gets its text and editor state from `text`, on a worker, and its revision and base from
    // `footing` when there is one.
    void saveDraft(store::Draft draft, DraftText text, Done<store::Draft> done, std::shared_ptr<Footing> footing = {});
    // Conflict when the draft has another revision by now.
    void discardDraft(std::string workflow, std::string branch, std::int64_t revision, Done<void> done);
    // A new workflow's first draft; AlreadyExists when there is one of that name.
    void createWorkflow(std::string name, Done<store::Draft> done);

    // What a document says wrong, and how it differs from `base`. NotFound when there is no such version.
    void check(std::string text, std::optional<VersionId> base, Done<CheckReport> done);
    // The same for what stands in an editor. Findings come for parts that are not JSON too.
    void check(DraftText text, std::optional<VersionId> base, Done<CheckReport> done);
    // The parts that differ, line by line.
    void compareTexts(DraftText before, DraftText after, Done<std::vector<PartDifference>> done);
    // Commits, tags and ends the branch's draft in one transaction: Conflict, and nothing is lost, when the branch or
    // the draft is another than the request says. Fails with the findings' first error for a document that is not
    // valid, with AlreadyExists when the tag stands elsewhere and is not to move, with InvalidArgument when nothing
    // changed, or while the saved draft keeps text of a part that is no JSON: the end of the draft would be the end of
    // that text too.
    void commit(CommitRequest request, Done<workflow::Version> done);
    // What of each part differs between two references. NotFound as for version().
    void diff(std::string workflow, std::string before, std::string after,
              Done<std::vector<workflow::PartChange>> done);
    // A new tag; AlreadyExists when there is one of that name.
    void tag(std::string workflow, std::string reference, std::string name, Done<void> done);
    // A new branch that stands at a version; AlreadyExists when there is one of that name.
    void branch(std::string workflow, std::string reference, std::string name, Done<void> done);

private:
    void point(store::PointerKind kind, std::string workflow, std::string reference, std::string name, Done<void> done);

    Context& m_context;
};

}  // namespace touchstone::session
