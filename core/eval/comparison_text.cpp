// SPDX-License-Identifier: Apache-2.0

#include "comparison_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace touchstone::eval {
namespace {

constexpr const char* kMinus = "\u2212";

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    return digits;
}

std::string fixed(double value, int decimals) {
    const std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals);
    const bool isZero = digits.find_first_not_of("0.") == std::string::npos;
    return value < 0 && !isZero ? kMinus + digits : digits;
}

std::string withSign(double value, int decimals) {
    const std::string text = fixed(value, decimals);
    return value > 0 && text.find_first_not_of("0.") != std::string::npos ? "+" + text : text;
}

// A number as short as it can be: "95", "97.5".
std::string plain(double value) {
    return fmt::format("{:.6g}", value);
}

// Enough decimals that a limit away from zero does not read as zero.
int decimalsFor(const Comparison& comparison) {
    const double closest = 100 * std::min(std::abs(comparison.interval.low), std::abs(comparison.interval.high));
    return closest > 0 && closest < 0.05 ? 2 : 1;
}

std::string pText(double p) {
    if (p < 0.001)
        return "p < 0.001";
    return "p = " + fmt::format("{:.3f}", p);
}

// "+28.4 pp [26.6, 30.2]"
std::string effectText(const Comparison& comparison) {
    const int decimals = decimalsFor(comparison);
    return fmt::format("{} {} [{}, {}]", withSign(100 * comparison.difference, decimals),
                       comparison.passFail ? "pp" : "points", fixed(100 * comparison.interval.low, decimals),
                       fixed(100 * comparison.interval.high, decimals));
}

// "(95 %, n = 3,080, 1,102 won, 228 lost, McNemar p < 0.001)"
std::string evidenceText(const Comparison& comparison, const ComparisonOptions& options) {
    return fmt::format("({} %, n = {}, {} won, {} lost, {} {})", plain(100 * (1 - options.alpha)),
                       grouped(comparison.n), grouped(comparison.wins), grouped(comparison.losses),
                       comparison.passFail ? "McNemar" : "sign-flip", pText(comparison.pValue));
}

std::string marginText(const Comparison& comparison, const ComparisonOptions& options) {
    return fmt::format("±{} {}", plain(100 * options.margin), comparison.passFail ? "pp" : "points");
}

std::string needText(const Comparison& comparison, const ComparisonOptions& options, const std::optional<Need>& need) {
    if (!need)
        return "more cases of this kind are unlikely to settle it.";
    const std::string cases =
        fmt::format("about {} more case{} would be needed", grouped(need->moreCases), need->moreCases == 1 ? "" : "s");
    return need->purpose == Need::Purpose::ShowTheEffect
               ? cases + " to show an effect of this size (power 0.8)."
               : cases + " to show that it lies within " + marginText(comparison, options) + ".";
}

}  // namespace

std::string comparisonSentence(const Comparison& comparison, const ComparisonOptions& options,
                               const std::optional<Need>& need) {
    if (comparison.n == 0)
        return "Undecided: there are no cases to compare.";
    if (comparison.wins + comparison.losses == 0)
        return fmt::format("No difference shown: {} and {} scored the same on every case (n = {}).", options.nameA,
                           options.nameB, grouped(comparison.n));
    const std::string figures = effectText(comparison) + " " + evidenceText(comparison, options);
    switch (comparison.verdict) {
        case Verdict::Better:
            return fmt::format("{} is better: {}", options.nameB, figures);
        case Verdict::Worse:
            return fmt::format("{} is worse: {}", options.nameB, figures);
        case Verdict::NoDifferenceShown:
            return fmt::format("No difference shown: {} lies within {} {}", effectText(comparison),
                               marginText(comparison, options), evidenceText(comparison, options));
        case Verdict::Undecided:
            break;
    }
    return fmt::format("Undecided: {}; {}", figures, needText(comparison, options, need));
}

}  // namespace touchstone::eval
