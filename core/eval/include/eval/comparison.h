// SPDX-License-Identifier: Apache-2.0
//
// Is version B better than version A? One answer with its evidence, for pass/fail and for graded scores alike.
//
// Pure functions; safe from any thread.

#pragma once

#include "eval/statistics.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace touchstone::eval {

// The scores (0..1) of one case under both versions. The case is the unit of the statistics: average the repeats of a
// case first, or its luck would count several times.
struct ScorePair {
    double a = 0;
    double b = 0;
    double weight = 1;
};

enum class Verdict {
    Better,             // the test shows that B is above A
    Worse,              // … below A
    NoDifferenceShown,  // every case scored the same, or the interval lies within the margin of practical equivalence
    Undecided,          // none of these: more cases are needed
};

// "better", "worse", "no-difference-shown", "undecided": the stable spelling for JSON output and the store.
[[nodiscard]] std::string_view toString(Verdict verdict);

struct ComparisonOptions {
    double alpha = 0.05;   // of the two-sided test; the interval's confidence is 1 - alpha
    double margin = 0.02;  // differences within ± this are of no practical consequence
    std::size_t resamples = 10'000;
    std::uint64_t seed = 1;
    std::string nameA = "A";
    std::string nameB = "B";
};

struct Comparison {
    std::uint64_t n = 0;
    double meanA = 0;       // weighted
    double meanB = 0;       // weighted
    double difference = 0;  // meanB - meanA
    Interval interval;      // of the difference
    double pValue = 1;
    std::uint64_t wins = 0;    // cases where B scored higher
    std::uint64_t losses = 0;  // cases where B scored lower
    std::uint64_t ties = 0;
    bool passFail = false;                   // judged by McNemar's exact test, else by sign flips
    std::optional<std::uint64_t> moreCases;  // when undecided: about how many more would decide (power 0.8)
    Verdict verdict = Verdict::Undecided;
    std::string sentence;  // the verdict in plain words with all figures
};

// One test decides: McNemar's exact test for pass/fail scores (all 0 or 1, equal weights), the sign-flip test for all
// others. Both keep their level with any number of cases, so a difference that is not there is announced in at most
// `alpha` of all comparisons. The interval tells how large the difference may be: Newcombe's for pass/fail, the paired
// BCa bootstrap for others. Where it and the test disagree about zero its limit is put on zero, so an undecided
// comparison always has zero in its interval. Resamples are reduced above 50,000 cases to bound the work, never below
// 2,000. No pairs give Undecided.
// REQUIRES: scores finite, weights positive and finite, 0 < alpha < 1, margin >= 0
[[nodiscard]] Comparison compareVersions(std::span<const ScorePair> pairs, const ComparisonOptions& options = {});

}  // namespace touchstone::eval
