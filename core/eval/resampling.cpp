// SPDX-License-Identifier: Apache-2.0

#include "base/result.h"
#include "eval/statistics.h"
#include "normal.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace touchstone::eval {
namespace {

// SplitMix64 (Steele et al. 2014), the generator behind makeSeededRandom, here without a virtual call: a bootstrap
// draws tens of millions of numbers.
class SplitMix {
public:
    explicit SplitMix(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

private:
    std::uint64_t m_state;
};

// Calls `visit(index)` for `n` indices drawn uniformly below `n`, two from each number. The product of 32 bits is
// biased by less than n / 2^32, far below what any number of resamples can see.
template <class Visit>
void drawIndices(SplitMix& random, std::uint64_t n, const Visit& visit) {
    for (std::uint64_t i = 0; i + 1 < n; i += 2) {
        const std::uint64_t bits = random.next();
        visit(((bits >> 32U) * n) >> 32U);
        visit(((bits & 0xFFFFFFFFU) * n) >> 32U);
    }
    if (n % 2 == 1)
        visit(((random.next() >> 32U) * n) >> 32U);
}

std::vector<double> resampledMeans(std::span<const double> values, const BootstrapOptions& options) {
    SplitMix random(options.seed);
    const auto n = static_cast<double>(values.size());
    std::vector<double> means(options.resamples);
    for (double& mean : means) {
        double sum = 0;
        drawIndices(random, values.size(), [&](std::uint64_t index) { sum += values[index]; });
        mean = sum / n;
    }
    return means;
}

std::vector<double> resampledMeans(std::span<const double> weighted, std::span<const double> weights,
                                   const BootstrapOptions& options) {
    SplitMix random(options.seed);
    std::vector<double> means(options.resamples);
    for (double& mean : means) {
        double sum = 0;
        double weight = 0;
        drawIndices(random, weighted.size(), [&](std::uint64_t index) {
            sum += weighted[index];
            weight += weights[index];
        });
        mean = sum / weight;
    }
    return means;
}

// The acceleration: a sixth of the skewness of the jackknife values (Efron & Tibshirani 1993, equation 14.15).
double acceleration(std::span<const double> weighted, std::span<const double> weights, double sum, double weightSum) {
    const std::size_t n = weighted.size();
    std::vector<double> leftOut(n);
    for (std::size_t i = 0; i < n; ++i)
        leftOut[i] = (sum - weighted[i]) / (weightSum - (weights.empty() ? 1 : weights[i]));
    const double centre = std::accumulate(leftOut.begin(), leftOut.end(), 0.0) / static_cast<double>(n);
    double squares = 0;
    double cubes = 0;
    for (const double value : leftOut) {
        const double away = centre - value;
        squares += away * away;
        cubes += away * away * away;
    }
    return squares > 0 ? cubes / (6 * std::pow(squares, 1.5)) : 0;
}

// The bias correction: where the estimate stands among the resampled ones, ties counted half (equation 14.14).
double biasCorrection(std::span<const double> means, double estimate) {
    const double tolerance = 1e-12 * std::max(1.0, std::abs(estimate));
    double below = 0;
    for (const double mean : means)
        below += mean < estimate - tolerance ? 1 : mean <= estimate + tolerance ? 0.5 : 0;
    const auto count = static_cast<double>(means.size());
    return normalQuantile(std::clamp(below / count, 0.5 / count, 1 - 0.5 / count));
}

// The sorted position of the BCa limit for the nominal tail `z` (equation 14.10), as a probability.
double adjustedTail(double z, double bias, double skew) {
    const double shifted = bias + z;
    const double denominator = 1 - skew * shifted;
    if (denominator <= 0)  // beyond the pole of the transformation: the outermost resample
        return shifted > 0 ? 1 : 0;
    return normalCdf(bias + shifted / denominator);
}

// |sums| this close to the observed one are ties that rounding tore apart.
double tieThreshold(double observed, double largest) {
    return std::abs(observed) - 1e-10 * std::max(std::abs(observed), largest);
}

double sumOfMagnitudes(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0, [](double sum, double v) { return sum + std::abs(v); });
}

// Every assignment of signs, each one flip from the last (Gray code).
double allSignFlips(std::span<const double> values, double threshold) {
    std::vector<double> current(values.begin(), values.end());
    double sum = std::accumulate(current.begin(), current.end(), 0.0);
    const std::uint64_t assignments = std::uint64_t{1} << values.size();
    std::uint64_t asFar = 0;
    for (std::uint64_t step = 1;; ++step) {
        asFar += std::abs(sum) >= threshold ? 1 : 0;
        if (step == assignments)
            return static_cast<double>(asFar) / static_cast<double>(assignments);
        double& flipped = current[static_cast<std::size_t>(std::countr_zero(step))];
        sum -= 2 * flipped;
        flipped = -flipped;
    }
}

// For each eight values their 256 signed sums, so that one random byte flips eight signs with one addition.
std::vector<std::array<double, 256>> signedSums(std::span<const double> values) {
    std::vector<std::array<double, 256>> tables((values.size() + 7) / 8);
    for (std::size_t t = 0; t < tables.size(); ++t) {
        for (std::size_t signs = 0; signs < 256; ++signs) {
            double sum = 0;
            for (std::size_t i = 0; i < 8 && t * 8 + i < values.size(); ++i)
                sum += (signs >> i & 1U) != 0 ? values[t * 8 + i] : -values[t * 8 + i];
            tables[t][signs] = sum;
        }
    }
    return tables;
}

double randomSignFlips(std::span<const double> values, double threshold, std::size_t flips, std::uint64_t seed) {
    const auto tables = signedSums(values);
    SplitMix random(seed);
    std::uint64_t asFar = 1;
    for (std::size_t flip = 0; flip < flips; ++flip) {
        double sum = 0;
        std::uint64_t bits = 0;
        for (std::size_t t = 0; t < tables.size(); ++t, bits >>= 8U) {
            if (t % 8 == 0)
                bits = random.next();
            sum += tables[t][bits & 0xFFU];
        }
        asFar += std::abs(sum) >= threshold ? 1 : 0;
    }
    return static_cast<double>(asFar) / static_cast<double>(flips + 1);
}

}  // namespace

Interval bootstrapInterval(std::span<const double> values, std::span<const double> weights,
                           const BootstrapOptions& options) {
    TOUCHSTONE_CHECK(!values.empty(), "a mean needs values");
    TOUCHSTONE_CHECK(weights.empty() || weights.size() == values.size(), "each value has one weight");
    TOUCHSTONE_CHECK(options.resamples > 0, "a bootstrap needs resamples");
    std::vector<double> weighted(values.begin(), values.end());
    for (std::size_t i = 0; i < weights.size(); ++i)
        weighted[i] *= weights[i];
    const double sum = std::accumulate(weighted.begin(), weighted.end(), 0.0);
    const double weightSum =
        weights.empty() ? static_cast<double>(values.size()) : std::accumulate(weights.begin(), weights.end(), 0.0);
    const double estimate = sum / weightSum;
    if (std::all_of(values.begin(), values.end(), [&](double value) { return value == values.front(); }))
        return {values.front(), values.front()};

    const std::vector<double> means =
        weights.empty() ? resampledMeans(weighted, options) : resampledMeans(weighted, weights, options);
    const double bias = biasCorrection(means, estimate);
    const double skew = acceleration(weighted, weights, sum, weightSum);
    const double z = twoSidedZ(options.confidence);
    return {quantile(means, adjustedTail(-z, bias, skew)), quantile(means, adjustedTail(z, bias, skew))};
}

double signFlipTest(std::span<const double> differences, std::size_t flips, std::uint64_t seed) {
    std::vector<double> nonZero;
    std::copy_if(differences.begin(), differences.end(), std::back_inserter(nonZero), [](double d) { return d != 0; });
    if (nonZero.empty())
        return 1;
    const double observed = std::accumulate(nonZero.begin(), nonZero.end(), 0.0);
    const double threshold = tieThreshold(observed, sumOfMagnitudes(nonZero));
    constexpr std::size_t kCountedOut = 16;
    return nonZero.size() <= kCountedOut ? allSignFlips(nonZero, threshold)
                                         : randomSignFlips(nonZero, threshold, flips, seed);
}

double quantile(std::span<const double> values, double p) {
    TOUCHSTONE_CHECK(p >= 0 && p <= 1, "a quantile lies between 0 and 1");
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    std::vector<double> order(values.begin(), values.end());
    const double position = static_cast<double>(order.size() - 1) * p;
    const auto lower = static_cast<std::size_t>(position);
    const auto at = order.begin() + static_cast<std::ptrdiff_t>(lower);
    std::nth_element(order.begin(), at, order.end());
    if (lower + 1 == order.size())
        return *at;
    const double next = *std::min_element(at + 1, order.end());
    return *at + (position - static_cast<double>(lower)) * (next - *at);
}

}  // namespace touchstone::eval
