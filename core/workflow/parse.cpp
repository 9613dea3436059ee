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

bool isAboutAlternatives(const schema::Problem& problem) {
    return problem.keywordPointer.ends_with("/oneOf") || problem.keywordPointer.ends_with("/anyOf");
}

// Whether `problem` only tells why the alternative of `of` that comes nearest does not fit.
bool explains(const schema::Problem& problem, const schema::Problem& of) {
    return problem.instancePointer.starts_with(of.instancePointer) &&
           (problem.keywordPointer.starts_with(of.keywordPointer + "/") ||
            problem.keywordPointer.starts_with("/$defs/"));
}

// What the schema says about the place whose keyword was not satisfied.
std::string descriptionAround(std::string_view keywordPointer) {
    const Json* place = resolvePointer(documentSchema(), keywordPointer.substr(0, keywordPointer.rfind('/')));
    return place ? stringAt(*place, "description") : std::string();
}

// One finding a problem; alternatives of which none fits are one problem with one reason.
std::vector<Finding> schemaFindings(const Json& document) {
    std::vector<Finding> findings;
    const schema::Validation validation = compiledSchema().validate(document);
    const auto& problems = validation.problems;
    for (std::size_t i = 0; i < problems.size(); ++i) {
        const schema::Problem& problem = problems[i];
        Finding finding{Severity::Error, "schema", problem.instancePointer, {}, problem.message};
        if (isAboutAlternatives(problem)) {
            finding.suggestion = descriptionAround(problem.keywordPointer);
            if (i + 1 < problems.size() && explains(problems[i + 1], problem))
                finding.text += ": " + problems[i + 1].message;
            while (i + 1 < problems.size() && explains(problems[i + 1], problem))
                ++i;
        }
        findings.push_back(std::move(finding));
    }
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
