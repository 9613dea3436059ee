// SPDX-License-Identifier: Apache-2.0
//
// A policy rule made ready to look at texts.
//
// Immutable; safe from any thread.

#pragma once

#include "base/json.h"
#include "policy/detectors.h"
#include "policy/verdict.h"
#include "text/expression.h"

#include <optional>
#include <string>
#include <vector>

namespace touchstone::policy {

// What a rule looks for: places in the text, or an expression over it.
struct CompiledRule {
    workflow::PolicyRule rule;
    std::vector<Detector> detectors;
    std::optional<text::Expression> condition;
    bool overWholeInput = false;  // a condition on the input's fields, which holds or not once for all its texts
};

// What the rule looks for in texts, without its condition.
[[nodiscard]] Result<std::vector<Detector>> compileDetectors(const workflow::PolicyRule& rule);

// Errors name the rule.
[[nodiscard]] Result<CompiledRule> compileRule(const workflow::PolicyRule& rule);

// What one rule says about `text`, which it redacts when that is its action; empty when it does not apply. A rule that
// cannot be checked blocks. `variables` are what conditions read; `text` is set among them. The verdict has no place
// yet, see nameThePlace().
[[nodiscard]] std::optional<Verdict> applyRule(const CompiledRule& rule, std::string& text, Json& variables);

// Says where the text stood, in `where` and in a message that the rule does not give.
void nameThePlace(Verdict& verdict, const std::string& where);

}  // namespace touchstone::policy
