// SPDX-License-Identifier: Apache-2.0

#include "stages.h"

#include <algorithm>

namespace touchstone::engine {

std::int64_t longestAnswer(const workflow::Tier& tier) {
    std::int64_t longest = 0;
    for (const char* name : {"max_tokens", "max_completion_tokens", "max_output_tokens"})
        longest = std::max(longest, integerAt(tier.params, name));
    return longest;
}

Result<routing::Plan> route(const CompiledWorkflow& workflow, const policy::ScreenedInput& input,
                            const Rendered& rendered, const std::string& callerTier) {
    Json variables = input.input();
    variables["input"] = input.input();
    variables["tokens"] = {{"prompt", rendered.promptTokens}};
    return workflow.router.plan(variables, {callerTier, input.screening().routeTo()});
}

}  // namespace touchstone::engine
