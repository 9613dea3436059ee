// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where a person has been in the window, for going back and forward. GUI thread only.

#pragma once

#include "uistate/destination.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace touchstone::ui {

// A place, and what it was led to, if it was.
struct TrailStop {
    std::size_t place = 0;
    std::optional<Destination> destination = {};
};

class Trail {
public:
    // What lay ahead is forgotten. Coming to a place again without a destination is no new stop.
    void visit(TrailStop stop);
    // The stop to show now; null at the end of the trail.
    [[nodiscard]] const TrailStop* back();
    [[nodiscard]] const TrailStop* forward();
    [[nodiscard]] bool canGoBack() const { return m_here > 0; }
    [[nodiscard]] bool canGoForward() const { return m_here + 1 < m_stops.size(); }

private:
    std::vector<TrailStop> m_stops;
    std::size_t m_here = 0;
};

}  // namespace touchstone::ui
