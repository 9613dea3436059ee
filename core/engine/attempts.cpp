// SPDX-License-Identifier: Apache-2.0
//
// The attempt loop, where routing and validation meet: tiers in order, calls to each with retries, answers until one is
// valid.

#include "run.h"

#include "awaiting.h"
#include "text/tokens.h"
#include "trace/attempts.h"

namespace touchstone::engine {

namespace asio = boost::asio;
using trace::SpanStatus;

namespace {

ErrorCode codeOf(provider::FailureKind kind) {
    using provider::FailureKind;
    switch (kind) {
        case FailureKind::Unauthorized:
            return ErrorCode::PermissionDenied;
        case FailureKind::ModelNotFound:
        case FailureKind::NotRecorded:
            return ErrorCode::NotFound;
        case FailureKind::BadRequest:
        case FailureKind::ContextTooLong:
        case FailureKind::ContentFilter:
            return ErrorCode::InvalidArgument;
        case FailureKind::RateLimited:
        case FailureKind::QuotaSpent:
            return ErrorCode::RateLimited;
        case FailureKind::Timeout:
            return ErrorCode::Timeout;
        case FailureKind::Cancelled:
            return ErrorCode::Cancelled;
        case FailureKind::Server:
        case FailureKind::Network:
        case FailureKind::Interrupted:
        case FailureKind::Malformed:
            return ErrorCode::Unavailable;
    }
    return ErrorCode::Unavailable;
}

// The detail of a PolicyRefused that is about one tier only: another may be cheap enough.
constexpr std::string_view kOverBudget = "over-budget";

constexpr std::string_view kTooLong = "context_too_long";  // as fitsWindow() says it

// No other tier makes up for these, nor does an earlier answer.
bool endsRun(const Error& error) {
    return error.code == ErrorCode::Cancelled ||
           (error.code == ErrorCode::PolicyRefused && error.detail != kOverBudget);
}

void addFailure(std::string& failures, const std::string& tier, const std::string& message) {
    failures += (failures.empty() ? "" : "; ") + tier + ": " + message;
}

// Whether a provider may have worked, and charge for it, before a call failed this way without saying what it used.
bool mayBeCharged(provider::FailureKind kind) {
    using provider::FailureKind;
    return kind == FailureKind::Timeout || kind == FailureKind::Interrupted || kind == FailureKind::Malformed ||
           kind == FailureKind::Cancelled;
}

// What a provider would count: its texts, without the framing that is ours to reserve.
std::int64_t estimatePromptTokens(const workflow::Prompt& prompt) {
    std::int64_t tokens = 0;
    for (const workflow::Message& message : prompt.messages)
        tokens += text::estimateTokens(message.content);
    return tokens;
}

}  // namespace

Run::Awaited Run::answer(const policy::ScreenedInput& input, const Rendered& rendered, const routing::Plan& plan) {
    std::string failures;
    std::optional<Answer> invalid;
    ErrorCode code = ErrorCode::Unavailable;
    for (const std::string& tier : plan.tiers) {
        m_trace.summary.fellBack = tier != plan.tiers.front();
        auto answered = co_await answerFrom(tier, input, rendered);
        if (answered.ok() && answered->validated.valid) {
            noteFallback(std::move(failures));
            m_spans.close(m_routeSpan);
            co_return answered;
        }
        if (answered.ok()) {
            addFailure(failures, tier,
                       answered->validated.cut ? answered->validated.failures.front().message
                                               : "its answer does not satisfy the output schema");
            invalid = std::move(answered).value();
            continue;
        }
        code = answered.error().code;
        if (endsRun(answered.error())) {
            m_spans.close(m_routeSpan, code == ErrorCode::Cancelled ? SpanStatus::Cancelled : SpanStatus::Error,
                          answered.error().message);
            co_return answered;
        }
        addFailure(failures, tier, answered.error().message);
    }
    m_spans.close(m_routeSpan, SpanStatus::Error, invalid ? "no valid answer" : failures);
    if (invalid) {
        nameTier(invalid->tier);
        m_trace.summary.fellBack = invalid->tier != plan.tiers.front();
        noteFallback(std::move(failures));
        co_return *std::move(invalid);
    }
    co_return Error{code, std::move(failures)};
}

void Run::noteFallback(std::string failures) {
    if (!m_trace.summary.fellBack)
        return;
    m_spans.note(m_routeSpan, "touchstone.route.fell_back", failures);
    m_fellBack = std::move(failures);
}

Run::Awaited Run::answerFrom(const std::string& tierName, const policy::ScreenedInput& input,
                             const Rendered& rendered) {
    const workflow::OutputPart& output = compiled().workflow.output;
    workflow::Prompt prompt = rendered.prompt;
    std::int64_t promptTokens = rendered.promptTokens;
    const bool reask = std::find(output.repair.begin(), output.repair.end(), "reask") != output.repair.end();
    std::optional<Answer> invalid;
    for (std::int64_t asked = 1;; ++asked) {
        TOUCHSTONE_CO_TRY(const policy::ClearedPrompt cleared, compiled().gate.clear(prompt, input));
        auto completion = co_await completeWithRetries(tierName, cleared, promptTokens);
        if (!completion.ok() && invalid && !endsRun(completion.error()))
            co_return *std::move(invalid);
        if (!completion.ok())
            co_return std::move(completion).error();
        Validated validated = validateAnswer(completion.value(), input);
        Answer answer{tierName, std::move(completion->text), completion->finish, std::move(validated), m_attempt};
        const bool asksAgain = asked < output.attempts && !answer.validated.cut;  // the same limit would cut it again
        if (answer.validated.valid || !asksAgain)
            co_return answer;
        if (reask) {
            prompt = reaskPrompt(rendered.prompt, answer.text, answer.validated.failures);
            promptTokens = tokensOf(prompt);
        }
        invalid = std::move(answer);
    }
}

asio::awaitable<Result<provider::Completion>> Run::completeWithRetries(const std::string& tierName,
                                                                       const policy::ClearedPrompt& prompt,
                                                                       std::int64_t promptTokens) {
    const workflow::Tier* tier = compiled().workflow.routing.tier(tierName);
    for (std::int64_t call = 1;; ++call) {
        TOUCHSTONE_CO_TRY_VOID(unlessCancelled());
        const auto provider = m_parts.providers.forTier(*tier);
        if (!provider.ok()) {
            recordUnasked(tierName, *tier, provider.error());
            co_return provider.error();
        }
        if (const auto allowed = allowCall(*tier, promptTokens); !allowed.ok()) {
            recordUnasked(tierName, *tier, allowed.error());
            co_return allowed.error();
        }
        provider::Reply reply = co_await attempt(tierName, *tier, *provider.value(), prompt);
        if (auto* completion = std::get_if<provider::Completion>(&reply))
            co_return std::move(*completion);
        const auto& failure = std::get<provider::Failure>(reply);
        const auto delay = routing::retryDelay(compiled().workflow.routing.retry, call, failure, m_parts.random);
        if (!delay)
            co_return Error{codeOf(failure.kind), failure.message, failure.providerText};
        ++m_trace.summary.retries;
        const auto span = m_spans.open("wait", m_routeSpan);
        m_spans.note(span, "touchstone.retry.delay_ms", delay->count());
        co_await sleepFor(m_parts.clock, *delay, m_stop);
        m_spans.close(span, m_stop.stop_requested() ? SpanStatus::Cancelled : SpanStatus::Ok);
    }
}

void Run::recordUnasked(const std::string& tierName, const workflow::Tier& tier, const Error& error) {
    const auto span = m_spans.open("attempt " + tierName, m_routeSpan);
    m_spans.note(span, "gen_ai.provider.name", tier.provider);
    m_spans.note(span, "gen_ai.request.model", tier.model);
    m_spans.note(span, "error.type", error.detail == kTooLong ? kTooLong : toString(error.code));
    m_spans.close(span, SpanStatus::Error, error.message);
}

asio::awaitable<provider::Reply> Run::attempt(const std::string& tierName, const workflow::Tier& tier,
                                              provider::Provider& provider, const policy::ClearedPrompt& prompt) {
    const auto span = m_attempt = m_spans.open("attempt " + tierName, m_routeSpan);
    ++m_trace.summary.attempts;
    m_trace.detail.validation.clear();
    nameTier(tierName);
    m_spans.note(span, "gen_ai.operation.name", "chat");
    m_spans.note(span, "gen_ai.provider.name", tier.provider);
    m_spans.note(span, "gen_ai.request.model", tier.model);

    provider::Call call{prompt, tier.model, tier.params, {}};
    call.deadlines.total = compiled().workflow.routing.timeout;
    call.deadlines.firstToken = call.deadlines.total;  // a slow start is the version's to allow
    FirstToken firstToken(m_spans, m_parts.clock);
    auto onDelta = [this, &firstToken, restart = m_sentText](std::string_view text) mutable {
        firstToken.seen();
        if (m_onDelta)
            m_onDelta(text, std::exchange(restart, false));
        m_sentText = true;
    };
    provider::Reply reply = co_await sendCall(provider, std::move(call), m_stop, std::move(onDelta));

    if (firstToken.elapsed())
        m_spans.note(span, "gen_ai.response.time_to_first_chunk",
                     std::chrono::duration<double>(*firstToken.elapsed() - m_spans.startOf(span)).count());
    recordReply(span, tier, reply, prompt);
    co_return reply;
}

void Run::recordReply(trace::SpanRecorder::Index span, const workflow::Tier& tier, const provider::Reply& reply,
                      const policy::ClearedPrompt& prompt) {
    if (const auto* completion = std::get_if<provider::Completion>(&reply)) {
        account(span, tier, completion->usage, prompt, completion->text);
        m_trace.detail.output = completion->text;
        m_said.push_back({span, completion->text});
        m_spans.note(span, "gen_ai.response.model", completion->model);
        m_spans.note(span, "gen_ai.response.finish_reasons", Json::array({toString(completion->finish)}));
        m_spans.close(span);
    } else {
        const auto& failure = std::get<provider::Failure>(reply);
        // Rules that could not see the whole say nothing of a part: half a card number passes them.
        m_trace.detail.output = screensOutput(compiled().workflow) ? std::string() : failure.partialText;
        if (!m_trace.detail.output.empty())
            m_said.push_back({span, failure.partialText});
        if (failure.usage || !failure.partialText.empty() || mayBeCharged(failure.kind))
            account(span, tier, failure.usage, prompt, failure.partialText);
        else
            trace::noteCost(m_spans, span, Money());
        m_spans.note(span, "error.type", toString(failure.kind));
        if (!failure.providerText.empty())
            m_spans.note(span, "touchstone.provider.text", failure.providerText);
        if (!failure.requestId.empty())
            m_spans.note(span, "touchstone.request.id", failure.requestId);
        m_spans.close(span,
                      failure.kind == provider::FailureKind::Cancelled ? SpanStatus::Cancelled : SpanStatus::Error,
                      failure.message);
    }
}

Validated Run::validateAnswer(const provider::Completion& completion, const policy::ScreenedInput& input) {
    const auto span = m_spans.open("validate");
    Validated validated = validate(compiled(), completion.text, completion.finish);
    m_trace.detail.validation = recordable(compiled(), completion.text, completion.finish, validated.failures, input);
    m_spans.close(span, validated.valid ? SpanStatus::Ok : SpanStatus::Error,
                  validated.valid ? "" : m_trace.detail.validation.front().message);
    return validated;
}

Result<void> Run::allowCall(const workflow::Tier& tier, std::int64_t promptTokens) const {
    if (m_request.origin == trace::Origin::Replay)
        return {};  // nothing is sent or charged, and what was known then is in the record
    TOUCHSTONE_TRY_VOID(fitsWindow(tier, promptTokens, m_parts.prices));
    return reserveBudget(tier, promptTokens);
}

Result<void> Run::reserveBudget(const workflow::Tier& tier, std::int64_t promptTokens) const {
    const std::optional<Money>& limit = compiled().workflow.budget.perRun;
    if (!limit)
        return {};
    const auto price = m_parts.prices.priceOf(tier);
    if (!price)
        return Error{ErrorCode::PolicyRefused,
                     "budget.per_run_usd is set but the price of " + tier.model +
                         " is unknown; give routing.tiers.<tier>.price, or remove the budget",
                     std::string(kOverBudget)};
    const Money expected = cost::costOf({promptTokens, longestAnswer(tier)}, *price);
    if (m_trace.summary.cost.value_or(Money()) + expected > *limit)
        return Error{ErrorCode::PolicyRefused,
                     "this call would cost at least $" + expected.toDecimal() +
                         ", which is over budget.per_run_usd of $" + limit->toDecimal(),
                     std::string(kOverBudget)};
    return {};
}

void Run::noteOverspending() {
    const std::optional<Money>& limit = compiled().workflow.budget.perRun;
    const Money spent = m_trace.summary.cost.value_or(Money());
    if (!limit || spent <= *limit)
        return;
    m_trace.detail.policy.push_back(
        {"budget.per_run_usd", "attempt", "flag", m_trace.summary.tier, 1,
         "the run cost $" + spent.toDecimal() + ", over budget.per_run_usd of $" + limit->toDecimal() +
             "; give the tier params.max_tokens, so that its answer is reserved before the call"});
}

void Run::nameTier(const std::string& tierName) {
    const workflow::Tier* tier = compiled().workflow.routing.tier(tierName);
    m_trace.summary.tier = tierName;
    m_trace.summary.provider = tier->provider;
    m_trace.summary.model = tier->model;
}

void Run::account(trace::SpanRecorder::Index span, const workflow::Tier& tier,
                  const std::optional<provider::Usage>& usage, const policy::ClearedPrompt& prompt,
                  const std::string& text) {
    const provider::Usage used =
        usage.value_or(provider::Usage{estimatePromptTokens(prompt.prompt()), text::estimateTokens(text), 0, 0, true});
    trace::Summary& summary = m_trace.summary;
    summary.inputTokens += used.input;
    summary.outputTokens += used.output;
    summary.tokensEstimated = summary.tokensEstimated || used.estimated;
    m_spans.note(span, "gen_ai.usage.input_tokens", used.input);
    m_spans.note(span, "gen_ai.usage.output_tokens", used.output);
    if (const auto price = m_parts.prices.priceOf(tier)) {
        const Money cost = cost::costOf(used, *price);
        trace::noteCost(m_spans, span, cost);
        summary.cost = summary.cost.value_or(Money()) + cost;
        noteOverspending();
    } else {
        m_costKnown = false;
    }
}

}  // namespace touchstone::engine
