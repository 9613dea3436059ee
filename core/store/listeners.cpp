// SPDX-License-Identifier: Apache-2.0

#include "listeners.h"

namespace touchstone::store {

Subscription::Subscription(std::shared_ptr<Listener> listener) : m_listener(std::move(listener)) {}

Subscription::Subscription(Subscription&& other) noexcept = default;

Subscription& Subscription::operator=(Subscription&& other) noexcept {
    std::swap(m_listener, other.m_listener);
    return *this;
}

Subscription::~Subscription() {
    if (!m_listener)
        return;
    const std::lock_guard lock(m_listener->mutex);
    m_listener->callback = nullptr;
}

Subscription Listeners::add(OnChange callback) {
    auto listener = std::make_shared<Listener>();
    listener->callback = std::move(callback);
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_listeners, [](const std::weak_ptr<Listener>& known) { return known.expired(); });
    m_listeners.push_back(listener);
    return Subscription(std::move(listener));
}

void Listeners::notify(const std::set<Change>& changes) {
    std::vector<std::weak_ptr<Listener>> listeners;
    {
        const std::lock_guard lock(m_mutex);
        listeners = m_listeners;
    }
    for (const std::weak_ptr<Listener>& known : listeners) {
        const std::shared_ptr<Listener> listener = known.lock();
        if (!listener)
            continue;
        const std::lock_guard lock(listener->mutex);
        for (const Change change : changes)
            if (const OnChange callback = listener->callback)
                callback(change);
    }
}

}  // namespace touchstone::store
