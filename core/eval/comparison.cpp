// SPDX-License-Identifier: Apache-2.0

#include "eval/comparison.h"

#include "base/result.h"
#include "comparison_text.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace touchstone::eval {
namespace {

bool isPassFail(std::span<const ScorePair> pairs) {
    return std::all_of(pairs.begin(), pairs.end(), [&](const ScorePair& pair) {
        return (pair.a == 0 || pair.a == 1) && (pair.b == 0 || pair.b == 1) && pair.weight == pairs.front().weight;
    });
}

void checkPairs(std::span<const ScorePair> pairs) {
    for (const ScorePair& pair : pairs) {
        TOUCHSTONE_CHECK(std::isfinite(pair.a) && std::isfinite(pair.b), "scores are finite");
        TOUCHSTONE_CHECK(pair.weight > 0 && std::isfinite(pair.weight), "weights are positive and finite");
    }
}

void count(std::span<const ScorePair> pairs, Comparison& result) {
    double sumA = 0;
    double sumB = 0;
    double weights = 0;
    for (const ScorePair& pair : pairs) {
        sumA += pair.weight * pair.a;
        sumB += pair.weight * pair.b;
        weights += pair.weight;
        result.wins += pair.b > pair.a ? 1 : 0;
        result.losses += pair.b < pair.a ? 1 : 0;
    }
    result.n = pairs.size();
    result.ties = result.n - result.wins - result.losses;
    result.meanA = sumA / weights;
    result.meanB = sumB / weights;
    result.difference = result.meanB - result.meanA;
}

void judgePassFail(std::span<const ScorePair> pairs, const ComparisonOptions& options, Comparison& result) {
    PairedCounts counts{.onlyA = result.losses, .onlyB = result.wins};
    for (const ScorePair& pair : pairs)
        if (pair.a == pair.b)
            ++(pair.a == 1 ? counts.bothPass : counts.bothFail);
    result.interval = newcombeInterval(counts, 1 - options.alpha);
    result.pValue = mcnemarExact(counts.onlyA, counts.onlyB);
}

std::size_t affordableResamples(std::size_t wanted, std::size_t n) {
    constexpr std::size_t kDraws = 500'000'000;
    constexpr std::size_t kFewest = 2'000;
    return std::min(wanted, std::max(kDraws / n, kFewest));
}

void judgeScores(std::span<const ScorePair> pairs, const ComparisonOptions& options, Comparison& result) {
    std::vector<double> differences;
    std::vector<double> weighted;
    std::vector<double> weights;
    for (const ScorePair& pair : pairs) {
        differences.push_back(pair.b - pair.a);
        weighted.push_back(pair.weight * (pair.b - pair.a));
        weights.push_back(pair.weight);
    }
    if (std::all_of(weights.begin(), weights.end(), [&](double weight) { return weight == weights.front(); }))
        weights.clear();
    const std::size_t resamples = affordableResamples(options.resamples, pairs.size());
    result.interval = bootstrapInterval(
        differences, weights, {.confidence = 1 - options.alpha, .resamples = resamples, .seed = options.seed});
    result.pValue = signFlipTest(weighted, resamples, options.seed);
}

// The interval and the test come from different formulas, which now and then disagree about zero when it is close. The
// test decides, so the limit next to zero is then put on it.
void letTheTestDecide(Comparison& result, double alpha) {
    const bool shown = result.pValue <= alpha;
    double& inner = result.difference > 0 ? result.interval.low : result.interval.high;
    const bool excludesZero = result.difference > 0 ? inner > 0 : inner < 0;
    if (result.difference != 0 && shown != excludesZero)
        inner = 0;
}

Verdict verdictOf(const Comparison& result, const ComparisonOptions& options) {
    if (result.wins + result.losses == 0)
        return Verdict::NoDifferenceShown;
    if (result.pValue <= options.alpha)
        return result.difference > 0 ? Verdict::Better : Verdict::Worse;
    if (-options.margin <= result.interval.low && result.interval.high <= options.margin)
        return Verdict::NoDifferenceShown;
    return Verdict::Undecided;
}

double meanSquare(std::span<const ScorePair> pairs) {
    double weights = 0;
    double squares = 0;
    for (const ScorePair& pair : pairs) {
        weights += pair.weight;
        squares += std::pow(pair.weight * (pair.b - pair.a), 2);
    }
    const auto n = static_cast<double>(pairs.size());
    return squares / n / std::pow(weights / n, 2);
}

// No test on signs can reach `alpha` with fewer differing cases than this: 2 * 2^-m <= alpha.
double fewestDiffering(double alpha) {
    return std::ceil(1 - std::log2(alpha));
}

// All pairs needed to show the observed difference; infinite when there is none.
double pairsForEffect(std::span<const ScorePair> pairs, const Comparison& result, double alpha) {
    if (result.difference == 0)
        return std::numeric_limits<double>::infinity();
    const double square = std::max(meanSquare(pairs), result.difference * result.difference);
    const double differing = static_cast<double>(result.wins + result.losses) / static_cast<double>(result.n);
    return std::max(pairsForPower(result.difference, square, alpha), fewestDiffering(alpha) / differing);
}

// All pairs needed until the interval fits into the margin; its width falls with the root of their number.
double pairsForMargin(const Comparison& result, double margin) {
    const double room = margin - std::abs(result.difference);
    if (room <= 0)
        return std::numeric_limits<double>::infinity();
    return static_cast<double>(result.n) * std::pow(result.interval.halfWidth() / room, 2);
}

// Two significant digits, upwards: "about".
std::uint64_t roundedUp(double count) {
    const double unit = std::pow(10, std::max(std::floor(std::log10(count)) - 1, 0.0));
    return static_cast<std::uint64_t>(std::ceil(count / unit) * unit);
}

std::optional<Need> needOf(std::span<const ScorePair> pairs, const Comparison& result,
                           const ComparisonOptions& options) {
    const double effect = pairsForEffect(pairs, result, options.alpha);
    const double narrow = pairsForMargin(result, options.margin);
    const double more = std::max(std::min(effect, narrow) - static_cast<double>(result.n), 1.0);
    constexpr double kBeyondReach = 1e9;
    if (!(more < kBeyondReach))
        return std::nullopt;
    return Need{roundedUp(more), effect <= narrow ? Need::Purpose::ShowTheEffect : Need::Purpose::NarrowTheInterval};
}

}  // namespace

std::string_view toString(Verdict verdict) {
    switch (verdict) {
        case Verdict::Better:
            return "better";
        case Verdict::Worse:
            return "worse";
        case Verdict::NoDifferenceShown:
            return "no-difference-shown";
        case Verdict::Undecided:
            break;
    }
    return "undecided";
}

Comparison compareVersions(std::span<const ScorePair> pairs, const ComparisonOptions& options) {
    TOUCHSTONE_CHECK(options.alpha > 0 && options.alpha < 1, "alpha lies between 0 and 1");
    TOUCHSTONE_CHECK(options.margin >= 0, "a margin is not negative");
    checkPairs(pairs);
    Comparison result;
    std::optional<Need> need;
    if (pairs.empty()) {
        result.interval = {-1, 1};
    } else {
        count(pairs, result);
        result.passFail = isPassFail(pairs);
        result.passFail ? judgePassFail(pairs, options, result) : judgeScores(pairs, options, result);
        letTheTestDecide(result, options.alpha);
        result.verdict = verdictOf(result, options);
        if (result.verdict == Verdict::Undecided)
            need = needOf(pairs, result, options);
    }
    if (need)
        result.moreCases = need->moreCases;
    result.sentence = comparisonSentence(result, options, need);
    return result;
}

}  // namespace touchstone::eval
