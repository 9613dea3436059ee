// SPDX-License-Identifier: Apache-2.0
//
// The words of a comparison.

#pragma once

#include "eval/comparison.h"

#include <string>

namespace touchstone::eval {

// How many more cases an undecided comparison needs, and for what.
struct Need {
    enum class Purpose { ShowTheEffect, NarrowTheInterval };

    std::uint64_t moreCases = 0;
    Purpose purpose = Purpose::ShowTheEffect;
};

[[nodiscard]] std::string comparisonSentence(const Comparison& comparison, const ComparisonOptions& options,
                                             const std::optional<Need>& need);

}  // namespace touchstone::eval
