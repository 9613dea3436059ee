// SPDX-License-Identifier: Apache-2.0

#include "trace/attempts.h"

#include <algorithm>

namespace touchstone::trace {
namespace {

constexpr std::string_view kAttempt = "attempt ";
constexpr std::string_view kCost = "touchstone.cost.usd";
constexpr std::string_view kAnswer = "touchstone.answer";
constexpr std::string_view kAnswerIsPart = "touchstone.answer.part";

// No more than `most` bytes, and no half of a character.
std::string_view beginningOf(std::string_view text, std::size_t most) {
    if (text.size() <= most)
        return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U)
        --most;
    return text.substr(0, most);
}

}  // namespace

bool isAttempt(const Span& span) {
    return span.name.starts_with(kAttempt);
}

std::string tierOf(const Span& attempt) {
    return attempt.name.substr(std::min(kAttempt.size(), attempt.name.size()));
}

bool wasCalled(const Span& attempt) {
    return isAttempt(attempt) && memberAt(attempt.attributes, "gen_ai.operation.name");
}

bool wasAnswered(const Span& attempt) {
    return wasCalled(attempt) && !memberAt(attempt.attributes, "error.type");
}

// A tier's last answer is its best.
const Span* answeringAttempt(const Trace& trace) {
    if (trace.summary.status != Status::Ok && trace.summary.status != Status::Invalid)
        return nullptr;
    const auto& spans = trace.detail.spans;
    const auto answering = std::find_if(spans.rbegin(), spans.rend(), [&](const Span& span) {
        return wasAnswered(span) && tierOf(span) == trace.summary.tier;
    });
    return answering == spans.rend() ? nullptr : &*answering;
}

const Span* lastCall(const Trace& trace) {
    const auto& spans = trace.detail.spans;
    const auto last = std::find_if(spans.rbegin(), spans.rend(), wasCalled);
    return last == spans.rend() ? nullptr : &*last;
}

std::optional<Money> costOf(const Span& attempt) {
    const auto cost = Money::parse(stringAt(attempt.attributes, kCost));
    return cost.ok() ? std::optional(cost.value()) : std::nullopt;
}

void noteCost(SpanRecorder& spans, SpanRecorder::Index attempt, Money cost) {
    spans.note(attempt, kCost, cost.toDecimal());
}

std::optional<KeptAnswer> keptAnswerOf(const Span& attempt) {
    const Json* text = memberAt(attempt.attributes, kAnswer);
    if (!text || !text->is_string())
        return std::nullopt;
    return KeptAnswer{text->get<std::string>(), memberAt(attempt.attributes, kAnswerIsPart) == nullptr};
}

void noteAnswer(SpanRecorder& spans, SpanRecorder::Index attempt, KeptAnswer answer) {
    const std::string_view kept = beginningOf(answer.text, kLongestKeptAnswer);
    if (!answer.isWhole || kept.size() < answer.text.size())
        spans.note(attempt, kAnswerIsPart, true);
    spans.note(attempt, kAnswer, std::string(kept));
}

}  // namespace touchstone::trace
