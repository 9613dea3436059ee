// SPDX-License-Identifier: Apache-2.0

#include "session/running.h"

#include "context.h"

namespace touchstone::session {
namespace {

// A trace that cannot be stored must not take the answer with it, but is said.
void keepTrace(store::Workspace& workspace, engine::Outcome& outcome) {
    const auto stored = workspace.traces().append(outcome.trace);
    if (!stored.ok() && outcome.error.empty())
        outcome.error = "the trace was not stored: " + stored.error().message;
}

}  // namespace

void Running::run(RunInput input, std::stop_token stop, engine::Engine::OnDelta onDelta, Done<engine::Outcome> done) {
    Context& context = m_context;
    context.engine().post([&context, input = std::move(input), stop = std::move(stop), onDelta = std::move(onDelta),
                           done = std::move(done)]() mutable {
        auto prepared = input.subject.version.empty() ? context.prepareText(input.subject.text)
                                                      : context.prepareVersion(input.subject.version);
        if (!prepared.ok()) {
            done(std::move(prepared).error());
            return;
        }
        engine::RunRequest request{
            std::move(prepared).value(), std::move(input.subject.version), std::move(input.input), input.origin,
            std::move(input.journey),    std::move(input.environment),     std::move(input.tier)};
        context.engine().run(std::move(request), stop, std::move(onDelta),
                             [&context, done = std::move(done)](engine::Outcome outcome) {
                                 keepTrace(context.workspace(), outcome);
                                 done(std::move(outcome));
                             });
    });
}

}  // namespace touchstone::session
