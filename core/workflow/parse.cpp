// SPDX-License-Identifier: Apache-2.0

#include "workflow/parse.h"

#include "checks.h"
#include "read.h"
#include "schema/schema.h"
#include "workflow_schema.h"  // generated from resources/schemas

namespace touchstone::workflow {
namespace {

const schema::Schema& compiledSchema() {
    static const schema::Schema schema = schema::Schema::compile(documentSchema()).value();
    return schema;
}

std::vector<Finding> schemaFindings(const Json& document) {
    std::vector<Finding> findings;
    const schema::Validation validation = compiledSchema().validate(document);
    for (const schema::Problem& problem : validation.problems)
        findings.push_back({Severity::Error, "schema", problem.instancePointer, {}, problem.message});
    if (validation.stopped)
        findings.push_back({Severity::Error, "schema", "", {}, validation.stopped->message});
    return findings;
}

}  // namespace

const Json& documentSchema() {
    static const Json schema = parseJson(kWorkflowSchemaText).value();
    return schema;
}

WorkflowParse parseWorkflow(const Json& document) {
    WorkflowParse parse;
    parse.findings = schemaFindings(document);
    if (!parse.findings.empty())
        return parse;
    Workflow workflow = readWorkflow(document);
    parse.findings = checkWorkflow(workflow);
    std::stable_sort(parse.findings.begin(), parse.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
    if (!hasErrors(parse.findings))
        parse.value = std::move(workflow);
    return parse;
}

WorkflowParse parseWorkflowText(std::string_view json) {
    const auto document = parseJson(json);
    if (document.ok())
        return parseWorkflow(document.value());
    return {std::nullopt, {{Severity::Error, "json", "", {}, document.error().message}}};
}

Json starterDocument(std::string_view name) {
    return {{"format", kFormat},
            {"name", name},
            {"feature", name},
            {"description", ""},
            {"inputs",
             {{"type", "object"},
              {"properties", {{"text", {{"type", "string"}, {"title", "Text"}, {"description", "What to answer."}}}}},
              {"required", {"text"}}}},
            {"instructions", {{"text", "Answer briefly.\n"}}},
            {"prompt", {{"messages", {{{"role", "user"}, {"content", "{{ text }}"}}}}}},
            {"routing",
             {{"tiers",
               {{"small", {{"provider", "builtin"}, {"model", "builtin/small"}}},
                {"large", {{"provider", "builtin"}, {"model", "builtin/large"}}}}},
              {"rules", {{{"use", "large"}}}},
              {"fallback", {"small"}}}}};
}

}  // namespace touchstone::workflow
