// SPDX-License-Identifier: Apache-2.0
//
// The typed reading of a document that is already known to satisfy its schema.

#pragma once

#include "workflow/document.h"

namespace touchstone::workflow {

// REQUIRES: `document` is valid against documentSchema().
[[nodiscard]] Workflow readWorkflow(const Json& document);

}  // namespace touchstone::workflow
