// SPDX-License-Identifier: GPL-3.0-or-later
//
// The settings of the nodes of a routing part. Ranges and defaults come from the document's own schema; only the words
// are here.
//
// GUI thread only.

#pragma once

#include "form_field.h"

#include <functional>
#include <vector>

namespace touchstone::ui {

// Condition and stickiness of a rule; where it leads is no plain setting.
[[nodiscard]] std::vector<FieldSpec> routingRuleFields();
// Of a tier, without its price.
[[nodiscard]] std::vector<FieldSpec> routingTierFields();
[[nodiscard]] std::vector<FieldSpec> routingPriceFields();
[[nodiscard]] std::vector<FieldSpec> routingStepFields(const std::function<QStringList()>& tiers);
// Of the part itself: time limit and hedging.
[[nodiscard]] std::vector<FieldSpec> routingLimitFields();
[[nodiscard]] std::vector<FieldSpec> routingRetryFields();
[[nodiscard]] std::vector<FieldSpec> routingBreakerFields();
// The share of one tier in a split.
[[nodiscard]] FieldSpec routingShareField(const std::string& tier);

}  // namespace touchstone::ui
