// SPDX-License-Identifier: GPL-3.0-or-later
//
// Round times along an axis of the calendar: every 5 minutes, every 3 hours, every day. Pure functions.

#pragma once

#include "base/clock.h"

#include <QString>

#include <vector>

namespace touchstone::ui {

struct TimeTick {
    WallTime at;
    QString text;  // "13:30", or "16 Nov" at midnight; local time
};

// At most `most` ticks in [from, to].
[[nodiscard]] std::vector<TimeTick> timeTicks(WallTime from, WallTime to, int most);

// "12:25 – 13:35, 16 Nov", "14 Nov 23:10 – 16 Nov 01:00"; local time.
[[nodiscard]] QString formatTimeRange(WallTime from, WallTime to);

}  // namespace touchstone::ui
