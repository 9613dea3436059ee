// SPDX-License-Identifier: Apache-2.0
//
// The statistics behind every verdict, one function for one formula of a paper, to be read beside it. Proportions and
// scores are fractions (0..1), not percent. What is random is seeded: the same seed gives the same figures everywhere.
//
// Pure functions; safe from any thread.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace touchstone::eval {

struct Interval {
    double low = 0;
    double high = 0;

    [[nodiscard]] bool contains(double value) const { return low <= value && value <= high; }
    [[nodiscard]] bool isAboveZero() const { return low > 0; }
    [[nodiscard]] bool isBelowZero() const { return high < 0; }
    [[nodiscard]] double halfWidth() const { return (high - low) / 2; }
};

// ---- one proportion ----
// For both: REQUIRES: successes <= n, 0 < confidence < 1. With n = 0 nothing is known: [0, 1].

// The score interval (Wilson 1927): close to its nominal coverage on average; the one to show.
[[nodiscard]] Interval wilsonInterval(std::uint64_t successes, std::uint64_t n, double confidence = 0.95);
// The exact interval (Clopper & Pearson 1934): never below its nominal coverage, therefore wider; the one to gate on.
[[nodiscard]] Interval clopperPearsonInterval(std::uint64_t successes, std::uint64_t n, double confidence = 0.95);

// ---- two proportions on the same cases ----

// How the same cases came out under A and B.
struct PairedCounts {
    std::uint64_t bothPass = 0;
    std::uint64_t onlyA = 0;
    std::uint64_t onlyB = 0;
    std::uint64_t bothFail = 0;

    [[nodiscard]] std::uint64_t total() const { return bothPass + onlyA + onlyB + bothFail; }
    [[nodiscard]] std::uint64_t discordant() const { return onlyA + onlyB; }
};

// McNemar's test, exact and two-sided: twice the binomial tail of the discordant cases at 1/2, at most 1. It never
// exceeds its nominal level. No discordant case gives 1.
[[nodiscard]] double mcnemarExact(std::uint64_t onlyA, std::uint64_t onlyB);
// The mid-p variant (Fagerland, Lydersen & Laake, BMC Med. Res. Methodol. 13:91, 2013): the observed outcome counts
// half. More powerful; may exceed the nominal level slightly.
[[nodiscard]] double mcnemarMidP(std::uint64_t onlyA, std::uint64_t onlyB);

// Interval of pB - pA: method 10 of Newcombe (Stat. Med. 17:2635-2650, 1998), two Wilson intervals joined through the
// continuity-corrected phi coefficient. REQUIRES: counts.total() > 0
[[nodiscard]] Interval newcombeInterval(const PairedCounts& counts, double confidence = 0.95);

// ---- scores ----

struct BootstrapOptions {
    double confidence = 0.95;
    std::size_t resamples = 10'000;
    std::uint64_t seed = 1;
};

// Interval of the weighted mean of `values` by the bias-corrected and accelerated bootstrap (BCa; Efron 1987, Efron &
// Tibshirani 1993 chapter 14). `values` are the per-case differences of a paired comparison. Empty `weights` means that
// all are 1. The cost is values.size() * resamples draws, about a nanosecond each.
// REQUIRES: values not empty and finite; weights empty or as many, each positive and finite.
[[nodiscard]] Interval bootstrapInterval(std::span<const double> values, std::span<const double> weights = {},
                                         const BootstrapOptions& options = {});

// The randomisation test of Fisher (1935, section 21): two-sided p that the sum of `differences` is as far from zero
// when each sign is a coin toss. Up to 16 non-zero differences every assignment is counted; beyond that `flips` random
// ones, with the observed one counted in (Phipson & Smyth 2010), so that p is never 0 and the level is kept.
[[nodiscard]] double signFlipTest(std::span<const double> differences, std::size_t flips = 10'000,
                                  std::uint64_t seed = 1);

// ---- planning ----

// Pairs needed to show a mean difference with the given power in a two-sided test at `alpha` (Connett, Smith & McHugh,
// Stat. Med. 6:581-588, 1987): `meanSquare` is the mean of the squared differences, which for pass/fail is the share of
// discordant cases. REQUIRES: difference != 0, meanSquare >= difference²
[[nodiscard]] double pairsForPower(double difference, double meanSquare, double alpha = 0.05, double power = 0.8);

// ---- order statistics ----

// The p-quantile by linear interpolation between order statistics at (n - 1) p (definition 7 of Hyndman & Fan 1996; the
// default of R, NumPy and spreadsheets), so p = 0.5 is the usual median. No values give NaN. REQUIRES: 0 <= p <= 1
[[nodiscard]] double quantile(std::span<const double> values, double p);

}  // namespace touchstone::eval
