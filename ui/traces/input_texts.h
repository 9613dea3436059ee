// SPDX-License-Identifier: GPL-3.0-or-later
//
// The first text of a trace's input ("How do I close the joint account?"), for the rows that are on the screen. A list
// of traces has no payloads, so each is read when its row is painted, on workers, the newest wish first; while one
// scrolls past, rows that are gone again are not read. GUI thread only.

#pragma once

#include "session/session.h"

#include <QCache>
#include <QObject>
#include <QTimer>

#include <deque>
#include <string>
#include <unordered_set>

namespace touchstone::ui {

class InputTexts : public QObject {
    Q_OBJECT

public:
    explicit InputTexts(session::Session& session, QObject* parent = nullptr);

    // Empty when it is not known yet; then loaded() comes when it is.
    [[nodiscard]] QString textOf(const TraceId& trace);

Q_SIGNALS:
    void loaded(const std::string& trace);

private:
    void ask();
    void take(const std::string& trace, const QString& text);

    session::Session& m_session;
    QCache<QString, QString> m_texts;
    std::deque<std::string> m_wanted;  // the newest last
    std::unordered_set<std::string> m_asked;
    QTimer m_pause;
};

}  // namespace touchstone::ui
