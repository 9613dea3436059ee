// SPDX-License-Identifier: Apache-2.0

#include "literals.h"
#include "ops.h"
#include "registry.h"
#include "text_ops.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace touchstone::text::jinja {

namespace {

void requireNumber(Run& run, const Value& input, std::string_view filter) {
    if (input.isNumber())
        return;
    requireDefined(run, input);
    run.fail(FailureKind::Type, std::string(filter) + " needs a number, not " + std::string(describe(input)) +
                                    "; convert it with | float");
}

// Correctly rounded to `precision` decimals, half to even on the exact binary value, as Python's round().
double roundCommon(double number, std::int64_t precision) {
    if (precision > 300 || number == 0 || !std::isfinite(number))
        return number;
    if (precision < 0) {
        const double scale = std::pow(10.0, static_cast<double>(-std::max<std::int64_t>(precision, -308)));
        return std::nearbyint(number / scale) * scale;
    }
    std::array<char, 700> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed,
                                   static_cast<int>(precision));
    double rounded = 0;
    std::from_chars(buffer.data(), end.ptr, rounded);
    return rounded;
}

Value roundInteger(std::int64_t number, std::int64_t precision) {
    if (precision >= 0)
        return Value::integerOf(number);
    if (precision < -18)
        return Value::integerOf(0);
    std::int64_t scale = 1;
    for (std::int64_t i = precision; i < 0; ++i)
        scale *= 10;
    const std::int64_t quotient = number / scale;
    const std::int64_t twice = 2 * std::abs(number % scale);
    const bool away = twice > scale || (twice == scale && quotient % 2 != 0);
    return Value::integerOf((quotient + (away ? (number < 0 ? -1 : 1) : 0)) * scale);
}

Value round(Run& run, const Value& input, const Args& args) {
    requireNumber(run, input, "round");
    const std::int64_t precision = args.integer(0, 0);
    const std::string_view method = args.text(1, "common");
    if (method == "common")
        return input.isInteger() ? roundInteger(input.asInteger(), precision)
                                 : Value::numberOf(roundCommon(input.number, precision));
    if (method != "ceil" && method != "floor")
        run.fail(FailureKind::Value, "round knows the methods 'common', 'ceil' and 'floor'");
    const double scale = std::pow(10.0, static_cast<double>(precision));
    const double scaled = input.asNumber() * scale;
    if (!std::isfinite(scaled) || scale == 0)
        run.fail(FailureKind::Value, "round cannot keep so many decimals");
    return Value::numberOf((method == "ceil" ? std::ceil(scaled) : std::floor(scaled)) / scale);
}

bool truncated(double number, std::int64_t& integer) {
    if (!(std::fabs(number) < 9223372036854775808.0))
        return false;
    integer = static_cast<std::int64_t>(number);
    return true;
}

bool readInteger(std::string_view text, int base, std::int64_t& integer) {
    std::string_view digits = strip(text, nullptr, true, true);
    const bool negative = digits.starts_with('-');
    if (negative || digits.starts_with('+'))
        digits.remove_prefix(1);
    std::string plain;
    char before = '_';
    for (const char c : digits) {
        if (c == '_' && before == '_')
            return false;
        if (c != '_')
            plain.push_back(c);
        before = c;
    }
    if (plain.empty() || before == '_' || plain.front() == '-')
        return false;
    const char prefix = base == 16 ? 'x' : base == 8 ? 'o' : base == 2 ? 'b' : '\0';
    if (prefix != '\0' && plain.size() > 2 && plain[0] == '0' && (plain[1] | 0x20) == prefix)
        plain.erase(0, 2);
    if (negative)
        plain.insert(plain.begin(), '-');
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), integer, base);
    return error == std::errc{} && end == plain.data() + plain.size();
}

bool readFloat(std::string_view text, double& number) {
    std::string_view digits = strip(text, nullptr, true, true);
    if (digits.starts_with('+') && !digits.substr(1).starts_with('-'))
        digits.remove_prefix(1);
    std::string plain;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const auto isDigit = [digits](std::size_t at) {
            return at < digits.size() && digits[at] >= '0' && digits[at] <= '9';
        };
        if (digits[i] != '_')
            plain.push_back(digits[i]);
        else if (!isDigit(i - 1) || !isDigit(i + 1))
            return false;
    }
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
    return error == std::errc{} && end == plain.data() + plain.size() && !plain.empty();
}

Value integer(Run& run, const Value& input, const Args& args) {
    const std::int64_t base = args.integer(1, 10);
    if (base < 2 || base > 36)
        run.fail(FailureKind::Value, "int reads numbers of base 2 to 36");
    std::int64_t result = 0;
    double number = 0;
    if (isRefused(run, input))
        requireDefined(run, input);
    if (input.isInteger())
        return Value::integerOf(input.asInteger());
    if (input.isString() && readInteger(input.text(), static_cast<int>(base), result))
        return Value::integerOf(result);
    if (input.kind == Kind::Float)
        number = input.number;
    else if (!input.isString() || !readFloat(input.text(), number))
        number = std::numeric_limits<double>::quiet_NaN();
    if (!std::isfinite(number))
        return args.has(0) ? args[0] : Value::integerOf(0);
    if (!truncated(number, result))
        run.fail(FailureKind::Value, "int: the number does not fit into 64 bits; use | float");
    return Value::integerOf(result);
}

Value floating(Run& run, const Value& input, const Args& args) {
    double number = 0;
    if (isRefused(run, input))
        requireDefined(run, input);
    if (input.isNumber())
        return Value::numberOf(input.asNumber());
    if (input.isString() && readFloat(input.text(), number))
        return Value::numberOf(number);
    return args.has(0) ? args[0] : Value::numberOf(0);
}

Value absolute(Run& run, const Value& input, const Args&) {
    requireNumber(run, input, "abs");
    if (input.kind == Kind::Float)
        return Value::numberOf(std::fabs(input.number));
    return input.asInteger() < 0 ? negate(run, input) : Value::integerOf(input.asInteger());
}

constexpr std::array<std::string_view, 2> kRound = {"precision", "method"};
constexpr std::array<std::string_view, 2> kInt = {"default", "base"};
constexpr std::array<std::string_view, 1> kFloat = {"default"};

constexpr std::array kFilters = std::to_array<Filter>({
    {{{"round", "round(precision=0, method='common')", "Rounded, half to even; or 'ceil', 'floor'."}, kRound},
     round,
     true},
    {{{"int", "int(default=0, base=10)", "As an integer; the default where that is impossible."}, kInt}, integer},
    {{{"float", "float(default=0.0)", "As a float; the default where that is impossible."}, kFloat}, floating, true},
    {{{"abs", "abs", "Without its sign."}, {}}, absolute, true},
});

}  // namespace

std::span<const Filter> numberFilters() {
    return kFilters;
}

}  // namespace touchstone::text::jinja
