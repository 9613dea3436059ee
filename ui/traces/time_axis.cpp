// SPDX-License-Identifier: GPL-3.0-or-later

#include "time_axis.h"

#include <QDateTime>
#include <QLocale>

#include <array>

namespace touchstone::ui {
namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::array<std::int64_t, 22> kSteps{
    1,         5,         15,        30,         kMinute,     5 * kMinute, 15 * kMinute, 30 * kMinute,
    kHour,     2 * kHour, 3 * kHour, 6 * kHour,  12 * kHour,  kDay,        2 * kDay,     7 * kDay,
    14 * kDay, 30 * kDay, 90 * kDay, 365 * kDay, 1825 * kDay, 18250 * kDay};

std::int64_t secondsOf(WallTime time) {
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

QDateTime localTime(WallTime time) {
    return QDateTime::fromSecsSinceEpoch(secondsOf(time));
}

std::int64_t stepFor(std::int64_t span, int most) {
    for (const std::int64_t step : kSteps)
        if (span / step < most)
            return step;
    return kSteps.back();
}

QString tickText(const QDateTime& time, std::int64_t step) {
    if (step >= kDay || time.time() == QTime(0, 0))
        return QLocale().toString(time, step >= 365 * kDay ? QStringLiteral("yyyy") : QStringLiteral("d MMM"));
    return time.toString(step < kMinute ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

}  // namespace

std::vector<TimeTick> timeTicks(WallTime from, WallTime to, int most) {
    std::vector<TimeTick> ticks;
    if (to <= from || most < 1)
        return ticks;
    const std::int64_t step = stepFor(secondsOf(to) - secondsOf(from), most);
    const std::int64_t offset = localTime(from).offsetFromUtc();  // so that days begin at midnight
    const std::int64_t first = (secondsOf(from) + offset + step - 1) / step;
    for (std::int64_t i = first; i * step - offset <= secondsOf(to); ++i) {
        const WallTime at{std::chrono::seconds(i * step - offset)};
        ticks.push_back({at, tickText(localTime(at), step)});
    }
    return ticks;
}

QString formatTimeRange(WallTime from, WallTime to) {
    const QDateTime first = localTime(from);
    const QDateTime last = localTime(to);
    const QLocale locale;
    const QString day = QStringLiteral("d MMM");
    const QString time = to - from < std::chrono::minutes(5) ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm");
    if (first.date() == last.date())
        return QStringLiteral("%1 – %2, %3")
            .arg(first.toString(time), last.toString(time), locale.toString(first, day));
    const QString both = day + QLatin1Char(' ') + time;
    return QStringLiteral("%1 – %2").arg(locale.toString(first, both), locale.toString(last, both));
}

}  // namespace touchstone::ui
