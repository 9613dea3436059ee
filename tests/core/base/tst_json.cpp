// SPDX-License-Identifier: Apache-2.0

#include "base/canonical_json.h"
#include "base/json.h"
#include "support/printing.h"

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace touchstone;

class JsonTest : public QObject {
    Q_OBJECT

private slots:
    void refuses_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("duplicate key") << QByteArray(R"({"a":1,"a":2})") << QByteArray("\"a\" appears twice");
        QTest::newRow("depth") << QByteArray(129, '[') << QByteArray("nested deeper than 128");
        QTest::newRow("deep enough to crash others") << QByteArray(1'000'000, '[') << QByteArray("nested deeper");
        QTest::newRow("huge number") << QByteArray("[1e999]") << QByteArray("number");
        QTest::newRow("trailing") << QByteArray("{} x") << QByteArray("line 1, column 4");
        QTest::newRow("second line") << QByteArray("{\n \"a\": ?}") << QByteArray("line 2, column 7");
        QTest::newRow("empty") << QByteArray("") << QByteArray("not valid JSON");
        QTest::newRow("lone surrogate") << QByteArray(R"(["\ud800"])") << QByteArray("not valid JSON");
        QTest::newRow("bad UTF-8") << QByteArray("[\"\xff\"]") << QByteArray("not valid JSON");
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}") << QByteArray("byte order mark");
    }
    void refuses() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, says);
        const auto parsed = parseJson(text.toStdString());
        QVERIFY(!parsed.ok());
        QVERIFY2(QByteArray::fromStdString(parsed.error().message).contains(says), parsed.error().message.c_str());
    }

    void readsIntegers_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("integer");
        QTest::newRow("integer") << QByteArray("2") << qint64(2);
        QTest::newRow("negative") << QByteArray("-2") << qint64(-2);
        QTest::newRow("integral fraction") << QByteArray("2.0") << qint64(2);
        QTest::newRow("with an exponent") << QByteArray("5e3") << qint64(5000);
        QTest::newRow("fraction") << QByteArray("2.5") << qint64(7);
        QTest::newRow("too large to be exact") << QByteArray("1e300") << qint64(7);
        QTest::newRow("text") << QByteArray("\"2\"") << qint64(7);
    }
    void readsIntegers() {
        QFETCH(QByteArray, value);
        QFETCH(qint64, integer);
        QCOMPARE(qint64(integerAt(parseJson("{\"n\":" + value.toStdString() + "}").value(), "n", 7)), integer);
    }

    void keepsTheOrderOfKeys() {
        const auto parsed = parseJson(R"({"z":1,"a":{"y":[1,2.5,"x",null,true]}})");
        VERIFY_OK(parsed);
        QCOMPARE(toText(parsed.value()), std::string(R"({"z":1,"a":{"y":[1,2.5,"x",null,true]}})"));
    }

    // Section 3.2.3 and appendix B of RFC 8785.
    void canonicalNumbers_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](double value, const char* text) { QTest::newRow(text) << value << QByteArray(text); };
        row(0.0, "0");
        row(-0.0, "0");
        row(5e-324, "5e-324");
        row(1.7976931348623157e308, "1.7976931348623157e+308");
        row(9007199254740992.0, "9007199254740992");
        row(295147905179352830000.0, "295147905179352830000");
        row(9.999999999999997e22, "9.999999999999997e+22");
        row(1e23, "1e+23");
        row(333333333.3333332, "333333333.3333332");
        row(0.000001, "0.000001");
        row(1e-7, "1e-7");
        row(-0.0000033333333333333333, "-0.0000033333333333333333");
        row(1424953923781206.2, "1424953923781206.2");
    }
    void canonicalNumbers() {
        QFETCH(double, value);
        QFETCH(QByteArray, text);
        QCOMPARE(canonicalNumber(value), text.toStdString());
    }

    // Section 3.2.3 of RFC 8785: keys sort by UTF-16 code units.
    void canonicalKeys() {
        const auto value = parseJson(
            "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With Dagesh\","
            "\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\","
            "\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}");
        VERIFY_OK(value);
        const auto text = canonicalJson(value.value());
        VERIFY_OK(text);
        const std::vector<std::string> order = {"Carriage Return", "One",   "Control", "Latin", "Euro",
                                                "Emoji",           "Hebrew"};
        std::size_t last = 0;
        for (const std::string& word : order) {
            const auto at = text.value().find(word);
            QVERIFY2(at != std::string::npos && at > last, word.c_str());
            last = at;
        }
    }

    void refusesInexactIntegers() {
        const auto text = canonicalJson(parseJson(R"({"a":[9007199254740993]})").value());
        QVERIFY(!text.ok());
        QVERIFY2(text.error().message.find("/a/0") != std::string::npos, text.error().message.c_str());
    }

    void pointers() {
        const Json value = parseJson(R"({"a/b":{"~":[10,20]}})").value();
        const std::string pointer = childPointer(childPointer(childPointer("", "a/b"), "~"), 1);
        QCOMPARE(pointer, std::string("/a~1b/~0/1"));
        QVERIFY(resolvePointer(value, pointer));
        QCOMPARE(resolvePointer(value, pointer)->get<int>(), 20);
        for (const char* bad : {"a", "/x", "/a~1b/~0/01", "/a~1b/~0/2", "/a~2", "/a~1b/~0/-"})
            QVERIFY2(!resolvePointer(value, bad), bad);
    }

    void equality() {
        const auto equal = [](const char* a, const char* b) {
            return jsonEqual(parseJson(a).value(), parseJson(b).value());
        };
        QVERIFY(equal(R"({"a":1,"b":[2]})", R"({"b":[2.0],"a":1.0})"));
        QVERIFY(!equal("[1,2]", "[2,1]"));
        QVERIFY(!equal("1", "true"));
        QVERIFY(!equal("{}", "[]"));
    }

    // nst/JSONTestSuite: y_ must parse, n_ must not, i_ is free but must not crash.
    void publicParsingSuite() {
        const std::filesystem::path folder = std::filesystem::path(TOUCHSTONE_TEST_DATA) / "json-parsing/test_parsing";
        if (!std::filesystem::exists(folder))
            QSKIP("public data not present: JSONTestSuite not run");
        int accepted = 0;
        int rejected = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            std::ifstream file(entry.path(), std::ios::binary);
            std::stringstream text;
            text << file.rdbuf();
            const bool ok = parseJson(text.str()).ok();
            const std::string name = entry.path().filename().string();
            // Duplicate keys are legal JSON but refused here on purpose: two readers could see two values.
            const bool duplicateKeys = name.starts_with("y_object_duplicated_key");
            if (name.starts_with("y_") && !duplicateKeys) {
                QVERIFY2(ok, name.c_str());
                ++accepted;
            } else if (name.starts_with("n_") || duplicateKeys) {
                QVERIFY2(!ok, name.c_str());
                ++rejected;
            }
        }
        QCOMPARE(accepted, 93);
        QCOMPARE(rejected, 190);
    }
};

QTEST_APPLESS_MAIN(JsonTest)
#include "tst_json.moc"
