// SPDX-License-Identifier: Apache-2.0

#include "judge.h"
#include "judged_values.h"
#include "schema/schema.h"

#include <fmt/format.h>

namespace touchstone::eval {
namespace {

class SchemaJudge final : public Judge {
public:
    SchemaJudge(std::string at, schema::Schema schema) : m_at(std::move(at)), m_schema(std::move(schema)) {}

    [[nodiscard]] Result<Judgement> judge(const ScorerInput& input) const override {
        Answer answer(input, m_at);
        const Json* value = answer.json();
        if (!value)
            return Judgement{0, answer.why()};
        const schema::Validation validation = m_schema.validate(*value);
        if (validation.stopped)
            return Judgement{std::nullopt, validation.stopped->message};
        if (validation.valid())
            return Judgement{1, "fits the schema"};
        const schema::Problem& first = validation.problems.front();
        return Judgement{0, first.instancePointer.empty()
                                ? first.message
                                : fmt::format("{}: {}", first.instancePointer, first.message)};
    }

private:
    std::string m_at;
    schema::Schema m_schema;
};

}  // namespace

JudgeResult makeSchemaJudge(const ScorerSpec& spec) {
    TOUCHSTONE_TRY_VOID(spec.allowKeys({"at", "schema"}));
    TOUCHSTONE_TRY(std::string at, spec.pointer("at"));
    const Json* source = spec.find("schema");
    if (!source)
        return spec.error("\"schema\" is missing");
    auto compiled = schema::Schema::compile(*source);
    if (!compiled.ok())
        return spec.error("\"schema\": " + compiled.error().message);
    return std::shared_ptr<const Judge>(std::make_shared<SchemaJudge>(std::move(at), std::move(compiled).value()));
}

}  // namespace touchstone::eval
