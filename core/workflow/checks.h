// SPDX-License-Identifier: Apache-2.0
//
// What a JSON Schema cannot say about a workflow document.

#pragma once

#include "base/finding.h"
#include "workflow/document.h"

#include <set>
#include <string>
#include <vector>

namespace touchstone::workflow {

// Everything below and: templates and expressions compile and name known variables; tiers exist; schemas compile;
// examples fit them.
[[nodiscard]] std::vector<Finding> checkWorkflow(const Workflow& workflow);

// No two tools have one name; no input hides behind a name that templates or rules give another meaning.
[[nodiscard]] std::vector<Finding> checkNames(const Workflow& workflow);

// Tiers name a provider that exists and say nothing it does not listen to; a context window can hold a prompt; a
// budget can be kept.
[[nodiscard]] std::vector<Finding> checkTiers(const Workflow& workflow);

// What templates, rules and conditions read of the input.
struct InputReading {
    std::set<std::string, std::less<>> names;    // also those that are no input
    std::set<std::string, std::less<>> unknown;  // names that are no input, and like none
    bool all = false;                            // something reads the input as a whole, or could not be read itself
};

// Fields that were renamed in a schema but not where they are used, and, in a document that is `sound` (without
// errors), inputs that nothing uses.
[[nodiscard]] std::vector<Finding> checkFields(const Workflow& workflow, const InputReading& reading, bool sound);

}  // namespace touchstone::workflow
