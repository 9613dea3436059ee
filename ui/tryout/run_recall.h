// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finds runs of an earlier window again, by the ids of their traces. GUI thread only.

#pragma once

#include "run_log.h"

#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace touchstone::session {
class Session;
}

namespace touchstone::ui {

// What is kept of runs: nothing of what was said in them.
struct KeptRuns {
    QStringList runs;  // ids of traces, the oldest first
    QString pinned;    // one of them, or empty

    [[nodiscard]] QVariantMap toMap() const;
    [[nodiscard]] static KeptRuns of(const QVariantMap& map);
};

class RunRecall : public QObject {
    Q_OBJECT

public:
    RunRecall(session::Session& session, QObject* parent);

    // Looks for the runs of a KeptRuns::toMap(); those whose trace is gone are left out. A new search ends the one
    // before.
    void find(const QVariantMap& kept);

Q_SIGNALS:
    // Not emitted when nothing was found. `pinned` is one of `runs`, or null.
    void found(const std::vector<touchstone::ui::TriedRun>& runs,
               const std::shared_ptr<const touchstone::engine::Outcome>& pinned);

private:
    void loadNext();
    void take(const Result<trace::Trace>& trace);

    session::Session& m_session;
    QStringList m_wanted;
    QString m_pinnedId;
    std::vector<TriedRun> m_found;
    std::shared_ptr<const engine::Outcome> m_pinned;
    std::uint64_t m_number = 0;
};

}  // namespace touchstone::ui
