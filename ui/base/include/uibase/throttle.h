// SPDX-License-Identifier: GPL-3.0-or-later
//
// Turns a storm of requests into at most thirty updates a second; the last one is always delivered.
//
// GUI thread only.

#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace touchstone::ui {

class Throttle : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kInterval{33};

    explicit Throttle(std::function<void()> update, QObject* parent = nullptr);

    // Updates at once when the last update is an interval ago, else when it will be.
    void request();
    // Delivers what is pending now: a stream has ended, a window closes.
    void flush();

private:
    void updateNow();

    std::function<void()> m_update;
    QTimer m_pause;
    bool m_pending = false;
};

}  // namespace touchstone::ui
