// SPDX-License-Identifier: Apache-2.0

#include "stages.h"

#include "provider/provider.h"

#include <algorithm>

namespace touchstone::engine {

std::int64_t longestAnswer(const workflow::Tier& tier) {
    constexpr std::int64_t kMost = 1'000'000'000'000;  // more than any model says; sums with it stay in range
    std::int64_t longest = 0;
    for (const char* name : {"max_tokens", "max_completion_tokens", "max_output_tokens"})
        longest = std::max(longest, integerAt(tier.params, name));
    return std::min(longest, kMost);
}

std::int64_t overWindow(const workflow::Tier& tier, std::int64_t promptTokens, const cost::PriceTable& prices) {
    const auto window = prices.windowOf(tier);
    const std::int64_t reserve = tier.contextWindow ? longestAnswer(tier) : 0;
    return window ? std::max<std::int64_t>(promptTokens + reserve - *window, 0) : 0;
}

Result<void> fitsWindow(const workflow::Tier& tier, std::int64_t promptTokens, const cost::PriceTable& prices) {
    const std::int64_t over = overWindow(tier, promptTokens, prices);
    if (over == 0)
        return {};
    const std::int64_t window = prices.windowOf(tier).value();
    const std::int64_t reserve = tier.contextWindow ? longestAnswer(tier) : 0;
    std::string message = "about " + std::to_string(promptTokens) + " tokens of prompt";
    if (reserve > 0)
        message += " and " + std::to_string(reserve) + " kept for the answer";
    message += " are " + std::to_string(over) + " more than the context window of " + tier.model + ", " +
               std::to_string(window) + " tokens; shorten the prompt, send fewer examples or sources, ";
    message += reserve > 0 ? "lower max_tokens, " : "";
    return Error{ErrorCode::InvalidArgument, message + "or use a tier that takes more",
                 std::string(toString(provider::FailureKind::ContextTooLong))};
}

Result<routing::Plan> route(const CompiledWorkflow& workflow, const policy::ScreenedInput& input,
                            const Rendered& rendered, const std::string& callerTier) {
    Json variables = input.input();
    variables["input"] = input.input();
    variables["tokens"] = {{"prompt", rendered.promptTokens}};
    return workflow.router.plan(variables, {callerTier, input.screening().routeTo()});
}

}  // namespace touchstone::engine
