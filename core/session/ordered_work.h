// SPDX-License-Identifier: Apache-2.0
//
// Work that must happen, in the order it was asked for: what people made goes to disk, also when the session ends
// before a worker came to it. Thread-safe.

#pragma once

#include <deque>
#include <functional>
#include <mutex>
#include <utility>

namespace touchstone::session {

class OrderedWork {
public:
    // `mayReport` is false at the end of the session, when nobody may be called any more.
    using Job = std::function<void(bool mayReport)>;

    OrderedWork() = default;
    // Does what is left. REQUIRES: no worker is in runAll() any more.
    ~OrderedWork() {
        for (const Job& job : m_jobs)
            job(false);
    }
    OrderedWork(const OrderedWork&) = delete;
    OrderedWork& operator=(const OrderedWork&) = delete;

    // True when a worker must be sent to runAll(); else one is there already.
    [[nodiscard]] bool push(Job job) {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
        return !std::exchange(m_running, true);
    }

    void runAll() {
        while (const Job job = next())
            job(true);
    }

private:
    Job next() {
        const std::lock_guard lock(m_mutex);
        if (m_jobs.empty()) {
            m_running = false;
            return {};
        }
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        return job;
    }

    std::mutex m_mutex;
    // Guarded by m_mutex
    std::deque<Job> m_jobs;
    bool m_running = false;
};

// Whether those who listen may still be called. Thread-safe.
class Gate {
public:
    void close() {
        const std::lock_guard lock(m_mutex);
        m_open = false;
    }
    // Calls `act` unless the gate is closed; close() waits for it, so `act` must not close the gate.
    template <class Act>
    void pass(Act&& act) {
        const std::lock_guard lock(m_mutex);
        if (m_open)
            std::forward<Act>(act)();
    }

private:
    std::mutex m_mutex;
    bool m_open = true;  // guarded by m_mutex
};

}  // namespace touchstone::session
