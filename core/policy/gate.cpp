// SPDX-License-Identifier: Apache-2.0

#include "policy/gate.h"

#include "gate_rules.h"
#include "input_screening.h"

#include <optional>
#include <set>

namespace touchstone::policy {

using workflow::PolicyAction;
using workflow::PolicyRule;
using workflow::PolicyStage;

namespace {

// What the conditions of rules read: the input's fields, `input`, and `text`, which changes from text to text.
Json variablesOf(const Json& input) {
    Json variables = input.is_object() ? input : Json::object();
    variables["input"] = input;
    return variables;
}

void place(Screening& screening, const std::string& where) {
    for (Verdict& verdict : screening.verdicts)
        nameThePlace(verdict, where);
}

void apply(const CompiledRule& rule, std::string& text, Json& variables, Screening& screening) {
    auto verdict = applyRule(rule, text, variables);
    if (!verdict)
        return;
    screening.blocked = screening.blocked || verdict->action == PolicyAction::Block;
    screening.verdicts.push_back(*std::move(verdict));
}

}  // namespace

struct Gate::Rules {
    std::vector<CompiledRule> rules;
    std::set<std::string> ownNames;

    // Runs the rules of one stage that look at single texts; the verdicts have no place yet.
    [[nodiscard]] Screening screen(PolicyStage stage, std::string& text, Json& variables) const {
        Screening screening;
        for (const CompiledRule& rule : rules)
            if (rule.rule.stage == stage && !rule.overWholeInput)
                apply(rule, text, variables, screening);
        return screening;
    }
};

std::string Screening::routeTo() const {
    for (const Verdict& verdict : verdicts)
        if (verdict.action == PolicyAction::Route)
            return verdict.routeTo;
    return {};
}

std::string Screening::blockMessage() const {
    for (const Verdict& verdict : verdicts)
        if (verdict.action == PolicyAction::Block)
            return verdict.message;
    return {};
}

std::vector<Finding> checkDetectors(std::span<const PolicyRule> rules) {
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const auto detectors = compileDetectors(rules[i]);
        if (detectors.ok())
            continue;
        const char* kind = !rules[i].regex.empty() ? "regex" : rules[i].terms.empty() ? "pii" : "terms";
        findings.push_back({Severity::Error,
                            "bad-detector",
                            "/policy/" + std::to_string(i) + "/detect/" + kind,
                            {},
                            detectors.error().message,
                            {}});
    }
    return findings;
}

Result<Gate> Gate::make(std::span<const PolicyRule> rules, const Json& inputs) {
    auto compiled = std::make_shared<Rules>();
    for (const PolicyRule& rule : rules) {
        TOUCHSTONE_TRY(CompiledRule next, compileRule(rule));
        compiled->rules.push_back(std::move(next));
    }
    compiled->ownNames = declaredNames(inputs);
    return Gate(std::move(compiled));
}

ScreenedInput Gate::screenInput(const Json& input) const {
    ScreenedInput screened;
    screened.m_input = input;
    if (m_rules->rules.empty())
        return screened;
    Json variables = variablesOf(input);
    std::string whole;
    for (const CompiledRule& rule : m_rules->rules)
        if (rule.overWholeInput)
            apply(rule, whole, variables, screened.m_screening);
    place(screened.m_screening, "input");
    const auto screenText = [&](std::string& text) { return m_rules->screen(PolicyStage::Input, text, variables); };
    InputScreening(screenText, m_rules->ownNames, screened.m_screening).screen(screened.m_input);
    return screened;
}

ScreenedText Gate::screen(PolicyStage stage, std::string text, const std::string& where,
                          const ScreenedInput& input) const {
    Json variables = variablesOf(input.input());
    ScreenedText screened{std::move(text), {}};
    screened.screening = m_rules->screen(stage, screened.text, variables);
    place(screened.screening, where);
    return screened;
}

ScreenedText Gate::screenContext(std::string text, const std::string& where, const ScreenedInput& input) const {
    return screen(PolicyStage::Context, std::move(text), where, input);
}

ScreenedText Gate::screenOutput(std::string text, const ScreenedInput& input) const {
    return screen(PolicyStage::Output, std::move(text), "output", input);
}

Result<ClearedPrompt> Gate::clear(workflow::Prompt prompt, const ScreenedInput& input) const {
    if (input.screening().blocked)
        return Error{ErrorCode::PolicyRefused, input.screening().blockMessage()};
    return ClearedPrompt(std::make_shared<const workflow::Prompt>(std::move(prompt)));
}

}  // namespace touchstone::policy
