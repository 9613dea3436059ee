// SPDX-License-Identifier: Apache-2.0

#include "text/expression.h"

#include "execution.h"
#include "jinja/ops.h"
#include "jinja/parser.h"
#include "jinja/printing.h"
#include "jinja/reading.h"

namespace touchstone::text {

Expression::Expression(std::shared_ptr<const jinja::Program> program) : m_program(std::move(program)) {}

ExpressionParse Expression::parse(std::string_view source, const TemplateOptions& options) {
    jinja::Parsed parsed = jinja::parseExpression(source, options);
    ExpressionParse result;
    result.findings = std::move(parsed.findings);
    if (parsed.program)
        result.value = Expression(std::move(parsed.program));
    return result;
}

Result<Json> Expression::evaluate(const Json& variables, const RenderLimits& limits) const {
    return execute<Json>(*m_program, variables, limits, [this](jinja::Run& run, jinja::Evaluator& evaluator) {
        return jinja::toJson(run, evaluator.eval(*m_program->expression));
    });
}

Result<bool> Expression::test(const Json& variables, const RenderLimits& limits) const {
    return execute<bool>(*m_program, variables, limits, [this](jinja::Run& run, jinja::Evaluator& evaluator) {
        return jinja::truth(run, evaluator.eval(*m_program->expression));
    });
}

std::vector<VariableUse> Expression::variables() const {
    return jinja::variableUses(*m_program);
}

}  // namespace touchstone::text
