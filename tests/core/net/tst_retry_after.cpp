// SPDX-License-Identifier: Apache-2.0

#include "net/retry_after.h"

#include "base/random.h"
#include "support/printing.h"

#include <cmath>

using namespace touchstone;
using namespace touchstone::net;
using namespace std::chrono_literals;

namespace {

// Sun, 06 Nov 1994 08:49:37 GMT, the example of RFC 9110.
constexpr WallTime kExample{std::chrono::sys_days(std::chrono::year(1994) / 11 / 6) + 8h + 49min + 37s};

constexpr qint64 kNone = -1;

qint64 inMs(const std::optional<std::chrono::milliseconds>& wait) {
    return wait ? qint64(wait->count()) : kNone;
}

}  // namespace

class RetryAfterTest : public QObject {
    Q_OBJECT

private slots:
    void reads_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("milliseconds");
        const qint64 longest = kLongestRetryAfter.count();
        const auto row = [](const char* value, qint64 wait) { QTest::newRow(value) << QByteArray(value) << wait; };
        row("0", 0);
        row("120", 120'000);
        row(" 7\t", 7'000);
        row("1.5", 1'500);
        row("0.0001", 1);
        row(".25", 250);
        row("604800", longest);
        row("604801", longest);
        row("99999999999999999999999999", longest);
        row("-1", kNone);
        row("-0", kNone);
        row("+1", kNone);
        row("", kNone);
        row("soon", kNone);
        row("nan", kNone);
        row("inf", kNone);
        row("infinity", kNone);
        row("1e3", kNone);
        row("0x10", kNone);
        row("5s", kNone);
        row("5, 6", kNone);
        row(".", kNone);
        row("Sun, 06 Nov 1994 08:49:38 GMT", 1'000);
        row("Sun, 06 Nov 1994 08:49:37 GMT", 0);
        row("Sun, 06 Nov 1994 08:49:36 GMT", 0);
        row("Sunday, 06-Nov-94 08:50:37 GMT", 60'000);
        row("Sun Nov  6 09:49:37 1994", 3'600'000);
        row("Wed Nov 16 09:49:37 1994", longest);
        row("Fri, 31 Dec 9999 23:59:59 GMT", kNone);
        row("Sun, 06 Nov 1994 08:49:38", kNone);
        row("Sun, 06 Nov 1994 08:49:38 CET", kNone);
        row("Sun, 31 Feb 1994 08:49:38 GMT", kNone);
        row("Sun, 06 Nov 1994 24:00:00 GMT", kNone);
        row("Sun, 6 Nov 1994 08:49:38 GMT", kNone);
        row("Sun, 06 Now 1994 08:49:38 GMT", kNone);
        row("Sun, 06 Nov 1994 08:49:60 GMT", 23'000);
    }
    void reads() {
        QFETCH(QByteArray, value);
        QFETCH(qint64, milliseconds);
        QCOMPARE(inMs(retryAfter({{"Retry-After", value.toStdString()}}, kExample)), milliseconds);
    }

    void choosesAmongHeaders() {
        QCOMPARE(inMs(retryAfter({}, kExample)), kNone);
        QCOMPARE(inMs(retryAfter({{"retry-after", "1"}, {"Retry-After", "3"}, {"retry-after", "2"}}, kExample)), 3'000);
        QCOMPARE(inMs(retryAfter({{"retry-after", "1"}, {"retry-after-ms", "250.5"}}, kExample)), 251);
        QCOMPARE(inMs(retryAfter({{"retry-after", "1"}, {"retry-after-ms", "soon"}}, kExample)), 1'000);
        QCOMPARE(inMs(retryAfter({{"retry-after", "soon"}, {"retry-after", "1"}}, kExample)), 1'000);
    }

    void datesInThreeForms_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("RFC 9110") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT");
        QTest::newRow("RFC 850") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT");
        QTest::newRow("C") << QByteArray("Sun Nov  6 08:49:37 1994");
    }
    void datesInThreeForms() {
        QFETCH(QByteArray, text);
        QVERIFY(httpDate(text.toStdString(), kExample) == kExample);
        for (qsizetype length = 0; length < text.size(); ++length)
            QVERIFY(!httpDate(text.left(length).toStdString(), kExample));
        QVERIFY(!httpDate(text.toStdString() + "x", kExample));
    }

    void twoDigitYears() {
        const WallTime now{std::chrono::sys_days(std::chrono::year(2026) / 1 / 1)};
        const auto yearOf = [now](const char* text) {
            const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(httpDate(text, now).value()));
            return int(day.year());
        };
        QCOMPARE(yearOf("Sunday, 06-Nov-26 08:49:37 GMT"), 2026);
        QCOMPARE(yearOf("Sunday, 06-Nov-76 08:49:37 GMT"), 2076);
        QCOMPARE(yearOf("Sunday, 06-Nov-77 08:49:37 GMT"), 1977);
    }

    // Never earlier than the server said, for any number of seconds it may say.
    void neverTooEarly() {
        const auto random = makeSeededRandom(9);
        for (int i = 0; i < 100'000; ++i) {
            const double seconds = std::pow(10.0, random->uniform() * 8 - 4);
            const std::string text = std::to_string(seconds);
            const auto wait = retryAfter({{"retry-after", text}}, kExample);
            QVERIFY(wait && (double(wait->count()) >= std::stod(text) * 1000 || *wait == kLongestRetryAfter));
        }
    }

    // Total: any bytes give an answer, and never a negative one.
    void takesAnyBytes() {
        const auto random = makeSeededRandom(10);
        constexpr std::string_view kAlphabet = "0123456789.-+eE, :GMTSunNov\xFF\0";
        for (int i = 0; i < 100'000; ++i) {
            std::string text;
            for (auto length = random->below(32); length > 0; --length)
                text += kAlphabet[random->below(kAlphabet.size())];
            const auto wait = retryAfter({{"retry-after", text}, {"retry-after-ms", text}}, kExample);
            QVERIFY(!wait || (wait->count() >= 0 && *wait <= kLongestRetryAfter));
        }
    }
};

QTEST_GUILESS_MAIN(RetryAfterTest)
#include "tst_retry_after.moc"
