// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace touchstone::ui {

namespace {

using namespace std::chrono_literals;

const QString kUnknown = QStringLiteral("—");
constexpr char16_t kMinus = u'−';
constexpr char16_t kNoBreak = u'\u00a0';

// One notation in every language, so that screens, exports and documents agree.
QLocale notation() {
    return QLocale(QLocale::English, QLocale::UnitedStates);
}

QString withTrueMinus(QString text) {
    return text.replace(QLatin1Char('-'), QChar(kMinus));
}

QString fixed(double value, int decimals) {
    return withTrueMinus(notation().toString(value, 'f', decimals));
}

QString withUnit(const QString& number, const QString& unit) {
    return number + QChar(kNoBreak) + unit;
}

QString withUnit(std::int64_t number, const char* unit) {
    return withUnit(formatCount(number), QString::fromUtf8(unit));
}

QString twoUnits(std::int64_t major, const char* majorUnit, std::int64_t minor, const char* minorUnit) {
    const QString first = withUnit(major, majorUnit);
    return minor == 0 ? first : withUnit(first, withUnit(minor, minorUnit));
}

QString marked(const QString& text, Certainty certainty) {
    return certainty == Certainty::Estimated ? withUnit(QStringLiteral("≈"), text) : text;
}

template <class Unit>
std::int64_t rounded(std::chrono::nanoseconds duration) {
    constexpr std::int64_t kUnit = std::chrono::nanoseconds(Unit(1)).count();
    return duration.count() / kUnit + (duration.count() % kUnit >= kUnit / 2 ? 1 : 0);
}

// 0.000381, 0.000420: three significant digits, never an exponent.
QString smallDollars(double dollars) {
    return QString::number(dollars, 'f', 2 - static_cast<int>(std::floor(std::log10(dollars))));
}

QString signedFixed(double value, int decimals) {
    const QString text = fixed(std::abs(value), decimals);
    const bool zero = std::abs(value) < 0.5 * std::pow(10.0, -decimals);
    return zero ? text : (value < 0 ? QChar(kMinus) : QChar(u'+')) + text;
}

struct DeltaNotation {
    double scale;
    int decimals;
    QString unit;
};

DeltaNotation notationOf(DeltaUnit unit) {
    switch (unit) {
        case DeltaUnit::PercentagePoints:
            return {100, 1, QChar(kNoBreak) + QStringLiteral("pp")};
        case DeltaUnit::Percent:
            return {100, 1, QChar(kNoBreak) + QStringLiteral("%")};
        case DeltaUnit::Score:
            break;
    }
    return {1, 2, QString()};
}

}  // namespace

QString formatDuration(std::chrono::nanoseconds duration) {
    if (duration < 0ns)
        return QChar(kMinus) + formatDuration(-std::max(duration, -std::chrono::nanoseconds::max()));
    if (duration < 999'500ns)
        return withUnit(rounded<std::chrono::microseconds>(duration), "µs");
    if (duration < 999'500us)
        return withUnit(rounded<std::chrono::milliseconds>(duration), "ms");
    const double seconds = std::chrono::duration<double>(duration).count();
    if (duration < 9'995ms)
        return withUnit(fixed(seconds, 2), QStringLiteral("s"));
    if (duration < 59'950ms)
        return withUnit(fixed(seconds, 1), QStringLiteral("s"));
    if (const auto whole = rounded<std::chrono::seconds>(duration); whole < 3600)
        return twoUnits(whole / 60, "min", whole % 60, "s");
    if (const auto minutes = rounded<std::chrono::minutes>(duration); minutes < 24 * 60)
        return twoUnits(minutes / 60, "h", minutes % 60, "min");
    const auto hours = rounded<std::chrono::hours>(duration);
    return twoUnits(hours / 24, "d", hours % 24, "h");
}

QString formatAge(std::chrono::seconds age) {
    const auto seconds = age.count();
    if (seconds < 1)
        return QCoreApplication::translate("touchstone::ui::format", "now");
    if (seconds < 60)
        return withUnit(seconds, "s");
    if (seconds < 3600)
        return withUnit(seconds / 60, "min");
    if (seconds < 48 * 3600)
        return withUnit(seconds / 3600, "h");
    constexpr std::int64_t kDay = 24 * 3600;
    return seconds < 21 * kDay ? withUnit(seconds / kDay, "d") : withUnit(seconds / (7 * kDay), "w");
}

QString formatMoney(std::optional<Money> amount, Certainty certainty) {
    if (!amount)
        return kUnknown;
    const double dollars = std::abs(amount->dollars());
    constexpr double kWrittenAsCent = 0.009995;
    const QString digits = dollars == 0               ? QStringLiteral("0")
                           : dollars < kWrittenAsCent ? smallDollars(dollars)
                                                      : fixed(dollars, 2);
    const QString sign = amount->picodollars() < 0 ? QString(QChar(kMinus)) : QString();
    return marked(sign + QLatin1Char('$') + digits, certainty);
}

QString formatCount(std::int64_t count) {
    return withTrueMinus(notation().toString(static_cast<qlonglong>(count)));
}

QString formatTokens(std::int64_t tokens, Certainty certainty) {
    return marked(withUnit(tokens, "tok"), certainty);
}

QString formatPercent(double share, int decimals) {
    return std::isfinite(share) ? withUnit(fixed(share * 100, decimals), QStringLiteral("%")) : kUnknown;
}

QString formatScore(double score, int decimals) {
    return std::isfinite(score) ? fixed(score, decimals) : kUnknown;
}

QString formatBytes(std::int64_t bytes) {
    if (bytes < 1000)
        return withUnit(bytes, "B");
    double size = static_cast<double>(bytes);
    const char* unit = "B";
    for (const char* larger : {"kB", "MB", "GB", "TB"}) {
        if (size < 999.95)
            break;
        size /= 1000;
        unit = larger;
    }
    return withUnit(fixed(size, 1), QString::fromLatin1(unit));
}

QString formatShortcut(const QKeySequence& keys) {
    return keys.toString(QKeySequence::NativeText).replace(QLatin1StringView("Return"), QLatin1StringView("Enter"));
}

Verdict verdictOf(const Delta& delta) {
    const auto [scale, decimals, unit] = notationOf(delta.unit);
    const bool writtenAsZero = std::abs(delta.value * scale) < 0.5 * std::pow(10.0, -decimals);
    const bool touchesZero = delta.interval && delta.interval->low <= 0 && delta.interval->high >= 0;
    if (!std::isfinite(delta.value) || writtenAsZero || touchesZero)
        return Verdict::Same;
    return (delta.value > 0) == delta.higherIsBetter ? Verdict::Better : Verdict::Worse;
}

QString formatDelta(const Delta& delta) {
    if (!std::isfinite(delta.value))
        return kUnknown;
    const auto [scale, decimals, unit] = notationOf(delta.unit);
    const QString shape = verdictOf(delta) == Verdict::Same ? QStringLiteral("=")
                          : delta.value > 0                 ? QStringLiteral("▲")
                                                            : QStringLiteral("▼");
    QString text = withUnit(shape, signedFixed(delta.value * scale, decimals) + unit);
    if (delta.interval)
        text += QStringLiteral(" [%1, %2]")
                    .arg(fixed(delta.interval->low * scale, decimals), fixed(delta.interval->high * scale, decimals));
    return text;
}

}  // namespace touchstone::ui
