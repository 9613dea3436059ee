// SPDX-License-Identifier: GPL-3.0-or-later
//
// One experiment at a time from the workbench. GUI thread only.

#pragma once

#include "session/session.h"
#include "uibase/throttle.h"

#include <QObject>
#include <QString>

#include <memory>
#include <mutex>
#include <stop_token>

namespace touchstone::ui {

class ExperimentController : public QObject {
    Q_OBJECT

public:
    explicit ExperimentController(session::Session& session, QObject* parent = nullptr);
    ~ExperimentController() override;  // cancels; what is finished is kept

    void start(session::ExperimentRequest request);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] const eval::Progress& progress() const { return m_progress; }
    // Of the last experiment that ended, also when it was cancelled; null before.
    [[nodiscard]] std::shared_ptr<const eval::Report> report() const { return m_report; }

Q_SIGNALS:
    void started();
    void progressed();
    void finished();
    void refused(const QString& message);

private:
    struct Latest {
        std::mutex mutex;
        eval::Progress progress;  // guarded by mutex
    };

    void conclude(Result<eval::Report> report);

    session::Session& m_session;
    std::shared_ptr<Latest> m_latest;
    std::stop_source m_stop;
    Throttle m_throttle;
    eval::Progress m_progress;
    std::shared_ptr<const eval::Report> m_report;
    bool m_running = false;
};

}  // namespace touchstone::ui
