// SPDX-License-Identifier: Apache-2.0

#include "stages.h"

namespace touchstone::engine {

Validated validate(const CompiledWorkflow& workflow, const std::string& answer) {
    Validated validated;
    if (workflow.workflow.output.mode == "text") {
        validated.valid = true;
        return validated;
    }
    auto parsed = parseJson(answer);
    if (!parsed.ok()) {
        validated.failures.push_back({"", parsed.error().message});
        return validated;
    }
    validated.value = std::move(parsed).value();
    if (!workflow.outputSchema || workflow.outputSchema->isValid(validated.value)) {
        validated.valid = true;
        return validated;
    }
    const schema::Validation validation = workflow.outputSchema->validate(validated.value);
    for (const schema::Problem& problem : validation.problems)
        validated.failures.push_back({problem.instancePointer, problem.message});
    if (validation.stopped)
        validated.failures.push_back({"", validation.stopped->message});
    return validated;
}

}  // namespace touchstone::engine
