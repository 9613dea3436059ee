// SPDX-License-Identifier: GPL-3.0-or-later
//
// The application that remembers the longest time one event took the GUI thread, and which event that was.
//
// GUI thread only.

#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>

#include <string>

namespace touchstone::bench {

class EventWatch : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        // Both may be gone when the event is done.
        const std::string who = std::string(receiver->metaObject()->className()) + " '" +
                                receiver->objectName().toStdString() + "', event " + std::to_string(event->type());
        QElapsedTimer timer;
        timer.start();
        ++m_depth;
        const bool handled = QApplication::notify(receiver, event);
        --m_depth;
        if (const double took = static_cast<double>(timer.nsecsElapsed()) / 1e6; took > m_longest) {
            m_longest = took;
            m_culprit = who;
        }
        return handled;
    }

    void begin() { m_longest = 0; }
    // In ms, since begin().
    [[nodiscard]] double longest() const { return m_longest; }
    // The receiver and the number of the event.
    [[nodiscard]] const std::string& culprit() const { return m_culprit; }

private:
    int m_depth = 0;
    double m_longest = 0;
    std::string m_culprit;
};

}  // namespace touchstone::bench
