// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing_edits.h"

#include "json_members.h"

#include <algorithm>

namespace touchstone::ui {
namespace {

constexpr std::size_t kLongestName = 32;

Json* listOf(Json& routing, const std::string& list) {
    if (!routing.is_object() || !routing.contains(list) || !routing[list].is_array())
        return nullptr;
    return &routing[list];
}

Json* tiersOf(Json& routing) {
    if (!routing.is_object() || !routing.contains("tiers") || !routing["tiers"].is_object())
        return nullptr;
    return &routing["tiers"];
}

void replaceText(Json& value, const std::string& from, const std::string& to) {
    if (value == from)
        value = to;
}

void renameInRule(Json& rule, const std::string& from, const std::string& to) {
    if (!rule.is_object() || !rule.contains("use"))
        return;
    Json& use = rule["use"];
    replaceText(use, from, to);
    if (use.is_object() && use.contains(from) && !use.contains(to))
        renameMember(use, from, to);
}

}  // namespace

std::vector<std::string> tierNames(const Json& routing) {
    std::vector<std::string> names;
    if (const Json* tiers = memberAt(routing, "tiers"); tiers && tiers->is_object())
        for (const auto& tier : tiers->items())
            names.push_back(tier.key());
    return names;
}

std::string freeTierName(const Json& routing, const std::string& wanted) {
    const std::vector<std::string> taken = tierNames(routing);
    std::string name = wanted;
    for (int i = 2; std::ranges::find(taken, name) != taken.end(); ++i)
        name = wanted + "-" + std::to_string(i);
    return name;
}

bool isTierName(std::string_view name) {
    const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !name.empty() && name.size() <= kLongestName && isLetter(name.front()) &&
           std::ranges::all_of(name,
                               [&](char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-'; });
}

void renameTier(Json& routing, const std::string& from, const std::string& to) {
    Json* tiers = tiersOf(routing);
    if (!tiers || !tiers->contains(from) || tiers->contains(to))
        return;
    renameMember(*tiers, from, to);
    if (Json* rules = listOf(routing, "rules"))
        for (Json& rule : *rules)
            renameInRule(rule, from, to);
    if (Json* steps = listOf(routing, "cascade"))
        for (Json& step : *steps)
            if (step.is_object() && step.contains("tier"))
                replaceText(step["tier"], from, to);
    if (Json* fallback = listOf(routing, "fallback"))
        for (Json& tier : *fallback)
            replaceText(tier, from, to);
}

bool renameMentions(std::string_view part, Json& value, const std::string& from, const std::string& to) {
    bool found = false;
    const auto rename = [&](Json& object, const char* key, const std::string& before, const std::string& after) {
        if (object.is_object() && object.contains(key) && object[key] == before) {
            object[key] = after;
            found = true;
        }
    };
    if (part == "policy" && value.is_array())
        for (Json& rule : value)
            rename(rule, "to", from, to);
    if (part == "budget")
        rename(value, "when_near", "route:" + from, "route:" + to);
    return found;
}

void insertInto(Json& routing, const std::string& list, std::size_t at, Json item) {
    if (!routing.is_object())
        return;
    if (!routing.contains(list))
        routing[list] = Json::array();
    if (Json* items = listOf(routing, list))
        items->insert(items->begin() + static_cast<std::ptrdiff_t>(std::min(at, items->size())), std::move(item));
}

void removeFrom(Json& routing, const std::string& list, std::size_t at) {
    Json* items = listOf(routing, list);
    if (!items || at >= items->size())
        return;
    items->erase(at);
    if (list == "cascade" && items->empty())  // which has a first step, or is not there
        routing.erase(list);
}

void moveIn(Json& routing, const std::string& list, std::size_t from, std::size_t to) {
    Json* items = listOf(routing, list);
    if (!items || from >= items->size() || to >= items->size())
        return;
    Json item = std::move((*items)[from]);
    items->erase(from);
    items->insert(items->begin() + static_cast<std::ptrdiff_t>(to), std::move(item));
}

void moveTier(Json& routing, std::size_t from, std::size_t to) {
    if (Json* tiers = tiersOf(routing); tiers && from < tiers->size() && to < tiers->size())
        moveMember(*tiers, from, to);
}

std::size_t sizeOf(const Json& routing, const std::string& list) {
    const Json* items = memberAt(routing, list);
    return items && items->is_array() ? items->size() : 0;
}

}  // namespace touchstone::ui
