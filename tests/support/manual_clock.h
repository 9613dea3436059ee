// SPDX-License-Identifier: Apache-2.0
//
// A clock whose time moves only when a test says so.
//
// Thread-safe: every member may be called from any thread. Wake-ups run inside advance(), on its caller's thread.

#pragma once

#include "base/clock.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <utility>

namespace touchstone::testing {

class ManualClock final : public Clock {
public:
    // 2026-01-01T00:00:00Z unless a test wants another day.
    explicit ManualClock(WallTime start = WallTime(std::chrono::seconds(1'767'225'600))) : m_start(start) {}

    [[nodiscard]] WallTime wallNow() const override {
        const std::lock_guard lock(m_mutex);
        return m_start + m_now.time_since_epoch();
    }

    [[nodiscard]] MonoTime monoNow() const override {
        const std::lock_guard lock(m_mutex);
        return m_now;
    }

    TimerId wakeAfter(std::chrono::nanoseconds delay, std::function<void()> wake) override {
        const std::lock_guard lock(m_mutex);
        m_pending.emplace(m_now + delay, Timer{++m_last, std::move(wake)});
        return m_last;
    }

    bool cancel(TimerId timer) override {
        const std::lock_guard lock(m_mutex);
        return std::erase_if(m_pending, [timer](const auto& entry) { return entry.second.id == timer; }) > 0;
    }

    // Moves time on. What falls due runs in order of its hour, at its hour; of equal hours, what was asked for first.
    // Wake-ups that ask for further ones within the span get them in the same call.
    void advance(std::chrono::nanoseconds span) {
        std::unique_lock lock(m_mutex);
        const MonoTime until = m_now + span;
        while (!m_pending.empty() && m_pending.begin()->first <= until) {
            auto due = m_pending.extract(m_pending.begin());
            m_now = std::max(m_now, due.key());
            lock.unlock();
            due.mapped().wake();
            lock.lock();
        }
        m_now = std::max(m_now, until);
    }

    // Wake-ups that are still to come.
    [[nodiscard]] std::size_t pending() const {
        const std::lock_guard lock(m_mutex);
        return m_pending.size();
    }

private:
    struct Timer {
        TimerId id = 0;
        std::function<void()> wake;
    };

    const WallTime m_start;
    mutable std::mutex m_mutex;
    // Guarded by m_mutex
    MonoTime m_now{};
    std::multimap<MonoTime, Timer> m_pending;
    TimerId m_last = 0;
};

}  // namespace touchstone::testing
