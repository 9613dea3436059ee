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

// The value that is to be changed: of a missing property, where it would stand.
std::string placeOf(const schema::Problem& problem) {
    return problem.missing.empty() ? problem.instancePointer : childPointer(problem.instancePointer, problem.missing);
}

InputProblem problemOf(const schema::Validation& validation) {
    if (!validation.problems.empty())
        return {placeOf(validation.problems.front()), validation.problems.front().message};
    return {{},
            validation.valid() ? "what does not fit is withheld, because a policy rule redacts it"
                               : "it could not be checked within its limits"};
}

Error misfitOf(const InputProblem& problem) {
    return {ErrorCode::InvalidArgument,
            "the input does not fit the input schema" + (problem.place.empty() ? "" : " at " + problem.place) + ": " +
                problem.message + (problem.place.empty() ? "" : "; correct this value of the input"),
            problem.place};
}

}  // namespace

trace::PolicyRecord recordOf(const policy::Verdict& verdict) {
    return {verdict.ruleId, std::string(toString(verdict.stage)),           std::string(toString(verdict.action)),
            verdict.where,  static_cast<std::int64_t>(verdict.hits.size()), verdict.message};
}

Admission admit(const CompiledWorkflow& workflow, Json input) {
    fillDefaults(workflow.workflow.inputs, input);
    Admission admission{workflow.gate.screenInput(input)};
    if (!admission.input.screening().blocked && !workflow.inputSchema.isValid(input)) {
        admission.problem = problemOf(workflow.inputSchema.validate(admission.input.input()));
        admission.misfit = misfitOf(admission.problem);
    }
    return admission;
}

}  // namespace touchstone::engine
