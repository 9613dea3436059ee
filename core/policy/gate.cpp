// SPDX-License-Identifier: Apache-2.0

#include "policy/gate.h"

#include "policy/detectors.h"
#include "text/expression.h"

#include <algorithm>
#include <iterator>
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
    bool overWholeInput = false;  // a condition on the input's fields, which holds or not once for all its texts
};

Error inRule(const PolicyRule& rule, const Error& error) {
    return {error.code, "policy rule '" + rule.id + "': " + error.message};
}

bool readsText(const text::Expression& condition) {
    return std::ranges::any_of(condition.variables(), [](const text::VariableUse& use) { return use.name == "text"; });
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
        compiled.overWholeInput = rule.stage == PolicyStage::Input && !readsText(*compiled.condition);
    }
    return compiled;
}

// What a rule says about one text. `deny` is the reason when its engine failed.
struct Sighting {
    std::vector<Match> matches;
    bool applies = false;
    std::optional<std::string> deny;
};

Sighting look(const CompiledRule& rule, std::string_view text, Json& variables) {
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
        variables["text"] = text;
        const auto holds = rule.condition->test(variables);
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

// What the conditions of rules read: the input's fields, `input`, and `text`, which changes from text to text.
Json variablesOf(const Json& input) {
    Json variables = input.is_object() ? input : Json::object();
    variables["input"] = input;
    return variables;
}

void apply(const CompiledRule& rule, ScreenedText& screened, const std::string& where, Json& variables) {
    const Sighting sighting = look(rule, screened.text, variables);
    if (!sighting.applies && !sighting.deny)
        return;
    Verdict verdict = verdictOf(rule.rule, sighting, where);
    if (verdict.action == PolicyAction::Redact)
        screened.text = redact(screened.text, sighting.matches);
    screened.screening.blocked = screened.screening.blocked || verdict.action == PolicyAction::Block;
    screened.screening.verdicts.push_back(std::move(verdict));
}

void absorb(Screening& all, Screening&& one) {
    all.blocked = all.blocked || one.blocked;
    std::move(one.verdicts.begin(), one.verdicts.end(), std::back_inserter(all.verdicts));
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

ScreenedText Gate::screen(PolicyStage stage, std::string text, const std::string& where, Json& variables) const {
    ScreenedText screened{std::move(text), {}};
    for (const CompiledRule& rule : m_rules->rules)
        if (rule.rule.stage == stage && !rule.overWholeInput)
            apply(rule, screened, where, variables);
    return screened;
}

// Goes through every string and number inside `value` and replaces it by its screened text. A number stays one unless
// something in it is redacted.
void Gate::screenValue(Json& value, const std::string& pointer, Json& variables, Screening& screening) const {
    if (value.is_string() || value.is_number()) {
        const std::string text = value.is_string() ? value.get<std::string>() : toText(value);
        ScreenedText screened = screen(PolicyStage::Input, text, pointer.empty() ? "input" : pointer, variables);
        if (screened.text != text)
            value = std::move(screened.text);
        absorb(screening, std::move(screened.screening));
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
    Json variables = variablesOf(input);
    ScreenedText whole;
    for (const CompiledRule& rule : m_rules->rules)
        if (rule.overWholeInput)
            apply(rule, whole, "input", variables);
    screened.m_screening = std::move(whole.screening);
    screenValue(screened.m_input, "", variables, screened.m_screening);
    return screened;
}

ScreenedText Gate::screenContext(std::string text, const std::string& where, const ScreenedInput& input) const {
    Json variables = variablesOf(input.input());
    return screen(PolicyStage::Context, std::move(text), where, variables);
}

ScreenedText Gate::screenOutput(std::string text, const ScreenedInput& input) const {
    Json variables = variablesOf(input.input());
    return screen(PolicyStage::Output, std::move(text), "output", variables);
}

Result<ClearedPrompt> Gate::clear(workflow::Prompt prompt, const ScreenedInput& input) const {
    if (input.screening().blocked)
        return Error{ErrorCode::PolicyRefused, input.screening().blockMessage()};
    return ClearedPrompt(std::make_shared<const workflow::Prompt>(std::move(prompt)));
}

}  // namespace touchstone::policy
