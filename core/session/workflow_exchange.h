// SPDX-License-Identifier: Apache-2.0
//
// Workflows between files and the workspace. Reads and writes files: for workers.

#pragma once

#include "session/exchange.h"

namespace touchstone::session {

[[nodiscard]] Result<ImportedWorkflow> importWorkflowNow(Context& context, const WorkflowFiles& request);
[[nodiscard]] Result<void> exportWorkflowNow(Context& context, const std::string& workflow,
                                             const std::string& reference, const std::filesystem::path& folder);

// See Exchange::document.
[[nodiscard]] Result<Json> findDocument(Context& context, const std::string& workflow, const std::string& reference);

// Conflict: `what` of the draft would be lost. Says how to look at it.
[[nodiscard]] Error uncommitted(const store::Draft& draft, const std::string& what);

}  // namespace touchstone::session
