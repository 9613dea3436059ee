// SPDX-License-Identifier: Apache-2.0

#include "workflow/document.h"

namespace touchstone::workflow {

const Tier* RoutingPart::tier(std::string_view name) const {
    for (const auto& [tierName, tier] : tiers)
        if (tierName == name)
            return &tier;
    return nullptr;
}

std::string_view toString(PolicyStage stage) {
    switch (stage) {
        case PolicyStage::Input:
            return "input";
        case PolicyStage::Context:
            return "context";
        case PolicyStage::Tool:
            return "tool";
        case PolicyStage::Output:
            return "output";
    }
    return "input";
}

std::string_view toString(PolicyAction action) {
    switch (action) {
        case PolicyAction::Block:
            return "block";
        case PolicyAction::Redact:
            return "redact";
        case PolicyAction::Flag:
            return "flag";
        case PolicyAction::Route:
            return "route";
    }
    return "flag";
}

}  // namespace touchstone::workflow
