// SPDX-License-Identifier: Apache-2.0
//
// A write that is under way: wait for it, be told of it, or drop it (the write happens all the same).
//
// Thread-safe. A callback runs on the store's thread once the write is on disk or has failed, and must return quickly.

#pragma once

#include "base/result.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace touchstone::store {

template <class T>
class Pending {
public:
    // One that is complete from the start: what was refused before it was queued.
    Pending(Error error) : m_state(std::make_shared<State>()) { complete(std::move(error)); }

    // Blocks until the write is over. Never call it on the GUI thread, nor on the store's own.
    [[nodiscard]] Result<T> wait() const {
        std::unique_lock lock(m_state->mutex);
        m_state->done.wait(lock, [this] { return m_state->result.has_value(); });
        return *m_state->result;
    }

    // Calls `callback` exactly once: on the store's thread, or at once when the write is over already.
    // REQUIRES: called at most once.
    void then(std::function<void(Result<T>)> callback) const {
        {
            const std::lock_guard lock(m_state->mutex);
            if (!m_state->result) {
                m_state->callback = std::move(callback);
                return;
            }
        }
        callback(*m_state->result);
    }

private:
    friend class Writer;

    struct State {
        std::mutex mutex;
        std::condition_variable done;
        // Guarded by mutex
        std::optional<Result<T>> result;
        std::function<void(Result<T>)> callback;
    };

    Pending() : m_state(std::make_shared<State>()) {}

    void complete(Result<T> result) const {
        std::function<void(Result<T>)> callback;
        {
            const std::lock_guard lock(m_state->mutex);
            m_state->result = std::move(result);
            callback = std::move(m_state->callback);
        }
        m_state->done.notify_all();
        if (callback)
            callback(*m_state->result);
    }

    std::shared_ptr<State> m_state;
};

}  // namespace touchstone::store
