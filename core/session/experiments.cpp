// SPDX-License-Identifier: Apache-2.0

#include "session/experiments.h"

#include "context.h"

#include <memory>
#include <mutex>
#include <optional>

namespace touchstone::session {
namespace {

std::string labelOf(const workflow::Version& version) {
    return "v" + std::to_string(version.number) + " · " + shortText(version.id);
}

// What to run, from what people asked for.
Result<eval::Experiment> describe(Context& context, const ExperimentRequest& request) {
    if (request.versions.empty())
        return Error{ErrorCode::InvalidArgument, "an experiment needs at least one version"};
    TOUCHSTONE_TRY(const store::DatasetInfo dataset, context.workspace().datasets().info(request.dataset));
    eval::Experiment experiment;
    experiment.id = makeExperimentId(context.random());
    experiment.created = context.clock().wallNow();
    experiment.spec.workflow = request.workflow;
    experiment.spec.dataset = dataset.id;
    experiment.spec.datasetName = dataset.name;
    experiment.spec.scorers = request.scorers.empty() ? dataset.scorers : request.scorers;
    if (experiment.spec.scorers.empty())
        return Error{ErrorCode::InvalidArgument,
                     "the dataset '" + dataset.name + "' has no scorers; name at least one for this experiment"};
    for (const std::string& reference : request.versions) {
        TOUCHSTONE_TRY(const workflow::Version version, context.findVersion(request.workflow, reference));
        experiment.spec.contestants.push_back({version.id, labelOf(version), request.tier});
    }
    return experiment;
}

Result<eval::RunnerPlan> makePlan(Context& context, const eval::Experiment& experiment, std::size_t concurrency) {
    eval::RunnerPlan plan;
    plan.spec = experiment.spec;
    plan.concurrency = concurrency;
    TOUCHSTONE_TRY(plan.scorers, eval::makeScorers(experiment.spec.scorers));
    TOUCHSTONE_TRY(eval::Dataset dataset, context.workspace().datasets().load(experiment.spec.dataset.text));
    plan.dataset = std::make_shared<const eval::Dataset>(std::move(dataset));
    for (const eval::Contestant& contestant : experiment.spec.contestants) {
        TOUCHSTONE_TRY(auto prepared, context.prepareVersion(contestant.version));
        plan.contestants.push_back(std::move(prepared));
    }
    return plan;
}

// An experiment that is stored, and what to run of it.
struct Course {
    ExperimentId id;
    eval::RunnerPlan plan;
};

Result<Course> begin(Context& context, const ExperimentRequest& request) {
    TOUCHSTONE_TRY(const eval::Experiment experiment, describe(context, request));
    TOUCHSTONE_TRY(eval::RunnerPlan plan, makePlan(context, experiment, request.concurrency));
    TOUCHSTONE_TRY_VOID(context.workspace().experiments().create(experiment).wait());
    return Course{experiment.id, std::move(plan)};
}

// What is left of one that was started before, which says Running again.
Result<Course> takeUp(Context& context, const std::string& reference) {
    constexpr std::size_t kConcurrency = 8;
    store::ExperimentStore& experiments = context.workspace().experiments();
    TOUCHSTONE_TRY(const store::ExperimentInfo info, experiments.load(reference));
    const ExperimentId& id = info.experiment.id;
    TOUCHSTONE_TRY(eval::RunnerPlan plan, makePlan(context, info.experiment, kConcurrency));
    TOUCHSTONE_TRY(plan.completed, experiments.completed(id));
    TOUCHSTONE_TRY_VOID(experiments.finish(id, eval::ExperimentStatus::Running).wait());
    return Course{id, std::move(plan)};
}

Result<eval::Report> reportOf(Context& context, const std::string& experiment) {
    TOUCHSTONE_TRY(store::ExperimentInfo info, context.workspace().experiments().load(experiment));
    TOUCHSTONE_TRY(eval::Dataset dataset, context.workspace().datasets().load(info.experiment.spec.dataset.text));
    TOUCHSTONE_TRY(std::vector<eval::CaseResult> results,
                   context.workspace().experiments().results(info.experiment.id));
    return eval::makeReport(std::move(info.experiment), std::make_shared<const eval::Dataset>(std::move(dataset)),
                            std::move(results));
}

// Keeps what a running experiment produces. The runner calls one member at a time.
class Keeper : public std::enable_shared_from_this<Keeper> {
public:
    Keeper(Context& context, ExperimentId id, Done<eval::Report> done)
        : m_context(context), m_id(std::move(id)), m_done(std::move(done)) {}

    void keep(eval::CaseResult result, const trace::Trace& trace) {
        if (const auto stored = m_context.workspace().traces().append(trace); !stored.ok())
            note(stored);
        // One at a time, so that a killed experiment has what it finished; the store commits them in batches.
        std::vector<eval::CaseResult> results;
        results.push_back(std::move(result));
        m_context.workspace()
            .experiments()
            .appendResults(m_id, std::move(results))
            .then([self = shared_from_this()](const Result<void>& stored) { self->note(stored); });
    }

    void close(bool complete) {
        const auto status = complete ? eval::ExperimentStatus::Done : eval::ExperimentStatus::Cancelled;
        note(m_context.workspace().traces().flush().wait());
        // Comes after every result in the store's order, so their fate is known now.
        note(m_context.workspace().experiments().finish(m_id, status).wait());
        m_context.async<eval::Report>(
            [&context = m_context, id = m_id.text, lost = lost()]() -> Result<eval::Report> {
                if (lost)
                    return *lost;
                return reportOf(context, id);
            },
            m_done);
    }

private:
    void note(const Result<void>& stored) {
        if (stored.ok())
            return;
        const std::lock_guard lock(m_mutex);
        m_lost = stored.error();
    }

    [[nodiscard]] std::optional<Error> lost() const {
        const std::lock_guard lock(m_mutex);
        return m_lost;
    }

    Context& m_context;
    const ExperimentId m_id;
    const Done<eval::Report> m_done;
    mutable std::mutex m_mutex;
    // Guarded by m_mutex; the last thing that could not be stored
    std::optional<Error> m_lost;
};

void run(Context& context, Result<Course> course, const std::stop_token& stop,
         const Experiments::OnProgress& onProgress, const Done<eval::Report>& done) {
    if (!course.ok()) {
        done(std::move(course).error());
        return;
    }
    auto keeper = std::make_shared<Keeper>(context, course->id, done);
    eval::RunnerCallbacks callbacks;
    callbacks.onResult = [keeper](eval::CaseResult result, const trace::Trace& trace) {
        keeper->keep(std::move(result), trace);
    };
    callbacks.onProgress = [onProgress](const eval::Progress& progress) {
        if (onProgress)
            onProgress(progress);
    };
    callbacks.onDone = [keeper](bool complete) { keeper->close(complete); };
    eval::Runner(context.engine(), context.clock()).start(std::move(course->plan), stop, std::move(callbacks));
}

}  // namespace

void Experiments::start(ExperimentRequest request, std::stop_token stop, OnProgress onProgress,
                        Done<eval::Report> done) {
    m_context.async<Course>(
        [&context = m_context, request = std::move(request)] { return begin(context, request); },
        [&context = m_context, stop = std::move(stop), onProgress = std::move(onProgress),
         done = std::move(done)](Result<Course> course) { run(context, std::move(course), stop, onProgress, done); });
}

void Experiments::resume(std::string experiment, std::stop_token stop, OnProgress onProgress, Done<eval::Report> done) {
    m_context.async<Course>(
        [&context = m_context, experiment = std::move(experiment)] { return takeUp(context, experiment); },
        [&context = m_context, stop = std::move(stop), onProgress = std::move(onProgress),
         done = std::move(done)](Result<Course> course) { run(context, std::move(course), stop, onProgress, done); });
}

void Experiments::list(std::string workflow, Done<std::vector<store::ExperimentInfo>> done) {
    m_context.async<std::vector<store::ExperimentInfo>>(
        [&context = m_context, workflow = std::move(workflow)] {
            return context.workspace().experiments().list(workflow);
        },
        std::move(done));
}

void Experiments::report(std::string experiment, Done<eval::Report> done) {
    m_context.async<eval::Report>(
        [&context = m_context, experiment = std::move(experiment)] { return reportOf(context, experiment); },
        std::move(done));
}

}  // namespace touchstone::session
