// SPDX-License-Identifier: Apache-2.0
//
// What a policy rule said about a text.

#pragma once

#include "workflow/document.h"

#include <cstddef>
#include <string>
#include <vector>

namespace touchstone::policy {

// A place in the text before redaction, in bytes.
struct Hit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string kind;  // "email", "term", "regex", …
    auto operator<=>(const Hit&) const = default;
};

struct Verdict {
    std::string ruleId;
    workflow::PolicyStage stage = workflow::PolicyStage::Input;
    workflow::PolicyAction action = workflow::PolicyAction::Flag;
    // JSON pointer into the screened input, "key " and the pointer of a key, "input" for all of it, "source 3", or
    // "output". A key in which a rule found something that stays is not spelled out: "key /who/[key 3]", the third of
    // its object.
    std::string where;
    std::vector<Hit> hits;
    std::string message;       // for people
    std::string routeTo = {};  // tier, for PolicyAction::Route
};

}  // namespace touchstone::policy
