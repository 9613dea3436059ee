// SPDX-License-Identifier: Apache-2.0
//
// What a JSON Schema cannot say about a workflow document.

#pragma once

#include "base/finding.h"
#include "workflow/document.h"

#include <vector>

namespace touchstone::workflow {

// Templates and expressions compile and name known variables; tiers exist; schemas compile; examples fit them.
[[nodiscard]] std::vector<Finding> checkWorkflow(const Workflow& workflow);

}  // namespace touchstone::workflow
