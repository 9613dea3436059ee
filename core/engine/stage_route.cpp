// SPDX-License-Identifier: Apache-2.0

#include "stages.h"

namespace touchstone::engine {

Result<routing::Plan> route(const CompiledWorkflow& workflow, const policy::ScreenedInput& input,
                            const Rendered& rendered, const std::string& callerTier) {
    Json variables = input.input();
    variables["input"] = input.input();
    variables["tokens"] = {{"prompt", rendered.promptTokens}};
    return workflow.router.plan(variables, {callerTier, input.screening().routeTo()});
}

}  // namespace touchstone::engine
