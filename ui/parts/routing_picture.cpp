// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing_picture.h"

#include "cost/price_table.h"
#include "engine/prepared.h"
#include "routing_edits.h"
#include "uibase/format.h"
#include "uistate/text.h"
#include "value_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace touchstone::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(RoutingPicture)
};

constexpr const char* kLists[] = {"rules", "tiers", "fallback", "cascade"};

bool isWithin(const std::string& pointer, const std::string& place) {
    return pointer == place || pointer.starts_with(place + "/");
}

// Looks nodes up in what the checks and the engine say.
class Judge {
public:
    Judge(const Json& routing, const std::vector<Finding>& findings)
        : m_findings(findings), m_refused(engine::unsupportedSettings({{"routing", routing}})) {}

    void judge(RoutingNodeText& node, const std::vector<std::string>& places) const {
        const auto within = [&](const Finding& finding) {
            return std::ranges::any_of(places,
                                       [&](const std::string& place) { return isWithin(finding.pointer, place); });
        };
        node.refused = std::ranges::any_of(m_refused, within);
        for (const Finding& finding : m_findings)
            if (within(finding) && finding.code != "not-supported-yet")
                node.severity = std::max(node.severity.value_or(finding.severity), finding.severity);
    }

    // A whole list that is refused, such as cascades.
    [[nodiscard]] bool refuses(const std::string& place) const {
        return std::ranges::find(m_refused, place, &Finding::pointer) != m_refused.end();
    }

private:
    const std::vector<Finding>& m_findings;
    std::vector<Finding> m_refused;
};

std::vector<RoutingShare> sharesOf(const Json& rule, const std::vector<std::string>& tiers) {
    std::vector<RoutingShare> shares;
    const auto isMissing = [&](const std::string& tier) { return std::ranges::find(tiers, tier) == tiers.end(); };
    const Json* use = memberAt(rule, "use");
    if (use && use->is_string())
        shares.push_back({use->get<std::string>(), 1, isMissing(use->get<std::string>())});
    if (!use || !use->is_object())
        return shares;
    double sum = 0;
    for (const auto& [tier, weight] : use->items())
        sum += weight.is_number() ? std::max(weight.get<double>(), 0.0) : 0;
    for (const auto& [tier, weight] : use->items()) {
        const double share = weight.is_number() && sum > 0 ? std::max(weight.get<double>(), 0.0) / sum : 0;
        shares.push_back({tier, share, isMissing(tier)});
    }
    return shares;
}

QString shareText(const RoutingShare& share, bool alone) {
    const QString tier =
        share.missing ? Words::tr("%1 (no such tier)").arg(toQString(share.tier)) : toQString(share.tier);
    return alone ? tier : Words::tr("%1 %2").arg(formatPercent(share.share), tier);
}

QString targetText(const std::vector<RoutingShare>& shares) {
    if (shares.empty())
        return Words::tr("leads to no tier");
    QStringList words;
    for (const RoutingShare& share : shares)
        words.append(shareText(share, shares.size() == 1));
    return Words::tr("→ %1").arg(words.join(QStringLiteral(" · ")));
}

RoutingNodeText ruleNode(const Json& rule, std::size_t index, const std::vector<std::string>& tiers) {
    RoutingNodeText node{{RoutingKind::Rule, index}, {}, {}, {}};
    node.shares = sharesOf(rule, tiers);
    node.detail = targetText(node.shares);
    const Json* when = memberAt(rule, "when");
    node.code = when != nullptr;
    node.title = !rule.is_object() ? valueText(rule) : when ? valueText(*when) : Words::tr("Always");
    if (const Json* sticky = memberAt(rule, "sticky"))
        node.note = Words::tr("sticky by %1").arg(valueText(*sticky));
    node.spoken = Words::tr("Rule %1. %2. %3")
                      .arg(index + 1)
                      .arg(when ? Words::tr("When %1").arg(node.title) : node.title, node.detail);
    return node;
}

QString priceText(const Json& tier) {
    workflow::Tier known;
    known.provider = stringAt(tier, "provider");
    known.model = stringAt(tier, "model");
    if (const Json* price = memberAt(tier, "price")) {
        const auto input = Money::fromDollars(numberAt(*price, "input_per_mtok", -1));
        const auto output = Money::fromDollars(numberAt(*price, "output_per_mtok", -1));
        if (input.ok() && output.ok())
            known.price = workflow::TierPrice{input.value(), output.value()};
    }
    const auto price = cost::PriceTable::shipped().priceOf(known);
    if (!price)
        return Words::tr("price unknown");
    return Words::tr("%1 in, %2 out per 1M tok")
        .arg(formatMoney(price->inputPerMillion), formatMoney(price->outputPerMillion));
}

QString paramsText(const Json& tier) {
    QStringList words;
    if (const Json* params = memberAt(tier, "params"); params && params->is_object())
        for (const auto& [name, value] : params->items())
            words.append(QStringLiteral("%1 %2").arg(toQString(name), valueText(value)));
    return words.join(QStringLiteral(" · "));
}

RoutingNodeText tierNode(const std::string& name, const Json& tier, std::size_t index) {
    RoutingNodeText node{{RoutingKind::Tier, index}, toQString(name), {}, {}};
    if (!tier.is_object()) {
        node.detail = valueText(tier);
    } else {
        node.detail =
            Words::tr("%1 · %2").arg(toQString(stringAt(tier, "provider")), toQString(stringAt(tier, "model")));
        const QString params = paramsText(tier);
        node.note = params.isEmpty() ? priceText(tier) : QStringLiteral("%1\n%2").arg(priceText(tier), params);
    }
    node.spoken = Words::tr("Tier %1. %2. %3").arg(node.title, node.detail, node.note);
    return node;
}

RoutingNodeText fallbackNode(const Json& tier, std::size_t index, const std::vector<std::string>& tiers) {
    const QString name = valueText(tier);
    const bool missing = std::ranges::find(tiers, toUtf8(name)) == tiers.end();
    RoutingNodeText node{{RoutingKind::Fallback, index}, Words::tr("%1. %2").arg(index + 1).arg(name), {}, {}};
    if (missing)
        node.detail = Words::tr("no such tier");
    node.spoken = Words::tr("Fallback %1. %2").arg(node.title, node.detail);
    return node;
}

RoutingNodeText stepNode(const Json& step, std::size_t index) {
    RoutingNodeText node{{RoutingKind::Step, index}, {}, {}, {}};
    node.title =
        Words::tr("%1. %2").arg(index + 1).arg(step.is_object() ? toQString(stringAt(step, "tier")) : valueText(step));
    const Json* accept = memberAt(step, "accept");
    node.detail = accept ? Words::tr("accept when %1").arg(valueText(*accept)) : Words::tr("accept every answer");
    node.spoken = Words::tr("Cascade step %1. %2").arg(node.title, node.detail);
    return node;
}

QString milliseconds(const Json& object, const char* key, std::int64_t fallback) {
    return formatDuration(std::chrono::milliseconds(integerAt(object, key, fallback)));
}

RoutingNodeText attemptsNode(const Json& routing) {
    const workflow::RetryPolicy usual;
    const Json* retry = memberAt(routing, "retry");
    const Json set = retry && retry->is_object() ? *retry : Json::object();
    const auto attempts = integerAt(set, "attempts", usual.attempts);
    RoutingNodeText node{
        {RoutingKind::Attempts, 0}, Words::tr("%n attempt(s) on a tier", nullptr, static_cast<int>(attempts)), {}, {}};
    node.detail = Words::tr("%1 each, waits %2 to %3")
                      .arg(milliseconds(routing, "timeout_ms", workflow::RoutingPart().timeout.count()),
                           milliseconds(set, "backoff_ms", usual.backoff.count()),
                           milliseconds(set, "max_backoff_ms", usual.maxBackoff.count()));
    QStringList extras;
    if (memberAt(routing, "hedge_after_ms"))
        extras.append(Words::tr("hedged after %1").arg(milliseconds(routing, "hedge_after_ms", 0)));
    if (memberAt(routing, "breaker"))
        extras.append(Words::tr("circuit breaker"));
    node.note = extras.join(QStringLiteral(" · "));
    node.spoken = Words::tr("Attempts. %1. %2. %3").arg(node.title, node.detail, node.note);
    return node;
}

void sayWhatIsWrong(RoutingNodeText& node) {
    if (node.refused)
        node.spoken = Words::tr("%1. Touchstone does not carry this out yet").arg(node.spoken);
    if (node.severity == Severity::Error)
        node.spoken = Words::tr("%1. It has an error").arg(node.spoken);
}

QString otherwiseText(const Json& routing, const std::vector<std::string>& tiers) {
    if (tiers.empty())
        return {};
    for (std::size_t i = 0; i < sizeOf(routing, "rules"); ++i)
        if (const Json& rule = routing["rules"][i]; rule.is_object() && !rule.contains("when"))
            return {};
    return Words::tr("Otherwise the first tier: %1").arg(toQString(tiers.front()));
}

}  // namespace

RoutingPicture routingPicture(const Json& routing, const std::vector<Finding>& findings) {
    RoutingPicture picture;
    const Judge judge(routing, findings);
    const std::vector<std::string> tiers = tierNames(routing);
    const auto add = [&](std::vector<RoutingNodeText>& nodes, RoutingNodeText node,
                         const std::vector<std::string>& at) {
        judge.judge(node, at);
        sayWhatIsWrong(node);
        nodes.push_back(std::move(node));
    };
    const auto at = [&](const RoutingNodeText& node) { return std::vector{routingPointer(routing, node.place)}; };
    for (std::size_t i = 0; i < sizeOf(routing, "rules"); ++i) {
        RoutingNodeText node = ruleNode(routing["rules"][i], i, tiers);
        add(picture.rules, node, at(node));
    }
    for (std::size_t i = 0; i < tiers.size(); ++i) {
        RoutingNodeText node = tierNode(tiers[i], routing["tiers"][tiers[i]], i);
        add(picture.tiers, node, at(node));
    }
    for (std::size_t i = 0; i < sizeOf(routing, "fallback"); ++i) {
        RoutingNodeText node = fallbackNode(routing["fallback"][i], i, tiers);
        add(picture.fallback, node, at(node));
    }
    for (std::size_t i = 0; i < sizeOf(routing, "cascade"); ++i) {
        RoutingNodeText node = stepNode(routing["cascade"][i], i);
        add(picture.steps, node, at(node));
        picture.steps.back().refused = judge.refuses("/routing/cascade");
    }
    std::vector<RoutingNodeText> one;
    add(one, attemptsNode(routing),
        {"/routing/retry", "/routing/timeout_ms", "/routing/hedge_after_ms", "/routing/breaker"});
    picture.attempts = std::move(one.front());
    picture.otherwise = otherwiseText(routing, tiers);
    return picture;
}

std::string routingPointer(const Json& routing, RoutingPlace place) {
    if (place.kind == RoutingKind::Attempts)
        return "/routing/retry";
    const std::string list = childPointer("/routing", kLists[static_cast<std::size_t>(place.kind)]);
    if (place.kind != RoutingKind::Tier)
        return childPointer(list, place.index);
    const std::vector<std::string> names = tierNames(routing);
    return place.index < names.size() ? childPointer(list, names[place.index]) : list;
}

std::optional<RoutingPlace> routingPlaceOf(const Json& routing, const std::string& pointer) {
    if (!pointer.starts_with("/routing/"))
        return std::nullopt;
    for (std::size_t kind = 0; kind < std::size(kLists); ++kind) {
        const std::string list = childPointer("/routing", kLists[kind]);
        if (!pointer.starts_with(list + "/"))
            continue;
        const std::size_t count = static_cast<RoutingKind>(kind) == RoutingKind::Tier ? tierNames(routing).size()
                                                                                      : sizeOf(routing, kLists[kind]);
        for (std::size_t i = 0; i < count; ++i)
            if (const RoutingPlace place{static_cast<RoutingKind>(kind), i};
                isWithin(pointer, routingPointer(routing, place)))
                return place;
        return std::nullopt;
    }
    for (const char* key : {"retry", "timeout_ms", "hedge_after_ms", "breaker"})
        if (isWithin(pointer, childPointer("/routing", key)))
            return RoutingPlace{RoutingKind::Attempts, 0};
    return std::nullopt;
}

}  // namespace touchstone::ui
