// SPDX-License-Identifier: Apache-2.0

#include "eval/scorer.h"

#include "support/printing.h"

#include <string>

using namespace touchstone;
using namespace touchstone::eval;

namespace {

Json json(const QByteArray& text) {
    auto value = parseJson(text.toStdString());
    if (!value.ok())
        qFatal("%s", value.error().message.c_str());
    return std::move(value).value();
}

Scorer scorer(const QByteArray& spec) {
    auto made = makeScorer(json(spec));
    if (!made.ok())
        qFatal("%s", made.error().message.c_str());
    return std::move(made).value();
}

// Judges `answer` against the expectation, "absent" for none.
Result<Score> scoreOf(const QByteArray& spec, const QByteArray& expected, const std::string& answer) {
    Case testCase{.input = {{"text", "hello"}, {"limit", 2000}}};
    if (expected != "absent")
        testCase.expected = json(expected);
    const Json trace = {{"latency_ms", 1500}, {"cost_usd", 0.002}, {"valid", true}};
    return scorer(spec).score({.testCase = testCase, .text = answer, .trace = trace});
}

}  // namespace

class ScorerTest : public QObject {
    Q_OBJECT

private slots:
    void scores_data() {
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<double>("value");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* name, const char* spec, const char* expected, const char* answer, double value,
                            const char* reason) {
            QTest::newRow(name) << QByteArray(spec) << QByteArray(expected) << QByteArray(answer) << value
                                << QByteArray(reason);
        };
        const char* equals = R"({"type":"equals"})";
        row("equal", equals, R"("a b")", " a b\n", 1, "equal");
        row("different", equals, R"("a")", "b", 0, R"(expected "a", got "b")");
        row("case matters", equals, R"("a")", "A", 0, R"(expected "a", got "A")");
        row("case ignored", R"({"type":"equals","ignore_case":true})", "\"Straße É.*\"", "straße é.*", 1, "equal");
        row("case ignored, still different", R"({"type":"equals","ignore_case":true})", R"("a.c")", "abc", 0,
            R"(expected "a.c", got "abc")");
        row("JSON", equals, R"({"a":1,"b":[2]})", R"({"b":[2.0],"a":1})", 1, "equal as JSON");
        row("JSON in text", equals, "\"{\\\"a\\\": 1}\"", R"({"a":1})", 1, "equal as JSON");
        row("JSON differs", equals, R"({"a":{"b":[1,2]}})", R"({"a":{"b":[1,3]}})", 0,
            "differs from the expected JSON at /a/b/1");
        row("JSON misses a key", equals, R"({"a/b":1})", "{}", 0, "differs from the expected JSON at /a~1b");
        row("JSON has a key too many", equals, "{}", R"({"a":1})", 0, "differs from the expected JSON");
        row("not JSON", equals, "{}", "sorry", 0, "the answer is not valid JSON");
        row("number", equals, "3", "3.0", 1, "equal as JSON");
        row("number, not text", equals, R"("3")", "3.0", 0, R"(expected "3", got "3.0")");
        row("null", equals, "null", "null", 1, "equal as JSON");
        row("boolean", equals, "true", "yes", 0, R"(expected "true", got "yes")");
        row("at", R"({"type":"equals","at":"/x","expected_at":"/y"})", R"({"y":"v"})", R"({"x":"v"})", 1, "equal");
        row("nothing at", R"({"type":"equals","at":"/x"})", R"("v")", "{}", 0, "the answer has no value at /x");
        row("at of no JSON", R"({"type":"equals","at":"/x"})", R"("v")", "v", 0, "the answer is not valid JSON");
        row("constant", R"({"type":"equals","value":"v"})", "absent", "v", 1, "equal");

        const char* contains = R"({"type":"icontains"})";
        row("contains", contains, "\"ÉTÉ\"", "l'été vient", 1, "contains \"ÉTÉ\"");
        row("does not contain", contains, "\"(a|b)\"", "a", 0, "does not contain \"(a|b)\"");
        row("all", R"({"type":"icontains","value":["a","B"]})", "absent", "x A y b", 1, "contains all 2 words");
        row("not all", R"({"type":"icontains","value":["a","b"]})", "absent", "a", 0, R"(does not contain "b")");
        row("any", R"({"type":"icontains","value":["a","b"],"match":"any"})", "absent", "xB", 1, R"(contains "b")");
        row("none", R"({"type":"icontains","value":["a","b"],"match":"any"})", "absent", "x", 0,
            "contains none of 2 words");
        row("negated", R"({"type":"icontains","value":"sorry","negate":true})", "absent", "Sorry!", 0,
            R"(contains "sorry")");

        row("regex", R"({"type":"regex","pattern":"\\d{3}"})", "absent", "order 1234", 1, R"(matches "123")");
        row("regex full", R"({"type":"regex","pattern":"\\d{3}","full":true})", "absent", "1234", 0,
            "the pattern does not match");
        row("regex case", R"({"type":"regex","pattern":"^abc$","ignore_case":true})", "absent", "ABC\n", 1,
            R"(matches "ABC")");
        row("regex at", R"({"type":"regex","at":"/a","pattern":"^b"})", "absent", R"({"a":"bc"})", 1, R"(matches "b")");

        const char* schema = R"({"type":"json-schema","schema":{"type":"object","required":["a"],
                                 "properties":{"a":{"type":"integer"}}}})";
        row("fits", schema, "absent", R"({"a":1})", 1, "fits the schema");
        row("does not fit", schema, "absent", R"({"a":"x"})", 0, "/a: ");
        row("misses", schema, "absent", "{}", 0, "");
        row("schema of no JSON", schema, "absent", "{a}", 0, "the answer is not valid JSON");

        row("label", R"({"type":"label"})", R"("refund")", " refund ", 1, R"("refund")");
        row("label at", R"({"type":"label","at":"/label","ignore_case":true})", R"("Refund")", R"({"label":"REFUND"})",
            1, R"("Refund")");
        row("wrong label", R"({"type":"label"})", R"("refund")", "billing", 0, R"(expected "refund", got "billing")");

        row("true", R"({"type":"expression","expression":"trace.latency_ms < input.limit"})", "absent", "x", 1, "true");
        row("false", R"({"type":"expression","expression":"output.label == expected.label"})", R"({"label":"a"})",
            R"({"label":"b"})", 0, "false");
        row("chain of nothing", R"({"type":"expression","expression":"output.a.b.c == 1"})", "absent", "text", 0,
            "false");
        row("text", R"({"type":"expression","expression":"output == '42'"})", "absent", "42", 1, "true");
        row("graded", R"({"type":"expression","expression":"output.confidence"})", "absent", R"({"confidence":0.25})",
            0.25, "gave 0.25");
        row("out of range", R"({"type":"expression","expression":"trace.latency_ms"})", "absent", "x", 0,
            "the expression gave 1500; a score lies between 0 and 1");
        row("no number", R"({"type":"expression","expression":"output"})", "absent", "x", 0,
            "the expression gave string");
    }
    void scores() {
        QFETCH(QByteArray, spec);
        QFETCH(QByteArray, expected);
        QFETCH(QByteArray, answer);
        QFETCH(double, value);
        QFETCH(QByteArray, reason);
        const auto score = scoreOf(spec, expected, answer.toStdString());
        VERIFY_OK(score);
        QCOMPARE(score->value, value);
        QCOMPARE(score->passed, value >= 0.5);
        QVERIFY2(QByteArray::fromStdString(score->reason).startsWith(reason), score->reason.c_str());
    }

    void nothingToCompareWith() {
        for (const char* spec : {R"({"type":"equals"})", R"({"type":"label"})", R"({"type":"icontains"})"}) {
            const auto score = scoreOf(spec, "absent", "x");
            QVERIFY(!score.ok() && score.error().code == ErrorCode::NotFound);
        }
        QVERIFY(!scoreOf(R"({"type":"label","expected_at":"/a"})", "{}", "x").ok());
    }

    // What could not be judged does not pass by being negated.
    void failureIsNotNegated() {
        const auto score = scoreOf(R"({"type":"expression","expression":"1 / 0","negate":true})", "absent", "x");
        VERIFY_OK(score);
        QCOMPARE(score->value, 0.0);
        QVERIFY(!score->passed);
    }

    void threshold() {
        const auto at = [](const char* threshold) {
            return scoreOf(QByteArray(R"({"type":"expression","expression":"0.8","threshold":)") + threshold + '}',
                           "absent", "")
                ->passed;
        };
        QVERIFY(at("0.8"));
        QVERIFY(!at("0.81"));
        QVERIFY(at("0"));
    }

    void labelsFeedTheConfusionMatrix() {
        const auto pairOf = [](const QByteArray& spec, const std::string& answer) {
            const auto labels = scoreOf(spec, R"("Refund")", answer)->labels;
            return labels ? labels->expected + ">" + labels->actual : "none";
        };
        QCOMPARE(pairOf(R"({"type":"label","ignore_case":true})", "refund"), std::string("Refund>Refund"));
        QCOMPARE(pairOf(R"({"type":"label"})", "refund"), std::string("Refund>refund"));
        QCOMPARE(pairOf(R"({"type":"label","at":"/x"})", "no JSON"), std::string("Refund>"));
        QCOMPARE(pairOf(R"({"type":"equals"})", "refund"), std::string("none"));
        QVERIFY(pairOf(R"({"type":"label"})", std::string(1'000'000, 'x')).size() < 100);
    }

    void jsonGivenByTheRun() {
        const Json value = {{"label", "a"}};
        const Case testCase{.expected = "a"};
        const auto score = scorer(R"({"type":"label","at":"/label"})")
                               .score({.testCase = testCase, .text = "```json\n…```", .json = &value, .trace = value});
        VERIFY_OK(score);
        QVERIFY(score->passed);
    }

    void commonMembers() {
        const Scorer made = scorer(R"({"type":"equals","name":"exact","weight":3})");
        QCOMPARE(made.name(), std::string("exact"));
        QCOMPARE(made.type(), std::string("equals"));
        QCOMPARE(made.weight(), 3.0);
        QCOMPARE(scorer(R"({"type":"equals"})").name(), std::string("equals"));
    }

    void refusedSpecs_data() {
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char* spec, const char* message) {
            QTest::newRow(spec) << QByteArray(spec) << QByteArray(message);
        };
        row("[]", "a scorer is a JSON object");
        row("{}", "\"type\" is missing");
        row(R"({"type":1})", "\"type\" must be a string");
        row(R"({"type":"equal"})", "did you mean \"equals\"?");
        row(R"({"type":"llm-judge-9000"})", "the types are equals, icontains");
        row(R"({"type":"equals","ignorecase":true})", "did you mean \"ignore_case\"?");
        row(R"({"type":"equals","ignore_case":1})", "\"ignore_case\" must be true or false");
        row(R"({"type":"equals","at":"label"})", "\"at\" must be a JSON pointer");
        row(R"({"type":"equals","at":"/a~2"})", "\"at\" must be a JSON pointer");
        row(R"({"type":"equals","value":1,"expected_at":"/a"})", "exclude each other");
        row(R"({"type":"label","value":"x"})", "unknown key \"value\"");
        row(R"({"type":"equals","name":""})", "\"name\" is empty");
        row(R"({"type":"equals","weight":0})", "\"weight\" must be a number above 0");
        row(R"({"type":"equals","weight":"1"})", "\"weight\" must be a number");
        row(R"({"type":"equals","threshold":1.1})", "\"threshold\" must lie between 0 and 1");
        row(R"({"type":"icontains","value":[]})", "\"value\" must be a word or a list");
        row(R"({"type":"icontains","value":["a",""]})", "\"value\" must be a word or a list");
        row(R"({"type":"icontains","match":"some"})", "\"match\" must be \"all\" or \"any\"");
        row(R"({"type":"regex"})", "\"pattern\" is missing");
        row("{\"type\":\"regex\",\"pattern\":\"(\"}", "missing )");
        row("{\"type\":\"regex\",\"pattern\":\"(?=a)\"}", "no look-around");
        row("{\"type\":\"regex\",\"pattern\":\"((a{100}){100}){100}\"}", "not an RE2 pattern");
        row(R"({"type":"json-schema"})", "\"schema\" is missing");
        row(R"({"type":"json-schema","schema":{"type":"text"}})", "\"schema\": ");
        row(R"({"type":"expression"})", "\"expression\" is missing");
        row(R"({"type":"expression","expression":"1 +"})", "\"expression\": ");
        row(R"({"type":"expression","expression":"outptu.a"})", "\"expression\" reads \"outptu\"; ");
        row(R"({"type":"expression","expression":"trace","at":"/a"})", "unknown key \"at\"");
    }
    void refusedSpecs() {
        QFETCH(QByteArray, spec);
        QFETCH(QByteArray, message);
        const auto made = makeScorer(json(spec));
        QVERIFY(!made.ok());
        QVERIFY2(QByteArray::fromStdString(made.error().message).contains(message), made.error().message.c_str());
    }

    void lists() {
        QCOMPARE(makeScorers(json(R"([{"type":"equals"},{"type":"label"}])"))->size(), std::size_t{2});
        QVERIFY(makeScorers(json("[]"))->empty());
        QVERIFY(!makeScorers(json("{}")).ok());
        QVERIFY(makeScorers(json(R"([{"type":"equals"},{"type":"x"}])")).error().message.starts_with("/1: "));
        QVERIFY(makeScorers(json(R"([{"type":"equals"},{"type":"equals"}])"))
                    .error()
                    .message.find("two scorers are named") != std::string::npos);
    }

    // Patterns that make backtracking engines hang, deep and broken answers: each ends at once, none is an error.
    void hostileAnswers_data() {
        QTest::addColumn<QByteArray>("spec");
        for (const char* spec :
             {R"({"type":"equals","value":{"a":1}})", R"({"type":"icontains","value":"needle"})",
              R"({"type":"regex","pattern":"(a+)+$"})", R"({"type":"regex","pattern":"(a|aa)*b"})",
              R"({"type":"json-schema","schema":{"type":"array"}})", R"({"type":"equals","at":"/a/b","value":"x"})",
              R"({"type":"expression","expression":"output | length > 3 and output.a.b == 1"})"})
            QTest::newRow(spec) << QByteArray(spec);
    }
    void hostileAnswers() {
        QFETCH(QByteArray, spec);
        const std::vector<std::string> answers = {"",
                                                  std::string(1'000'000, 'a') + "!",
                                                  std::string(100'000, '['),
                                                  "{\"a\":" + std::string(50'000, '{'),
                                                  std::string("\0\xFF\xC0\x80", 4),
                                                  "{\"a\":1e999}",
                                                  "{\"a\":1,\"a\":2}",
                                                  std::string(500'000, ' ')};
        for (const std::string& answer : answers) {
            const auto score = scoreOf(spec, "absent", answer);
            VERIFY_OK(score);
            QVERIFY(score->value == 0 || score->value == 1);
            QVERIFY(score->reason.size() < 2000);
        }
    }
};

QTEST_APPLESS_MAIN(ScorerTest)
#include "tst_scorer.moc"
