// SPDX-License-Identifier: Apache-2.0
//
// The tests of `x is ...`.

#include "ops.h"
#include "printing.h"
#include "registry.h"
#include "unicode_case.h"

#include <array>

namespace touchstone::text::jinja {

namespace {

template <Kind kind>
bool isKind(Run&, const Value& input, const Args&) {
    return input.kind == kind;
}

template <CompareOp op>
bool compares(Run& run, const Value& input, const Args& args) {
    return compare(run, op, input, args[0]);
}

bool defined(Run&, const Value& input, const Args&) {
    return !input.isUndefined();
}

bool number(Run&, const Value& input, const Args&) {
    return input.isNumber();
}

bool mapping(Run&, const Value& input, const Args&) {
    return input.isMapping();
}

// As in jinja2, where everything with a length and items counts.
bool sequence(Run&, const Value& input, const Args&) {
    return input.isSequence() || input.isMapping() || input.isString() || input.isUndefined();
}

bool callable(Run&, const Value& input, const Args&) {
    return input.kind == Kind::Macro || input.kind == Kind::Function;
}

bool isTrue(Run&, const Value& input, const Args&) {
    return input.kind == Kind::Bool && input.boolean;
}

bool isFalse(Run&, const Value& input, const Args&) {
    return input.kind == Kind::Bool && !input.boolean;
}

Value remainder(Run& run, const Value& input, const Value& divisor) {
    if (!input.isNumber()) {
        requireDefined(run, input);
        run.fail(FailureKind::Type, "this test needs a number, not " + std::string(describe(input)));
    }
    return arithmetic(run, BinaryOp::Modulo, input, divisor);
}

bool odd(Run& run, const Value& input, const Args&) {
    return remainder(run, input, Value::integerOf(2)).asNumber() == 1;
}

bool even(Run& run, const Value& input, const Args&) {
    return remainder(run, input, Value::integerOf(2)).asNumber() == 0;
}

bool divisible(Run& run, const Value& input, const Args& args) {
    return remainder(run, input, args[0]).asNumber() == 0;
}

bool inside(Run& run, const Value& input, const Args& args) {
    return contains(run, args[0], input);
}

bool same(Run& run, const Value& input, const Args& args) {
    return input.kind == args[0].kind && compare(run, CompareOp::Equal, input, args[0]);
}

bool escapedText(Run&, const Value& input, const Args&) {
    return input.mark == Mark::Markup;
}

bool isLower(Run& run, const Value& input, const Args&) {
    const Value text = pythonText(run, input);
    run.chargeBytes(text.size);
    return toLower(text.text()) == text.text() && toUpper(text.text()) != text.text();
}

bool isUpper(Run& run, const Value& input, const Args&) {
    const Value text = pythonText(run, input);
    run.chargeBytes(text.size);
    return toUpper(text.text()) == text.text() && toLower(text.text()) != text.text();
}

bool isFilter(Run&, const Value& input, const Args&) {
    return input.isString() && findFilter(input.text());
}

bool isTest(Run&, const Value& input, const Args&) {
    return input.isString() && findTest(input.text());
}

bool undefinedTest(Run& run, const Value& input, const Args& args) {
    return !defined(run, input, args);
}

bool integer(Run&, const Value& input, const Args&) {
    return input.kind == Kind::Int;
}

constexpr std::array<std::string_view, 1> kOther = {"other"};
constexpr std::array<std::string_view, 1> kDivisor = {"num"};
constexpr std::array<std::string_view, 1> kContainer = {"seq"};

constexpr Test plain(std::string_view name, std::string_view help, decltype(Test::check) check) {
    return {{{name, name, help}, {}}, check};
}

constexpr Test against(std::string_view name, std::string_view form, std::string_view help,
                       decltype(Test::check) check) {
    return {{{name, form, help}, kOther, 1}, check};
}

constexpr std::array kTests = std::to_array<Test>({
    plain("defined", "The variable or key exists.", defined),
    plain("undefined", "The variable or key does not exist.", undefinedTest),
    plain("none", "It is none (null).", isKind<Kind::None>),
    plain("boolean", "It is true or false.", isKind<Kind::Bool>),
    plain("true", "It is true.", isTrue),
    plain("false", "It is false.", isFalse),
    plain("integer", "It is an integer.", integer),
    plain("float", "It is a number with a fraction part.", isKind<Kind::Float>),
    plain("number", "It is an integer, a float, true or false.", number),
    plain("string", "It is text.", isKind<Kind::String>),
    plain("mapping", "It is a mapping (an object).", mapping),
    plain("sequence", "It is a list, a mapping or text.", sequence),
    plain("iterable", "A loop can go through it.", sequence),
    plain("callable", "It can be called.", callable),
    plain("odd", "It is an odd number.", odd),
    plain("even", "It is an even number.", even),
    plain("lower", "All its letters are small.", isLower),
    plain("upper", "All its letters are capitals.", isUpper),
    plain("escaped", "It is text marked as escaped.", escapedText),
    plain("filter", "It is the name of a filter.", isFilter),
    plain("test", "It is the name of a test.", isTest),
    {{{"divisibleby", "divisibleby(num)", "It divides without a remainder."}, kDivisor, 1}, divisible},
    {{{"in", "in(seq)", "A list, mapping or text contains it."}, kContainer, 1}, inside},
    against("sameas", "sameas(other)", "It has the same type and value.", same),
    against("eq", "eq(other)", "It is equal.", compares<CompareOp::Equal>),
    against("equalto", "equalto(other)", "The same as eq.", compares<CompareOp::Equal>),
    against("==", "==(other)", "The same as eq.", compares<CompareOp::Equal>),
    against("ne", "ne(other)", "It is not equal.", compares<CompareOp::NotEqual>),
    against("!=", "!=(other)", "The same as ne.", compares<CompareOp::NotEqual>),
    against("lt", "lt(other)", "It is less.", compares<CompareOp::Less>),
    against("lessthan", "lessthan(other)", "The same as lt.", compares<CompareOp::Less>),
    against("<", "<(other)", "The same as lt.", compares<CompareOp::Less>),
    against("le", "le(other)", "It is less or equal.", compares<CompareOp::LessEqual>),
    against("<=", "<=(other)", "The same as le.", compares<CompareOp::LessEqual>),
    against("gt", "gt(other)", "It is greater.", compares<CompareOp::Greater>),
    against("greaterthan", "greaterthan(other)", "The same as gt.", compares<CompareOp::Greater>),
    against(">", ">(other)", "The same as gt.", compares<CompareOp::Greater>),
    against("ge", "ge(other)", "It is greater or equal.", compares<CompareOp::GreaterEqual>),
    against(">=", ">=(other)", "The same as ge.", compares<CompareOp::GreaterEqual>),
});

}  // namespace

std::span<const Test> valueTests() {
    return kTests;
}

}  // namespace touchstone::text::jinja
