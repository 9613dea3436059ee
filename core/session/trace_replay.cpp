// SPDX-License-Identifier: Apache-2.0

#include "trace_replay.h"

#include "session/done.h"
#include "trace/attempts.h"

#include <algorithm>
#include <array>
#include <deque>
#include <mutex>

namespace touchstone::session {
namespace {

// One attempt of the run: a call and its reply, or a tier that could not be asked.
struct Exchange {
    std::string tier;
    std::string provider;
    std::string model;
    std::optional<provider::Reply> reply;
    Error unasked;  // when there is no reply
};

provider::FailureKind kindNamed(std::string_view name) {
    using provider::FailureKind;
    for (int i = 0; i <= static_cast<int>(FailureKind::Cancelled); ++i)
        if (toString(static_cast<FailureKind>(i)) == name)
            return static_cast<FailureKind>(i);
    return FailureKind::NotRecorded;
}

// Why a tier was not asked, as the engine says it: what it could not take has a word of its own, and the only policy
// that is about one tier is its budget.
Error unaskedWith(const trace::Span& span) {
    const std::string type = stringAt(span.attributes, "error.type");
    if (type == toString(provider::FailureKind::ContextTooLong))
        return {ErrorCode::InvalidArgument, span.message, type};
    for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i)
        if (const auto code = static_cast<ErrorCode>(i); toString(code) == type)
            return {code, span.message, code == ErrorCode::PolicyRefused ? "over-budget" : ""};
    return {ErrorCode::Unavailable, span.message};
}

provider::Finish finishOf(const Json& attributes) {
    const Json* reasons = memberAt(attributes, "gen_ai.response.finish_reasons");
    for (const provider::Finish finish : {provider::Finish::Length, provider::Finish::ContentFilter})
        if (reasons && reasons->is_array() && !reasons->empty() && reasons->front() == Json(toString(finish)))
            return finish;
    return provider::Finish::Stop;
}

std::optional<provider::Usage> usageOf(const Json& attributes, bool isEstimated) {
    if (!memberAt(attributes, "gen_ai.usage.input_tokens"))
        return std::nullopt;
    return provider::Usage{integerAt(attributes, "gen_ai.usage.input_tokens"),
                           integerAt(attributes, "gen_ai.usage.output_tokens"), 0, 0, isEstimated};
}

// The tape of a run. Its attempts keep what their models said; where policy has altered that, it was cut for its
// length, or the trace is older than this, an answer that was asked for again is left out, and a tier that was given up
// after one fails.
class Tape {
public:
    explicit Tape(const trace::Trace& trace) : m_trace(trace), m_answering(trace::answeringAttempt(trace)) {
        std::vector<const trace::Span*> attempts;
        for (const trace::Span& span : trace.detail.spans)
            if (trace::isAttempt(span))
                attempts.push_back(&span);
        for (std::size_t i = 0; i < attempts.size(); ++i) {
            const trace::Span& span = *attempts[i];
            const bool isAskedAgain = i + 1 < attempts.size() && span.name == attempts[i + 1]->name;
            if (!trace::wasAnswered(span) || saidIn(span) || !isAskedAgain)
                m_exchanges.push_back(exchangeOf(span));
        }
    }

    [[nodiscard]] bool hasAnswer() const { return m_answering != nullptr; }
    [[nodiscard]] std::deque<Exchange> take() { return std::move(m_exchanges); }

private:
    // What its model said, word for word; empty: the trace does not have it.
    [[nodiscard]] std::optional<std::string> saidIn(const trace::Span& span) const {
        if (&span == m_answering)
            return m_trace.detail.output;
        auto kept = trace::keptAnswerOf(span);
        return kept && kept->isWhole ? std::optional(std::move(kept->text)) : std::nullopt;
    }

    [[nodiscard]] Exchange exchangeOf(const trace::Span& span) const {
        const Json& attributes = span.attributes;
        Exchange exchange{trace::tierOf(span), stringAt(attributes, "gen_ai.provider.name"),
                          stringAt(attributes, "gen_ai.request.model"), std::nullopt, unaskedWith(span)};
        const auto usage = usageOf(attributes, m_trace.summary.tokensEstimated);
        if (!trace::wasCalled(span))
            return exchange;
        if (!trace::wasAnswered(span))
            exchange.reply = failureOf(span, usage);
        else if (auto text = saidIn(span))
            exchange.reply = provider::Completion{*std::move(text), finishOf(attributes), usage,
                                                  stringAt(attributes, "gen_ai.response.model")};
        else
            exchange.reply = provider::Failure{provider::FailureKind::NotRecorded,
                                               "its answer was not valid then, and the trace does not keep it"};
        return exchange;
    }

    [[nodiscard]] provider::Failure failureOf(const trace::Span& span,
                                              const std::optional<provider::Usage>& usage) const {
        provider::Failure failure{kindNamed(stringAt(span.attributes, "error.type")), span.message};
        failure.providerText = stringAt(span.attributes, "touchstone.provider.text");
        failure.requestId = stringAt(span.attributes, "touchstone.request.id");
        failure.usage = usage;
        if (m_trace.summary.status == trace::Status::Failed && &span == trace::lastCall(m_trace))
            failure.partialText = m_trace.detail.output;
        else
            failure.partialText = saidIn(span).value_or(std::string());
        return failure;
    }

    const trace::Trace& m_trace;
    const trace::Span* const m_answering;
    std::deque<Exchange> m_exchanges;
};

// What is left of a tape, given out in its order.
class Deck {
public:
    explicit Deck(std::deque<Exchange> exchanges) : m_exchanges(std::move(exchanges)) {}

    // The error a tier could not be asked with, if that comes next.
    std::optional<Error> takeUnasked(const workflow::Tier& tier) {
        const std::lock_guard lock(m_mutex);
        if (!isNext(tier.provider, tier.model) || m_exchanges.front().reply)
            return std::nullopt;
        Error error = std::move(m_exchanges.front().unasked);
        m_exchanges.pop_front();
        return error;
    }

    provider::Reply takeReply(const std::string& provider, const std::string& model) {
        const std::lock_guard lock(m_mutex);
        if (!isNext(provider, model) || !m_exchanges.front().reply)
            return provider::Failure{provider::FailureKind::NotRecorded, "the trace does not have this call"};
        provider::Reply reply = *std::move(m_exchanges.front().reply);
        m_exchanges.pop_front();
        return reply;
    }

private:
    [[nodiscard]] bool isNext(const std::string& provider, const std::string& model) const {
        return !m_exchanges.empty() && m_exchanges.front().provider == provider && m_exchanges.front().model == model;
    }

    std::mutex m_mutex;
    // Guarded by m_mutex
    std::deque<Exchange> m_exchanges;
};

class RecordedProvider final : public provider::Provider {
public:
    RecordedProvider(Deck& deck, std::string name) : m_deck(deck), m_name(std::move(name)) {}

    std::string_view name() const override { return m_name; }

    void send(const provider::Call& call, std::stop_token, OnDelta onDelta, OnDone onDone) override {
        provider::Reply reply = m_deck.takeReply(m_name, call.model);
        if (const auto* completion = std::get_if<provider::Completion>(&reply); completion && onDelta)
            onDelta(completion->text);
        onDone(std::move(reply));
    }

private:
    Deck& m_deck;
    const std::string m_name;
};

class RecordedDirectory final : public provider::Directory {
public:
    explicit RecordedDirectory(std::deque<Exchange> exchanges) : m_deck(std::move(exchanges)) {}

    Result<std::shared_ptr<provider::Provider>> forTier(const workflow::Tier& tier) override {
        if (auto unasked = m_deck.takeUnasked(tier))
            return *std::move(unasked);
        return std::shared_ptr<provider::Provider>(std::make_shared<RecordedProvider>(m_deck, tier.provider));
    }

private:
    Deck m_deck;
};

// Nobody waits between recorded calls.
class ImpatientClock final : public Clock {
public:
    explicit ImpatientClock(Clock& clock) : m_clock(clock) {}

    WallTime wallNow() const override { return m_clock.wallNow(); }
    MonoTime monoNow() const override { return m_clock.monoNow(); }
    TimerId wakeAfter(std::chrono::nanoseconds, std::function<void()> wake) override {
        return m_clock.wakeAfter(std::chrono::nanoseconds(0), std::move(wake));
    }
    bool cancel(TimerId timer) override { return m_clock.cancel(timer); }

private:
    Clock& m_clock;
};

Result<void> requireRecorded(const trace::Trace& trace, const Tape& tape) {
    const auto refuse = [&](const std::string& why) -> Result<void> {
        return Error{ErrorCode::Unsupported, "trace " + shortText(trace.summary.id) + " cannot be replayed: " + why};
    };
    const bool wasBlocked = trace.summary.status == trace::Status::Blocked;
    if (trace.summary.status == trace::Status::Cancelled)
        return refuse("it was cancelled before it had its answer. Run its version on the same input instead");
    if (wasBlocked && trace.detail.input.is_null())
        return refuse("a policy rule withheld its input, so that it was not kept");
    if (wasBlocked && std::ranges::any_of(trace.detail.spans, trace::wasAnswered))
        return refuse("a policy rule withheld its answer, so that it was not kept");
    const bool answered = trace.summary.status == trace::Status::Ok || trace.summary.status == trace::Status::Invalid;
    if (answered && !tape.hasAnswer())
        return refuse("it does not say which model answered. Run its version on the same input instead");
    return {};
}

// The version that ran; for a draft the one that was committed just as it was.
Result<VersionId> versionOf(Context& context, const trace::Summary& summary) {
    if (!summary.version.empty())
        return summary.version;
    TOUCHSTONE_TRY(const auto versions, context.workspace().versions().list(summary.workflow));
    for (const store::VersionInfo& version : versions)
        if (version.document == summary.document)
            return version.id;
    return Error{ErrorCode::NotFound, "trace " + shortText(summary.id) +
                                          " ran a draft that was never committed as it was, and drafts are not kept. "
                                          "Run a version on the same input instead"};
}

// The tiers were chosen then; the first stays.
std::string firstTierOf(const trace::Detail& detail) {
    for (const trace::Span& span : detail.spans)
        if (const Json* tiers = memberAt(span.attributes, "touchstone.route.tiers"))
            if (tiers->is_array() && !tiers->empty() && tiers->front().is_string())
                return tiers->front().get<std::string>();
    return {};
}

}  // namespace

Result<engine::Outcome> replayTrace(Context& context, const trace::Trace& trace, std::stop_token stop) {
    Tape tape(trace);
    TOUCHSTONE_TRY_VOID(requireRecorded(trace, tape));
    TOUCHSTONE_TRY(const VersionId version, versionOf(context, trace.summary));
    TOUCHSTONE_TRY(auto prepared, context.prepareVersion(version));
    engine::RunRequest request{
        std::move(prepared),      trace.summary.version,         trace.detail.input,
        trace::Origin::Replay,    trace.summary.context.journey, trace.summary.context.environment,
        firstTierOf(trace.detail)};
    RecordedDirectory providers(tape.take());
    ImpatientClock clock(context.clock());
    engine::Engine engine({clock, context.random(), providers, cost::PriceTable::shipped(), 1});
    TOUCHSTONE_TRY(engine::Outcome outcome, await<engine::Outcome>([&](auto done) {
                       engine.run(std::move(request), std::move(stop), {}, std::move(done));
                   }));
    const auto stored = context.workspace().traces().append(outcome.trace);
    if (!stored.ok() && outcome.error.empty())
        outcome.error = "the trace was not stored: " + stored.error().message;
    return outcome;
}

}  // namespace touchstone::session
