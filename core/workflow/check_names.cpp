// SPDX-License-Identifier: Apache-2.0

#include "checks.h"

#include <algorithm>

namespace touchstone::workflow {
namespace {

// A name that means something else than the input's field of that name, where it is read so.
struct TakenName {
    std::string_view name;
    std::string_view meaning;
    bool (*taken)(const Workflow& workflow);
};

bool hasConditions(const Workflow& workflow) {
    return std::ranges::any_of(workflow.routing.rules, [](const RoutingRule& rule) { return !rule.when.empty(); });
}
bool policyHasConditions(const Workflow& workflow) {
    return std::ranges::any_of(workflow.policy, [](const PolicyRule& rule) { return !rule.when.empty(); });
}
bool hasEitherConditions(const Workflow& workflow) {
    return hasConditions(workflow) || policyHasConditions(workflow);
}
bool retrieves(const Workflow& workflow) {
    return workflow.retrieval.has_value();
}
bool hasExamples(const Workflow& workflow) {
    return !workflow.prompt.examples.empty();
}

constexpr TakenName kTaken[] = {
    {"input", "in rules it is the whole input", hasEitherConditions},
    {"tokens", "in routing rules it counts the prompt's tokens", hasConditions},
    {"text", "in policy conditions it is the text that is looked at", policyHasConditions},
    {"sources", "in templates it lists what retrieval found", retrieves},
    {"examples", "in templates it lists the few-shot examples", hasExamples},
};

void checkInputs(const Workflow& workflow, std::vector<Finding>& findings) {
    const Json* properties = memberAt(workflow.inputs, "properties");
    if (!properties)
        return;
    for (const TakenName& entry : kTaken)
        if (memberAt(*properties, entry.name) && entry.taken(workflow))
            findings.push_back(
                {Severity::Warning,
                 "hidden-input",
                 childPointer("/inputs/properties", entry.name),
                 {},
                 "the input '" + std::string(entry.name) + "' cannot be read everywhere: " + std::string(entry.meaning),
                 "give the input another name"});
}

void checkTools(const Workflow& workflow, std::vector<Finding>& findings) {
    std::vector<std::string_view> seen;
    for (std::size_t i = 0; i < workflow.tools.size(); ++i) {
        const std::string& name = workflow.tools[i].name;
        if (std::find(seen.begin(), seen.end(), name) != seen.end())
            findings.push_back({Severity::Error,
                                "duplicate-name",
                                "/tools/" + std::to_string(i) + "/name",
                                {},
                                "the tool name '" + name + "' is used twice",
                                "give each tool a name of its own"});
        seen.push_back(name);
    }
}

}  // namespace

std::vector<Finding> checkNames(const Workflow& workflow) {
    std::vector<Finding> findings;
    checkInputs(workflow, findings);
    checkTools(workflow, findings);
    return findings;
}

}  // namespace touchstone::workflow
