// SPDX-License-Identifier: Apache-2.0

#include "stages.h"

#include "text/utf8.h"

#include <algorithm>
#include <charconv>

namespace touchstone::engine {
namespace {

bool isSurrogate(std::uint32_t codePoint) {
    return codePoint >= 0xD800 && codePoint <= 0xDFFF;
}

// The four hex digits after "\u" at `at`, when they name a character of its own.
std::optional<char32_t> escapedCharacter(std::string_view json, std::size_t at) {
    constexpr std::size_t kLength = 6;
    if (json.size() - at < kLength || json[at + 1] != 'u')
        return std::nullopt;
    std::uint32_t codePoint = 0;
    const auto read = std::from_chars(json.data() + at + 2, json.data() + at + kLength, codePoint, 16);
    if (read.ptr != json.data() + at + kLength || isSurrogate(codePoint))
        return std::nullopt;
    return codePoint;
}

// JSON that does not parse, because it was cut or is wrong, with its \uXXXX written as the characters they are.
std::string withoutEscapes(std::string_view json) {
    std::string text;
    text.reserve(json.size());
    for (std::size_t at = 0; at < json.size();) {
        if (json[at] != '\\') {
            text += json[at++];
        } else if (const auto character = escapedCharacter(json, at)) {
            text::appendUtf8(text, *character);
            at += 6;
        } else {
            text += json.substr(at, 2);
            at += 2;
        }
    }
    return text;
}

// An answer as the rules should read it: "\u0040" is an "@" to whoever gets the answer.
std::string readable(const CompiledWorkflow& workflow, const std::string& answer) {
    if (workflow.workflow.output.mode == "text" || answer.find('\\') == std::string::npos)
        return answer;
    const auto parsed = parseJson(answer);
    return parsed.ok() ? toText(parsed.value()) : withoutEscapes(answer);
}

}  // namespace

bool screensOutput(const workflow::Workflow& workflow) {
    return std::ranges::any_of(
        workflow.policy, [](const workflow::PolicyRule& rule) { return rule.stage == workflow::PolicyStage::Output; });
}

policy::ScreenedText screenAnswer(const CompiledWorkflow& workflow, const std::string& answer,
                                  const policy::ScreenedInput& input) {
    if (!screensOutput(workflow.workflow))
        return {answer, {}};
    const std::string text = readable(workflow, answer);
    policy::ScreenedText screened = workflow.gate.screenOutput(text, input);
    if (screened.text == text)
        screened.text = answer;
    return screened;
}

std::vector<trace::ValidationFailure> recordable(const CompiledWorkflow& workflow, const std::string& answer,
                                                 provider::Finish finish,
                                                 const std::vector<trace::ValidationFailure>& failures,
                                                 const policy::ScreenedInput& input) {
    if (failures.empty())
        return {};
    const policy::ScreenedText screened = screenAnswer(workflow, answer, input);
    if (!screened.screening.blocked && screened.text == answer)
        return failures;
    std::vector<trace::ValidationFailure> told;
    if (!screened.screening.blocked)
        told = validate(workflow, screened.text, finish).failures;
    if (told.empty())
        told.push_back({"", "the answer does not satisfy the output schema; a policy rule withholds where"});
    return told;
}

}  // namespace touchstone::engine
