// SPDX-License-Identifier: Apache-2.0

#include "eval/pause.h"

#include <utility>

namespace touchstone::eval {

void Pause::hold() {
    const std::lock_guard lock(m_mutex);
    m_held = true;
}

void Pause::release() {
    {
        const std::lock_guard lock(m_mutex);
        m_held = false;
    }
    wake();
}

bool Pause::held() const {
    const std::lock_guard lock(m_mutex);
    return m_held;
}

std::size_t Pause::resting() const {
    const std::lock_guard lock(m_mutex);
    return m_parked.size();
}

bool Pause::park(std::function<void()> goOn) {
    const std::lock_guard lock(m_mutex);
    if (m_held)
        m_parked.push_back(std::move(goOn));
    return m_held;
}

void Pause::wake() {
    std::vector<std::function<void()>> parked;
    {
        const std::lock_guard lock(m_mutex);
        parked.swap(m_parked);
    }
    for (const auto& goOn : parked)
        goOn();
}

}  // namespace touchstone::eval
