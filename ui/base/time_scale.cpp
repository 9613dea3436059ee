// SPDX-License-Identifier: GPL-3.0-or-later

#include "time_scale.h"

namespace touchstone::ui {

namespace {

std::int64_t roundStep(std::int64_t atLeast) {
    for (std::int64_t power = 1; power <= atLeast && power < INT64_MAX / 100; power *= 10)
        for (const int factor : {1, 2, 5})
            if (power * factor >= atLeast)
                return power * factor;
    std::int64_t power = 1;
    while (power < atLeast && power < INT64_MAX / 100)
        power *= 10;
    return power;
}

}  // namespace

std::vector<TimeScale::Nanoseconds> TimeScale::ticks(int most) const {
    const std::int64_t step = roundStep(total.count() / std::max(most, 1) + 1);
    std::vector<Nanoseconds> ticks;
    for (std::int64_t at = 0; at <= total.count(); at += step)
        ticks.emplace_back(at);
    return ticks;
}

}  // namespace touchstone::ui
