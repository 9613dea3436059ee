// SPDX-License-Identifier: Apache-2.0

#include "openai_answer.h"

#include <utility>

namespace touchstone::provider {
namespace {

constexpr std::int64_t kLargestCount = std::int64_t{1} << 40;

std::optional<std::int64_t> countAt(const Json& object, std::string_view key) {
    const std::int64_t count = integerAt(object, key, -1);
    if (count < 0 || count > kLargestCount)
        return std::nullopt;
    return count;
}

std::int64_t detailAt(const Json& usage, std::string_view group, std::string_view key) {
    const Json* details = memberAt(usage, group);
    return details ? countAt(*details, key).value_or(0) : 0;
}

bool isTruthy(const Json* value) {
    return value && !value->is_null() && *value != Json(false) && *value != Json("");
}

}  // namespace

std::optional<Usage> openAiUsage(const Json& usage) {
    const auto input = countAt(usage, "prompt_tokens");
    const auto output = countAt(usage, "completion_tokens");
    if (!input || !output || *input == 0)
        return std::nullopt;
    Usage counts;
    counts.input = *input;
    counts.output = *output;
    counts.cachedInput = detailAt(usage, "prompt_tokens_details", "cached_tokens");
    counts.reasoning = detailAt(usage, "completion_tokens_details", "reasoning_tokens");
    if (counts.cachedInput > counts.input || counts.reasoning > counts.output)
        return std::nullopt;
    return counts;
}

AnswerStep OpenAiAnswer::takeEvent(std::string_view data, const Provider::OnDelta& onText) {
    if (data.starts_with("[DONE]"))
        return AnswerEnded{};
    return take(data, "delta", onText);
}

AnswerStep OpenAiAnswer::takeWhole(std::string_view body, const Provider::OnDelta& onText) {
    return take(body, "message", onText);
}

AnswerStep OpenAiAnswer::take(std::string_view text, const char* choiceMember, const Provider::OnDelta& onText) {
    const auto parsed = parseJson(text);
    if (!parsed.ok())
        return AnswerMalformed{parsed.error().message};
    const Json& piece = parsed.value();
    if (!piece.is_object())
        return AnswerMalformed{"not a JSON object"};
    if (const Json* error = memberAt(piece, "error"); isTruthy(error))
        return AnswerError{*error};
    const Json* choices = memberAt(piece, "choices");
    const Json* usage = memberAt(piece, "usage");
    if ((!choices || !choices->is_array()) && !usage)
        return AnswerMalformed{"neither \"choices\" nor \"usage\" in it"};
    if (m_model.empty())
        m_model = stringAt(piece, "model");
    if (m_id.empty())
        m_id = stringAt(piece, "id");
    if (usage && usage->is_object())
        m_usage = openAiUsage(*usage);
    if (choices && choices->is_array())
        for (const Json& choice : *choices)
            takeChoice(choice, choiceMember, onText);
    return AnswerGoesOn{};
}

// One answer was asked for, so the first choice is the answer whatever else comes.
void OpenAiAnswer::takeChoice(const Json& choice, const char* member, const Provider::OnDelta& onText) {
    if (integerAt(choice, "index", 0) != 0)
        return;
    if (const Json* piece = memberAt(choice, member)) {
        takeText(*piece, "content", onText);
        if (isTruthy(memberAt(*piece, "refusal"))) {
            takeText(*piece, "refusal", onText);
            m_refused = true;
        }
        const Json* tools = memberAt(*piece, "tool_calls");
        m_callsTools = m_callsTools || (tools && tools->is_array() && !tools->empty());
    }
    takeFinish(stringAt(choice, "finish_reason"));
}

void OpenAiAnswer::takeText(const Json& piece, const char* member, const Provider::OnDelta& onText) {
    const std::string text = stringAt(piece, member);
    if (text.empty())
        return;
    m_text += text;
    if (onText)
        onText(text);
}

void OpenAiAnswer::takeFinish(std::string_view reason) {
    if (reason.empty())
        return;
    if (reason == "length")
        m_finish = Finish::Length;
    else if (reason == "content_filter" || m_refused)
        m_finish = Finish::ContentFilter;
    else
        m_finish = Finish::Stop;
}

Completion OpenAiAnswer::takeCompletion(std::string_view askedModel) {
    TOUCHSTONE_CHECK(m_finish, "only a whole answer is a completion");
    Completion completion;
    completion.text = std::move(m_text);
    completion.finish = *m_finish;
    completion.usage = m_usage;
    completion.model = m_model.empty() ? std::string(askedModel) : std::move(m_model);
    completion.responseId = std::move(m_id);
    return completion;
}

}  // namespace touchstone::provider
