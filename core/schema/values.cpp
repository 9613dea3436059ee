// SPDX-License-Identifier: Apache-2.0

#include "values.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>

namespace touchstone::schema {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr double kTwoTo63 = 9223372036854775808.0;

std::partial_ordering compareExact(std::uint64_t a, double b) {
    if (std::isnan(b))
        return std::partial_ordering::unordered;
    if (b < 0)
        return std::partial_ordering::greater;
    if (b >= 2 * kTwoTo63)
        return std::partial_ordering::less;
    const double whole = std::trunc(b);
    if (const auto order = a <=> static_cast<std::uint64_t>(whole); order != 0)
        return order;
    return whole < b ? std::partial_ordering::less : std::partial_ordering::equivalent;
}

std::partial_ordering compareExact(std::int64_t a, double b) {
    if (a >= 0)
        return compareExact(static_cast<std::uint64_t>(a), b);
    return 0 <=> compareExact(0 - static_cast<std::uint64_t>(a), -b);
}

std::partial_ordering compareExact(std::int64_t a, std::uint64_t b) {
    return a < 0 ? std::partial_ordering::less : static_cast<std::uint64_t>(a) <=> b;
}

std::partial_ordering compareExact(double a, double b) {
    return a <=> b;
}
std::partial_ordering compareExact(std::int64_t a, std::int64_t b) {
    return a <=> b;
}
std::partial_ordering compareExact(std::uint64_t a, std::uint64_t b) {
    return a <=> b;
}
std::partial_ordering compareExact(std::uint64_t a, std::int64_t b) {
    return 0 <=> compareExact(b, a);
}
std::partial_ordering compareExact(double a, std::int64_t b) {
    return 0 <=> compareExact(b, a);
}
std::partial_ordering compareExact(double a, std::uint64_t b) {
    return 0 <=> compareExact(b, a);
}

// digits × 10^exponent, without sign.
struct Decimal {
    std::uint64_t digits = 0;
    int exponent = 0;
};

Decimal decimalOf(double value) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, std::fabs(value), std::chars_format::scientific).ptr;
    Decimal decimal;
    const char* at = text;
    bool fraction = false;
    for (; at != end && *at != 'e'; ++at) {
        if (*at == '.') {
            fraction = true;
            continue;
        }
        decimal.digits = decimal.digits * 10 + static_cast<std::uint64_t>(*at - '0');
        decimal.exponent -= fraction ? 1 : 0;
    }
    int written = 0;
    std::from_chars(at + (at + 1 < end && at[1] == '+' ? 2 : 1), end, written);
    decimal.exponent += written;
    return decimal;
}

Decimal decimalOf(const Number& number) {
    if (const auto* whole = std::get_if<std::int64_t>(&number))
        return {*whole < 0 ? 0 - static_cast<std::uint64_t>(*whole) : static_cast<std::uint64_t>(*whole), 0};
    if (const auto* whole = std::get_if<std::uint64_t>(&number))
        return {*whole, 0};
    return decimalOf(std::get<double>(number));
}

// digits × 10^power mod modulus
std::uint64_t scaledRemainder(std::uint64_t digits, int power, std::uint64_t modulus) {
    Wide result = digits % modulus;
    Wide factor = 10 % modulus;
    for (; power > 0; power /= 2) {
        if (power % 2 == 1)
            result = result * factor % modulus;
        factor = factor * factor % modulus;
    }
    return static_cast<std::uint64_t>(result);
}

bool spend(CompareBudget& budget, std::int64_t steps) {
    budget.steps -= steps;
    return budget.steps >= 0;
}

bool enter(CompareBudget& budget) {
    if (budget.depth == 0) {
        budget.steps = -1;
        return false;
    }
    --budget.depth;
    return true;
}

using Members = std::vector<const Json::object_t::value_type*>;

Members sortedMembers(const Json::object_t& object) {
    Members members;
    members.reserve(object.size());
    for (const auto& member : object)
        members.push_back(&member);
    std::sort(members.begin(), members.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
    return members;
}

bool sameObject(const Json::object_t& a, const Json::object_t& b, CompareBudget& budget) {
    if (a.size() != b.size())
        return false;
    const Members left = sortedMembers(a);
    const Members right = sortedMembers(b);
    for (std::size_t i = 0; i < left.size(); ++i)
        if (left[i]->first != right[i]->first || !sameValue(left[i]->second, right[i]->second, budget))
            return false;
    return true;
}

bool sameArray(const Json::array_t& a, const Json::array_t& b, CompareBudget& budget) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&budget](const Json& x, const Json& y) { return sameValue(x, y, budget); });
}

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
    hash = (hash ^ value) * 0x9E3779B97F4A7C15U;
    return hash ^ hash >> 29U;
}

std::uint64_t hashText(std::string_view text) {
    return std::hash<std::string_view>{}(text);
}

}  // namespace

Number numberOf(const Json& value) {
    if (value.is_number_float())
        return value.get_ref<const double&>();
    if (value.is_number_unsigned())
        return value.get_ref<const std::uint64_t&>();
    return value.get_ref<const std::int64_t&>();
}

std::partial_ordering compareNumbers(const Number& a, const Number& b) {
    return std::visit([](auto x, auto y) { return compareExact(x, y); }, a, b);
}

bool isMultipleOf(const Number& value, const Number& divisor) {
    if (const auto* real = std::get_if<double>(&value); real && !std::isfinite(*real))
        return false;
    const Decimal dividend = decimalOf(value);
    Decimal unit = decimalOf(divisor);
    for (; unit.digits % 10 == 0; unit.digits /= 10)
        ++unit.exponent;
    const int shift = dividend.exponent - unit.exponent;
    if (shift >= 0)
        return scaledRemainder(dividend.digits, shift, unit.digits) == 0;
    // The dividend has at most twenty digits, so a unit that is longer cannot divide it.
    constexpr int kLongestDividend = 20;
    if (dividend.digits == 0 || -shift > kLongestDividend)
        return dividend.digits == 0;
    Wide scaled = unit.digits;
    for (int i = 0; i < -shift && scaled <= dividend.digits; ++i)
        scaled *= 10;
    return scaled <= dividend.digits && dividend.digits % scaled == 0;
}

bool isIntegral(const Json& value) {
    if (!value.is_number_float())
        return true;
    const double real = value.get_ref<const double&>();
    return std::isfinite(real) && std::trunc(real) == real;
}

bool sameValue(const Json& a, const Json& b, CompareBudget& budget) {
    if (!spend(budget, 1))
        return false;
    if (a.is_number() && b.is_number())
        return compareNumbers(numberOf(a), numberOf(b)) == 0;
    if (a.type() != b.type())
        return false;
    if (a.is_string())
        return a.get_ref<const std::string&>() == b.get_ref<const std::string&>();
    if (!a.is_structured())
        return a == b;
    if (!spend(budget, static_cast<std::int64_t>(a.size())) || !enter(budget))
        return false;
    const bool same = a.is_object()
                          ? sameObject(a.get_ref<const Json::object_t&>(), b.get_ref<const Json::object_t&>(), budget)
                          : sameArray(a.get_ref<const Json::array_t&>(), b.get_ref<const Json::array_t&>(), budget);
    ++budget.depth;
    return same;
}

std::uint64_t hashValue(const Json& value, CompareBudget& budget) {
    if (!spend(budget, 1))
        return 0;
    if (value.is_number())
        return mix(1, std::hash<double>{}(value.get<double>()));
    if (value.is_string())
        return mix(2, hashText(value.get_ref<const std::string&>()));
    if (!value.is_structured())
        return mix(3, value.is_boolean() ? 1U + static_cast<unsigned>(value.get<bool>()) : 0U);
    if (!enter(budget))
        return 0;
    std::uint64_t hash = value.is_object() ? 4 : 5;
    if (value.is_object())
        for (const auto& [key, member] : value.get_ref<const Json::object_t&>())
            hash += mix(hashText(key), hashValue(member, budget));  // a sum, so that order does not matter
    else
        for (const Json& item : value.get_ref<const Json::array_t&>())
            hash = mix(hash, hashValue(item, budget));
    ++budget.depth;
    return hash;
}

std::size_t codePoints(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace touchstone::schema
