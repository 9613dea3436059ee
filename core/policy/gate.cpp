// SPDX-License-Identifier: Apache-2.0

#include "policy/gate.h"

namespace touchstone::policy {

struct Gate::Rules {
    std::vector<workflow::PolicyRule> rules;
};

std::string Screening::routeTo() const {
    for (const Verdict& verdict : verdicts)
        if (verdict.action == workflow::PolicyAction::Route)
            return verdict.routeTo;
    return {};
}

std::string Screening::blockMessage() const {
    for (const Verdict& verdict : verdicts)
        if (verdict.action == workflow::PolicyAction::Block)
            return verdict.message;
    return {};
}

Result<Gate> Gate::make(std::span<const workflow::PolicyRule> rules) {
    return Gate(std::make_shared<const Rules>(Rules{{rules.begin(), rules.end()}}));
}

ScreenedInput Gate::screenInput(const Json& input) const {
    ScreenedInput screened;
    screened.m_input = input;
    return screened;
}

ScreenedText Gate::screenContext(std::string text, std::string where) const {
    return screen(workflow::PolicyStage::Context, std::move(text), std::move(where));
}

ScreenedText Gate::screenOutput(std::string text) const {
    return screen(workflow::PolicyStage::Output, std::move(text), "output");
}

ScreenedText Gate::screen(workflow::PolicyStage /*stage*/, std::string text, std::string /*where*/) const {
    return {std::move(text), {}};
}

Result<ClearedPrompt> Gate::clear(workflow::Prompt prompt, const ScreenedInput& input) const {
    if (input.screening().blocked)
        return Error{ErrorCode::PolicyRefused, input.screening().blockMessage()};
    return ClearedPrompt(std::make_shared<const workflow::Prompt>(std::move(prompt)));
}

}  // namespace touchstone::policy
