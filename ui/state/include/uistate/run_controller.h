// SPDX-License-Identifier: GPL-3.0-or-later
//
// One run at a time from the workbench: starts it, streams its answer thirty times a second at most, cancels it.
// GUI thread only.

#pragma once

#include "session/session.h"
#include "uibase/throttle.h"

#include <QObject>
#include <QString>

#include <memory>
#include <mutex>
#include <stop_token>
#include <string>

namespace touchstone::ui {

class RunController : public QObject {
    Q_OBJECT

public:
    explicit RunController(session::Session& session, QObject* parent = nullptr);
    ~RunController() override;  // cancels

    // Cancels a run that is under way, then starts this one.
    void run(session::RunInput input);
    void cancel();
    // Cancels, and nothing more is heard of that run.
    void forget();
    [[nodiscard]] bool isRunning() const { return m_running; }
    // The answer so far.
    [[nodiscard]] QString output() const { return m_output; }
    // What came of the last finished run; null before.
    [[nodiscard]] std::shared_ptr<const engine::Outcome> outcome() const { return m_outcome; }

Q_SIGNALS:
    void started();
    void outputChanged();
    // The run is over; outcome() tells how.
    void finished();
    // The run that was under way is nobody's any more.
    void forgotten();
    // There was no run: the document or the input could not be used.
    void refused(const QString& message);

private:
    // Text on its way from a worker thread.
    struct Stream {
        std::mutex mutex;
        std::string text;  // guarded by mutex
    };

    void showStream();
    void conclude(Result<engine::Outcome> outcome);

    session::Session& m_session;
    std::shared_ptr<Stream> m_stream;
    std::stop_source m_stop;
    Throttle m_throttle;
    QString m_output;
    std::shared_ptr<const engine::Outcome> m_outcome;
    bool m_running = false;
    std::uint64_t m_number = 0;  // the newest run is the one shown
};

}  // namespace touchstone::ui
