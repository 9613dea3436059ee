// SPDX-License-Identifier: Apache-2.0

#include "schema/schema.h"

#include "compiler.h"
#include "evaluator.h"

#include <algorithm>

namespace touchstone::schema {
namespace {

Error toError(const Finding& finding) {
    const ErrorCode code = finding.code == "unsupported-draft" ? ErrorCode::Unsupported : ErrorCode::InvalidArgument;
    const std::string place = finding.pointer.empty() ? "its root" : finding.pointer;
    return {code,
            "the schema is not usable at " + place + ": " + finding.text +
                (finding.suggestion.empty() ? "" : " (" + finding.suggestion + ")"),
            finding.pointer};
}

}  // namespace

Schema::Schema(std::shared_ptr<const Program> program) : m_program(std::move(program)) {}

Result<Schema> Schema::compile(const Json& schema, const CompileOptions& options) {
    Compiler compiler(options);
    Program program = compiler.compile(schema);
    if (!compiler.findings().empty())
        return toError(compiler.findings().front());
    return Schema(std::make_shared<const Program>(std::move(program)));
}

bool Schema::isValid(const Json& value) const {
    return Evaluator(*m_program, nullptr).evaluate(value);
}

Validation Schema::validate(const Json& value) const {
    Report report(std::max<std::size_t>(m_program->limits.problems, 1));
    Evaluator evaluator(*m_program, &report);
    const bool valid = evaluator.evaluate(value);
    TOUCHSTONE_CHECK(valid == (report.problems().empty() && !report.truncated() && !evaluator.stopped()),
                     "an invalid value has a problem to show");
    return {std::move(report.problems()), report.truncated(), evaluator.stopped()};
}

}  // namespace touchstone::schema
