// SPDX-License-Identifier: Apache-2.0
//
// The row of a branch's draft, which drafts and commits share. It stays when the draft ends, without content, so that a
// revision never comes twice and who holds an old one always finds out.

#pragma once

#include "sqlite.h"

#include "base/clock.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace touchstone::store {

// Which draft a writer has seen.
struct DraftMark {
    std::string_view workflow;
    std::string_view branch;
    std::optional<std::int64_t> revision;  // empty: none
};

// The branch's newest revision; 0 before its first draft. `workflow` is the number of the row.
[[nodiscard]] std::int64_t draftRevision(Connection& connection, std::int64_t workflow, std::string_view branch);
// Throws Failure (Conflict) when `seen` is not the newest, or, where none was seen, when there is a draft.
void requireRevision(Connection& connection, std::int64_t workflow, const DraftMark& seen);
// Takes the draft's content away and counts its revision on; also where there was no draft.
void endDraft(Connection& connection, std::int64_t workflow, const DraftMark& seen, WallTime now);

}  // namespace touchstone::store
