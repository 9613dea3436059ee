// SPDX-License-Identifier: Apache-2.0

#include "base/finding.h"
#include "base/hash.h"
#include "base/money.h"
#include "base/random.h"
#include "base/system_clock.h"
#include "support/printing.h"

#include <future>
#include <limits>

using namespace touchstone;

namespace {

Result<int> half(int value) {
    if (value % 2 != 0)
        return Error{ErrorCode::InvalidArgument, "odd"};
    return value / 2;
}

Result<int> quarter(int value) {
    TOUCHSTONE_TRY(const int once, half(value));
    TOUCHSTONE_TRY(const int twice, half(once));
    return twice;
}

}  // namespace

class ValuesTest : public QObject {
    Q_OBJECT

private slots:
    void resultPropagates() {
        QCOMPARE(quarter(12).value(), 3);
        QCOMPARE(quarter(6).error().message, std::string("odd"));
    }

    void moneyRoundTrips_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"0", "0.00042", "12.5", "-3.000000000001", "999999.999999999999"})
            QTest::newRow(text) << QByteArray(text);
    }
    void moneyRoundTrips() {
        QFETCH(QByteArray, text);
        const auto money = Money::parse(text.toStdString());
        VERIFY_OK(money);
        QCOMPARE(money->toDecimal(), text.toStdString());
    }

    void moneyRefuses() {
        for (const char* text : {"", "-", "1.", ".5", "1e3", "1,0", "NaN", "12345678", "0.0000000000001", "--1"})
            QVERIFY2(!Money::parse(text).ok(), text);
        QVERIFY(!Money::fromDollars(std::numeric_limits<double>::quiet_NaN()).ok());
        QVERIFY(!Money::fromDollars(1e300).ok());
    }

    void moneySaturates() {
        const Money most = Money::fromPicodollars(std::numeric_limits<std::int64_t>::max());
        QVERIFY(most + most == most);
        QVERIFY(most * 3 == most);
        QVERIFY((most * -3).picodollars() == std::numeric_limits<std::int64_t>::min());
    }

    // FIPS 180-4 example.
    void sha256OfAbc() {
        QCOMPARE(sha256("abc").hex(), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void seededRandomRepeats() {
        const auto a = makeSeededRandom(7);
        const auto b = makeSeededRandom(7);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(a->next(), b->next());
        for (int i = 0; i < 1000; ++i)
            QVERIFY(a->below(10) < 10);
        QCOMPARE(makeTraceId(*a).text.size(), std::size_t{32});
        QCOMPARE(makeSpanId(*a).text.size(), std::size_t{16});
    }

    void nearestNames() {
        const std::vector<std::string_view> names = {"retrieval", "routing", "output"};
        QCOMPARE(nearestName("retreival", names), std::string("retrieval"));
        QCOMPARE(nearestName("zzz", names), std::string());
        const std::vector<std::string_view> inputs = {"model", "plan", "large"};
        QCOMPARE(nearestName("modle", inputs), std::string("model"));
        QCOMPARE(nearestName("paln", inputs), std::string("plan"));
        QCOMPARE(nearestName("lagre", inputs), std::string("large"));
    }

    void clockWakesInOrderAndCancels() {
        SystemClock clock;
        std::promise<std::string> done;
        std::string order;
        const TimerId dropped = clock.wakeAfter(std::chrono::milliseconds(1000), [&] { order += 'x'; });
        clock.wakeAfter(std::chrono::milliseconds(4), [&] {
            order += 'b';
            done.set_value(order);
        });
        clock.wakeAfter(std::chrono::milliseconds(1), [&] { order += 'a'; });
        QVERIFY(clock.cancel(dropped));
        QVERIFY(!clock.cancel(dropped));
        QCOMPARE(done.get_future().get(), std::string("ab"));
    }
};

QTEST_APPLESS_MAIN(ValuesTest)
#include "tst_values.moc"
