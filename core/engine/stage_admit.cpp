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

Result<policy::ScreenedInput> admit(const CompiledWorkflow& workflow, Json input) {
    fillDefaults(workflow.workflow.inputs, input);
    if (!workflow.inputSchema.isValid(input)) {
        const schema::Validation validation = workflow.inputSchema.validate(input);
        const std::string place = validation.problems.empty() ? "" : validation.problems.front().instancePointer;
        const std::string problem = validation.problems.empty() ? "it could not be checked within its limits"
                                                                : validation.problems.front().message;
        return Error{ErrorCode::InvalidArgument, "the input does not fit the input schema" +
                                                     (place.empty() ? "" : " at " + place) + ": " + problem};
    }
    return workflow.gate.screenInput(input);
}

}  // namespace touchstone::engine
