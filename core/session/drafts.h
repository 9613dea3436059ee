// SPDX-License-Identifier: Apache-2.0
//
// A branch's draft between the store and those who edit it. Text of a part that is no JSON is in no document: it is
// kept in the draft's editor state, and whoever ends or replaces the draft must ask for it. Blocks on the store: for
// workers.

#pragma once

#include "session/authoring.h"

namespace touchstone::session {

// The branch's newest version, or nothing when the branch does not exist yet.
[[nodiscard]] Result<std::optional<workflow::Version>> headOf(store::VersionStore& versions,
                                                              const std::string& workflow, const std::string& branch);

// A branch's draft as the editor would open it. Where there is neither a draft nor a head, it is not saved and has no
// base; its revision is what saving it needs.
[[nodiscard]] Result<OpenedDraft> draftOf(store::Workspace& workspace, const std::string& workflow,
                                          const std::string& branch);

// The editor state that keeps what is no JSON of `text`, read as `read`; and what it keeps.
[[nodiscard]] Json editorState(const DraftText& text, const ReadText& read);
[[nodiscard]] std::vector<TypedPart> typedParts(const Json& editorState);

// InvalidArgument: these parts of the draft are no JSON yet, and what was typed there would be lost. Says what to do.
[[nodiscard]] Error notJsonYet(const store::Draft& draft, const std::vector<TypedPart>& parts);

}  // namespace touchstone::session
