// SPDX-License-Identifier: Apache-2.0

#include "base/system_clock.h"

namespace touchstone {

SystemClock::SystemClock() : m_thread([this](const std::stop_token& stop) { run(stop); }) {}

SystemClock::~SystemClock() = default;

WallTime SystemClock::wallNow() const {
    return std::chrono::system_clock::now();
}

MonoTime SystemClock::monoNow() const {
    return std::chrono::steady_clock::now();
}

TimerId SystemClock::wakeAfter(std::chrono::nanoseconds delay, std::function<void()> wake) {
    const std::lock_guard lock(m_mutex);
    const TimerId id = ++m_last;
    m_pending.emplace(monoNow() + delay, std::pair(id, std::move(wake)));
    m_changed.notify_all();
    return id;
}

bool SystemClock::cancel(TimerId timer) {
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_pending.begin(), m_pending.end(),
                                    [timer](const auto& entry) { return entry.second.first == timer; });
    if (found == m_pending.end())
        return false;
    m_pending.erase(found);
    return true;
}

void SystemClock::run(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        if (m_pending.empty()) {
            m_changed.wait(lock, stop, [this] { return !m_pending.empty(); });
            continue;
        }
        const MonoTime due = m_pending.begin()->first;
        if (monoNow() < due) {
            m_changed.wait_until(lock, stop, due,
                                 [this, due] { return m_pending.empty() || m_pending.begin()->first < due; });
            continue;
        }
        const std::function<void()> wake = std::move(m_pending.begin()->second.second);
        m_pending.erase(m_pending.begin());
        lock.unlock();
        wake();
        lock.lock();
    }
}

}  // namespace touchstone
