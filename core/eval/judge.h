// SPDX-License-Identifier: Apache-2.0
//
// What distinguishes the types of scorers: one judge a type. Judges are immutable.

#pragma once

#include "eval/scorer.h"
#include "scorer_spec.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace touchstone::eval {

struct Judgement {
    std::optional<double> value;  // empty: it could not be judged, which neither passes nor negates
    std::string reason;
    std::optional<LabelPair> labels = {};
};

class Judge {
public:
    virtual ~Judge() = default;
    [[nodiscard]] virtual Result<Judgement> judge(const ScorerInput& input) const = 0;
};

using JudgeResult = Result<std::shared_ptr<const Judge>>;

[[nodiscard]] JudgeResult makeEqualsJudge(const ScorerSpec& spec);
[[nodiscard]] JudgeResult makeLabelJudge(const ScorerSpec& spec);
[[nodiscard]] JudgeResult makeContainsJudge(const ScorerSpec& spec);
[[nodiscard]] JudgeResult makeRegexJudge(const ScorerSpec& spec);
[[nodiscard]] JudgeResult makeSchemaJudge(const ScorerSpec& spec);
[[nodiscard]] JudgeResult makeExpressionJudge(const ScorerSpec& spec);

}  // namespace touchstone::eval
