// SPDX-License-Identifier: Apache-2.0

#include "engine/prepared.h"

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
    {"/cache/mode", isNotOff, "caching of answers"},
};

}  // namespace

std::vector<Finding> unsupportedSettings(const Json& document) {
    std::vector<Finding> findings;
    const auto refuse = [&findings](std::string pointer, std::string_view what) {
        findings.push_back({Severity::Error,
                            "not-supported-yet",
                            std::move(pointer),
                            {},
                            "not supported yet: " + std::string(what),
                            "remove this setting to run the version"});
    };
    for (const Refused& entry : kRefused)
        if (const Json* value = resolvePointer(document, entry.pointer); value && entry.asks(*value))
            refuse(std::string(entry.pointer), entry.what);
    if (const Json* rules = resolvePointer(document, "/routing/rules"); rules && rules->is_array())
        for (std::size_t i = 0; i < rules->size(); ++i) {
            const std::string pointer = "/routing/rules/" + std::to_string(i);
            if (const Json* use = memberAt((*rules)[i], "use"); use && use->is_object())
                refuse(pointer + "/use", "splitting traffic between tiers");
            if (memberAt((*rules)[i], "sticky"))
                refuse(pointer + "/sticky", "sticky splits");
        }
    if (const Json* policy = memberAt(document, "policy"); policy && policy->is_array())
        for (std::size_t i = 0; i < policy->size(); ++i)
            if (stringAt((*policy)[i], "stage") == "tool")
                refuse("/policy/" + std::to_string(i) + "/stage", "policy on tool results");
    return findings;
}

}  // namespace touchstone::engine
