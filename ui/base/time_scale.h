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

    Nanoseconds span{1};  // that is shown, beginning at `from`
    qreal left = 0;
    qreal width = 1;
    Nanoseconds from{0};

    // Times that are not shown stand at the edges.
    [[nodiscard]] qreal xOf(Nanoseconds time) const {
        const double share = static_cast<double>((time - from).count()) / static_cast<double>(span.count());
        return left + width * std::clamp(share, 0.0, 1.0);
    }
    [[nodiscard]] Nanoseconds timeAt(qreal x) const {
        const double share = std::clamp((x - left) / width, 0.0, 1.0);
        return from + Nanoseconds(static_cast<std::int64_t>(static_cast<double>(span.count()) * share));
    }
    [[nodiscard]] bool shows(Nanoseconds begin, Nanoseconds end) const { return end >= from && begin <= from + span; }

    // The multiples of 1, 2 or 5 × 10ⁿ ns that divide what is shown into at most `most` parts.
    [[nodiscard]] std::vector<Nanoseconds> ticks(int most) const;
};

}  // namespace touchstone::ui
