// SPDX-License-Identifier: Apache-2.0

#include "engine/prepared.h"
#include "policy/gate.h"
#include "workflow/parse.h"

#include <iterator>

namespace touchstone::engine {
namespace {

// What decides whether a value at a pointer asks for something this engine does not do.
struct Refused {
    std::string_view pointer;
    bool (*asks)(const Json& value);
    std::string_view what;
};

bool always(const Json& /*value*/) {
    return true;
}
bool isTrue(const Json& value) {
    return value.is_boolean() && value.get<bool>();
}
bool isNotEmpty(const Json& value) {
    return !value.empty();
}
bool isNotBm25(const Json& value) {
    return value != "bm25";
}
bool isNotOff(const Json& value) {
    return value != "off";
}
bool isTool(const Json& value) {
    return value == "tool";
}
bool isNotBlock(const Json& value) {
    return value != "block";
}
bool namesSyntax(const Json& value) {
    return std::find(value.begin(), value.end(), "syntax") != value.end();
}

constexpr Refused kRefused[] = {
    {"/retrieval/strategy", isNotBm25, "vector and hybrid retrieval"},
    {"/retrieval/mmr", always, "diversification of results (mmr)"},
    {"/memory", isNotEmpty, "conversation memory"},
    {"/tools", isNotEmpty, "tools"},
    {"/output/mode", isTool, "answers through a tool call"},
    {"/output/stream_abort", isTrue, "aborting an answer while it streams"},
    {"/output/repair", namesSyntax, "repairing the syntax of an answer"},
    {"/routing/cascade", always, "cascades"},
    {"/routing/hedge_after_ms", always, "hedged requests"},
    {"/routing/breaker", always, "circuit breakers"},
    {"/budget/per_day_usd", always, "daily budgets"},
    {"/budget/when_near", always, "acting before a budget is spent"},
    {"/budget/when_spent", isNotBlock, "answering from the cache when the budget is spent"},
    {"/cache/mode", isNotOff, "caching of answers"},
};

// Wire formats that a workflow may already name; a base_url does not make them OpenAI's.
constexpr std::string_view kFutureProviders[] = {"responses", "anthropic", "gemini"};

class Refusal {
public:
    std::vector<Finding> run(const Json& document) && {
        for (const Refused& entry : kRefused)
            if (const Json* value = resolvePointer(document, entry.pointer); value && entry.asks(*value))
                refuse(std::string(entry.pointer), std::string(entry.what));
        each(document, "/routing/rules", [this](const std::string& at, const Json& rule) { checkRouting(at, rule); });
        each(document, "/routing/tiers", [this](const std::string& at, const Json& tier) { checkTier(at, tier); });
        each(document, "/policy", [this](const std::string& at, const Json& rule) { checkPolicy(at, rule); });
        return std::move(m_findings);
    }

private:
    template <class Check>
    static void each(const Json& document, std::string_view pointer, const Check& check) {
        const Json* list = resolvePointer(document, pointer);
        if (!list || !list->is_structured())
            return;
        for (const auto& item : list->items())
            check(childPointer(pointer, item.key()), item.value());
    }

    void refuse(std::string pointer, const std::string& what,
                std::string suggestion = "remove this setting to run the version") {
        m_findings.push_back({Severity::Error,
                              "not-supported-yet",
                              std::move(pointer),
                              {},
                              "not supported yet: " + what,
                              std::move(suggestion)});
    }

    void checkRouting(const std::string& pointer, const Json& rule) {
        if (const Json* use = memberAt(rule, "use"); use && use->is_object())
            refuse(pointer + "/use", "splitting traffic between tiers");
        if (memberAt(rule, "sticky"))
            refuse(pointer + "/sticky", "sticky splits");
    }

    void checkTier(const std::string& pointer, const Json& tier) {
        const std::string provider = stringAt(tier, "provider");
        if (std::find(std::begin(kFutureProviders), std::end(kFutureProviders), provider) != std::end(kFutureProviders))
            refuse(pointer + "/provider", "the provider '" + provider + "'",
                   "use builtin, openai, or another name with the base_url of a server that speaks OpenAI chat "
                   "completions");
        if (provider != "builtin")
            return;
        for (const char* setting : {"base_url", "api_key_env"})
            if (memberAt(tier, setting))
                refuse(pointer + "/" + setting, "a server or key for the built-in model, which has neither");
    }

    void checkPolicy(const std::string& pointer, const Json& rule) {
        const std::string stage = stringAt(rule, "stage");
        if (stage == "tool")
            refuse(pointer + "/stage", "policy on tool results");
        else if (stage != "input" && stringAt(rule, "action") == "route")
            refuse(pointer + "/action", "routing by what the " + stage + " holds",
                   "use block, redact or flag here, or route by the input");
    }

    std::vector<Finding> m_findings;
};

}  // namespace

std::vector<Finding> unsupportedSettings(const Json& document) {
    return Refusal().run(document);
}

std::vector<Finding> checkDocument(const Json& document) {
    workflow::WorkflowParse parsed = workflow::parseWorkflow(document);
    std::vector<Finding> findings = std::move(parsed.findings);
    const auto add = [&findings](std::vector<Finding> more) {
        std::move(more.begin(), more.end(), std::back_inserter(findings));
    };
    if (parsed.value)
        add(policy::checkDetectors(parsed.value->policy));
    add(unsupportedSettings(document));
    return findings;
}

}  // namespace touchstone::engine
