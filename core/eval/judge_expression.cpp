// SPDX-License-Identifier: Apache-2.0

#include "judge.h"
#include "judged_values.h"
#include "text/expression.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace touchstone::eval {
namespace {

// JSON where that is known or the text is an object or a list; otherwise the text itself, so that the answer "42" is
// still a text.
Json outputValue(const ScorerInput& input) {
    if (input.json)
        return *input.json;
    const std::string_view text = trimmed(input.text);
    if (text.starts_with('{') || text.starts_with('['))
        if (auto parsed = parseJson(text); parsed.ok())
            return std::move(parsed).value();
    return std::string(input.text);
}

Judgement judgementOf(const Json& value) {
    if (value.is_boolean())
        return {value.get<bool>() ? 1.0 : 0.0, value.get<bool>() ? "true" : "false"};
    if (!value.is_number())
        return {std::nullopt, fmt::format("the expression gave {}; write one that gives true, false or 0..1",
                                          value.is_null() ? "nothing" : value.type_name())};
    const double number = value.get<double>();
    if (!std::isfinite(number) || number < 0 || number > 1)
        return {std::nullopt, fmt::format("the expression gave {}; a score lies between 0 and 1", toText(value))};
    return {number, "gave " + toText(value)};
}

class ExpressionJudge final : public Judge {
public:
    explicit ExpressionJudge(text::Expression expression) : m_expression(std::move(expression)) {}

    [[nodiscard]] Result<Judgement> judge(const ScorerInput& input) const override {
        const Json variables = {{"input", input.testCase.input},
                                {"expected", input.testCase.expected.value_or(Json())},
                                {"output", outputValue(input)},
                                {"trace", input.trace}};
        const Result<Json> value = m_expression.evaluate(variables);
        if (!value.ok())
            return Judgement{std::nullopt, value.error().message};
        return judgementOf(value.value());
    }

private:
    text::Expression m_expression;
};

Result<void> checkVariables(const ScorerSpec& spec, const text::Expression& expression) {
    constexpr std::array<std::string_view, 4> kVariables = {"input", "expected", "output", "trace"};
    for (const text::VariableUse& use : expression.variables()) {
        if (std::find(kVariables.begin(), kVariables.end(), use.name) != kVariables.end())
            continue;
        const std::string near = nearestName(use.name, kVariables);
        return spec.error(fmt::format(
            "\"expression\" reads \"{}\"; {}", use.name.substr(0, 80),
            near.empty() ? "there are input, expected, output and trace" : fmt::format("did you mean \"{}\"?", near)));
    }
    return {};
}

}  // namespace

JudgeResult makeExpressionJudge(const ScorerSpec& spec) {
    TOUCHSTONE_TRY_VOID(spec.allowKeys({"expression"}));
    TOUCHSTONE_TRY(const std::string source, spec.requiredText("expression"));
    const auto parsed = text::Expression::parse(source, {.undefined = text::Undefined::Chainable});
    for (const Finding& finding : parsed.findings)
        if (finding.severity == Severity::Error)
            return spec.error("\"expression\": " + toLine(finding));
    TOUCHSTONE_CHECK(parsed.value.has_value(), "an expression without errors has a value");
    TOUCHSTONE_TRY_VOID(checkVariables(spec, *parsed.value));
    return std::shared_ptr<const Judge>(std::make_shared<ExpressionJudge>(*parsed.value));
}

}  // namespace touchstone::eval
