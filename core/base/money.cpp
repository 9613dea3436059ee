// SPDX-License-Identifier: Apache-2.0

#include "base/money.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace touchstone {
namespace {

constexpr std::int64_t kPicoPerDollar = 1'000'000'000'000;
constexpr std::size_t kFractionDigits = 12;

constexpr std::int64_t endOfRange(bool negative) {
    return negative ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
}

Error notMoney(std::string_view text) {
    return {ErrorCode::InvalidArgument, "'" + std::string(text.substr(0, 40)) + "' is not an amount in US dollars"};
}

}  // namespace

Result<Money> Money::fromDollars(double dollars) {
    const double picodollars = std::round(dollars * static_cast<double>(kPicoPerDollar));
    if (!std::isfinite(picodollars) || std::abs(picodollars) >= 9.2e18)
        return Error{ErrorCode::InvalidArgument, "an amount must be finite and below 9 million US dollars"};
    return Money(static_cast<std::int64_t>(picodollars));
}

Result<Money> Money::parse(std::string_view text) {
    std::string_view rest = text;
    const bool negative = rest.starts_with('-');
    if (negative)
        rest.remove_prefix(1);
    const auto point = rest.find('.');
    const std::string_view whole = rest.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? std::string_view() : rest.substr(point + 1);
    if (whole.empty() || whole.size() > 6 || fraction.size() > kFractionDigits ||
        (point != std::string_view::npos && fraction.empty()))
        return notMoney(text);
    std::string digits(whole);
    digits += fraction;
    digits.append(kFractionDigits - fraction.size(), '0');
    std::int64_t picodollars = 0;
    const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), picodollars);
    if (status != std::errc() || end != digits.data() + digits.size() || picodollars < 0)
        return notMoney(text);
    return Money(negative ? -picodollars : picodollars);
}

std::string Money::toDecimal() const {
    const bool negative = m_picodollars < 0;
    const auto magnitude =
        negative ? 0 - static_cast<std::uint64_t>(m_picodollars) : static_cast<std::uint64_t>(m_picodollars);
    std::string fraction = std::to_string(magnitude % kPicoPerDollar);
    fraction.insert(0, kFractionDigits - fraction.size(), '0');
    while (!fraction.empty() && fraction.back() == '0')
        fraction.pop_back();
    return (negative ? "-" : "") + std::to_string(magnitude / kPicoPerDollar) +
           (fraction.empty() ? "" : "." + fraction);
}

Money Money::operator+(Money other) const {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(m_picodollars, other.m_picodollars, &sum))
        return Money(endOfRange(m_picodollars < 0));
    return Money(sum);
}

Money Money::operator*(std::int64_t factor) const {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(m_picodollars, factor, &product))
        return Money(endOfRange((m_picodollars < 0) != (factor < 0)));
    return Money(product);
}

}  // namespace touchstone
