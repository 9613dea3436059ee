// SPDX-License-Identifier: Apache-2.0

#include "routing/router.h"

#include "text/expression.h"

#include <algorithm>

namespace touchstone::routing {

struct Router::Compiled {
    std::shared_ptr<const workflow::RoutingPart> part;
    std::vector<std::optional<text::Expression>> conditions;  // one a rule; empty: always
};

Result<Router> Router::make(std::shared_ptr<const workflow::RoutingPart> part) {
    auto compiled = std::make_shared<Compiled>();
    for (std::size_t i = 0; i < part->rules.size(); ++i) {
        if (part->rules[i].when.empty()) {
            compiled->conditions.emplace_back();
            continue;
        }
        auto parsed = text::Expression::parse(part->rules[i].when);
        if (!parsed.value)
            return Error{ErrorCode::InvalidArgument,
                         "/routing/rules/" + std::to_string(i) + "/when: " + parsed.findings.front().text};
        compiled->conditions.push_back(std::move(parsed.value));
    }
    compiled->part = std::move(part);
    return Router(std::move(compiled));
}

namespace {

Result<Plan> planFrom(const workflow::RoutingPart& part, std::string first, std::string reason,
                      std::vector<std::string> passedOver) {
    Plan plan{{std::move(first)}, std::move(reason), std::move(passedOver)};
    for (const std::string& tier : part.fallback)
        if (std::find(plan.tiers.begin(), plan.tiers.end(), tier) == plan.tiers.end())
            plan.tiers.push_back(tier);
    for (const std::string& tier : plan.tiers)
        if (!part.tier(tier))
            return Error{ErrorCode::NotFound, "there is no tier '" + tier + "' in this version's routing"};
    return plan;
}

}  // namespace

Result<Plan> Router::plan(const Json& variables, const Overrides& overrides) const {
    const workflow::RoutingPart& part = *m_compiled->part;
    if (!overrides.caller.empty())
        return planFrom(part, overrides.caller, "chosen by the caller", {});
    if (!overrides.policy.empty())
        return planFrom(part, overrides.policy, "a policy rule asks for this tier", {});
    std::vector<std::string> passedOver;
    for (std::size_t i = 0; i < part.rules.size(); ++i) {
        const std::string name = "rule " + std::to_string(i + 1);
        if (!m_compiled->conditions[i])
            return planFrom(part, part.rules[i].use, name + ": always", std::move(passedOver));
        const auto applies = m_compiled->conditions[i]->test(variables);
        if (!applies.ok())
            return Error{applies.error().code,
                         "/routing/rules/" + std::to_string(i) + "/when: " + applies.error().message};
        if (applies.value())
            return planFrom(part, part.rules[i].use, name + ": " + part.rules[i].when, std::move(passedOver));
        passedOver.push_back(name + " → " + part.rules[i].use + ": not " + part.rules[i].when);
    }
    return planFrom(part, part.tiers.front().first, "no rule applies: the first tier", std::move(passedOver));
}

}  // namespace touchstone::routing
