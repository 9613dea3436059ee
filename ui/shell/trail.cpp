// SPDX-License-Identifier: GPL-3.0-or-later

#include "trail.h"

#include <utility>

namespace touchstone::ui {
namespace {

constexpr std::size_t kLongest = 100;

}  // namespace

void Trail::visit(TrailStop stop) {
    if (!m_stops.empty() && !stop.destination && m_stops[m_here].place == stop.place)
        return;
    if (!m_stops.empty())
        m_stops.resize(m_here + 1);
    if (m_stops.size() == kLongest)
        m_stops.erase(m_stops.begin());
    m_stops.push_back(std::move(stop));
    m_here = m_stops.size() - 1;
}

const TrailStop* Trail::back() {
    return canGoBack() ? &m_stops[--m_here] : nullptr;
}

const TrailStop* Trail::forward() {
    return canGoForward() ? &m_stops[++m_here] : nullptr;
}

}  // namespace touchstone::ui
