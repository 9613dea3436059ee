// SPDX-License-Identifier: Apache-2.0
//
// The machine's own time.

#pragma once

#include "base/clock.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace touchstone {

class SystemClock final : public Clock {
public:
    SystemClock();
    ~SystemClock() override;  // pending wake-ups are dropped
    SystemClock(const SystemClock&) = delete;
    SystemClock& operator=(const SystemClock&) = delete;

    [[nodiscard]] WallTime wallNow() const override;
    [[nodiscard]] MonoTime monoNow() const override;
    TimerId wakeAfter(std::chrono::nanoseconds delay, std::function<void()> wake) override;
    bool cancel(TimerId timer) override;

private:
    void run(const std::stop_token& stop);

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    // Guarded by m_mutex
    std::multimap<MonoTime, std::pair<TimerId, std::function<void()>>> m_pending;
    TimerId m_last = 0;
    // Last member: starts when everything above exists
    std::jthread m_thread;
};

}  // namespace touchstone
