// SPDX-License-Identifier: Apache-2.0

#include "checks.h"

#include "workflow/builtin_models.h"

#include <algorithm>
#include <array>

namespace touchstone::workflow {
namespace {

constexpr std::array<std::string_view, 5> kProviders = {"builtin", "openai", "responses", "anthropic", "gemini"};
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
        if (m_tier.provider != "builtin" || workflow::builtinModel(m_tier.model))
            return;
        std::vector<std::string_view> names;
        for (const BuiltinModel& model : kBuiltinModels)
            names.push_back(model.name);
        const std::string nearest = nearestName(m_tier.model, names);
        refuse("unknown-model", "/model", "there is no built-in model '" + m_tier.model + "'",
               nearest.empty() ? "choose builtin/small or builtin/large" : "did you mean '" + nearest + "'?");
    }

    // What is declared must hold, and leave room for a prompt beside the longest answer. What is known without being
    // declared came to be known after versions had run: a run keeps less for the answer then.
    void window() {
        const BuiltinModel* model = m_tier.provider == "builtin" ? workflow::builtinModel(m_tier.model) : nullptr;
        const std::int64_t window = m_tier.contextWindow.value_or(model ? model->contextWindow : 0);
        if (model && window > model->contextWindow)
            refuse("context-window", "/context_window",
                   "built-in model '" + m_tier.model + "' takes at most " + std::to_string(model->contextWindow) +
                       " tokens",
                   "declare no more, or remove the field: the built-in models' windows are known");
        for (const std::string_view name : kLongestAnswer)
            if (const std::int64_t longest = integerAt(m_tier.params, name); window > 0 && longest >= window)
                add(m_tier.contextWindow ? Severity::Error : Severity::Warning, "context-window",
                    childPointer("/params", name),
                    "an answer of " + std::to_string(longest) + " tokens leaves no room for a prompt in a window of " +
                        std::to_string(window),
                    "lower it: prompt and answer share the window");
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
    void add(Severity severity, std::string code, const std::string& place, std::string text, std::string suggestion) {
        m_findings.push_back(
            {severity, std::move(code), m_pointer + place, {}, std::move(text), std::move(suggestion)});
    }

    void refuse(std::string code, const std::string& place, std::string text, std::string suggestion) {
        add(Severity::Error, std::move(code), place, std::move(text), std::move(suggestion));
    }

    void warn(std::string code, const std::string& place, std::string text, std::string suggestion) {
        add(Severity::Warning, std::move(code), place, std::move(text), std::move(suggestion));
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
        check.window();
        if (workflow.budget.perRun)
            check.budget();
    }
    return findings;
}

}  // namespace touchstone::workflow
