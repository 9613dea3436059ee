// SPDX-License-Identifier: Apache-2.0

#include "provider/openai.h"

#include "net/sse.h"
#include "openai_answer.h"
#include "openai_error.h"
#include "openai_request.h"

#include <algorithm>
#include <utility>

namespace touchstone::provider {
namespace {

constexpr std::size_t kErrorBodyLimit = 64U << 10U;

bool isEventStream(const net::Head& head) {
    const auto type = net::findHeader(head.headers, "Content-Type");
    return type && type->starts_with("text/event-stream");
}

// One call on its way. Transport thread only, after send().
class Exchange : public std::enable_shared_from_this<Exchange> {
public:
    Exchange(std::shared_ptr<const OpenAiOptions> options, std::string model, const Clock& clock,
             Provider::OnDelta onDelta, Provider::OnDone onDone)
        : m_options(std::move(options)),
          m_model(std::move(model)),
          m_clock(clock),
          m_onDelta(std::move(onDelta)),
          m_onDone(std::move(onDone)) {}

    void start(net::Transport& transport, net::Request request, std::stop_token stop) {
        // Also hung up by us, when what comes is of no more use.
        m_link.emplace(std::move(stop), [hangUp = m_hangUp]() mutable { hangUp.request_stop(); });
        transport.send(
            std::move(request), m_hangUp.get_token(),
            [self = shared_from_this()](const net::Head& head) { self->m_head = head; },
            [self = shared_from_this()](std::string_view bytes) { self->takeBytes(bytes); },
            [self = shared_from_this()](const auto& failure) { self->takeEnd(failure); });
    }

private:
    void takeBytes(std::string_view bytes) {
        if (!m_onDone)
            return;
        if (m_head.status != 200)
            m_body += bytes.substr(0, kErrorBodyLimit - std::min(m_body.size(), kErrorBodyLimit));
        else if (isEventStream(m_head))
            takeEvents(bytes);
        else
            m_body += bytes;
    }

    void takeEvents(std::string_view bytes) {
        const auto fed = m_decoder.feed(bytes, [this](const net::SseEvent& event) {
            if (m_onDone)
                takeStep(m_answer.takeEvent(event.data, m_onDelta));
        });
        if (!fed.ok() && m_onDone)
            takeStep(AnswerMalformed{fed.error().message});
    }

    void takeStep(const AnswerStep& step) {
        if (std::holds_alternative<AnswerEnded>(step))
            return conclude();
        if (const auto* malformed = std::get_if<AnswerMalformed>(&step)) {
            fail(FailureKind::Malformed,
                 "sent something that is no part of a Chat Completions answer: " + malformed->what +
                     "; try again, or check that the base URL speaks this API");
            m_hangUp.request_stop();
        } else if (const auto* error = std::get_if<AnswerError>(&step)) {
            Failure failure = openAiFailure(error->error, *m_options);
            if (!m_answer.text().empty())
                failure.kind = FailureKind::Interrupted;
            fail(std::move(failure));
            m_hangUp.request_stop();
        }
    }

    void takeEnd(const std::optional<net::TransportFailure>& failure) {
        m_link.reset();
        if (!m_onDone)
            return;
        const bool refused = m_head.status != 0 && m_head.status != 200;
        if (refused && !(failure && failure->kind == net::FailureKind::Cancelled))
            return fail(openAiFailure(m_head, m_body, *m_options, m_clock.wallNow()));
        if (failure)
            return fail(toFailure(*failure));
        if (!isEventStream(m_head))
            takeWholeAnswer();
        if (m_onDone)
            conclude();
    }

    void takeWholeAnswer() {
        const AnswerStep step = m_answer.takeWhole(m_body, m_onDelta);
        if (!std::holds_alternative<AnswerMalformed>(step))
            return takeStep(step);
        Failure failure = openAiFailure(m_head, m_body, *m_options, m_clock.wallNow());
        if (m_body.empty())
            failure.message = m_options->name + " sent an empty answer; check the base URL";
        fail(std::move(failure));
    }

    // The server has said all it will say.
    void conclude() {
        if (m_answer.callsTools())
            return fail(FailureKind::Malformed, "called tools instead of answering; remove \"tools\" from the params");
        if (!m_answer.isWhole())
            return fail(FailureKind::Interrupted,
                        "ended the answer without saying why it finished; try again, or name a fallback tier");
        deliver(m_answer.takeCompletion(m_model));
    }

    void fail(FailureKind kind, std::string_view what) {
        Failure failure;
        failure.kind = kind;
        failure.message = m_options->name + " " + std::string(what);
        fail(std::move(failure));
    }

    void fail(Failure failure) {
        failure.httpStatus = m_head.status;
        failure.requestId = std::string(net::findHeader(m_head.headers, "x-request-id").value_or(""));
        failure.partialText = m_answer.text();
        failure.usage = m_answer.usage();
        deliver(std::move(failure));
    }

    void deliver(Reply reply) {
        const Provider::OnDone onDone = std::exchange(m_onDone, nullptr);
        m_onDelta = nullptr;
        onDone(std::move(reply));
    }

    // Constant after construction
    std::shared_ptr<const OpenAiOptions> m_options;
    std::string m_model;
    const Clock& m_clock;
    std::stop_source m_hangUp;
    // Moving
    Provider::OnDelta m_onDelta;
    Provider::OnDone m_onDone;  // empty once the reply is out
    std::optional<std::stop_callback<std::function<void()>>> m_link;
    net::Head m_head;
    net::SseDecoder m_decoder;
    OpenAiAnswer m_answer;
    std::string m_body;
};

}  // namespace

OpenAiProvider::OpenAiProvider(OpenAiOptions options, net::Transport& transport, const Clock& clock)
    : m_options(std::make_shared<const OpenAiOptions>(std::move(options))), m_transport(transport), m_clock(clock) {}

void OpenAiProvider::send(const Call& call, std::stop_token stop, OnDelta onDelta, OnDone onDone) {
    TOUCHSTONE_CHECK(onDone, "every call has an outcome that somebody wants to know");
    const auto body = openAiBody(call);
    if (!body.ok()) {
        Failure failure;
        failure.kind = FailureKind::BadRequest;
        failure.message = body.error().message;
        return onDone(std::move(failure));
    }
    std::make_shared<Exchange>(m_options, call.model, m_clock, std::move(onDelta), std::move(onDone))
        ->start(m_transport, openAiRequest(*m_options, call.deadlines, body.value()), std::move(stop));
}

}  // namespace touchstone::provider
