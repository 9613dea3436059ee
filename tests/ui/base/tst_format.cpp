// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/format.h"

#include "support/printing.h"

#include <limits>

using namespace touchstone;
using namespace touchstone::ui;
using namespace std::chrono_literals;

namespace {

// The tables below write a plain space for the no-break space.
QString unbroken(const char* text) {
    return QString::fromUtf8(text).replace(QLatin1Char(' '), QChar(0xa0));
}

QString unbroken(QString text) {
    return text.replace(QLatin1Char(' '), QChar(0xa0));
}

}  // namespace

class FormatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void durations_data() {
        QTest::addColumn<qint64>("nanoseconds");
        QTest::addColumn<QString>("text");
        const std::pair<std::chrono::nanoseconds, const char*> rows[] = {
            {0ns, "0 µs"},          {420us, "420 µs"},     {999'499ns, "999 µs"},  {999'500ns, "1 ms"},
            {84ms, "84 ms"},        {999'400us, "999 ms"}, {999'600us, "1.00 s"},  {1'240ms, "1.24 s"},
            {9'994ms, "9.99 s"},    {9'996ms, "10.0 s"},   {12'340ms, "12.3 s"},   {59'940ms, "59.9 s"},
            {59'960ms, "1 min"},    {130s, "2 min 10 s"},  {3599s, "59 min 59 s"}, {3'599'600ms, "1 h"},
            {11'100s, "3 h 5 min"}, {52h, "2 d 4 h"},      {-84ms, "−84 ms"}};
        for (const auto& [duration, text] : rows)
            QTest::newRow(text) << qint64(duration.count()) << unbroken(text);
        QTest::newRow("least") << std::numeric_limits<qint64>::min() << unbroken("−106,752 d");
    }
    void durations() {
        QFETCH(qint64, nanoseconds);
        QTEST(formatDuration(std::chrono::nanoseconds(nanoseconds)), "text");
    }

    void ages_data() {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        const std::pair<qint64, const char*> rows[] = {{0, "now"},    {59, "59 s"},     {61, "1 min"},
                                                       {7200, "2 h"}, {200'000, "2 d"}, {60 * 86'400, "8 w"}};
        for (const auto& [seconds, text] : rows)
            QTest::newRow(text) << seconds << unbroken(text);
    }
    void ages() {
        QFETCH(qint64, seconds);
        QTEST(formatAge(std::chrono::seconds(seconds)), "text");
    }

    void money_data() {
        QTest::addColumn<QByteArray>("dollars");
        QTest::addColumn<QString>("text");
        const std::pair<const char*, const char*> rows[] = {{"0", "$0"},
                                                            {"0.00042", "$0.000420"},
                                                            {"0.00038149", "$0.000381"},
                                                            {"0.0099949", "$0.00999"},
                                                            {"0.009996", "$0.01"},
                                                            {"0.41", "$0.41"},
                                                            {"25", "$25.00"},
                                                            {"1204.5", "$1,204.50"},
                                                            {"-0.1", "−$0.10"},
                                                            {"0.0001", "$0.000100"},
                                                            {"0.000000000001", "$0.00000000000100"}};
        for (const auto& [dollars, text] : rows)
            QTest::newRow(dollars) << QByteArray(dollars) << unbroken(text);
    }
    void money() {
        QFETCH(QByteArray, dollars);
        const auto amount = Money::parse(dollars.toStdString());
        VERIFY_OK(amount);
        QTEST(formatMoney(amount.value()), "text");
    }

    void moneyUnknownAndEstimated() {
        QCOMPARE(formatMoney(std::nullopt), QStringLiteral("—"));
        QCOMPARE(formatMoney(std::nullopt, Certainty::Estimated), QStringLiteral("—"));
        QCOMPARE(formatMoney(Money::parse("0.53").value(), Certainty::Estimated), unbroken("≈ $0.53"));
    }

    void counts() {
        QCOMPARE(formatCount(1'143'870), QStringLiteral("1,143,870"));
        QCOMPARE(formatCount(-1200), QStringLiteral("−1,200"));
        QCOMPARE(formatTokens(1204), unbroken("1,204 tok"));
        QCOMPARE(formatTokens(1204, Certainty::Estimated), unbroken("≈ 1,204 tok"));
        QCOMPARE(formatPercent(0.62), unbroken("62 %"));
        QCOMPARE(formatPercent(-0.1136, 1), unbroken("−11.4 %"));
        QCOMPARE(formatPercent(std::numeric_limits<double>::quiet_NaN()), QStringLiteral("—"));
        QCOMPARE(formatScore(0.8423, 3), QStringLiteral("0.842"));
        QCOMPARE(formatBytes(999), unbroken("999 B"));
        QCOMPARE(formatBytes(4'100'000), unbroken("4.1 MB"));
        QCOMPARE(formatBytes(999'960), unbroken("1.0 MB"));
    }

    void deltas_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("unit");
        QTest::addColumn<QList<double>>("interval");
        QTest::addColumn<bool>("higherIsBetter");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("verdict");
        const auto row = [](const char* text, double value, DeltaUnit unit, const QList<double>& interval, bool higher,
                            Verdict verdict) {
            QTest::newRow(text) << value << int(unit) << interval << higher << unbroken(text) << int(verdict);
        };
        using enum DeltaUnit;
        row("▲ +3.1 pp [0.4, 5.8]", 0.031, PercentagePoints, {0.004, 0.058}, true, Verdict::Better);
        row("▼ −11.4 %", -0.114, Percent, {}, false, Verdict::Better);
        row("▲ +8.0 %", 0.08, Percent, {}, false, Verdict::Worse);
        row("= +1.0 pp [−0.4, 2.4]", 0.01, PercentagePoints, {-0.004, 0.024}, true, Verdict::Same);
        row("= +1.0 pp [0.0, 2.0]", 0.01, PercentagePoints, {0, 0.02}, true, Verdict::Same);
        row("= 0.00", -0.004, Score, {}, true, Verdict::Same);
        row("▼ −0.25", -0.25, Score, {}, true, Verdict::Worse);
        row("—", std::numeric_limits<double>::infinity(), Score, {}, true, Verdict::Same);
    }
    void deltas() {
        QFETCH(double, value);
        QFETCH(int, unit);
        QFETCH(QList<double>, interval);
        QFETCH(bool, higherIsBetter);
        Delta delta{value, static_cast<DeltaUnit>(unit), {}, higherIsBetter};
        if (!interval.isEmpty())
            delta.interval = Interval{interval[0], interval[1]};
        QTEST(unbroken(formatDelta(delta)), "text");
        QTEST(int(verdictOf(delta)), "verdict");
    }
};

QTEST_GUILESS_MAIN(FormatTest)
#include "tst_format.moc"
