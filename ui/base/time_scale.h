// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where times stand in a row of the waterfall, and which round times the axis names.

#pragma once

#include <QRect>

#include <chrono>
#include <vector>

namespace touchstone::ui {

struct TimeScale {
    using Nanoseconds = std::chrono::nanoseconds;

    Nanoseconds total{1};
    qreal left = 0;
    qreal width = 1;

    [[nodiscard]] qreal xOf(Nanoseconds time) const {
        const double share = static_cast<double>(time.count()) / static_cast<double>(total.count());
        return left + width * std::clamp(share, 0.0, 1.0);
    }

    // 0 and the multiples of 1, 2 or 5 × 10ⁿ ns that divide `total` into at most `most` parts.
    [[nodiscard]] std::vector<Nanoseconds> ticks(int most) const;
};

}  // namespace touchstone::ui
