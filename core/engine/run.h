// SPDX-License-Identifier: Apache-2.0
//
// One run while it happens: the coroutine that goes through the stages, and its record.

#pragma once

#include "engine/engine.h"
#include "stages.h"
#include "trace/span_recorder.h"

#include <boost/asio/awaitable.hpp>

namespace touchstone::engine {

class Run {
public:
    // Every reference outlives the run.
    Run(const EngineParts& parts, RunRequest request, std::stop_token stop, Engine::OnDelta onDelta);

    // The request flow, from the input to the recorded outcome.
    [[nodiscard]] boost::asio::awaitable<Outcome> execute();

private:
    struct Answer {
        std::string tier;
        std::string text;
        provider::Finish finish = provider::Finish::Stop;
        Validated validated;
        trace::SpanRecorder::Index attempt = 0;  // its span
    };
    // What a model said in an attempt.
    struct Said {
        trace::SpanRecorder::Index attempt = 0;
        std::string text;
    };
    using Awaited = boost::asio::awaitable<Result<Answer>>;

    // The stages in their order; an Error ends the run.
    Awaited flow();
    Result<policy::ScreenedInput> admitInput();
    Result<Context> gather(const policy::ScreenedInput& input);
    Result<Rendered> renderPrompt(const policy::ScreenedInput& input, const Context& context);
    Result<routing::Plan> chooseTiers(const policy::ScreenedInput& input, const Rendered& rendered);
    Awaited answer(const policy::ScreenedInput& input, const Rendered& rendered, const routing::Plan& plan);
    Result<Answer> guard(Answer answer, const policy::ScreenedInput& input);
    // Another tier than the first answered; `failures` says why.
    void noteFallback(std::string failures);
    // Whether the call may be made: the prompt fits into the model's window and the longest answer into the budget.
    // A replay may make every call.
    [[nodiscard]] Result<void> allowCall(const workflow::Tier& tier, std::int64_t promptTokens) const;
    // A tier that cannot be asked at all: no such provider, no key, prompt too long, over budget.
    void recordUnasked(const std::string& tierName, const workflow::Tier& tier, const Error& error);
    // Output policy for what a run without an answer has to show.
    void guardPartial(const policy::ScreenedInput& input);
    // Keeps with their attempts what models said but in `chosen`, as far as output policy lets it.
    void keepAnswersBut(trace::SpanRecorder::Index chosen, const policy::ScreenedInput& input);
    Outcome record(Result<Answer> answer);

    // One tier until it answers or is given up; an Error when it cannot answer.
    Awaited answerFrom(const std::string& tierName, const policy::ScreenedInput& input, const Rendered& rendered);
    boost::asio::awaitable<Result<provider::Completion>> completeWithRetries(const std::string& tierName,
                                                                             const policy::ClearedPrompt& prompt,
                                                                             std::int64_t promptTokens);
    boost::asio::awaitable<provider::Reply> attempt(const std::string& tierName, const workflow::Tier& tier,
                                                    provider::Provider& provider, const policy::ClearedPrompt& prompt);
    Validated validateAnswer(const provider::Completion& completion, const policy::ScreenedInput& input);

    // Refuses a call whose prompt and longest answer would not fit into what is left of the run's budget.
    Result<void> reserveBudget(const workflow::Tier& tier, std::int64_t promptTokens) const;
    // A tier without `max_tokens` may answer for more than was reserved: the trace says so.
    void noteOverspending();
    void recordReply(trace::SpanRecorder::Index span, const workflow::Tier& tier, const provider::Reply& reply,
                     const policy::ClearedPrompt& prompt);
    void account(trace::SpanRecorder::Index span, const workflow::Tier& tier,
                 const std::optional<provider::Usage>& usage, const policy::ClearedPrompt& prompt,
                 const std::string& text);
    void nameTier(const std::string& tierName);
    void keepVerdicts(const std::vector<policy::Verdict>& verdicts);
    [[nodiscard]] Result<void> unlessCancelled() const;
    [[nodiscard]] const CompiledWorkflow& compiled() const { return m_request.workflow->compiled(); }

    // Constant after construction
    const EngineParts& m_parts;
    const RunRequest m_request;
    const std::stop_token m_stop;
    const Engine::OnDelta m_onDelta;

    // The record, grown by the stages
    trace::Trace m_trace;
    trace::SpanRecorder m_spans;
    trace::SpanRecorder::Index m_routeSpan = 0;
    trace::SpanRecorder::Index m_attempt = 0;  // the last call to a model
    std::vector<Said> m_said;
    std::string m_fellBack;                      // Outcome::fellBack
    std::optional<InputProblem> m_inputProblem;  // Outcome::inputProblem
    bool m_costKnown = true;
    bool m_sentText = false;  // an attempt's text reached the caller
};

}  // namespace touchstone::engine
