// SPDX-License-Identifier: Apache-2.0
//
// JSON values as JSON Schema compares them: numbers by mathematical value without rounding, objects without order.
//
// Pure functions; safe from any thread.

#pragma once

#include "base/json.h"

#include <compare>
#include <cstdint>
#include <variant>

namespace touchstone::schema {

// A finite JSON number, kept exactly as it was read.
using Number = std::variant<std::int64_t, std::uint64_t, double>;

// REQUIRES: value.is_number()
[[nodiscard]] Number numberOf(const Json& value);
[[nodiscard]] std::partial_ordering compareNumbers(const Number& a, const Number& b);
// Exact on the shortest decimal writing of both, so 0.3 is a multiple of 0.1. REQUIRES: divisor > 0
[[nodiscard]] bool isMultipleOf(const Number& value, const Number& divisor);
// 1.0 is, 1.5 is not. REQUIRES: value.is_number()
[[nodiscard]] bool isIntegral(const Json& value);

// Work left for comparing; below zero means it ran out and the answer means nothing.
struct CompareBudget {
    std::int64_t steps;
    std::size_t depth;
};

// Deep equality; an exceeded depth also empties the budget.
[[nodiscard]] bool sameValue(const Json& a, const Json& b, CompareBudget& budget);
// Equal values have equal hashes.
[[nodiscard]] std::uint64_t hashValue(const Json& value, CompareBudget& budget);

[[nodiscard]] std::size_t codePoints(std::string_view utf8);

}  // namespace touchstone::schema
