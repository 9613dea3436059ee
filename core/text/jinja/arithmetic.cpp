// SPDX-License-Identifier: Apache-2.0

#include "ops.h"
#include "printing.h"

#include <array>
#include <cmath>
#include <vector>

namespace touchstone::text::jinja {

namespace {

constexpr std::string_view kTooLarge = "the result does not fit into 64 bits";

std::string_view symbol(BinaryOp op) {
    static constexpr std::array<std::string_view, 7> kSymbols = {"+", "-", "*", "/", "//", "%", "**"};
    return kSymbols[static_cast<std::size_t>(op)];
}

[[noreturn]] void failOperands(Run& run, BinaryOp op, const Value& left, const Value& right) {
    run.fail(FailureKind::Type, "'" + std::string(symbol(op)) + "' cannot join " + std::string(describe(left)) +
                                    " and " + std::string(describe(right)));
}

Value finite(Run& run, double number) {
    if (!std::isfinite(number))
        run.fail(FailureKind::Value, "the result is too large for a float");
    return Value::numberOf(number);
}

void requireNonZero(Run& run, bool isZero) {
    if (isZero)
        run.fail(FailureKind::Value, "division by zero");
}

// Rounds towards minus infinity, as Python's // and % do.
std::int64_t floorDivide(Run& run, std::int64_t a, std::int64_t b) {
    requireNonZero(run, b == 0);
    if (b == -1) {
        std::int64_t negated = 0;
        if (__builtin_sub_overflow(std::int64_t{0}, a, &negated))
            run.fail(FailureKind::Value, std::string(kTooLarge));
        return negated;
    }
    const std::int64_t quotient = a / b;
    return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

std::int64_t floorModulo(Run& run, std::int64_t a, std::int64_t b) {
    requireNonZero(run, b == 0);
    if (b == -1)
        return 0;
    const std::int64_t remainder = a % b;
    return remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder;
}

double floorModulo(Run& run, double a, double b) {
    requireNonZero(run, b == 0);
    const double remainder = std::fmod(a, b);
    return remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder;
}

Value integerPower(Run& run, std::int64_t base, std::int64_t exponent) {
    if (exponent < 0) {
        requireNonZero(run, base == 0);
        return finite(run, std::pow(static_cast<double>(base), static_cast<double>(exponent)));
    }
    std::int64_t result = 1;
    bool overflow = false;
    while (exponent > 0) {
        if ((exponent & 1) != 0)
            overflow = __builtin_mul_overflow(result, base, &result) || overflow;
        exponent >>= 1;
        if (exponent > 0 && __builtin_mul_overflow(base, base, &base))
            overflow = true;
        if (overflow)
            run.fail(FailureKind::Value, std::string(kTooLarge));
    }
    return Value::integerOf(result);
}

Value floatPower(Run& run, double base, double exponent) {
    requireNonZero(run, base == 0 && exponent < 0);
    if (base < 0 && exponent != std::floor(exponent))
        run.fail(FailureKind::Value, "a negative number has no such power");
    return finite(run, std::pow(base, exponent));
}

Value integers(Run& run, BinaryOp op, std::int64_t a, std::int64_t b) {
    std::int64_t result = 0;
    bool overflow = false;
    switch (op) {
        case BinaryOp::Add:
            overflow = __builtin_add_overflow(a, b, &result);
            break;
        case BinaryOp::Subtract:
            overflow = __builtin_sub_overflow(a, b, &result);
            break;
        case BinaryOp::Multiply:
            overflow = __builtin_mul_overflow(a, b, &result);
            break;
        case BinaryOp::Divide:
            requireNonZero(run, b == 0);
            return Value::numberOf(static_cast<double>(a) / static_cast<double>(b));
        case BinaryOp::FloorDivide:
            return Value::integerOf(floorDivide(run, a, b));
        case BinaryOp::Modulo:
            return Value::integerOf(floorModulo(run, a, b));
        case BinaryOp::Power:
            return integerPower(run, a, b);
    }
    if (overflow)
        run.fail(FailureKind::Value, std::string(kTooLarge));
    return Value::integerOf(result);
}

Value floats(Run& run, BinaryOp op, double a, double b) {
    switch (op) {
        case BinaryOp::Add:
            return finite(run, a + b);
        case BinaryOp::Subtract:
            return finite(run, a - b);
        case BinaryOp::Multiply:
            return finite(run, a * b);
        case BinaryOp::Divide:
            requireNonZero(run, b == 0);
            return finite(run, a / b);
        case BinaryOp::FloorDivide:
            return finite(run, (a - floorModulo(run, a, b)) / b);
        case BinaryOp::Modulo:
            return finite(run, floorModulo(run, a, b));
        case BinaryOp::Power:
            return floatPower(run, a, b);
    }
    return Value::none();
}

// ---- Texts and lists

Value joinedTexts(Run& run, const Value& left, const Value& right) {
    const bool markup = left.mark == Mark::Markup || right.mark == Mark::Markup;
    std::string text;
    Writer writer(run, text);
    for (const Value* part : {&left, &right}) {
        if (markup && part->mark != Mark::Markup)
            escapeHtml(writer, part->text());
        else
            writer.put(part->text());
    }
    return run.text(text, markup ? Mark::Markup : Mark::None);
}

Value joinedLists(Run& run, const Value& left, const Value& right) {
    std::vector<Value> items;
    run.charge(sequenceSize(left) + sequenceSize(right));
    for (const Value* part : {&left, &right}) {
        for (std::size_t i = 0; i < sequenceSize(*part); ++i)
            items.push_back(sequenceItem(*part, i));
    }
    return run.list(items, left.isTuple() ? Mark::Tuple : Mark::None);
}

Value repeatedText(Run& run, const Value& text, std::int64_t times) {
    const std::size_t count = times > 0 ? static_cast<std::size_t>(times) : 0;
    if (text.size > 0 && count > run.limits.outputBytes / text.size)
        run.checkSize(run.limits.outputBytes + 1);
    std::string repeated;
    repeated.reserve(text.size * count);
    for (std::size_t i = 0; text.size > 0 && i < count; ++i)
        repeated += text.text();
    return run.text(repeated, text.mark);
}

Value repeatedList(Run& run, const Value& list, std::int64_t times) {
    const std::size_t count = times > 0 ? static_cast<std::size_t>(times) : 0;
    const std::size_t size = sequenceSize(list);
    std::vector<Value> items;
    for (std::size_t i = 0; size > 0 && i < count; ++i) {
        run.charge(size);
        for (std::size_t j = 0; j < size; ++j)
            items.push_back(sequenceItem(list, j));
    }
    return run.list(items, list.isTuple() ? Mark::Tuple : Mark::None);
}

Value sequences(Run& run, BinaryOp op, const Value& left, const Value& right) {
    if (op == BinaryOp::Add && left.isString() && right.isString())
        return joinedTexts(run, left, right);
    if (op == BinaryOp::Add && left.isSequence() && right.isSequence() && left.isTuple() == right.isTuple())
        return joinedLists(run, left, right);
    if (op == BinaryOp::Multiply && (left.isInteger() || right.isInteger())) {
        const Value& repeated = left.isInteger() ? right : left;
        const std::int64_t times = (left.isInteger() ? left : right).asInteger();
        if (repeated.isString())
            return repeatedText(run, repeated, times);
        if (repeated.isSequence())
            return repeatedList(run, repeated, times);
    }
    if (op == BinaryOp::Modulo && left.isString())
        run.fail(FailureKind::Type, "'%' does not format text here; use the filter format");
    failOperands(run, op, left, right);
}

}  // namespace

Value arithmetic(Run& run, BinaryOp op, const Value& left, const Value& right) {
    if (left.isInteger() && right.isInteger())
        return integers(run, op, left.asInteger(), right.asInteger());
    if (left.isNumber() && right.isNumber())
        return floats(run, op, left.asNumber(), right.asNumber());
    if (left.isUndefined() || right.isUndefined())
        requireDefined(run, left.isUndefined() ? left : right);
    return sequences(run, op, left, right);
}

Value negate(Run& run, const Value& value) {
    if (value.isInteger())
        return integers(run, BinaryOp::Subtract, 0, value.asInteger());
    if (value.kind == Kind::Float)
        return Value::numberOf(-value.number);
    requireDefined(run, value);
    run.fail(FailureKind::Type, "a sign needs a number, not " + std::string(describe(value)));
}

}  // namespace touchstone::text::jinja
