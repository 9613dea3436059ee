// SPDX-License-Identifier: Apache-2.0

#include "cost/price_table.h"
#include "support/printing.h"
#include "workflow/builtin_models.h"

#include <limits>

using namespace touchstone;
using cost::costOf;
using cost::PriceTable;

namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

Json quoted(QByteArray text) {
    return parseJson(text.replace('\'', '"').toStdString()).value();
}

workflow::Tier tierOf(const char* provider, const char* model) {
    workflow::Tier tier;
    tier.provider = provider;
    tier.model = model;
    return tier;
}

}  // namespace

class PriceTableTest : public QObject {
    Q_OBJECT

private slots:
    // Prices in picodollars per million tokens; the expected values were multiplied by hand.
    void costs_data() {
        QTest::addColumn<qint64>("inputPrice");
        QTest::addColumn<qint64>("outputPrice");
        QTest::addColumn<qint64>("input");
        QTest::addColumn<qint64>("output");
        QTest::addColumn<qint64>("picodollars");
        const auto row = [](const char* name, std::int64_t inputPrice, std::int64_t outputPrice, std::int64_t input,
                            std::int64_t output, std::int64_t picodollars) {
            QTest::newRow(name) << qint64{inputPrice} << qint64{outputPrice} << qint64{input} << qint64{output}
                                << qint64{picodollars};
        };
        constexpr std::int64_t kDollar = 1'000'000'000'000;
        row("nothing", kDollar, kDollar, 0, 0, 0);
        row("free", 0, 0, 1'000'000, 1'000'000, 0);
        row("one token at $0.15", 150'000'000'000, 600'000'000'000, 1, 0, 150'000);
        row("$0.15 and $0.60", 150'000'000'000, 600'000'000'000, 1'234, 567, 185'100'000 + 340'200'000);
        row("a million each", 2 * kDollar, 8 * kDollar, 1'000'000, 1'000'000, 10 * kDollar);
        row("a million and one", kDollar, 0, 1'000'001, 0, kDollar + 1'000'000);
        row("fraction of a picodollar below half", 499'999, 0, 1, 0, 0);
        row("half a picodollar", 500'000, 0, 1, 0, 1);
        row("one and a half", 1'500'000, 0, 1, 0, 2);
        row("1.499999", 1'499'999, 0, 1, 0, 1);
        row("a third of a picodollar, three times", 333'333, 0, 3, 0, 1);
        row("input and output round apart", 500'000, 500'000, 1, 1, 2);
        row("odd price, many tokens", 1'234'567'890'123, 0, 987'654'321, 0, 1'219'326'311'247'834);
        row("most tokens at one picodollar a million", 1, 0, kMost, 0, 9'223'372'036'855);
        row("most tokens, just in range", 1'000'000, 0, kMost, 0, kMost);
        row("over the range", 1'000'001, 0, kMost, 0, kMost);
        row("far over the range", kMost, kMost, kMost, kMost, kMost);
        row("both halves in range, their sum not", kMost, kMost, 600'000, 600'000, kMost);
        row("the largest price for a million", kMost, 0, 1'000'000, 0, kMost);
        row("the largest price for one token", kMost, 0, 1, 0, 9'223'372'036'855);
    }
    void costs() {
        QFETCH(qint64, inputPrice);
        QFETCH(qint64, outputPrice);
        QFETCH(qint64, input);
        QFETCH(qint64, output);
        QFETCH(qint64, picodollars);
        const provider::Usage usage{input, output};
        const workflow::TierPrice price{Money::fromPicodollars(inputPrice), Money::fromPicodollars(outputPrice)};
        QCOMPARE(qint64{costOf(usage, price).picodollars()}, picodollars);
    }

    void cachedInputIsChargedAsInput() {
        const workflow::TierPrice price{Money::fromPicodollars(1'000'000), Money()};
        QVERIFY(costOf({100, 0, 80, 0, true}, price) == costOf({100, 0}, price));
    }

    void shippedTable() {
        const PriceTable& table = PriceTable::shipped();
        const auto small = table.priceOf(tierOf("builtin", "builtin/small"));
        QVERIFY(small);
        QCOMPARE(small->inputPerMillion.toDecimal(), std::string("0.1"));
        QCOMPARE(small->outputPerMillion.toDecimal(), std::string("0.4"));
        const auto large = table.priceOf(tierOf("builtin", "builtin/large"));
        QVERIFY(large && large->inputPerMillion > small->inputPerMillion);
    }

    void unknownPriceIsNotZero() {
        const PriceTable& table = PriceTable::shipped();
        QVERIFY(!table.priceOf(tierOf("openai", "builtin/small")));
        QVERIFY(!table.priceOf(tierOf("builtin", "builtin/huge")));
        QVERIFY(!table.priceOf({}));
    }

    void tierPriceOverrulesTheTable() {
        workflow::Tier tier = tierOf("builtin", "builtin/small");
        tier.price = workflow::TierPrice{Money::fromPicodollars(7), Money()};
        QVERIFY(PriceTable::shipped().priceOf(tier)->inputPerMillion == Money::fromPicodollars(7));
        tier.model = "mine";
        QVERIFY(PriceTable::shipped().priceOf(tier)->inputPerMillion == Money::fromPicodollars(7));
    }

    void shippedWindowsAreThoseOfTheModels() {
        for (const workflow::BuiltinModel& model : workflow::kBuiltinModels)
            for (const std::string_view name : {model.name, model.name.substr(workflow::kBuiltinFamily.size())}) {
                const workflow::Tier tier = tierOf("builtin", std::string(name).c_str());
                QCOMPARE(PriceTable::shipped().windowOf(tier), std::optional(model.contextWindow));
                QVERIFY(PriceTable::shipped().priceOf(tier));
            }
        QVERIFY(!PriceTable::shipped().windowOf(tierOf("openai", "small")));
    }

    void tierWindowOverrulesTheTable() {
        workflow::Tier tier = tierOf("ollama", "m");
        QVERIFY(!PriceTable::shipped().windowOf(tier));
        tier.params = {{"num_ctx", 4096}};
        QCOMPARE(PriceTable::shipped().windowOf(tier), std::optional(std::int64_t{4096}));
        tier.contextWindow = 2048;
        QCOMPARE(PriceTable::shipped().windowOf(tier), std::optional(std::int64_t{2048}));
        tier.contextWindow = 131'072;  // what the model could take, and what the server gives it
        QCOMPARE(PriceTable::shipped().windowOf(tier), std::optional(std::int64_t{4096}));
        tier = tierOf("builtin", "builtin/small");
        tier.contextWindow = 100;
        QCOMPARE(PriceTable::shipped().windowOf(tier), std::optional(std::int64_t{100}));
    }

    void readsATable() {
        const auto table = PriceTable::parse(
            quoted("{'format':'touchstone.prices/1','models':["
                   "{'provider':'p','model':'m','input_per_mtok':0,'output_per_mtok':0.000000000001,'since':2026}]}"));
        VERIFY_OK(table);
        const auto price = table->priceOf(tierOf("p", "m"));
        QVERIFY(price && price->inputPerMillion == Money());
        QCOMPARE(price->outputPerMillion.picodollars(), std::int64_t{1});
        QVERIFY(!table->windowOf(tierOf("p", "m")));
    }

    void refusesBadTables_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("message");
        const auto table = [](const char* json, const char* message) {
            QTest::newRow(json) << QByteArray(json) << QByteArray(message);
        };
        const char* shape = "a price table needs";
        table("[]", shape);
        table("{}", shape);
        table("{'format':'touchstone.prices/2','models':[]}", shape);
        table("{'format':'touchstone.prices/1','models':{}}", shape);
        const auto row = [](const char* json, const char* message) {
            const QByteArray good = "{'provider':'p','model':'m','input_per_mtok':1,'output_per_mtok':1}";
            QTest::newRow(json) << "{'format':'touchstone.prices/1','models':[" + good + "," + json + "]}"
                                << "/models/1: " + QByteArray(message);
        };
        row("7", "'provider' and 'model' must be given");
        row("{'model':'m','input_per_mtok':1,'output_per_mtok':1}", "'provider' and 'model' must be given");
        row("{'provider':'p','model':'','input_per_mtok':1,'output_per_mtok':1}", "'provider' and 'model'");
        row("{'provider':'p','model':'n','output_per_mtok':1}", "'input_per_mtok' must be a number of US dollars");
        row("{'provider':'p','model':'n','input_per_mtok':1,'output_per_mtok':'1'}", "'output_per_mtok' must be a");
        row("{'provider':'p','model':'n','input_per_mtok':-1,'output_per_mtok':1}", "a price cannot be negative");
        row("{'provider':'p','model':'n','input_per_mtok':1e300,'output_per_mtok':1}",
            "an amount must be finite and below 9 million");
        for (const char* window : {"0", "-1", "'8192'", "8192.5", "null", "100000001"})
            row(("{'provider':'p','model':'n','input_per_mtok':1,'output_per_mtok':1,'context_window':" +
                 QByteArray(window) + "}")
                    .constData(),
                "'context_window' must be a whole number of tokens, 1 to 100000000");
        row("{'provider':'p','model':'m','input_per_mtok':2,'output_per_mtok':2}", "the model 'm' is listed twice");
    }
    void refusesBadTables() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, message);
        const auto parsed = PriceTable::parse(quoted(json));
        QVERIFY(!parsed.ok());
        QVERIFY2(parsed.error().message.find(message.toStdString()) != std::string::npos,
                 parsed.error().message.c_str());
    }
};

QTEST_APPLESS_MAIN(PriceTableTest)
#include "tst_price_table.moc"
