// SPDX-License-Identifier: Apache-2.0
//
// One expression of the template language on its own: routing rules, cascade acceptance, policy conditions, scorers.
// `tokens.prompt > 8000 or customer.plan == 'enterprise'`
//
// An Expression is immutable and cheap to copy; every const member may be called from any thread.

#pragma once

#include "text/template.h"

namespace touchstone::text {

struct ExpressionParse;

class Expression {
public:
    // Only `undefined`, `sourceBytes` and `depth` of the options matter.
    [[nodiscard]] static ExpressionParse parse(std::string_view source, const TemplateOptions& options = {});

    // The value as JSON. Fails as Template::render does, and for what JSON cannot hold (macros, infinity).
    // An undefined result is null where the options are lenient.
    [[nodiscard]] Result<Json> evaluate(const Json& variables, const RenderLimits& limits = {}) const;
    // Whether the value counts as true: empty text, lists and mappings, 0 and none do not.
    [[nodiscard]] Result<bool> test(const Json& variables, const RenderLimits& limits = {}) const;

    [[nodiscard]] std::vector<VariableUse> variables() const;

private:
    explicit Expression(std::shared_ptr<const jinja::Program> program);

    std::shared_ptr<const jinja::Program> m_program;
};

struct ExpressionParse {
    std::optional<Expression> value;
    std::vector<Finding> findings;
};

}  // namespace touchstone::text
