// SPDX-License-Identifier: Apache-2.0
//
// Two texts beside each other, line by line, with the words that differ: what a split or an inline diff shows.
//
// Pure function; safe from any thread.

#pragma once

#include "text/diff.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace touchstone::text {

struct AlignedLine {
    std::size_t before = 0;         // line number, from 1; 0: the text before has no such line
    std::size_t after = 0;          // likewise
    std::vector<DiffPiece> pieces;  // Equal and Deleted give the line before, Equal and Inserted the one after;
                                    // without line ends
    [[nodiscard]] bool isEqual() const;
    bool operator==(const AlignedLine&) const = default;
};

// Every line of both texts once and in order. Equal lines are paired; of changed ones those that share at least half
// of their words, in blocks of up to some hundred lines. A difference in line ends alone is none.
[[nodiscard]] std::vector<AlignedLine> alignLines(std::string_view before, std::string_view after,
                                                  const DiffLimits& limits = {});

}  // namespace touchstone::text
