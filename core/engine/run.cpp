// SPDX-License-Identifier: Apache-2.0

#include "run.h"

#include "trace/attempts.h"

namespace touchstone::engine {

namespace asio = boost::asio;
using trace::SpanStatus;

Run::Run(const EngineParts& parts, RunRequest request, std::stop_token stop, Engine::OnDelta onDelta)
    : m_parts(parts),
      m_request(std::move(request)),
      m_stop(std::move(stop)),
      m_onDelta(screensOutput(m_request.workflow->workflow()) ? Engine::OnDelta() : std::move(onDelta)),
      m_spans(parts.clock, parts.random, "run " + m_request.workflow->workflow().name) {
    const workflow::Workflow& workflow = m_request.workflow->workflow();
    trace::Summary& summary = m_trace.summary;
    summary.id = makeTraceId(m_parts.random);
    summary.start = m_parts.clock.wallNow();
    summary.workflow = workflow.name;
    summary.version = m_request.version;
    summary.document = m_request.workflow->documentHash();
    summary.origin = m_request.origin;
    summary.context = {workflow.feature, m_request.journey, m_request.environment};
    summary.cost = Money();
}

asio::awaitable<Outcome> Run::execute() {
    auto answer = co_await flow();
    co_return record(std::move(answer));
}

Run::Awaited Run::flow() {
    TOUCHSTONE_CO_TRY(const policy::ScreenedInput input, admitInput());
    TOUCHSTONE_CO_TRY(const Context context, gather(input));
    TOUCHSTONE_CO_TRY(const Rendered rendered, renderPrompt(input, context));
    TOUCHSTONE_CO_TRY(const routing::Plan plan, chooseTiers(input, rendered));
    auto answered = co_await answer(input, rendered, plan);
    keepAnswersBut(answered.ok() ? answered->attempt : m_attempt, input);
    if (answered.ok())
        co_return guard(std::move(answered).value(), input);
    guardPartial(input);
    co_return answered;
}

Result<void> Run::unlessCancelled() const {
    if (m_stop.stop_requested())
        return Error{ErrorCode::Cancelled, "the run was cancelled"};
    return {};
}

void Run::keepVerdicts(const std::vector<policy::Verdict>& verdicts) {
    for (const policy::Verdict& verdict : verdicts)
        m_trace.detail.policy.push_back(recordOf(verdict));
}

Result<policy::ScreenedInput> Run::admitInput() {
    TOUCHSTONE_TRY_VOID(unlessCancelled());
    const auto span = m_spans.open("admit");
    Admission admission = admit(compiled(), m_request.input);
    const policy::Screening& screening = admission.input.screening();
    keepVerdicts(screening.verdicts);
    if (screening.blocked) {  // what policy refuses is not kept either
        m_spans.close(span, SpanStatus::Error, screening.blockMessage());
        return Error{ErrorCode::PolicyRefused, screening.blockMessage()};
    }
    m_trace.detail.input = admission.input.input();
    if (admission.misfit) {
        m_spans.close(span, SpanStatus::Error, admission.misfit->message);
        m_inputProblem = std::move(admission.problem);
        return *std::move(admission.misfit);
    }
    m_spans.close(span);
    return std::move(admission.input);
}

namespace {

std::vector<std::string> toLines(const std::vector<retrieval::Dropped>& dropped) {
    std::vector<std::string> lines;
    for (const retrieval::Dropped& one : dropped)
        lines.push_back(one.hit.title + ": " + std::string(toString(one.reason)));
    return lines;
}

}  // namespace

Result<Context> Run::gather(const policy::ScreenedInput& input) {
    TOUCHSTONE_TRY_VOID(unlessCancelled());
    const auto span = m_spans.open("context");
    if (!compiled().retriever) {
        m_spans.close(span);
        return Context{};
    }
    auto context = gatherContext(compiled(), input);
    if (!context.ok()) {
        m_spans.close(span, SpanStatus::Error, context.error().message);
        return context;
    }
    for (const retrieval::Source& source : context->sources)
        m_trace.detail.sources.push_back({static_cast<std::int64_t>(source.index), source.documentId, source.title,
                                          source.begin, source.end, source.score,
                                          static_cast<std::int64_t>(source.tokens)});
    keepVerdicts(context->verdicts);
    m_spans.note(span, "gen_ai.operation.name", "retrieval");
    m_spans.note(span, "gen_ai.data_source.id", compiled().workflow.retrieval->corpus);
    m_spans.note(span, "touchstone.sources", context->sources.size());
    if (!context->dropped.empty())
        m_spans.note(span, "touchstone.sources.dropped", toLines(context->dropped));
    if (context->blocked) {
        const std::string message = "a policy rule blocks what retrieval found";
        m_spans.close(span, SpanStatus::Error, message);
        return Error{ErrorCode::PolicyRefused, message};
    }
    m_spans.close(span);
    return context;
}

Result<Rendered> Run::renderPrompt(const policy::ScreenedInput& input, const Context& context) {
    TOUCHSTONE_TRY_VOID(unlessCancelled());
    const auto span = m_spans.open("render");
    auto rendered = render(compiled(), input.input(), context);
    if (!rendered.ok()) {
        m_spans.close(span, SpanStatus::Error, rendered.error().message);
        return rendered;
    }
    for (const workflow::Message& message : rendered->prompt.messages)
        m_trace.detail.messages.push_back({{"role", toString(message.role)}, {"content", message.content}});
    m_spans.note(span, "touchstone.prompt.tokens", rendered->promptTokens);
    m_spans.note(span, "touchstone.prompt.examples", rendered->examples.size());
    m_spans.close(span);
    return rendered;
}

Result<routing::Plan> Run::chooseTiers(const policy::ScreenedInput& input, const Rendered& rendered) {
    TOUCHSTONE_TRY_VOID(unlessCancelled());
    m_routeSpan = m_spans.open("route");
    auto plan = route(compiled(), input, rendered, m_request.tier);
    if (!plan.ok()) {
        m_spans.close(m_routeSpan, SpanStatus::Error, plan.error().message);
        return plan;
    }
    m_spans.note(m_routeSpan, "touchstone.route.tiers", plan->tiers);
    m_spans.note(m_routeSpan, "touchstone.route.reason", plan->reason);
    if (!plan->passedOver.empty())
        m_spans.note(m_routeSpan, "touchstone.route.passed_over", plan->passedOver);
    return plan;
}

Result<Run::Answer> Run::guard(Answer answer, const policy::ScreenedInput& input) {
    const auto span = m_spans.open("guard");
    policy::ScreenedText screened = screenAnswer(compiled(), answer.text, input);
    keepVerdicts(screened.screening.verdicts);
    if (screened.screening.blocked) {
        const std::string message = screened.screening.blockMessage();
        m_trace.detail.output.clear();
        m_trace.detail.validation.clear();
        m_spans.close(span, SpanStatus::Error, message);
        return Error{ErrorCode::PolicyRefused, message};
    }
    if (screened.text != answer.text) {
        answer.text = std::move(screened.text);
        answer.validated = validate(compiled(), answer.text, answer.finish);  // redaction may have changed the value
    }
    m_spans.close(span);
    return answer;
}

void Run::guardPartial(const policy::ScreenedInput& input) {
    if (m_trace.detail.output.empty())
        return;
    policy::ScreenedText screened = screenAnswer(compiled(), m_trace.detail.output, input);
    keepVerdicts(screened.screening.verdicts);
    m_trace.detail.output = screened.screening.blocked ? std::string() : std::move(screened.text);
}

void Run::keepAnswersBut(trace::SpanRecorder::Index chosen, const policy::ScreenedInput& input) {
    for (const Said& said : m_said) {
        if (said.attempt == chosen)
            continue;
        policy::ScreenedText screened = screenAnswer(compiled(), said.text, input);
        const bool isWhole = screened.text == said.text;
        if (!screened.screening.blocked)
            trace::noteAnswer(m_spans, said.attempt, {std::move(screened.text), isWhole});
    }
}

namespace {

trace::Status statusOf(ErrorCode code) {
    switch (code) {
        case ErrorCode::PolicyRefused:
            return trace::Status::Blocked;
        case ErrorCode::Cancelled:
            return trace::Status::Cancelled;
        default:
            return trace::Status::Failed;
    }
}

std::string toText(const Validated& invalid) {
    const trace::ValidationFailure& first = invalid.failures.front();
    return invalid.cut ? first.message
                       : "the answer does not satisfy the output schema: " + first.pointer + " " + first.message;
}

SpanStatus spanStatusOf(trace::Status status) {
    switch (status) {
        case trace::Status::Ok:
            return SpanStatus::Ok;
        case trace::Status::Cancelled:
            return SpanStatus::Cancelled;
        case trace::Status::Invalid:
        case trace::Status::Blocked:
        case trace::Status::Failed:
            return SpanStatus::Error;
    }
    return SpanStatus::Error;
}

}  // namespace

Outcome Run::record(Result<Answer> answer) {
    const auto span = m_spans.open("record");
    Outcome outcome;
    if (answer.ok()) {
        outcome.status = answer->validated.valid ? trace::Status::Ok : trace::Status::Invalid;
        outcome.output = std::move(answer->text);
        outcome.value = std::move(answer->validated.value);
        if (!answer->validated.valid)
            outcome.error = toText(answer->validated);
        m_trace.detail.output = outcome.output;
        m_trace.detail.validation = std::move(answer->validated.failures);
    } else {
        outcome.status = statusOf(answer.error().code);
        outcome.output = m_trace.detail.output;
        outcome.error = answer.error().message;
    }
    if (!m_costKnown)
        m_trace.summary.cost = std::nullopt;
    m_trace.summary.status = outcome.status;
    m_trace.detail.error = outcome.error;
    outcome.fellBack = std::move(m_fellBack);
    outcome.inputProblem = std::move(m_inputProblem);
    m_spans.close(span);
    m_trace.summary.duration = m_spans.elapsed();
    m_trace.detail.spans = m_spans.finish(spanStatusOf(outcome.status), outcome.error);
    outcome.trace = std::move(m_trace);
    return outcome;
}

}  // namespace touchstone::engine
