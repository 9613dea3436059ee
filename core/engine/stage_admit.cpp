// SPDX-License-Identifier: Apache-2.0

#include "stages.h"

namespace touchstone::engine {

void fillDefaults(const Json& schema, Json& input) {
    const Json* properties = memberAt(schema, "properties");
    if (!properties || !input.is_object())
        return;
    for (const auto& property : properties->items())
        if (const Json* fallback = memberAt(property.value(), "default"); fallback && !input.contains(property.key()))
            input[property.key()] = *fallback;
}

namespace {

Error misfitOf(const schema::Validation& validation) {
    std::string place;
    std::string problem = "it could not be checked within its limits";
    if (!validation.problems.empty()) {
        place = validation.problems.front().instancePointer;
        problem = validation.problems.front().message;
    } else if (validation.valid()) {
        problem = "what does not fit is withheld, because a policy rule redacts it";
    }
    return {ErrorCode::InvalidArgument,
            "the input does not fit the input schema" + (place.empty() ? "" : " at " + place) + ": " + problem};
}

}  // namespace

trace::PolicyRecord recordOf(const policy::Verdict& verdict) {
    return {verdict.ruleId, std::string(toString(verdict.stage)),           std::string(toString(verdict.action)),
            verdict.where,  static_cast<std::int64_t>(verdict.hits.size()), verdict.message};
}

Admission admit(const CompiledWorkflow& workflow, Json input) {
    fillDefaults(workflow.workflow.inputs, input);
    Admission admission{workflow.gate.screenInput(input), std::nullopt};
    if (!admission.input.screening().blocked && !workflow.inputSchema.isValid(input))
        admission.misfit = misfitOf(workflow.inputSchema.validate(admission.input.input()));
    return admission;
}

}  // namespace touchstone::engine
