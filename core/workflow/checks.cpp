// SPDX-License-Identifier: Apache-2.0

#include "checks.h"

#include "optional_inputs.h"
#include "schema/schema.h"
#include "text/expression.h"

#include <algorithm>
#include <optional>

namespace touchstone::workflow {
namespace {

constexpr std::size_t kListedExampleProblems = 10;

using Names = std::vector<std::string_view>;

// Variables of the caller that a template may read; `open` when the input schema does not list its properties.
// `failure` is what a run does when one is read that is not there.
struct KnownVariables {
    Names names;
    bool open = false;
    bool withInput = false;  // `input.plan` is the same as `plan`
    std::string_view failure = "the run fails";
};

KnownVariables inputVariables(const Workflow& workflow, std::initializer_list<std::string_view> more) {
    KnownVariables known{{more.begin(), more.end()}, true};
    if (const Json* properties = memberAt(workflow.inputs, "properties")) {
        known.open = false;
        for (const auto& property : properties->items())
            known.names.emplace_back(property.key());
    }
    return known;
}

class Checker {
public:
    explicit Checker(const Workflow& workflow) : m_workflow(workflow) {}

    std::vector<Finding> run() && {
        checkSchemas();
        checkTemplates();
        checkOutput();
        checkRouting();
        checkPolicy();
        checkNumbers();
        checkExamples();
        std::vector<Finding> first = checkFields(m_workflow, m_reading, !hasErrors(m_findings));
        m_findings.insert(m_findings.begin(), first.begin(), first.end());  // what explains the others comes first
        return std::move(m_findings);
    }

private:
    void add(Severity severity, std::string code, std::string pointer, std::string text, std::string suggestion = {}) {
        m_findings.push_back(
            {severity, std::move(code), std::move(pointer), {}, std::move(text), std::move(suggestion)});
    }

    void addAt(const std::string& pointer, std::vector<Finding> findings) {
        for (Finding& finding : findings) {
            finding.pointer = pointer;
            m_findings.push_back(std::move(finding));
        }
    }

    void checkVariables(const std::string& pointer, const std::vector<text::VariableUse>& uses,
                        const KnownVariables& known) {
        for (const text::VariableUse& use : uses)
            noteReading(use, known);
        if (known.open)
            return;
        for (const text::VariableUse& use : uses) {
            if (use.guarded())
                continue;
            if (std::find(known.names.begin(), known.names.end(), use.name) != known.names.end())
                checkPresence(pointer, use, known);
            else if (use.certain == 0)
                refuseUnknown(pointer, use, known);
        }
    }

    void noteReading(const text::VariableUse& use, const KnownVariables& known) {
        m_reading.names.insert(use.name);
        if (!known.withInput || use.name != "input")
            return;
        const std::size_t begin = use.path.find('.');
        m_reading.all = m_reading.all || begin == std::string::npos;
        if (begin != std::string::npos)
            m_reading.names.insert(use.path.substr(begin + 1, use.path.find('.', begin + 1) - begin - 1));
    }

    void refuseUnknown(const std::string& pointer, const text::VariableUse& use, const KnownVariables& known) {
        const std::string nearest = nearestName(use.name, known.names);
        if (nearest.empty())
            m_reading.unknown.insert(use.name);
        m_findings.push_back(
            {Severity::Error, "unknown-variable", pointer, use.position, "'" + use.name + "' is not an input",
             nearest.empty() ? "add it to the inputs, or give it a default" : "did you mean '" + nearest + "'?"});
    }

    // Warns of a read that fails for an input without something that an input may lack.
    void checkPresence(const std::string& pointer, const text::VariableUse& use, const KnownVariables& known) {
        constexpr std::string_view kInput = "input.";
        const bool throughInput = known.withInput && use.path.starts_with(kInput);
        const std::size_t skipped = throughInput ? 1 : 0;
        const auto absent =
            absentPart(m_workflow.inputs, std::string_view(use.path).substr(throughInput ? kInput.size() : 0),
                       use.certain - std::min(use.certain, skipped), use.needed - skipped);
        if (!absent)
            return;
        const std::string read = std::string(throughInput ? kInput : "") + *absent;
        m_findings.push_back({Severity::Warning, "optional-input", pointer, use.position,
                              "'" + read + "' is optional: for an input without it, " + std::string(known.failure),
                              "ask '" + read + " is defined' first, write '" + read +
                                  " | default(...)', or make it required in the inputs"});
    }

    void checkTemplate(const std::string& pointer, std::string_view source, const KnownVariables& known) {
        text::TemplateParse parsed = text::Template::parse(source);
        addAt(pointer, std::move(parsed.findings));
        if (parsed.value)
            checkVariables(pointer, parsed.value->variables(), known);
        else
            m_reading.all = true;
    }

    void checkExpression(const std::string& pointer, std::string_view source, const KnownVariables& known) {
        text::ExpressionParse parsed = text::Expression::parse(source);
        addAt(pointer, std::move(parsed.findings));
        if (parsed.value)
            checkVariables(pointer, parsed.value->variables(), known);
        else
            m_reading.all = true;
    }

    void checkTemplates() {
        KnownVariables known = inputVariables(m_workflow, {"examples"});
        if (m_workflow.retrieval) {
            checkTemplate("/retrieval/query", m_workflow.retrieval->query, inputVariables(m_workflow, {}));
            known.names.emplace_back("sources");
        }
        checkTemplate("/instructions/text", m_workflow.instructions, known);
        const auto& messages = m_workflow.prompt.messages;
        for (std::size_t i = 0; i < messages.size(); ++i)
            checkTemplate("/prompt/messages/" + std::to_string(i) + "/content", messages[i].content, known);
        if (messages.back().role != Role::User)
            add(Severity::Error, "last-message", "/prompt/messages/" + std::to_string(messages.size() - 1) + "/role",
                "the last message must be the user's: it is what the model answers",
                "give the last message the role \"user\"");
    }

    void checkOutput() {
        if (m_workflow.output.mode == "text" && !m_workflow.output.schema.is_null())
            add(Severity::Error, "schema-of-text", "/output/schema", "answers in text have no schema",
                "set output.mode to json, or remove the schema");
    }

    void checkTier(const std::string& pointer, std::string_view name) {
        if (m_workflow.routing.tier(name))
            return;
        Names names;
        for (const auto& tier : m_workflow.routing.tiers)
            names.emplace_back(tier.first);
        const std::string nearest = nearestName(name, names);
        add(Severity::Error, "unknown-tier", pointer, "there is no tier '" + std::string(name) + "' in /routing/tiers",
            nearest.empty() ? "add the tier, or name one that exists" : "did you mean '" + nearest + "'?");
    }

    void checkRouting() {
        const RoutingPart& routing = m_workflow.routing;
        KnownVariables known = inputVariables(m_workflow, {"tokens", "input"});
        known.withInput = true;
        known.failure = "this rule cannot be decided and the run fails";
        for (std::size_t i = 0; i < routing.rules.size(); ++i)
            checkRule("/routing/rules/" + std::to_string(i), routing.rules[i], known);
        for (std::size_t i = 0; i < routing.cascade.size(); ++i)
            checkStep("/routing/cascade/" + std::to_string(i), routing.cascade[i]);
        for (std::size_t i = 0; i < routing.fallback.size(); ++i)
            checkTier("/routing/fallback/" + std::to_string(i), routing.fallback[i]);
    }

    void checkStep(const std::string& pointer, const CascadeStep& step) {
        checkTier(pointer + "/tier", step.tier);
        if (!step.accept.empty())  // reads what scorers said of the answer, whose names are theirs
            checkExpression(pointer + "/accept", step.accept, {{}, true});
    }

    void checkRule(const std::string& pointer, const RoutingRule& rule, const KnownVariables& known) {
        if (!rule.when.empty())
            checkExpression(pointer + "/when", rule.when, known);
        if (!rule.sticky.empty())
            checkExpression(pointer + "/sticky", rule.sticky, known);
        if (rule.shares.empty())
            checkTier(pointer + "/use", rule.use);
        for (const auto& share : rule.shares)
            checkTier(childPointer(pointer + "/use", share.first), share.first);
    }

    void checkPolicy() {
        std::vector<std::string> seen;
        for (std::size_t i = 0; i < m_workflow.policy.size(); ++i) {
            const PolicyRule& rule = m_workflow.policy[i];
            const std::string pointer = "/policy/" + std::to_string(i);
            if (std::find(seen.begin(), seen.end(), rule.id) != seen.end())
                add(Severity::Error, "duplicate-id", pointer + "/id", "the rule id '" + rule.id + "' is used twice",
                    "give each rule an id of its own");
            seen.push_back(rule.id);
            if (rule.action == PolicyAction::Route)
                checkTier(pointer + "/to", rule.routeTo);
            if (!rule.when.empty())
                checkCondition(pointer + "/detect/when", rule);
            if (rule.action == PolicyAction::Redact && !rule.when.empty())
                add(Severity::Error, "nothing-to-redact", pointer + "/action",
                    "an expression finds no place in the text that could be redacted", "use block, flag or route");
        }
    }

    void checkCondition(const std::string& pointer, const PolicyRule& rule) {
        KnownVariables known = inputVariables(m_workflow, {"text", "input"});
        known.withInput = true;
        known.failure = "this rule cannot be decided and denies";
        checkExpression(pointer, rule.when, known);
    }

    void checkNumbers() {
        if (m_workflow.chunking.overlap >= m_workflow.chunking.size)
            add(Severity::Error, "overlap", "/chunking/overlap", "the overlap must be smaller than the chunk size",
                "a tenth of the size is usual");
        if (m_workflow.budget.whenNear.starts_with("route:"))
            checkTier("/budget/when_near", std::string_view(m_workflow.budget.whenNear).substr(6));
    }

    void checkSchemas() {
        m_inputSchema = compile("/inputs", m_workflow.inputs);
        if (!m_workflow.output.schema.is_null())
            m_outputSchema = compile("/output/schema", m_workflow.output.schema);
        for (std::size_t i = 0; i < m_workflow.tools.size(); ++i)
            compile("/tools/" + std::to_string(i) + "/schema", m_workflow.tools[i].schema);
    }

    std::optional<schema::Schema> compile(const std::string& pointer, const Json& json) {
        auto compiled = schema::Schema::compile(json);
        if (compiled.ok())
            return std::move(compiled).value();
        add(Severity::Error, "bad-schema", pointer + compiled.error().detail, compiled.error().message);
        return std::nullopt;
    }

    void checkExamples() {
        const bool structured = m_workflow.output.mode != "text" && m_outputSchema;
        std::size_t listed = 0;
        for (std::size_t i = 0; i < m_workflow.prompt.examples.size() && listed < kListedExampleProblems; ++i) {
            const Example& example = m_workflow.prompt.examples[i];
            const std::string pointer = "/prompt/examples/" + std::to_string(i);
            const std::string name = "example " + std::to_string(i + 1);  // as people count
            if (m_inputSchema)
                listed += checkAgainst(*m_inputSchema, example.input, pointer + "/input", name, "the input schema");
            if (structured)
                listed += checkAgainst(*m_outputSchema, example.output, pointer + "/output", name, "the output schema");
        }
    }

    // The number of findings added: 0 or 1.
    std::size_t checkAgainst(const schema::Schema& schema, const Json& value, const std::string& pointer,
                             const std::string& name, const std::string& what) {
        if (schema.isValid(value))
            return 0;
        const schema::Validation validation = schema.validate(value);
        if (validation.problems.empty()) {
            add(Severity::Error, "example", pointer, name + " could not be checked against " + what);
            return 1;
        }
        const schema::Problem& problem = validation.problems.front();
        const std::string& place = problem.instancePointer;
        add(Severity::Error, "example", pointer + place,
            name + " does not fit " + what + (place.empty() ? "" : " at '" + place.substr(1) + "'") + ": " +
                problem.message);
        return 1;
    }

    const Workflow& m_workflow;
    std::optional<schema::Schema> m_inputSchema;
    std::optional<schema::Schema> m_outputSchema;
    InputReading m_reading;
    std::vector<Finding> m_findings;
};

}  // namespace

std::vector<Finding> checkWorkflow(const Workflow& workflow) {
    std::vector<Finding> findings = Checker(workflow).run();
    for (auto* more : {checkNames, checkTiers})
        for (Finding& finding : more(workflow))
            findings.push_back(std::move(finding));
    return findings;
}

}  // namespace touchstone::workflow
