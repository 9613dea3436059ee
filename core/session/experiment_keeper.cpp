// SPDX-License-Identifier: Apache-2.0

#include "experiment_keeper.h"

#include <utility>
#include <vector>

namespace touchstone::session {

Result<eval::Report> reportOf(Context& context, const std::string& experiment) {
    TOUCHSTONE_TRY(store::ExperimentInfo info, context.workspace().experiments().load(experiment));
    TOUCHSTONE_TRY(eval::Dataset dataset, context.workspace().datasets().load(info.experiment.spec.dataset));
    TOUCHSTONE_TRY(std::vector<eval::CaseResult> results, resultsOf(context, info.experiment, dataset));
    return eval::makeReport(std::move(info.experiment), std::make_shared<const eval::Dataset>(std::move(dataset)),
                            std::move(results));
}

Keeper::Keeper(Context& context, const Course& course, Done<eval::Report> done)
    : m_context(context),
      m_id(course.id),
      m_claim(course.claim),
      m_pause(course.plan.pause),
      m_feed(course.feed),
      m_done(std::move(done)) {}

void Keeper::keep(eval::CaseResult result, const trace::Trace& trace) {
    if (const auto stored = m_context.workspace().traces().append(trace); !stored.ok())
        note(stored);
    // One at a time, so that a killed experiment has what it finished; the store commits them in batches.
    m_context.workspace()
        .experiments()
        .appendResults(m_id, std::vector(1, result))
        .then([self = shared_from_this()](const Result<void>& stored) { self->note(stored); });
    // After it: what somebody stores about a result that was shown comes behind the result.
    if (m_feed)
        m_feed->put(std::move(result));
}

void Keeper::close(bool complete) {
    note(m_context.workspace().traces().flush().wait());
    // Comes after every result in the store's order, so their fate is known now.
    note(m_context.workspace().experiments().finish(m_id, statusAt(complete)).wait());
    m_claim.reset();
    m_context.async<eval::Report>(
        [&context = m_context, id = m_id.text, lost = lost()]() -> Result<eval::Report> {
            if (lost)
                return *lost;
            return reportOf(context, id);
        },
        m_done);
}

eval::ExperimentStatus Keeper::statusAt(bool complete) const {
    if (complete)
        return eval::ExperimentStatus::Done;
    return m_pause && m_pause->held() ? eval::ExperimentStatus::Running : eval::ExperimentStatus::Cancelled;
}

void Keeper::note(const Result<void>& stored) {
    if (stored.ok())
        return;
    const std::lock_guard lock(m_mutex);
    m_lost = stored.error();
}

std::optional<Error> Keeper::lost() const {
    const std::lock_guard lock(m_mutex);
    return m_lost;
}

}  // namespace touchstone::session
