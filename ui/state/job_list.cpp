// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/job_list.h"

#include <algorithm>

namespace touchstone::ui {
namespace {

constexpr std::size_t kMostJobs = 40;

}  // namespace

double Job::share() const {
    return progress.total > 0 ? static_cast<double>(progress.done) / static_cast<double>(progress.total) : 0;
}

JobList::JobList(const Clock& clock, QObject* parent) : QAbstractListModel(parent), m_clock(clock) {}

JobId JobList::add(JobInfo info, JobControls controls) {
    dropOldest();
    const JobId id{++m_last};
    Job job;
    job.id = id;
    job.info = std::move(info);
    job.controls = std::move(controls);
    job.begin = m_clock.monoNow();
    beginInsertRows({}, 0, 0);
    m_jobs.insert(m_jobs.begin(), std::move(job));
    endInsertRows();
    Q_EMIT changed();
    return id;
}

// Makes room for one more: an ended job that nobody misses.
void JobList::dropOldest() {
    if (m_jobs.size() < kMostJobs)
        return;
    const auto dull = std::find_if(m_jobs.rbegin(), m_jobs.rend(), [](const Job& job) {
        return job.isOver() && (job.state != JobState::Failed || job.read);
    });
    if (dull == m_jobs.rend())
        return;
    const auto row = static_cast<int>(std::distance(dull, m_jobs.rend())) - 1;
    beginRemoveRows({}, row, row);
    m_jobs.erase(m_jobs.begin() + row);
    endRemoveRows();
}

Job* JobList::edit(JobId id) {
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [id](const Job& job) { return job.id == id; });
    return found == m_jobs.end() ? nullptr : &*found;
}

const Job* JobList::find(JobId id) const {
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [id](const Job& job) { return job.id == id; });
    return found == m_jobs.end() ? nullptr : &*found;
}

void JobList::show(const Job& job) {
    const QModelIndex row = index(static_cast<int>(&job - m_jobs.data()), 0);
    Q_EMIT dataChanged(row, row);
    Q_EMIT changed();
}

void JobList::update(JobId id, const JobProgress& progress) {
    Job* job = edit(id);
    if (!job || job->isOver())
        return;
    job->progress = progress;
    show(*job);
}

void JobList::finish(JobId id, const QString& message) {
    const Job* job = find(id);
    end(id, job && job->state == JobState::Cancelling ? JobState::Cancelled : JobState::Finished, message);
}

void JobList::fail(JobId id, const QString& message) {
    end(id, JobState::Failed, message);
}

void JobList::end(JobId id, JobState state, const QString& message) {
    Job* job = edit(id);
    if (!job || job->isOver())
        return;
    job->state = state;
    job->message = message;
    job->took = m_clock.monoNow() - job->begin;
    job->controls = {};
    show(*job);
    Q_EMIT ended(id);
}

void JobList::pause(JobId id) {
    Job* job = edit(id);
    if (!job || job->state != JobState::Running || !job->controls.pause)
        return;
    job->state = JobState::Paused;
    const auto pause = job->controls.pause;
    show(*job);
    pause();
}

void JobList::resume(JobId id) {
    Job* job = edit(id);
    if (!job || job->state != JobState::Paused || !job->controls.resume)
        return;
    job->state = JobState::Running;
    const auto resume = job->controls.resume;
    show(*job);
    resume();
}

// Shown at once; the job itself ends when what is under way has ended.
void JobList::cancel(JobId id) {
    Job* job = edit(id);
    if (!job || job->isOver() || job->state == JobState::Cancelling || !job->controls.cancel)
        return;
    job->state = JobState::Cancelling;
    const auto cancel = job->controls.cancel;
    show(*job);
    cancel();
}

void JobList::clearEnded() {
    beginResetModel();
    std::erase_if(m_jobs, [](const Job& job) { return job.isOver(); });
    endResetModel();
    Q_EMIT changed();
}

void JobList::markRead() {
    for (Job& job : m_jobs)
        job.read = job.read || job.state == JobState::Failed;
    Q_EMIT changed();
}

const Job* JobList::active() const {
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [](const Job& job) { return !job.isOver(); });
    return found == m_jobs.end() ? nullptr : &*found;
}

int JobList::activeCount() const {
    return static_cast<int>(std::count_if(m_jobs.begin(), m_jobs.end(), [](const Job& job) { return !job.isOver(); }));
}

int JobList::unreadFailures() const {
    return static_cast<int>(std::count_if(m_jobs.begin(), m_jobs.end(),
                                          [](const Job& job) { return job.state == JobState::Failed && !job.read; }));
}

int JobList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_jobs.size());
}

QVariant JobList::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Job& job = at(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return job.info.title;
        case IdRole:
            return QVariant::fromValue(static_cast<qulonglong>(job.id));
        case StateRole:
            return static_cast<int>(job.state);
        case ShareRole:
            return job.share();
        case MessageRole:
            return job.message;
        default:
            return {};
    }
}

}  // namespace touchstone::ui
