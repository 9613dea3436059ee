// SPDX-License-Identifier: GPL-3.0-or-later

#include "part_fact.h"

#include "engine/prepared.h"
#include "text/tokens.h"
#include "uibase/format.h"
#include "uistate/text.h"

#include <QCoreApplication>

namespace touchstone::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PartFact)
};

int countAt(const Json& value, std::string_view pointer) {
    const Json* list = resolvePointer(value, pointer);
    return list && list->is_structured() ? static_cast<int>(list->size()) : 0;
}

QString promptFact(const Json& value) {
    const int examples = countAt(value, "/examples");
    return examples > 0 ? Words::tr("%n example(s)", nullptr, examples)
                        : Words::tr("%n message(s)", nullptr, countAt(value, "/messages"));
}

QString outputFact(const Json& value) {
    const std::string mode = stringAt(value, "mode", "text");
    if (mode != "json")
        return toQString(mode);
    return Words::tr("JSON · %n field(s)", nullptr, countAt(value, "/schema/properties"));
}

QString dollars(const Json& value, std::string_view key) {
    return formatMoney(Money::fromDollars(numberAt(value, key)).valueOr(Money()));
}

QString budgetFact(const Json& value) {
    if (memberAt(value, "per_run_usd"))
        return Words::tr("%1 / run").arg(dollars(value, "per_run_usd"));
    return memberAt(value, "per_day_usd") ? Words::tr("%1 / day").arg(dollars(value, "per_day_usd")) : QString();
}

}  // namespace

QString partFact(std::string_view part, const Json& value) {
    if (part == "inputs")
        return Words::tr("%n field(s)", nullptr, countAt(value, "/properties"));
    if (part == "instructions")
        return formatTokens(text::estimateTokens(stringAt(value, "text")), Certainty::Estimated);
    if (part == "prompt")
        return promptFact(value);
    if (part == "retrieval")
        return Words::tr("%1 · top %2")
            .arg(toQString(stringAt(value, "strategy", "bm25")))
            .arg(integerAt(value, "top_k", 4));
    if (part == "chunking")
        return QStringLiteral("%1 / %2").arg(integerAt(value, "size", 300)).arg(integerAt(value, "overlap", 40));
    if (part == "memory")
        return formatTokens(integerAt(value, "window_tokens"));
    if (part == "tools")
        return Words::tr("%n tool(s)", nullptr, static_cast<int>(value.size()));
    if (part == "output")
        return outputFact(value);
    if (part == "routing")
        return Words::tr("%n tier(s)", nullptr, countAt(value, "/tiers"));
    if (part == "policy")
        return Words::tr("%n rule(s)", nullptr, static_cast<int>(value.size()));
    return part == "budget" ? budgetFact(value) : toQString(stringAt(value, "mode"));
}

Json partStarter(std::string_view part) {
    if (part == "inputs")
        return {{"type", "object"}, {"properties", Json::object()}, {"required", Json::array()}};
    if (part == "instructions")
        return {{"text", "Answer briefly.\n"}};
    if (part == "prompt")
        return {{"messages", Json::array({{{"role", "user"}, {"content", ""}}})}};
    if (part == "retrieval")
        return {{"corpus", ""}, {"strategy", "bm25"}, {"query", ""}, {"top_k", 4}, {"budget_tokens", 1500}};
    if (part == "chunking")
        return {{"method", "recursive"}, {"size", 300}, {"overlap", 40}};
    if (part == "memory")
        return {{"window_tokens", 4000}, {"keep_last", 6}};
    if (part == "tools")
        return Json::array({{{"name", "lookup"}, {"kind", "mock"}}});
    if (part == "output")
        return {{"mode", "text"}};
    if (part == "routing")
        return {{"tiers", {{"small", {{"provider", "builtin"}, {"model", "builtin/small"}}}}},
                {"rules", Json::array({{{"use", "small"}}})}};
    if (part == "budget")
        return {{"per_run_usd", 0.01}};
    if (part == "cache")
        return {{"mode", "exact"}};
    return Json::array();
}

bool isPartRefused(std::string_view part) {
    return !engine::unsupportedSettings({{std::string(part), partStarter(part)}}).empty();
}

}  // namespace touchstone::ui
