// SPDX-License-Identifier: Apache-2.0

#include "draft_rows.h"

#include "names.h"

#include <string>

namespace touchstone::store {
namespace {

bool hasDraft(Connection& connection, std::int64_t workflow, std::string_view branch) {
    return connection.number("SELECT count(*) FROM draft WHERE workflow = ? AND branch = ? AND editor <> ''", workflow,
                             branch) != 0;
}

}  // namespace

std::int64_t draftRevision(Connection& connection, std::int64_t workflow, std::string_view branch) {
    return connection.number("SELECT revision FROM draft WHERE workflow = ? AND branch = ?", workflow, branch);
}

void requireRevision(Connection& connection, std::int64_t workflow, const DraftMark& seen) {
    const std::int64_t stored = draftRevision(connection, workflow, seen.branch);
    const bool fits = seen.revision ? stored == *seen.revision : !hasDraft(connection, workflow, seen.branch);
    if (fits)
        return;
    throw Failure{
        {ErrorCode::Conflict, "the draft of " + std::string(seen.workflow) + " on " + std::string(seen.branch) +
                                  " was changed elsewhere in the meantime (revision " + std::to_string(stored) +
                                  ", not " + (seen.revision ? std::to_string(*seen.revision) : "none") +
                                  "), so nothing was written. Load it and look at what changed, then try again"}};
}

void endDraft(Connection& connection, std::int64_t workflow, const DraftMark& seen, WallTime now) {
    requireRevision(connection, workflow, seen);
    const std::int64_t next = draftRevision(connection, workflow, seen.branch) + 1;
    connection.run(
        "INSERT INTO draft(workflow, branch, text, base, editor, revision, saved) VALUES(?, ?, x'', x'', '', ?, ?) "
        "ON CONFLICT(workflow, branch) DO UPDATE SET text = excluded.text, base = excluded.base, "
        "editor = excluded.editor, revision = excluded.revision, saved = excluded.saved",
        workflow, seen.branch, next, nanoseconds(now));
}

}  // namespace touchstone::store
