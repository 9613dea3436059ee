// SPDX-License-Identifier: GPL-3.0-or-later

#include "time_scale.h"

namespace touchstone::ui {

namespace {

std::int64_t roundStep(std::int64_t atLeast) {
    constexpr std::int64_t kLargest = 1'000'000'000'000'000'000;
    for (std::int64_t power = 1; power < kLargest; power *= 10)
        for (const int factor : {1, 2, 5})
            if (power * factor >= atLeast)
                return power * factor;
    return kLargest;
}

}  // namespace

std::vector<TimeScale::Nanoseconds> TimeScale::ticks(int most) const {
    const std::int64_t step = roundStep(span.count() / std::max(most, 1) + 1);
    std::vector<Nanoseconds> ticks;
    for (std::int64_t i = (from.count() + step - 1) / step; i <= (from + span).count() / step; ++i)
        ticks.emplace_back(i * step);
    return ticks;
}

}  // namespace touchstone::ui
