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

double rounded(double value, int decimals) {
    const double scale = std::pow(10.0, decimals);
    return std::round(value * scale) / scale;
}

// "p < 0.001", "p = 0.039"; with more decimals where three would put it on the wrong side of `alpha`.
std::string pText(double p, double alpha) {
    if (p < 0.001)
        return "p < 0.001";
    int decimals = 3;
    while (decimals < 6 && (p <= alpha) != (rounded(p, decimals) <= alpha))
        ++decimals;
    return fmt::format("p = {:.{}f}", p, decimals);
}

std::string casesText(std::uint64_t count) {
    return grouped(count) + (count == 1 ? " case" : " cases");
}

// "+28.4 pp (95 % interval 26.3 to 30.4)"
std::string effectText(const Comparison& comparison, const ComparisonOptions& options) {
    const int decimals = decimalsFor(comparison);
    return fmt::format("{} {} ({} % interval {} to {})", withSign(100 * comparison.difference, decimals),
                       comparison.passFail ? "pp" : "points", plain(100 * (1 - options.alpha)),
                       fixed(100 * comparison.interval.low, decimals), fixed(100 * comparison.interval.high, decimals));
}

// "Of 3,080 cases, 1,102 pass only with v4 and 228 only with v3."
std::string countsText(const Comparison& comparison, const ComparisonOptions& options) {
    return fmt::format("Of {}, {} {} with {} and {} {} with {}.", casesText(comparison.n), grouped(comparison.wins),
                       comparison.passFail ? "pass only" : "score higher", options.nameB, grouped(comparison.losses),
                       comparison.passFail ? "only" : "higher", options.nameA);
}

std::string testText(const Comparison& comparison, const ComparisonOptions& options) {
    return fmt::format("{}, {}", comparison.passFail ? "McNemar's exact test" : "sign-flip test",
                       pText(comparison.pValue, options.alpha));
}

std::string marginText(const Comparison& comparison, const ComparisonOptions& options) {
    return fmt::format("±{} {}", plain(100 * options.margin), comparison.passFail ? "pp" : "points");
}

std::string needText(const Comparison& comparison, const ComparisonOptions& options, const std::optional<Need>& need) {
    if (!need)
        return "More cases of this kind are unlikely to settle it.";
    const std::string cases =
        fmt::format("About {} more case{} would be needed", grouped(need->moreCases), need->moreCases == 1 ? "" : "s");
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
    const std::string effect = effectText(comparison, options);
    const std::string counts = countsText(comparison, options);
    const std::string test = testText(comparison, options);
    switch (comparison.verdict) {
        case Verdict::Better:
            return fmt::format("{} is better: {}. {} Chance would hardly do that ({}).", options.nameB, effect, counts,
                               test);
        case Verdict::Worse:
            return fmt::format("{} is worse: {}. {} Chance would hardly do that ({}).", options.nameB, effect, counts,
                               test);
        case Verdict::NoDifferenceShown:
            return fmt::format("No difference shown: {} lies within {}, which makes no practical difference. {} ({}.)",
                               effect, marginText(comparison, options), counts, test);
        case Verdict::Undecided:
            break;
    }
    return fmt::format(
        "Undecided: {} may be chance. {} That is too few or too even to tell ({}; {} or less decides). {}", effect,
        counts, test, plain(options.alpha), needText(comparison, options, need));
}

}  // namespace touchstone::eval
