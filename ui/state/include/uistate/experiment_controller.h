// SPDX-License-Identifier: GPL-3.0-or-later
//
// The experiments of a window. Each is a job that can be paused and cancelled; the one that began last is the one that
// is shown. Experiments that run when the controller goes are left resumable.
//
// GUI thread only.

#pragma once

#include "session/session.h"
#include "uibase/throttle.h"
#include "uistate/job_list.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

namespace touchstone::ui {

// One that a closed window or a killed program has left.
struct UnfinishedExperiment {
    QString id;
    QString title;
    session::ExperimentRequest request;  // what it ran with
    std::int64_t results = 0;            // kept
};

class ExperimentController : public QObject {
    Q_OBJECT

public:
    // Both outlive the controller.
    ExperimentController(session::Session& session, JobList& jobs, QObject* parent = nullptr);
    ~ExperimentController() override;

    // Others go on meanwhile.
    void start(session::ExperimentRequest request);
    // Runs what is left of it.
    void resume(const UnfinishedExperiment& experiment);
    // Runs what a report lacks.
    void resume(const eval::Report& report);
    // Cancels the one that is shown; what is finished is kept.
    void cancel();
    // Looks for experiments of the workspace that were left unfinished; reports by unfinishedFound() when there are.
    void findUnfinished();

    // All of the one that began last.
    [[nodiscard]] bool isRunning() const { return m_courses.contains(m_shown); }
    [[nodiscard]] const eval::Progress& progress() const { return m_progress; }
    // Where its jobs are listed.
    [[nodiscard]] JobList& jobs() const { return m_jobs; }
    // What it finds, as it comes; null when none runs.
    [[nodiscard]] std::shared_ptr<eval::ResultFeed> feed() const;
    // Of the last experiment that ended while it was shown, also when it was cancelled; null before.
    [[nodiscard]] std::shared_ptr<const eval::Report> report() const { return m_report; }

Q_SIGNALS:
    void started();
    void progressed();
    void finished();
    void refused(const QString& message);
    void unfinishedFound(const std::vector<touchstone::ui::UnfinishedExperiment>& experiments);

private:
    struct Latest {
        std::mutex mutex;
        eval::Progress progress;  // guarded by mutex
    };
    struct Course {
        JobId job{};
        std::stop_source stop;
        std::shared_ptr<eval::Pause> pause;
        std::shared_ptr<Latest> latest;
        std::shared_ptr<eval::ResultFeed> feed;
        std::int64_t before = 0;  // results of an earlier start
    };

    // Makes a job of it; returns its number.
    std::uint64_t begin(const session::ExperimentRequest& request, std::int64_t before);
    [[nodiscard]] session::Experiments::OnProgress progressOf(std::uint64_t number);
    [[nodiscard]] session::Done<eval::Report> conclusionOf(std::uint64_t number);
    void showProgress();
    void conclude(std::uint64_t number, const std::shared_ptr<const Result<eval::Report>>& result);

    session::Session& m_session;
    JobList& m_jobs;
    std::map<std::uint64_t, Course> m_courses;  // those that run
    std::uint64_t m_shown = 0;
    Throttle m_throttle;
    eval::Progress m_progress;
    std::shared_ptr<const eval::Report> m_report;
};

}  // namespace touchstone::ui
