// SPDX-License-Identifier: Apache-2.0
//
// Uncommitted edits, saved as typed, so that nothing typed is ever lost.
//
// Thread-safe. Queries block on SQLite; verbs return at once and are on disk (synchronous=FULL) when they complete.

#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/json.h"
#include "base/result.h"
#include "store/pending.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::store {

class Database;

struct Draft {
    std::string workflow;
    std::string branch;
    std::string text;                   // the document's JSON as typed, valid or not; bytes are kept as they are
    VersionId base;                     // the version the edits started from; empty: none
    Json editorState = Json::object();  // cursors, folds, open part: whatever the editor wants back
    std::int64_t revision = 0;          // counts what happened to the branch's draft; given by the store
    WallTime saved;                     // given by the store
};

class DraftStore {
public:
    explicit DraftStore(Database& database) : m_database(database) {}

    // Saves `draft`; the result carries its new revision and time. `draft.revision` must be the branch's newest:
    // Conflict when another window or program saved, committed or discarded in between, and nothing is written. Creates
    // the workflow when there is none of that name.
    [[nodiscard]] Pending<Draft> save(Draft draft);
    // Ends the draft of this revision; Conflict as above. Completes also when there is none.
    [[nodiscard]] Pending<void> discard(std::string workflow, std::string branch, std::int64_t revision);

    // Empty when there is none.
    [[nodiscard]] Result<std::optional<Draft>> load(std::string_view workflow, std::string_view branch) const;
    // The newest revision of the branch's draft, also after its end: it never comes twice. 0 before the first save.
    // Read it before load(): then what another program does in between is a Conflict and no loss.
    [[nodiscard]] Result<std::int64_t> revision(std::string_view workflow, std::string_view branch) const;
    // All drafts of all workflows, without text and editor state; last saved first.
    [[nodiscard]] Result<std::vector<Draft>> list() const;

private:
    Database& m_database;
};

}  // namespace touchstone::store
