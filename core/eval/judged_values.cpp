// SPDX-License-Identifier: Apache-2.0

#include "judged_values.h"

#include "text/utf8.h"

#include <fmt/format.h>
#include <re2/re2.h>

namespace touchstone::eval {

Answer::Answer(const ScorerInput& input, std::string_view pointer) {
    if (pointer.empty()) {
        m_text = trimmed(input.text);
        if (input.json)
            m_json = *input.json;
        return;
    }
    std::optional<Json> parsed;
    if (!input.json) {
        auto result = parseJson(trimmed(input.text));
        if (!result.ok()) {
            m_why = "the answer is " + result.error().message;
            return;
        }
        parsed = std::move(result).value();
    }
    const Json* value = resolvePointer(input.json ? *input.json : *parsed, pointer);
    if (!value) {
        m_why = fmt::format("the answer has no value at {}", pointer);
        return;
    }
    m_json = *value;
    m_text = plainText(*value);
}

const Json* Answer::json() {
    if (!m_json && m_text) {
        auto result = parseJson(*m_text);
        if (!result.ok()) {
            m_why = "the answer is " + result.error().message;
            return nullptr;
        }
        m_json = std::move(result).value();
    }
    return m_json ? &*m_json : nullptr;
}

Result<Expectation> Expectation::parse(const ScorerSpec& spec, bool constantAllowed) {
    Expectation result;
    TOUCHSTONE_TRY(result.m_pointer, spec.pointer("expected_at"));
    if (const Json* constant = constantAllowed ? spec.find("value") : nullptr)
        result.m_constant = *constant;
    if (result.m_constant && !result.m_pointer.empty())
        return spec.error("\"value\" and \"expected_at\" exclude each other");
    return result;
}

Result<const Json*> Expectation::of(const ScorerInput& input) const {
    if (m_constant)
        return &*m_constant;
    if (!input.testCase.expected)
        return Error{ErrorCode::NotFound, "the case has no expected answer; add one, or leave the case out"};
    const Json* value = resolvePointer(*input.testCase.expected, m_pointer);
    if (!value)
        return Error{ErrorCode::NotFound, fmt::format("the case's expected answer has no value at {}", m_pointer)};
    return value;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n\f\v";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::string plainText(const Json& value) {
    return value.is_string() ? std::string(trimmed(value.get_ref<const std::string&>())) : toText(value);
}

std::string shortened(std::string_view text) {
    constexpr std::size_t kShown = 80;
    const std::size_t end = text::offsetOfCodePoint(text.substr(0, 4 * kShown), kShown);
    return end >= text.size() ? std::string(text) : fmt::format("{}…", text.substr(0, end));
}

std::string inQuotes(std::string_view text) {
    return fmt::format("\"{}\"", shortened(text));
}

bool equalIgnoringCase(std::string_view a, std::string_view b) {
    if (a == b)
        return true;
    RE2::Options options(RE2::Quiet);
    options.set_literal(true);
    options.set_case_sensitive(false);
    const RE2 folded(re2::StringPiece(a.data(), a.size()), options);
    return folded.ok() && RE2::FullMatch(re2::StringPiece(b.data(), b.size()), folded);
}

}  // namespace touchstone::eval
