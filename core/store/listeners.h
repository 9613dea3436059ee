// SPDX-License-Identifier: Apache-2.0
//
// Who wants to be told of changes. Thread-safe.

#pragma once

#include "store/change.h"

#include <mutex>
#include <set>
#include <vector>

namespace touchstone::store {

// Recursive, because a callback may drop its own subscription.
struct Listener {
    std::recursive_mutex mutex;
    OnChange callback;  // guarded by mutex; empty once the subscription is gone
};

class Listeners {
public:
    [[nodiscard]] Subscription add(OnChange callback);
    void notify(const std::set<Change>& changes);

private:
    std::mutex m_mutex;
    std::vector<std::weak_ptr<Listener>> m_listeners;  // guarded by m_mutex
};

}  // namespace touchstone::store
