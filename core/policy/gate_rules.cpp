// SPDX-License-Identifier: Apache-2.0

#include "gate_rules.h"

#include <algorithm>
#include <iterator>

namespace touchstone::policy {

using workflow::PolicyAction;
using workflow::PolicyRule;
using workflow::PolicyStage;

namespace {

Error inRule(const PolicyRule& rule, const Error& error) {
    return {error.code, "policy rule '" + rule.id + "': " + error.message};
}

bool readsText(const text::Expression& condition) {
    return std::ranges::any_of(condition.variables(), [](const text::VariableUse& use) { return use.name == "text"; });
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

Verdict verdictOf(const PolicyRule& rule, const Sighting& sighting) {
    Verdict verdict{rule.id, rule.stage, rule.action, {}, {}, rule.message, rule.routeTo};
    for (const Match& match : sighting.matches)
        verdict.hits.push_back({match.begin, match.end, match.kind});
    if (sighting.deny) {
        verdict.action = PolicyAction::Block;
        verdict.message = "policy rule '" + rule.id + "' could not be checked, so it denies: " + *sighting.deny;
    }
    return verdict;
}

}  // namespace

Result<std::vector<Detector>> compileDetectors(const PolicyRule& rule) {
    std::vector<Detector> detectors;
    for (const std::string& kind : rule.pii) {
        TOUCHSTONE_TRY(Detector detector, makePiiDetector(kind));
        detectors.push_back(std::move(detector));
    }
    if (!rule.terms.empty()) {
        TOUCHSTONE_TRY(Detector detector, makeTermDetector(rule.terms, {.wholeWords = rule.wholeWord}));
        detectors.push_back(std::move(detector));
    }
    if (!rule.regex.empty()) {
        TOUCHSTONE_TRY(Detector detector, makeRegexDetector(rule.regex));
        detectors.push_back(std::move(detector));
    }
    return detectors;
}

Result<CompiledRule> compileRule(const PolicyRule& rule) {
    auto detectors = compileDetectors(rule);
    if (!detectors.ok())
        return inRule(rule, detectors.error());
    CompiledRule compiled{rule, std::move(detectors).value(), {}};
    if (!rule.when.empty()) {
        text::ExpressionParse parsed = text::Expression::parse(rule.when);
        if (!parsed.value)
            return inRule(rule, {ErrorCode::InvalidArgument, parsed.findings.front().text});
        compiled.condition = std::move(parsed.value);
        compiled.overWholeInput = rule.stage == PolicyStage::Input && !readsText(*compiled.condition);
    }
    return compiled;
}

std::optional<Verdict> applyRule(const CompiledRule& rule, std::string& text, Json& variables) {
    const Sighting sighting = look(rule, text, variables);
    if (!sighting.applies && !sighting.deny)
        return std::nullopt;
    Verdict verdict = verdictOf(rule.rule, sighting);
    if (verdict.action == PolicyAction::Redact)
        text = redact(text, sighting.matches);
    return verdict;
}

void nameThePlace(Verdict& verdict, const std::string& where) {
    verdict.where = where;
    if (verdict.message.empty())
        verdict.message = "policy rule '" + verdict.ruleId + "' applies to " + where;
}

}  // namespace touchstone::policy
