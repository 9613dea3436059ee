// SPDX-License-Identifier: Apache-2.0
//
// What a JSON Schema cannot say about a workflow document.

#pragma once

#include "base/finding.h"
#include "workflow/document.h"

#include <vector>

namespace touchstone::workflow {

// Everything below and: templates and expressions compile and name known variables; tiers exist; schemas compile;
// examples fit them.
[[nodiscard]] std::vector<Finding> checkWorkflow(const Workflow& workflow);

// No two tools have one name; no input hides behind a name that templates or rules give another meaning.
[[nodiscard]] std::vector<Finding> checkNames(const Workflow& workflow);

// Tiers name a provider that exists and say nothing it does not listen to; a budget can be kept.
[[nodiscard]] std::vector<Finding> checkTiers(const Workflow& workflow);

}  // namespace touchstone::workflow
