// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the diagram of a routing part shows: its nodes in words, and which rule leads to which tier.
//
// Pure functions; safe from any thread.

#pragma once

#include "base/finding.h"
#include "base/json.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace touchstone::ui {

enum class RoutingKind { Rule, Tier, Fallback, Step, Attempts };

// A node by its place: rules, tiers, fallbacks and steps count from 0; there is one node for attempts.
struct RoutingPlace {
    RoutingKind kind = RoutingKind::Rule;
    std::size_t index = 0;
    auto operator<=>(const RoutingPlace&) const = default;
};

struct RoutingShare {
    std::string tier;
    double share = 1;      // of 1
    bool missing = false;  // there is no such tier
};

struct RoutingNodeText {
    RoutingPlace place;
    QString title = {};
    QString detail = {};
    QString note = {};
    bool code = false;                      // the title is an expression
    std::vector<RoutingShare> shares = {};  // of a rule: where it leads; more than one for a split
    bool refused = false;                   // Touchstone does not carry out something of it yet
    std::optional<Severity> severity = {};  // the worst finding
    QString spoken = {};                    // all of it, for a screen reader
};

struct RoutingPicture {
    std::vector<RoutingNodeText> rules, tiers, fallback, steps;
    RoutingNodeText attempts;
    QString otherwise;  // what happens when no rule applies; empty when one always does
};

// `findings` are those of the part, with pointers from "/routing".
[[nodiscard]] RoutingPicture routingPicture(const Json& routing, const std::vector<Finding>& findings);

// JSON pointer of a node; of `retry` for attempts.
[[nodiscard]] std::string routingPointer(const Json& routing, RoutingPlace place);
// The node a pointer leads to or into.
[[nodiscard]] std::optional<RoutingPlace> routingPlaceOf(const Json& routing, const std::string& pointer);

}  // namespace touchstone::ui
