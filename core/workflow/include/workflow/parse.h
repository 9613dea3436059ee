// SPDX-License-Identifier: Apache-2.0
//
// JSON → workflow: checked against the document's own JSON Schema (which ships, resources/schemas), then against what
// a schema cannot say: templates and expressions compile, names refer to something, examples fit their schemas.
//
// Pure functions; safe from any thread.

#pragma once

#include "base/finding.h"
#include "workflow/document.h"

#include <optional>
#include <string_view>
#include <vector>

namespace touchstone::workflow {

struct WorkflowParse {
    std::optional<Workflow> value;  // set when no finding is an error
    std::vector<Finding> findings;  // each with the JSON pointer of its place, errors first
};

[[nodiscard]] WorkflowParse parseWorkflow(const Json& document);

// The same from JSON text. Text that is not JSON gives one finding with line and column.
[[nodiscard]] WorkflowParse parseWorkflowText(std::string_view json);

// The JSON Schema of the document (Draft 2020-12), for editors and for `touchstonectl validate --schema`.
[[nodiscard]] const Json& documentSchema();

// A new workflow that runs at once on the built-in model: one input `text`, instructions and a prompt to change.
// REQUIRES: `name` is a valid workflow name.
[[nodiscard]] Json starterDocument(std::string_view name);

}  // namespace touchstone::workflow
