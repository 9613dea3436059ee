// SPDX-License-Identifier: GPL-3.0-or-later
//
// What goes on in the background of a window: experiments, imports, exports. Newest first. Ended jobs stay a while,
// failed ones until they are read.
//
// GUI thread only.

#pragma once

#include "base/clock.h"
#include "base/money.h"
#include "uistate/destination.h"

#include <QAbstractListModel>
#include <QString>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace touchstone::ui {

enum class JobId : quint64 {};  // a type that QDataStream knows

enum class JobState { Running, Paused, Cancelling, Finished, Cancelled, Failed };

struct JobInfo {
    QString title;                           // "Experiment v1 · v2 on messages"
    std::optional<Destination> result = {};  // where its result is shown; empty: nowhere
};

// What a person may do with a job; an empty one is not offered. They return at once.
struct JobControls {
    std::function<void()> pause = {};
    std::function<void()> resume = {};
    std::function<void()> cancel = {};
};

struct JobProgress {
    std::int64_t done = 0;
    std::int64_t total = 0;                                  // 0: nobody knows
    std::optional<std::chrono::nanoseconds> remaining = {};  // by the pace so far
    std::optional<Money> cost = {};                          // so far; empty: free or unknown
    std::optional<Money> expected = {};                      // an estimate of the cost in the end
};

struct Job {
    JobId id{};
    JobInfo info;
    JobControls controls;
    JobProgress progress = {};
    JobState state = JobState::Running;
    QString message = {};  // why it failed, or what it found
    bool read = false;     // a failure that somebody has seen
    MonoTime begin;
    std::chrono::nanoseconds took{0};  // known at its end

    [[nodiscard]] bool isOver() const { return state >= JobState::Finished; }
    // 0..1; 0 while the total is unknown.
    [[nodiscard]] double share() const;
};

class JobList : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, StateRole, ShareRole, MessageRole };

    // `clock` outlives the list.
    explicit JobList(const Clock& clock, QObject* parent = nullptr);

    JobId add(JobInfo info, JobControls controls = {});
    void update(JobId id, const JobProgress& progress);
    // It is over; Cancelled when that is what a person wanted. `message` says what was found, in a few words.
    void finish(JobId id, const QString& message = {});
    void fail(JobId id, const QString& message);

    // What a person wants. What a job does not offer is not done.
    void pause(JobId id);
    void resume(JobId id);
    void cancel(JobId id);
    // Takes ended jobs away; failures too.
    void clearEnded();
    void markRead();

    // Null for a job that is gone.
    [[nodiscard]] const Job* find(JobId id) const;
    [[nodiscard]] const Job& at(int row) const { return m_jobs[static_cast<std::size_t>(row)]; }
    // The newest one that is not over; null when all are.
    [[nodiscard]] const Job* active() const;
    [[nodiscard]] int activeCount() const;
    [[nodiscard]] int unreadFailures() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    // Any job is different from before, or there is one more or less.
    void changed();
    void ended(touchstone::ui::JobId id);

private:
    [[nodiscard]] Job* edit(JobId id);
    void show(const Job& job);
    void end(JobId id, JobState state, const QString& message);
    void dropOldest();

    const Clock& m_clock;
    std::vector<Job> m_jobs;
    quint64 m_last = 0;
};

}  // namespace touchstone::ui
