// SPDX-License-Identifier: Apache-2.0
//
// What the spans of a run say of its attempts: each is one call to one model, or a tier that could not be asked. Pure
// functions.

#pragma once

#include "trace/span_recorder.h"
#include "trace/trace.h"

#include <cstddef>
#include <optional>
#include <string>

namespace touchstone::trace {

// Bytes that are kept of an answer that is not the run's.
inline constexpr std::size_t kLongestKeptAnswer = 32U << 10U;

[[nodiscard]] bool isAttempt(const Span& span);
// "small" of "attempt small".
[[nodiscard]] std::string tierOf(const Span& attempt);
// False for a tier that could not be asked.
[[nodiscard]] bool wasCalled(const Span& attempt);
// The model answered, whatever the answer was worth.
[[nodiscard]] bool wasAnswered(const Span& attempt);
// The attempt whose answer is the output of the run; null when none is, as in every run that failed or was cancelled.
[[nodiscard]] const Span* answeringAttempt(const Trace& trace);
// The last attempt that called a model: the output of a run that nobody answered is what it had of this one. Null
// without any.
[[nodiscard]] const Span* lastCall(const Trace& trace);

// What the attempt cost, zero when nothing was charged. Empty: its price is unknown, or the trace is older than this.
[[nodiscard]] std::optional<Money> costOf(const Span& attempt);
void noteCost(SpanRecorder& spans, SpanRecorder::Index attempt, Money cost);

// What a model said that is not the run's answer: another one was asked for.
struct KeptAnswer {
    std::string text;
    bool isWhole = true;  // neither cut nor altered by policy
};
// Empty: it said nothing, policy withholds it, or the trace is older than this.
[[nodiscard]] std::optional<KeptAnswer> keptAnswerOf(const Span& attempt);
// Cuts what is too long.
void noteAnswer(SpanRecorder& spans, SpanRecorder::Index attempt, KeptAnswer answer);

}  // namespace touchstone::trace
