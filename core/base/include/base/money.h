// SPDX-License-Identifier: Apache-2.0
//
// US dollars as whole picodollars (10^-12 USD), because prices are quoted down to fractions of a nanodollar per token
// and sums over millions of traces must not drift. The range is about ±9.2 million dollars.
//
// An unknown cost is an empty std::optional<Money>, never zero.

#pragma once

#include "base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace touchstone {

class Money {
public:
    constexpr Money() = default;
    static constexpr Money fromPicodollars(std::int64_t picodollars) { return Money(picodollars); }
    // Rounds to the nearest picodollar; fails for anything not finite or out of range.
    [[nodiscard]] static Result<Money> fromDollars(double dollars);
    // Decimal text such as "0.00042"; no sign but '-', no exponent.
    [[nodiscard]] static Result<Money> parse(std::string_view text);

    [[nodiscard]] constexpr std::int64_t picodollars() const { return m_picodollars; }
    [[nodiscard]] constexpr double dollars() const { return static_cast<double>(m_picodollars) * 1e-12; }
    // Shortest exact decimal: "0.00042".
    [[nodiscard]] std::string toDecimal() const;

    // Sums and products stop at the ends of the range instead of wrapping.
    [[nodiscard]] Money operator+(Money other) const;
    [[nodiscard]] Money operator*(std::int64_t factor) const;
    Money& operator+=(Money other) { return *this = *this + other; }
    auto operator<=>(const Money&) const = default;

private:
    explicit constexpr Money(std::int64_t picodollars) : m_picodollars(picodollars) {}

    std::int64_t m_picodollars = 0;
};

}  // namespace touchstone
