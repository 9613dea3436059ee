// SPDX-License-Identifier: Apache-2.0

#include "eval/scorer.h"

#include "base/finding.h"
#include "judge.h"
#include "scorer_spec.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <cmath>
#include <unordered_set>

namespace touchstone::eval {
namespace {

struct Type {
    std::string_view name;
    JudgeResult (*make)(const ScorerSpec& spec);
};

constexpr std::array<Type, 6> kTypes = {{{"equals", makeEqualsJudge},
                                         {"icontains", makeContainsJudge},
                                         {"regex", makeRegexJudge},
                                         {"json-schema", makeSchemaJudge},
                                         {"label", makeLabelJudge},
                                         {"expression", makeExpressionJudge}}};

JudgeResult makeJudge(const std::string& type, const ScorerSpec& spec) {
    std::vector<std::string_view> names;
    for (const Type& known : kTypes) {
        if (known.name == type)
            return known.make(spec);
        names.push_back(known.name);
    }
    const std::string near = nearestName(type, names);
    return Error{ErrorCode::InvalidArgument,
                 fmt::format("scorer: unknown type \"{}\"; {}", type.substr(0, 80),
                             near.empty() ? fmt::format("the types are {}", fmt::join(names, ", "))
                                          : fmt::format("did you mean \"{}\"?", near))};
}

}  // namespace

Result<Score> Scorer::score(const ScorerInput& input) const {
    TOUCHSTONE_TRY(Judgement judgement, m_judge->judge(input));
    Score result{.reason = std::move(judgement.reason), .labels = std::move(judgement.labels)};
    if (judgement.value) {
        result.value = m_negate ? 1 - *judgement.value : *judgement.value;
        result.passed = result.value >= m_threshold;
    }
    return result;
}

Result<Scorer> makeScorer(const Json& spec) {
    if (!spec.is_object())
        return Error{ErrorCode::InvalidArgument, R"(a scorer is a JSON object such as {"type":"equals"})"};
    const ScorerSpec reader(spec);
    Scorer scorer;
    TOUCHSTONE_TRY(scorer.m_type, reader.requiredText("type"));
    TOUCHSTONE_TRY(scorer.m_judge, makeJudge(scorer.m_type, reader));
    TOUCHSTONE_TRY(scorer.m_name, reader.text("name", scorer.m_type));
    TOUCHSTONE_TRY(scorer.m_weight, reader.number("weight", 1));
    TOUCHSTONE_TRY(scorer.m_negate, reader.flag("negate", false));
    TOUCHSTONE_TRY(scorer.m_threshold, reader.number("threshold", 0.5));
    if (scorer.m_name.empty())
        return reader.error("\"name\" is empty");
    if (!(scorer.m_weight > 0) || !std::isfinite(scorer.m_weight))
        return reader.error("\"weight\" must be a number above 0");
    if (!(scorer.m_threshold >= 0 && scorer.m_threshold <= 1))
        return reader.error("\"threshold\" must lie between 0 and 1");
    return scorer;
}

Result<std::vector<Scorer>> makeScorers(const Json& specs) {
    if (!specs.is_array())
        return Error{ErrorCode::InvalidArgument, R"(scorers are a list such as [{"type":"equals"}])"};
    std::vector<Scorer> scorers;
    std::unordered_set<std::string> names;
    for (std::size_t i = 0; i < specs.size(); ++i) {
        auto scorer = makeScorer(specs[i]);
        if (!scorer.ok())
            return Error{scorer.error().code, fmt::format("/{}: {}", i, scorer.error().message)};
        if (!names.insert(scorer->name()).second)
            return Error{ErrorCode::InvalidArgument,
                         fmt::format("/{}: two scorers are named \"{}\"; give each a \"name\" of its own", i,
                                     scorer->name().substr(0, 80))};
        scorers.push_back(std::move(scorer).value());
    }
    return scorers;
}

}  // namespace touchstone::eval
