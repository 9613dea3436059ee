// SPDX-License-Identifier: Apache-2.0
//
// The judges that compare a value with the expected one: equals and label.

#include "judge.h"
#include "judged_values.h"

#include <fmt/format.h>

namespace touchstone::eval {
namespace {

bool isStructure(const Json& value) {
    return value.is_object() || value.is_array();
}

// An expectation from a CSV cell may be JSON text; only objects and lists are taken for it.
std::optional<Json> structureIn(const Json& expected) {
    if (isStructure(expected))
        return expected;
    if (!expected.is_string())
        return std::nullopt;
    const std::string_view text = trimmed(expected.get_ref<const std::string&>());
    if (!text.starts_with('{') && !text.starts_with('['))
        return std::nullopt;
    auto parsed = parseJson(text);
    return parsed.ok() ? std::optional<Json>(std::move(parsed).value()) : std::nullopt;
}

// Where two JSON values first differ, as a JSON pointer.
std::string firstDifference(const Json& a, const Json& b, std::string pointer = {}) {
    if (a.is_object() && b.is_object())
        for (const auto& member : a.items()) {
            const Json* other = memberAt(b, member.key());
            if (!other || !jsonEqual(member.value(), *other))
                return other ? firstDifference(member.value(), *other, childPointer(pointer, member.key()))
                             : childPointer(pointer, member.key());
        }
    if (a.is_array() && b.is_array())
        for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
            if (!jsonEqual(a[i], b[i]))
                return firstDifference(a[i], b[i], childPointer(pointer, i));
    return pointer;
}

class EqualsJudge final : public Judge {
public:
    EqualsJudge(std::string at, Expectation expectation, bool ignoreCase)
        : m_at(std::move(at)), m_expectation(std::move(expectation)), m_ignoreCase(ignoreCase) {}

    [[nodiscard]] Result<Judgement> judge(const ScorerInput& input) const override {
        TOUCHSTONE_TRY(const Json* expected, m_expectation.of(input));
        Answer answer(input, m_at);
        if (!answer.exists())
            return Judgement{0, answer.why()};
        if (const std::optional<Json> structure = structureIn(*expected))
            return compareStructures(answer, *structure);
        return compareTexts(answer, *expected);
    }

private:
    static Judgement compareStructures(Answer& answer, const Json& expected) {
        const Json* actual = answer.json();
        if (!actual)
            return {0, answer.why()};
        if (jsonEqual(expected, *actual))
            return {1, "equal as JSON"};
        const std::string where = firstDifference(expected, *actual);
        return {0, where.empty() ? "differs from the expected JSON" : "differs from the expected JSON at " + where};
    }

    [[nodiscard]] Judgement compareTexts(Answer& answer, const Json& expected) const {
        const Json* actual = expected.is_string() ? nullptr : answer.json();
        if (actual && jsonEqual(expected, *actual))
            return {1, "equal as JSON"};
        const std::string wanted = plainText(expected);
        if (answer.text() == wanted || (m_ignoreCase && equalIgnoringCase(wanted, answer.text())))
            return {1, "equal"};
        return {0, fmt::format("expected {}, got {}", inQuotes(wanted), inQuotes(answer.text()))};
    }

    std::string m_at;
    Expectation m_expectation;
    bool m_ignoreCase;
};

class LabelJudge final : public Judge {
public:
    LabelJudge(std::string at, Expectation expectation, bool ignoreCase)
        : m_at(std::move(at)), m_expectation(std::move(expectation)), m_ignoreCase(ignoreCase) {}

    [[nodiscard]] Result<Judgement> judge(const ScorerInput& input) const override {
        TOUCHSTONE_TRY(const Json* expectedValue, m_expectation.of(input));
        const std::string expected = plainText(*expectedValue);
        const Answer answer(input, m_at);
        if (!answer.exists())
            return Judgement{0, answer.why(), LabelPair{expected, ""}};
        const bool same = answer.text() == expected || (m_ignoreCase && equalIgnoringCase(expected, answer.text()));
        if (same)
            return Judgement{1, inQuotes(expected), LabelPair{expected, expected}};
        return Judgement{0, fmt::format("expected {}, got {}", inQuotes(expected), inQuotes(answer.text())),
                         LabelPair{expected, shortened(answer.text())}};
    }

private:
    std::string m_at;
    Expectation m_expectation;
    bool m_ignoreCase;
};

template <class ValueJudge>
JudgeResult makeValueJudge(const ScorerSpec& spec, bool constantAllowed) {
    TOUCHSTONE_TRY(std::string at, spec.pointer("at"));
    TOUCHSTONE_TRY(Expectation expectation, Expectation::parse(spec, constantAllowed));
    TOUCHSTONE_TRY(const bool ignoreCase, spec.flag("ignore_case", false));
    return std::shared_ptr<const Judge>(
        std::make_shared<ValueJudge>(std::move(at), std::move(expectation), ignoreCase));
}

}  // namespace

JudgeResult makeEqualsJudge(const ScorerSpec& spec) {
    TOUCHSTONE_TRY_VOID(spec.allowKeys({"at", "expected_at", "value", "ignore_case"}));
    return makeValueJudge<EqualsJudge>(spec, true);
}

JudgeResult makeLabelJudge(const ScorerSpec& spec) {
    TOUCHSTONE_TRY_VOID(spec.allowKeys({"at", "expected_at", "ignore_case"}));
    return makeValueJudge<LabelJudge>(spec, false);
}

}  // namespace touchstone::eval
