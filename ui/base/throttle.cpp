// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/throttle.h"

namespace touchstone::ui {

Throttle::Throttle(std::function<void()> update, QObject* parent) : QObject(parent), m_update(std::move(update)) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(kInterval);
    connect(&m_pause, &QTimer::timeout, this, &Throttle::flush);
}

void Throttle::request() {
    m_pending = true;
    if (!m_pause.isActive())
        updateNow();
}

void Throttle::flush() {
    if (m_pending)
        updateNow();
}

void Throttle::updateNow() {
    m_pending = false;
    m_pause.start();
    m_update();
}

}  // namespace touchstone::ui
