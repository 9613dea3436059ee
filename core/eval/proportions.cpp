// SPDX-License-Identifier: Apache-2.0

#include "base/result.h"
#include "eval/statistics.h"
#include "normal.h"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/beta.hpp>

#include <algorithm>
#include <cmath>

namespace touchstone::eval {
namespace {

struct FairCoin {
    double tail;   // P(X <= smaller)
    double point;  // P(X = smaller)
};

FairCoin fairCoin(std::uint64_t smaller, std::uint64_t tosses) {
    const boost::math::binomial_distribution<double> coin(static_cast<double>(tosses), 0.5);
    const auto k = static_cast<double>(smaller);
    return {cdf(coin, k), pdf(coin, k)};
}

// The continuity-corrected phi coefficient of Newcombe's method 10.
double correctedPhi(const PairedCounts& counts) {
    const auto e = static_cast<double>(counts.bothPass);
    const auto f = static_cast<double>(counts.onlyA);
    const auto g = static_cast<double>(counts.onlyB);
    const auto h = static_cast<double>(counts.bothFail);
    const double margins = (e + f) * (g + h) * (e + g) * (f + h);
    if (margins == 0)
        return 0;
    const double determinant = e * h - f * g;
    const double corrected = determinant > 0 ? std::max(determinant - (e + f + g + h) / 2, 0.0) : determinant;
    return corrected / std::sqrt(margins);
}

// The distance from the difference to one of its limits, joined from the distances `a` and `b` of the two proportions.
double joined(double a, double b, double phi) {
    return std::sqrt(std::max(a * a - 2 * phi * a * b + b * b, 0.0));
}

}  // namespace

double normalCdf(double z) {
    return cdf(boost::math::normal(), z);
}

double normalQuantile(double p) {
    return boost::math::quantile(boost::math::normal(), p);
}

double twoSidedZ(double confidence) {
    TOUCHSTONE_CHECK(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1");
    return normalQuantile(0.5 + confidence / 2);
}

Interval wilsonInterval(std::uint64_t successes, std::uint64_t n, double confidence) {
    TOUCHSTONE_CHECK(successes <= n, "there are no more successes than cases");
    if (n == 0)
        return {0, 1};
    const double z = twoSidedZ(confidence);
    const auto total = static_cast<double>(n);
    const double p = static_cast<double>(successes) / total;
    const double centre = (p + z * z / (2 * total)) / (1 + z * z / total);
    const double spread = z / (1 + z * z / total) * std::sqrt(p * (1 - p) / total + z * z / (4 * total * total));
    return {successes == 0 ? 0 : std::max(centre - spread, 0.0), successes == n ? 1 : std::min(centre + spread, 1.0)};
}

Interval clopperPearsonInterval(std::uint64_t successes, std::uint64_t n, double confidence) {
    TOUCHSTONE_CHECK(successes <= n, "there are no more successes than cases");
    TOUCHSTONE_CHECK(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1");
    const auto k = static_cast<double>(successes);
    const auto rest = static_cast<double>(n - successes);
    const double tail = (1 - confidence) / 2;
    return {successes == 0 ? 0 : boost::math::ibeta_inv(k, rest + 1, tail),
            successes == n ? 1 : boost::math::ibetac_inv(k + 1, rest, tail)};
}

double mcnemarExact(std::uint64_t onlyA, std::uint64_t onlyB) {
    if (onlyA == onlyB)
        return 1;
    return std::min(2 * fairCoin(std::min(onlyA, onlyB), onlyA + onlyB).tail, 1.0);
}

double mcnemarMidP(std::uint64_t onlyA, std::uint64_t onlyB) {
    if (onlyA + onlyB == 0)
        return 1;
    const FairCoin coin = fairCoin(std::min(onlyA, onlyB), onlyA + onlyB);
    return onlyA == onlyB ? 1 - coin.point / 2 : 2 * coin.tail - coin.point;
}

Interval newcombeInterval(const PairedCounts& counts, double confidence) {
    const std::uint64_t n = counts.total();
    TOUCHSTONE_CHECK(n > 0, "a difference needs cases");
    const auto total = static_cast<double>(n);
    const double pA = static_cast<double>(counts.bothPass + counts.onlyA) / total;
    const double pB = static_cast<double>(counts.bothPass + counts.onlyB) / total;
    const Interval a = wilsonInterval(counts.bothPass + counts.onlyA, n, confidence);
    const Interval b = wilsonInterval(counts.bothPass + counts.onlyB, n, confidence);
    const double phi = correctedPhi(counts);
    return {pB - pA - joined(pB - b.low, a.high - pA, phi), pB - pA + joined(b.high - pB, pA - a.low, phi)};
}

double pairsForPower(double difference, double meanSquare, double alpha, double power) {
    TOUCHSTONE_CHECK(difference != 0, "no number of pairs shows a difference of zero");
    const double variance = std::max(meanSquare - difference * difference, 0.0);
    const double root = twoSidedZ(1 - alpha) * std::sqrt(meanSquare) + normalQuantile(power) * std::sqrt(variance);
    return root * root / (difference * difference);
}

}  // namespace touchstone::eval
