// SPDX-License-Identifier: Apache-2.0

#include "stages.h"

namespace touchstone::engine {

namespace {

std::string_view whyCut(provider::Finish finish) {
    switch (finish) {
        case provider::Finish::Length:
            return "the answer was cut at the tier's token limit; raise max_tokens in its params, or ask for less";
        case provider::Finish::ContentFilter:
            return "the provider's content filter cut the answer; change what is asked, or use another tier";
        case provider::Finish::Stop:
            return {};
    }
    return {};
}

Validated validateWhole(const CompiledWorkflow& workflow, const std::string& answer) {
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

}  // namespace

Validated validate(const CompiledWorkflow& workflow, const std::string& answer, provider::Finish finish) {
    Validated validated = validateWhole(workflow, answer);
    if (finish == provider::Finish::Stop || validated.value.is_structured())
        return validated;
    validated.valid = false;
    validated.cut = true;
    validated.failures.insert(validated.failures.begin(), {"", std::string(whyCut(finish))});
    return validated;
}

}  // namespace touchstone::engine
