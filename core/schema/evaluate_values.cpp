// SPDX-License-Identifier: Apache-2.0

#include "describe.h"
#include "evaluator.h"

#include <algorithm>

namespace touchstone::schema {
namespace {

// Searching a short list beats hashing the value.
constexpr std::size_t kShortList = 8;
constexpr std::size_t kValuesShown = 12;

std::string listed(const std::vector<Json>& values) {
    std::string text;
    for (std::size_t i = 0; i < std::min(values.size(), kValuesShown); ++i)
        text += (i == 0 ? "" : ", ") + brief(values[i]);
    if (values.size() > kValuesShown)
        text += " and " + std::to_string(values.size() - kValuesShown) + " more";
    return text;
}

std::string nearestValue(const std::vector<Json>& values, const Json& got) {
    if (!got.is_string())
        return {};
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < values.size() && i < 1'000; ++i)
        if (values[i].is_string())
            names.push_back(values[i].get_ref<const std::string&>());
    const std::string nearest = nearestName(got.get_ref<const std::string&>(), names);
    return nearest.empty() ? "" : "; did you mean " + quote(nearest) + "?";
}

std::string numberText(const Number& number) {
    return std::visit([](auto value) { return toText(Json(value)); }, number);
}

struct Bound {
    std::string_view keyword;
    std::string_view expected;
    bool holds;
};

Bound judge(Op op, std::partial_ordering order) {
    switch (op) {
        case Op::Minimum:
            return {"minimum", "at least ", order >= 0};
        case Op::Maximum:
            return {"maximum", "at most ", order <= 0};
        case Op::ExclusiveMinimum:
            return {"exclusiveMinimum", "more than ", order > 0};
        default:
            return {"exclusiveMaximum", "less than ", order < 0};
    }
}

struct CountRule {
    std::string_view keyword;
    bool isMinimum;
    std::string_view singular;
    std::string_view plural;
};

CountRule countRule(Op op) {
    switch (op) {
        case Op::MinItems:
            return {"minItems", true, "item", "items"};
        case Op::MaxItems:
            return {"maxItems", false, "item", "items"};
        case Op::MinProperties:
            return {"minProperties", true, "property", "properties"};
        case Op::MaxProperties:
            return {"maxProperties", false, "property", "properties"};
        case Op::MinLength:
            return {"minLength", true, "character", "characters"};
        default:
            return {"maxLength", false, "character", "characters"};
    }
}

std::string countMessage(const CountRule& rule, std::uint32_t limit, std::size_t got) {
    return std::string(rule.isMinimum ? "expected at least " : "expected at most ") +
           counted(limit, rule.singular, rule.plural) + ", got " + std::to_string(got);
}

}  // namespace

bool Evaluator::same(const Json& a, const Json& b, const Frame& frame) {
    CompareBudget budget{m_steps, m_program.limits.evaluationDepth};
    const bool equal = sameValue(a, b, budget);
    m_steps = budget.steps;
    return spend(0, frame) && equal;
}

std::uint64_t Evaluator::hash(const Json& value, const Frame& frame) {
    CompareBudget budget{m_steps, m_program.limits.evaluationDepth};
    const std::uint64_t result = hashValue(value, budget);
    m_steps = budget.steps;
    (void)spend(0, frame);
    return result;
}

bool Evaluator::checkConst(const Instruction& instruction, const Frame& frame) {
    const Json& expected = m_program.values[instruction.a];
    return same(expected, frame.at.value, frame) ||
           fail(frame, "const", [&] { return "expected " + brief(expected) + ", got " + describe(frame.at.value); });
}

bool Evaluator::checkEnum(const Instruction& instruction, const Frame& frame) {
    const Enumeration& enumeration = m_program.enumerations[instruction.a];
    const auto isValue = [&](const Json& candidate) { return same(candidate, frame.at.value, frame); };
    bool found = false;
    if (enumeration.values.size() <= kShortList) {
        found = std::any_of(enumeration.values.begin(), enumeration.values.end(), isValue);
    } else {
        const std::uint64_t wanted = hash(frame.at.value, frame);
        auto candidate = std::lower_bound(enumeration.byHash.begin(), enumeration.byHash.end(), std::pair(wanted, 0U));
        for (; candidate != enumeration.byHash.end() && candidate->first == wanted && !found; ++candidate)
            found = isValue(enumeration.values[candidate->second]);
    }
    return found || fail(frame, "enum", [&] {
               return "expected one of " + listed(enumeration.values) + "; got " + describe(frame.at.value) +
                      nearestValue(enumeration.values, frame.at.value);
           });
}

bool Evaluator::checkBound(const Instruction& instruction, const Frame& frame) {
    const Number& bound = m_program.numbers[instruction.a];
    const Bound judged = judge(instruction.op, compareNumbers(numberOf(frame.at.value), bound));
    return judged.holds || fail(frame, judged.keyword, [&] {
               return "expected " + std::string(judged.expected) + numberText(bound) + ", got " + brief(frame.at.value);
           });
}

bool Evaluator::checkMultiple(const Instruction& instruction, const Frame& frame) {
    const Number& divisor = m_program.numbers[instruction.a];
    return isMultipleOf(numberOf(frame.at.value), divisor) || fail(frame, "multipleOf", [&] {
               return "expected a multiple of " + numberText(divisor) + ", got " + brief(frame.at.value);
           });
}

bool Evaluator::checkLength(const Instruction& instruction, const Frame& frame) {
    const auto& text = frame.at.value.get_ref<const std::string&>();
    if (!spend(static_cast<std::int64_t>(text.size() / 64), frame))
        return false;
    const std::size_t length = codePoints(text);
    const CountRule rule = countRule(instruction.op);
    const bool holds = rule.isMinimum ? length >= instruction.a : length <= instruction.a;
    return holds || fail(frame, rule.keyword, [&] { return countMessage(rule, instruction.a, length); });
}

bool Evaluator::checkCount(const Instruction& instruction, const Frame& frame) {
    const std::size_t count = frame.at.value.size();
    const CountRule rule = countRule(instruction.op);
    const bool holds = rule.isMinimum ? count >= instruction.a : count <= instruction.a;
    return holds || fail(frame, rule.keyword, [&] { return countMessage(rule, instruction.a, count); });
}

bool Evaluator::checkPattern(const Instruction& instruction, const Frame& frame) {
    const auto found = searches(instruction.a, frame, "pattern", frame.at.value.get_ref<const std::string&>());
    return found.value_or(false) || fail(frame, "pattern", [&] {
               return "expected text that matches " + quote(m_program.patterns[instruction.a].source()) + ", got " +
                      brief(frame.at.value);
           });
}

// Nothing when the engine gave up, which stops the whole check.
std::optional<bool> Evaluator::searches(std::uint32_t pattern, const Frame& frame, std::string_view keyword,
                                        std::string_view text) {
    const schema::Pattern& regex = m_program.patterns[pattern];
    const Search result = regex.search(text, m_steps);
    if (result != Search::GaveUp)
        return result == Search::Found;
    (void)stop(ErrorCode::Timeout, frame, keyword,
               "the pattern " + quote(regex.source()) + " takes too many steps on a text of " +
                   std::to_string(text.size()) + " bytes; simplify it or limit the text with maxLength");
    return std::nullopt;
}

bool Evaluator::checkFormat(const Instruction& instruction, const Frame& frame) {
    const schema::Format& format = *m_program.formats[instruction.a];
    const auto& text = frame.at.value.get_ref<const std::string&>();
    if (!spend(static_cast<std::int64_t>(text.size() / 8), frame))
        return false;
    return format.matches(text) || fail(frame, "format", [&] {
               return "expected a " + std::string(format.name) + " such as " + quote(format.example) + ", got " +
                      brief(frame.at.value);
           });
}

}  // namespace touchstone::schema
