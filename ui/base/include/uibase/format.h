// SPDX-License-Identifier: GPL-3.0-or-later
//
// How numbers are written, everywhere the same: units always, a true minus, a no-break space before units and "%",
// thousands separated by commas. Unknown is "—", never zero.
//
// Pure functions; safe from any thread.

#pragma once

#include "base/money.h"

#include <QKeySequence>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace touchstone::ui {

enum class Certainty { Exact, Estimated };  // an estimate is led by "≈"

// "420 µs", "84 ms", "1.24 s", "12.3 s", "2 min 10 s", "3 h 5 min", "2 d 4 h".
[[nodiscard]] QString formatDuration(std::chrono::nanoseconds duration);

// "3 s", "5 min", "2 d", "8 w": how long ago, in one unit; "now" below a second.
[[nodiscard]] QString formatAge(std::chrono::seconds age);

// "$0.000420" (three significant digits below a cent), "$12.50", "$1,204.00", "−$0.10", "$0"; "—" when unknown.
[[nodiscard]] QString formatMoney(std::optional<Money> amount, Certainty certainty = Certainty::Exact);

// "1,143,870".
[[nodiscard]] QString formatCount(std::int64_t count);

// "1,204 tok", "≈ 1,204 tok".
[[nodiscard]] QString formatTokens(std::int64_t tokens, Certainty certainty = Certainty::Exact);

// A share of 1 as "62 %", with `decimals` digits after the point.
[[nodiscard]] QString formatPercent(double share, int decimals = 0);

// "0.842" in heads (three decimals), "0.92" in cells (two).
[[nodiscard]] QString formatScore(double score, int decimals = 2);

// "1.2 kB", "4.1 MB": powers of 1,000.
[[nodiscard]] QString formatBytes(std::int64_t bytes);

// "Ctrl+Enter": as keyboards print it.
[[nodiscard]] QString formatShortcut(const QKeySequence& keys);

enum class DeltaUnit {
    Score,             // +0.25
    PercentagePoints,  // the difference of two shares of 1: +3.1 pp
    Percent,           // a relative change, 1 = 100 %: −11.4 %
};

struct Interval {
    double low;
    double high;
};

struct Delta {
    double value;
    DeltaUnit unit = DeltaUnit::Score;
    std::optional<Interval> interval = {};  // 95 % unless its tooltip says otherwise; same scale as `value`
    bool higherIsBetter = true;
};

enum class Verdict { Better, Worse, Same };

// Same when the interval touches zero, whatever the mean, or when the value would be written as zero.
[[nodiscard]] Verdict verdictOf(const Delta& delta);

// "▲ +3.1 pp [0.4, 5.8]", "▼ −11.4 %", "= 0.00". The arrow follows the direction, the verdict's colour the meaning.
[[nodiscard]] QString formatDelta(const Delta& delta);

}  // namespace touchstone::ui
