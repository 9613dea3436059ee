// SPDX-License-Identifier: Apache-2.0
//
// Writing workflows: history, drafts, checks, commits, differences. Thread-safe, see session.h.

#pragma once

#include "base/finding.h"
#include "session/done.h"
#include "store/workspace.h"
#include "workflow/diff.h"
#include "workflow/version.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace touchstone::session {

class Context;

struct History {
    std::vector<store::VersionInfo> versions;  // newest first
    std::vector<store::Pointer> pointers;      // branches and tags
};

// What the editor opens: a saved draft, or else the branch's newest version as text.
struct OpenedDraft {
    store::Draft draft;
    std::optional<workflow::Version> base;  // what the draft is compared with; empty: never committed
    bool saved = false;                     // false: there was no draft, the text is the base's
};

// What is known about a text while it is edited.
struct CheckReport {
    std::vector<Finding> findings;
    bool runnable = false;                      // no errors, nothing unsupported
    std::vector<workflow::PartChange> changes;  // against the base; empty while the text is not JSON
};

struct CommitRequest {
    std::string workflow;
    std::string branch = "main";
    std::string text;  // the document's JSON
    std::string author;
    std::string message;
    VersionId base;  // where the branch stood when the edits began; empty for the first version
};

class Authoring {
public:
    explicit Authoring(Context& context) : m_context(context) {}

    void workflows(Done<std::vector<store::WorkflowInfo>> done);
    void history(std::string workflow, Done<History> done);
    // `reference`: a branch, a tag, "v3", an id or its beginning.
    void version(std::string workflow, std::string reference, Done<workflow::Version> done);

    void openDraft(std::string workflow, std::string branch, Done<OpenedDraft> done);
    // Conflict when another window saved in between; see store::DraftStore::save.
    void saveDraft(store::Draft draft, Done<store::Draft> done);
    void discardDraft(std::string workflow, std::string branch, Done<void> done);
    // A new workflow's first draft; AlreadyExists when there is one of that name.
    void createWorkflow(std::string name, Done<store::Draft> done);

    void check(std::string text, std::optional<VersionId> base, Done<CheckReport> done);
    // Commits and discards the branch's draft. Fails with the findings' first error for a document that is not valid,
    // with InvalidArgument when nothing changed.
    void commit(CommitRequest request, Done<workflow::Version> done);
    void diff(std::string workflow, std::string before, std::string after,
              Done<std::vector<workflow::PartChange>> done);
    void tag(std::string workflow, std::string reference, std::string name, Done<void> done);

private:
    Context& m_context;
};

}  // namespace touchstone::session
