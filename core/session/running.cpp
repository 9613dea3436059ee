// SPDX-License-Identifier: Apache-2.0

#include "session/running.h"

#include "context.h"
#include "previews.h"

namespace touchstone::session {
namespace {

// A trace that cannot be stored must not take the answer with it, but is said.
void keepTrace(store::Workspace& workspace, engine::Outcome& outcome) {
    const auto stored = workspace.traces().append(outcome.trace);
    if (!stored.ok() && outcome.error.empty())
        outcome.error = "the trace was not stored: " + stored.error().message;
}

}  // namespace

Running::Running(Context& context) : m_context(context), m_previews(std::make_shared<Previews>(context)) {}

void Running::run(RunInput input, std::stop_token stop, engine::Engine::OnDelta onDelta, Done<engine::Outcome> done) {
    using Prepared = std::shared_ptr<const engine::Prepared>;
    Context& context = m_context;
    const Subject subject = input.subject;
    context.async<Prepared>(
        [&context, subject] {
            return subject.version.empty() ? context.prepareText(subject.text)
                                           : context.prepareVersion(subject.version);
        },
        [&context, input = std::move(input), stop = std::move(stop), onDelta = std::move(onDelta),
         done = std::move(done)](Result<Prepared> prepared) {
            if (!prepared.ok()) {
                done(std::move(prepared).error());
                return;
            }
            engine::RunRequest request{std::move(prepared).value(),
                                       input.subject.version,
                                       input.input,
                                       input.origin,
                                       input.journey,
                                       input.environment,
                                       input.tier};
            context.engine().run(std::move(request), stop, onDelta, [&context, done](engine::Outcome outcome) {
                keepTrace(context.workspace(), outcome);
                done(std::move(outcome));
            });
        });
}

void Running::preview(DraftText text, Json input, std::string tier, std::stop_token stop, Done<Preview> done) {
    m_context.async<Preview>(
        [previews = m_previews, text = std::move(text), input = std::move(input), tier = std::move(tier),
         stop = std::move(stop)]() mutable { return previews->preview(text, std::move(input), tier, stop); },
        std::move(done));
}

}  // namespace touchstone::session
