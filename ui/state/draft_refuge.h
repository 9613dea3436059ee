// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where edits are safe while nothing may be written to the draft: a file in the state folder for each draft whose
// conflict is not decided. It is written and read by workers of the session; the newest text wins.
//
// GUI thread only.

#pragma once

#include "session/draft_text.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace touchstone::session {
class Session;
}

namespace touchstone::ui {

class DraftRefuge {
public:
    explicit DraftRefuge(session::Session& session);

    // Calls `failed` with the reason when the file cannot be written.
    void keep(const QString& workflow, const QString& branch, session::DraftText text, QPointer<QObject> context,
              std::function<void(QString why)> failed);
    void drop(const QString& workflow, const QString& branch);
    // Calls `found` with what is kept, or not at all when there is nothing, or no more of `context`, or when the one who
    // keeps it still lives, in another window or program.
    void find(const QString& workflow, const QString& branch, QPointer<QObject> context,
              std::function<void(session::DraftText)> found) const;

    // $XDG_STATE_HOME/touchstone/undecided
    [[nodiscard]] static QString folder();

private:
    struct Order;

    session::Session& m_session;
    const std::shared_ptr<Order> m_order;
};

}  // namespace touchstone::ui
