// SPDX-License-Identifier: GPL-3.0-or-later
//
// A preview in sentences. Pure functions; unknown is never a number.

#pragma once

#include "session/preview.h"

#include <QString>

namespace touchstone::ui {

// "≈ $0.00042 / run"; the prompt alone when nobody can say how long the reply is; that it is unknown without a price.
[[nodiscard]] QString costPerRun(const session::CostEstimate& cost);
// "≈ 2,204 tok × $0.10 + ≈ 86 tok × $0.40 per million tokens": how the cost comes about.
[[nodiscard]] QString costFormula(const session::CostEstimate& cost, std::int64_t promptTokens);
// "small · builtin · builtin/small · rule 2: always"
[[nodiscard]] QString tierLine(const engine::TierChoice& tier);
// Where a run would stop and why.
[[nodiscard]] QString problemSentence(const session::PreviewProblem& problem);
// "≈ 1,204 tok · ≈ $0.0011 / run"; empty before there is a prompt.
[[nodiscard]] QString previewStatus(const session::Preview* preview);

}  // namespace touchstone::ui
