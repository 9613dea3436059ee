// SPDX-License-Identifier: Apache-2.0

#include "support/scripted_provider.h"

namespace touchstone::testing {

using provider::Completion;
using provider::Failure;
using provider::FailureKind;

ScriptedStep answers(std::string text) {
    ScriptedStep step;
    step.reply = Completion{std::move(text), provider::Finish::Stop, provider::Usage{10, 5}, "scripted-1"};
    return step;
}

ScriptedStep answersWithoutUsage(std::string text) {
    ScriptedStep step;
    step.reply = Completion{std::move(text), provider::Finish::Stop, std::nullopt, "scripted-1"};
    return step;
}

ScriptedStep fails(FailureKind kind, std::optional<std::chrono::milliseconds> retryAfter) {
    Failure failure;
    failure.kind = kind;
    failure.message = "scripted failure " + std::string(toString(kind));
    failure.retryAfter = retryAfter;
    ScriptedStep step;
    step.reply = std::move(failure);
    return step;
}

ScriptedStep hangs(std::vector<std::string> deltas) {
    ScriptedStep step;
    step.deltas = std::move(deltas);
    return step;
}

void ScriptedProvider::play(std::vector<ScriptedStep> steps) {
    play([steps = std::move(steps)](std::size_t call, const Received&) {
        if (call < steps.size())
            return steps[call];
        ScriptedStep over;
        over.reply = Failure{FailureKind::BadRequest, "the script is over"};
        return over;
    });
}

void ScriptedProvider::play(Script script) {
    const std::lock_guard lock(m_mutex);
    m_script = std::move(script);
    m_calls.clear();
}

std::vector<ScriptedProvider::Received> ScriptedProvider::calls() const {
    const std::lock_guard lock(m_mutex);
    return m_calls;
}

bool ScriptedProvider::waitForCalls(std::size_t count) const {
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, std::chrono::seconds(10), [&] { return m_calls.size() >= count; });
}

void ScriptedProvider::send(const provider::Call& call, std::stop_token stop, OnDelta onDelta, OnDone onDone) {
    Received received{call.model, call.prompt.prompt(), call.deadlines, call.params};
    std::size_t number = 0;
    Script script;
    {
        const std::lock_guard lock(m_mutex);
        number = m_calls.size();
        m_calls.push_back(received);
        script = m_script;
    }
    ScriptedStep step = script(number, received);
    if (step.before)
        step.before();
    if (onDelta)
        for (const std::string& delta : step.deltas)
            onDelta(delta);
    std::shared_ptr<Hanging> hanging;
    if (!step.reply) {
        hanging = std::make_shared<Hanging>();
        hanging->done = std::move(onDone);
        const std::lock_guard lock(m_mutex);
        m_hanging.push_back(hanging);
    }
    m_changed.notify_all();
    if (step.reply) {
        onDone(*std::move(step.reply));
        return;
    }
    std::string partial;
    for (const std::string& delta : step.deltas)
        partial += delta;
    hanging->onStop.emplace(stop, [hanging = hanging.get(), partial] {
        Failure cancelled;
        cancelled.kind = FailureKind::Cancelled;
        cancelled.message = "cancelled";
        cancelled.partialText = partial;
        hanging->done(std::move(cancelled));
    });
}

Result<std::shared_ptr<provider::Provider>> ScriptedProvider::forTier(const workflow::Tier& tier) {
    if (tier.provider == "nobody")
        return Error{ErrorCode::NotFound, "there is no provider 'nobody'"};
    return std::shared_ptr<provider::Provider>(std::shared_ptr<void>(), this);
}

}  // namespace touchstone::testing
