// SPDX-License-Identifier: Apache-2.0

#include "policy/gate.h"

#include "policy/detectors.h"
#include "text/expression.h"

#include <optional>

namespace touchstone::policy {

using workflow::PolicyAction;
using workflow::PolicyRule;
using workflow::PolicyStage;

namespace {

// What a rule looks for: places in the text, or an expression over it.
struct CompiledRule {
    PolicyRule rule;
    std::vector<Detector> detectors;
    std::optional<text::Expression> condition;
};

Error inRule(const PolicyRule& rule, const Error& error) {
    return {error.code, "policy rule '" + rule.id + "': " + error.message};
}

Result<CompiledRule> compile(const PolicyRule& rule) {
    CompiledRule compiled{rule, {}, {}};
    const auto add = [&](Result<Detector> detector) -> Result<void> {
        if (!detector.ok())
            return inRule(rule, detector.error());
        compiled.detectors.push_back(std::move(detector).value());
        return {};
    };
    for (const std::string& kind : rule.pii) {
        TOUCHSTONE_TRY_VOID(add(makePiiDetector(kind)));
    }
    if (!rule.terms.empty()) {
        TOUCHSTONE_TRY_VOID(add(makeTermDetector(rule.terms, {.wholeWords = rule.wholeWord})));
    }
    if (!rule.regex.empty()) {
        TOUCHSTONE_TRY_VOID(add(makeRegexDetector(rule.regex)));
    }
    if (!rule.when.empty()) {
        text::ExpressionParse parsed = text::Expression::parse(rule.when);
        if (!parsed.value)
            return inRule(rule, {ErrorCode::InvalidArgument, parsed.findings.front().text});
        compiled.condition = std::move(parsed.value);
    }
    return compiled;
}

// What a rule says about one text. `deny` is the reason when its engine failed.
struct Sighting {
    std::vector<Match> matches;
    bool applies = false;
    std::optional<std::string> deny;
};

Sighting look(const CompiledRule& rule, std::string_view text, const Json& variables) {
    Sighting sighting;
    for (const Detector& detector : rule.detectors) {
        auto found = detector.find(text);
        if (!found.ok()) {
            sighting.deny = found.error().message;
            return sighting;
        }
        std::move(found.value().begin(), found.value().end(), std::back_inserter(sighting.matches));
    }
    sighting.matches = withoutOverlaps(std::move(sighting.matches));
    sighting.applies = !sighting.matches.empty();
    if (rule.condition) {
        Json known = variables;
        known["text"] = text;
        const auto holds = rule.condition->test(known);
        if (!holds.ok())
            sighting.deny = holds.error().message;
        else
            sighting.applies = holds.value();
    }
    return sighting;
}

Verdict verdictOf(const PolicyRule& rule, const Sighting& sighting, const std::string& where) {
    Verdict verdict{rule.id, rule.stage, rule.action, where, {}, rule.message, rule.routeTo};
    for (const Match& match : sighting.matches)
        verdict.hits.push_back({match.begin, match.end, match.kind});
    if (sighting.deny) {
        verdict.action = PolicyAction::Block;
        verdict.message = "policy rule '" + rule.id + "' could not be checked, so it denies: " + *sighting.deny;
    } else if (verdict.message.empty()) {
        verdict.message = "policy rule '" + rule.id + "' applies to " + where;
    }
    return verdict;
}

}  // namespace

struct Gate::Rules {
    std::vector<CompiledRule> rules;
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

Result<Gate> Gate::make(std::span<const PolicyRule> rules) {
    auto compiled = std::make_shared<Rules>();
    for (const PolicyRule& rule : rules) {
        TOUCHSTONE_TRY(CompiledRule next, compile(rule));
        compiled->rules.push_back(std::move(next));
    }
    return Gate(std::move(compiled));
}

ScreenedText Gate::screen(PolicyStage stage, std::string text, const std::string& where, const Json& variables) const {
    ScreenedText screened{std::move(text), {}};
    for (const CompiledRule& rule : m_rules->rules) {
        if (rule.rule.stage != stage)
            continue;
        const Sighting sighting = look(rule, screened.text, variables);
        if (!sighting.applies && !sighting.deny)
            continue;
        Verdict verdict = verdictOf(rule.rule, sighting, where);
        if (verdict.action == PolicyAction::Redact)
            screened.text = redact(screened.text, sighting.matches);
        screened.screening.blocked = screened.screening.blocked || verdict.action == PolicyAction::Block;
        screened.screening.verdicts.push_back(std::move(verdict));
    }
    return screened;
}

// Goes through every string inside `value` and replaces it by its screened text.
void Gate::screenValue(Json& value, const std::string& pointer, const Json& variables, Screening& screening) const {
    if (value.is_string()) {
        ScreenedText screened =
            screen(PolicyStage::Input, value.get<std::string>(), pointer.empty() ? "/" : pointer, variables);
        value = std::move(screened.text);
        screening.blocked = screening.blocked || screened.screening.blocked;
        std::move(screened.screening.verdicts.begin(), screened.screening.verdicts.end(),
                  std::back_inserter(screening.verdicts));
    } else if (value.is_object()) {
        for (auto& [key, member] : value.items())
            screenValue(member, childPointer(pointer, key), variables, screening);
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i)
            screenValue(value[i], childPointer(pointer, i), variables, screening);
    }
}

ScreenedInput Gate::screenInput(const Json& input) const {
    ScreenedInput screened;
    screened.m_input = input;
    if (m_rules->rules.empty())
        return screened;
    Json variables = input.is_object() ? input : Json::object();
    variables["input"] = input;
    screenValue(screened.m_input, "", variables, screened.m_screening);
    return screened;
}

ScreenedText Gate::screenContext(std::string text, const std::string& where, const ScreenedInput& input) const {
    return screen(PolicyStage::Context, std::move(text), where, input.input());
}

ScreenedText Gate::screenOutput(std::string text, const ScreenedInput& input) const {
    return screen(PolicyStage::Output, std::move(text), "output", input.input());
}

Result<ClearedPrompt> Gate::clear(workflow::Prompt prompt, const ScreenedInput& input) const {
    if (input.screening().blocked)
        return Error{ErrorCode::PolicyRefused, input.screening().blockMessage()};
    return ClearedPrompt(std::make_shared<const workflow::Prompt>(std::move(prompt)));
}

}  // namespace touchstone::policy
