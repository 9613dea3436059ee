// SPDX-License-Identifier: Apache-2.0

#include "checks.h"

#include <algorithm>
#include <array>

namespace touchstone::workflow {
namespace {

constexpr std::array<std::string_view, 5> kProviders = {"builtin", "openai", "responses", "anthropic", "gemini"};
// As provider/builtin.h says; they may be named without "builtin/".
constexpr std::array<std::string_view, 2> kBuiltinModels = {"builtin/small", "builtin/large"};
constexpr std::array<std::string_view, 3> kLongestAnswer = {"max_tokens", "max_completion_tokens", "max_output_tokens"};

class TierCheck {
public:
    TierCheck(const std::string& name, const Tier& tier, std::vector<Finding>& findings)
        : m_pointer(childPointer("/routing/tiers", name)), m_name(name), m_tier(tier), m_findings(findings) {}

    void provider() {
        if (!m_tier.baseUrl.empty() || std::ranges::find(kProviders, m_tier.provider) != kProviders.end())
            return;
        const std::string nearest = nearestName(m_tier.provider, kProviders);
        warn("unknown-provider", "/provider", "there is no provider '" + m_tier.provider + "'",
             nearest.empty() ? "give the base_url of a server that speaks OpenAI chat completions"
                             : "did you mean '" + nearest + "'?");
    }

    void builtinModel() {
        const auto isModel = [this](std::string_view model) {
            return m_tier.model == model || m_tier.model == model.substr(model.find('/') + 1);
        };
        if (m_tier.provider != "builtin" || std::ranges::any_of(kBuiltinModels, isModel))
            return;
        const std::string nearest = nearestName(m_tier.model, kBuiltinModels);
        m_findings.push_back(
            {Severity::Error,
             "unknown-model",
             m_pointer + "/model",
             {},
             "there is no built-in model '" + m_tier.model + "'",
             nearest.empty() ? "choose builtin/small or builtin/large" : "did you mean '" + nearest + "'?"});
    }

    void builtinParams() {
        if (m_tier.provider != "builtin")
            return;
        for (const auto& param : m_tier.params.items())
            if (param.key() != "max_tokens")
                warn("unheard-parameter", childPointer("/params", param.key()),
                     "the built-in model does not listen to '" + param.key() + "'", "remove it; it knows max_tokens");
    }

    // Only what is reserved before a call can keep a budget.
    void budget() {
        const bool limited = std::ranges::any_of(
            kLongestAnswer, [this](std::string_view name) { return memberAt(m_tier.params, name) != nullptr; });
        if (m_tier.provider != "builtin" && !limited)
            warn("open-ended-cost", "/params", "an answer of tier '" + m_name + "' may cost more than per_run_usd",
                 "give it params.max_tokens, so that its longest answer is reserved before the call");
    }

private:
    void warn(std::string code, const std::string& place, std::string text, std::string suggestion) {
        m_findings.push_back(
            {Severity::Warning, std::move(code), m_pointer + place, {}, std::move(text), std::move(suggestion)});
    }

    const std::string m_pointer;
    const std::string& m_name;
    const Tier& m_tier;
    std::vector<Finding>& m_findings;
};

}  // namespace

std::vector<Finding> checkTiers(const Workflow& workflow) {
    std::vector<Finding> findings;
    for (const auto& [name, tier] : workflow.routing.tiers) {
        TierCheck check(name, tier, findings);
        check.provider();
        check.builtinModel();
        check.builtinParams();
        if (workflow.budget.perRun)
            check.budget();
    }
    return findings;
}

}  // namespace touchstone::workflow
