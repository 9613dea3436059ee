// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/experiment_controller.h"

#include "uibase/deliver.h"
#include "uibase/format.h"
#include "uistate/text.h"

namespace touchstone::ui {
namespace {

QStringList referencesOf(const session::ExperimentRequest& request) {
    QStringList references;
    for (const std::string& version : request.versions)
        references.append(toQString(version));
    return references;
}

QString titleOf(const session::ExperimentRequest& request) {
    const QString versions = referencesOf(request).join(QStringLiteral(" · "));
    return request.input ? ExperimentController::tr("%1 on one input").arg(versions)
                         : ExperimentController::tr("%1 on %2").arg(versions, toQString(request.dataset));
}

JobProgress jobProgress(const eval::Progress& progress, std::int64_t before) {
    JobProgress job;
    job.done = static_cast<std::int64_t>(progress.done);
    job.total = static_cast<std::int64_t>(progress.total);
    job.remaining = progress.remaining;
    const std::int64_t now = job.done - before;
    if (!progress.costKnown || now <= 0)
        return job;
    job.cost = progress.cost;
    job.expected = progress.cost + Money::fromPicodollars(progress.cost.picodollars() / now) * (job.total - job.done);
    return job;
}

// "v3" of "v3 · a3f9c2".
std::string referenceOf(const eval::Contestant& contestant) {
    return contestant.label.substr(0, contestant.label.find(' '));
}

UnfinishedExperiment describe(const store::ExperimentInfo& info) {
    const eval::ExperimentSpec& spec = info.experiment.spec;
    UnfinishedExperiment unfinished;
    unfinished.id = toQString(info.experiment.id.text);
    unfinished.request.workflow = spec.workflow;
    unfinished.request.dataset = spec.datasetName;
    for (const eval::Contestant& contestant : spec.contestants)
        unfinished.request.versions.push_back(referenceOf(contestant));
    unfinished.title = titleOf(unfinished.request);
    unfinished.results = info.results;
    return unfinished;
}

QString resultText(const eval::Report& report, const eval::Progress& progress) {
    if (report.experiment.status == eval::ExperimentStatus::Done)
        return ExperimentController::tr("%1 run(s)", nullptr, static_cast<int>(progress.total))
            .arg(formatCount(static_cast<std::int64_t>(progress.total)));
    return ExperimentController::tr("%1 of %2 run(s) kept", nullptr, static_cast<int>(progress.total))
        .arg(formatCount(static_cast<std::int64_t>(progress.done)),
             formatCount(static_cast<std::int64_t>(progress.total)));
}

}  // namespace

ExperimentController::ExperimentController(session::Session& session, JobList& jobs, QObject* parent)
    : QObject(parent), m_session(session), m_jobs(jobs), m_throttle([this] { showProgress(); }) {}

// Held when they are stopped, so that they stay unfinished and the next start offers to go on.
ExperimentController::~ExperimentController() {
    for (auto& [number, course] : m_courses) {
        course.pause->hold();
        course.stop.request_stop();
    }
}

std::uint64_t ExperimentController::begin(const session::ExperimentRequest& request, std::int64_t before) {
    if (const auto other = feed())
        other->close();  // another is shown now
    const std::uint64_t number = ++m_shown;
    Course& course = m_courses[number];
    course.pause = std::make_shared<eval::Pause>();
    course.latest = std::make_shared<Latest>();
    course.feed = std::make_shared<eval::ResultFeed>();
    course.before = before;
    JobControls controls;
    controls.pause = [pause = course.pause] { pause->hold(); };
    controls.resume = [pause = course.pause] { pause->release(); };
    controls.cancel = [stop = course.stop, pause = course.pause]() mutable {
        pause->release();  // one that is stopped while it rests would stay unfinished
        stop.request_stop();
    };
    course.job = m_jobs.add({titleOf(request), ComparisonDestination{referencesOf(request)}}, std::move(controls));
    m_progress = {};
    return number;
}

void ExperimentController::start(session::ExperimentRequest request) {
    const std::uint64_t number = begin(request, 0);
    const Course& course = m_courses.at(number);
    request.pause = course.pause;
    request.feed = course.feed;
    m_session.experiments().start(std::move(request), course.stop.get_token(), progressOf(number),
                                  conclusionOf(number));
    Q_EMIT started();
}

void ExperimentController::resume(const UnfinishedExperiment& experiment) {
    const std::uint64_t number = begin(experiment.request, experiment.results);
    const Course& course = m_courses.at(number);
    session::ExperimentRequest expected;
    expected.pause = course.pause;
    expected.feed = course.feed;
    m_session.experiments().resume(toUtf8(experiment.id), std::move(expected), course.stop.get_token(),
                                   progressOf(number), conclusionOf(number));
    Q_EMIT started();
}

void ExperimentController::resume(const eval::Report& report) {
    resume(describe({report.experiment, static_cast<std::int64_t>(report.results.size()), {}}));
}

std::shared_ptr<eval::ResultFeed> ExperimentController::feed() const {
    const auto shown = m_courses.find(m_shown);
    return shown == m_courses.end() ? nullptr : shown->second.feed;
}

session::Experiments::OnProgress ExperimentController::progressOf(std::uint64_t number) {
    return [self = QPointer<ExperimentController>(this),
            latest = m_courses.at(number).latest](const eval::Progress& progress) {
        {
            const std::lock_guard lock(latest->mutex);
            latest->progress = progress;
        }
        deliverTo(self, [self] { self->m_throttle.request(); });
    };
}

session::Done<eval::Report> ExperimentController::conclusionOf(std::uint64_t number) {
    return [self = QPointer<ExperimentController>(this), number](Result<eval::Report> report) {
        auto shared = std::make_shared<const Result<eval::Report>>(std::move(report));
        deliverTo(self, [self, number, shared] { self->conclude(number, shared); });
    };
}

void ExperimentController::cancel() {
    if (const auto shown = m_courses.find(m_shown); shown != m_courses.end())
        m_jobs.cancel(shown->second.job);
}

void ExperimentController::showProgress() {
    for (const auto& [number, course] : m_courses) {
        eval::Progress progress;
        {
            const std::lock_guard lock(course.latest->mutex);
            progress = course.latest->progress;
        }
        m_jobs.update(course.job, jobProgress(progress, course.before));
        if (number == m_shown)
            m_progress = progress;
    }
    Q_EMIT progressed();
}

void ExperimentController::conclude(std::uint64_t number, const std::shared_ptr<const Result<eval::Report>>& result) {
    const Result<eval::Report>& report = *result;
    m_throttle.flush();
    const auto course = m_courses.extract(number);
    const QString refusal = report.ok() ? QString() : toQString(report.error().message);
    if (report.ok())
        m_jobs.finish(course.mapped().job, resultText(report.value(), course.mapped().latest->progress));
    else
        m_jobs.fail(course.mapped().job, refusal);
    if (number != m_shown)
        return;
    if (!report.ok()) {
        Q_EMIT refused(refusal);
        return;
    }
    m_report = {result, &report.value()};
    Q_EMIT finished();
}

void ExperimentController::findUnfinished() {
    m_session.experiments().list({}, [self = QPointer<ExperimentController>(this),
                                      &experiments = m_session.experiments()](
                                         const Result<std::vector<store::ExperimentInfo>>& all) {
        std::vector<UnfinishedExperiment> unfinished;
        if (all.ok())
            for (const store::ExperimentInfo& info : all.value())
                if (info.experiment.status == eval::ExperimentStatus::Running && !experiments.runs(info.experiment.id))
                    unfinished.push_back(describe(info));
        if (!unfinished.empty())
            deliverTo(self, [self, unfinished] { Q_EMIT self->unfinishedFound(unfinished); });
    });
}

}  // namespace touchstone::ui
