// SPDX-License-Identifier: Apache-2.0
//
// Policy inside a run: what is refused or redacted reaches neither the model, the caller nor the record.

#include <QTest>

#include "bench.h"
#include "trace/trace_json.h"

using namespace bench;
using touchstone::testing::answers;
using trace::Status;

class TestScreening : public QObject {
    Q_OBJECT

private slots:
    void inputPolicy_data();
    void inputPolicy();
    void contextPolicy_data();
    void contextPolicy();
    void outputPolicy_data();
    void outputPolicy();
    void textUnderOutputPolicyDoesNotStream();
    void secretsAreNowhereInTheTrace_data();
    void secretsAreNowhereInTheTrace();
};

void TestScreening::inputPolicy_data() {
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("ticket");  // as sent, empty: nothing was
    QTest::addColumn<QByteArray>("tier");
    const QByteArray raw = "write to ada@example.org";
    QTest::newRow("block") << QByteArray(R"("action": "block")") << QByteArray("blocked") << QByteArray()
                           << QByteArray();
    QTest::newRow("redact") << QByteArray(R"("action": "redact")") << QByteArray("ok") << QByteArray("write to [email]")
                            << QByteArray("small");
    QTest::newRow("flag") << QByteArray(R"("action": "flag")") << QByteArray("ok") << raw << QByteArray("small");
    QTest::newRow("route") << QByteArray(R"("action": "route", "to": "other")") << QByteArray("ok") << raw
                           << QByteArray("other");
}

void TestScreening::inputPolicy() {
    QFETCH(QByteArray, action);
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, ticket);
    QFETCH(QByteArray, tier);
    Bench desk;
    desk.provider.play({answers("ok")});
    const QByteArray patch =
        R"({"policy": [{"id": "mail", "stage": "input", "detect": {"pii": ["email"]}, "message": "no mail please", )" +
        action + "}]}";
    const auto outcome = desk.run(patched(patch.constData()), R"({"ticket": "write to ada@example.org"})");
    QCOMPARE(std::string(toString(outcome.status)), status.toStdString());
    QCOMPARE(outcome.trace.summary.tier, tier.toStdString());
    QCOMPARE(outcome.trace.detail.policy.size(), std::size_t(1));
    const trace::PolicyRecord& record = outcome.trace.detail.policy.front();
    QCOMPARE(record.rule + " " + record.stage + " " + record.where, std::string("mail input /ticket"));
    QCOMPARE(record.hits, std::int64_t(1));
    if (ticket.isEmpty()) {
        QVERIFY(desk.provider.calls().empty());
        QCOMPARE(outcome.error, std::string("no mail please"));
        QVERIFY2(!holds(toText(trace::Detail(outcome.trace.detail).input), "ada@"), "refused text is not kept");
    } else {
        QCOMPARE(sent(desk), "user: " + ticket.toStdString() + "\n");
        QCOMPARE(stringAt(outcome.trace.detail.input, "ticket"), ticket.toStdString());
    }
}

void TestScreening::contextPolicy_data() {
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("block") << QByteArray("block") << QByteArray("blocked");
    QTest::newRow("redact") << QByteArray("redact") << QByteArray("ok");
}

void TestScreening::contextPolicy() {
    QFETCH(QByteArray, action);
    QFETCH(QByteArray, status);
    Bench desk;
    desk.provider.play({answers("ok")});
    Json json = patched(R"({"instructions": {"text": "{% for s in sources %}{{ s.text }}{% endfor %}"}})");
    json["retrieval"] = {{"corpus", "help"}, {"query", "{{ ticket }}"}};
    json["policy"] = Json::array({{{"id", "five"},
                                   {"stage", "context"},
                                   {"detect", {{"terms", Json::array({"five days"})}}},
                                   {"action", action.toStdString()}}});
    const auto outcome = desk.start(Bench::requestFor(json, R"({"ticket": "refund"})", helpCentre())).get();
    QCOMPARE(std::string(toString(outcome.status)), status.toStdString());
    QCOMPARE(outcome.trace.detail.policy.front().where, std::string("source 1"));
    if (status == "ok")
        QVERIFY2(holds(sent(desk), "A refund takes [term]") && !holds(sent(desk), "five days"), sent(desk).c_str());
    else
        QVERIFY(desk.provider.calls().empty() && !spanNamed(outcome.trace, "render"));
}

void TestScreening::outputPolicy_data() {
    QTest::addColumn<QByteArray>("mode");
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("output");
    const QByteArray json =
        R"({"mode": "json", "schema": {"properties": {"mail": {"type": "string", "maxLength": 7}}}})";
    QTest::newRow("block") << QByteArray(R"({"mode": "text"})") << QByteArray("block")
                           << QByteArray("ask ada@example.org") << QByteArray("blocked") << QByteArray();
    QTest::newRow("block, nothing found") << QByteArray(R"({"mode": "text"})") << QByteArray("block")
                                          << QByteArray("ask ada") << QByteArray("ok") << QByteArray("ask ada");
    QTest::newRow("redact") << QByteArray(R"({"mode": "text"})") << QByteArray("redact")
                            << QByteArray("ask ada@example.org") << QByteArray("ok") << QByteArray("ask [email]");
    QTest::newRow("redacted value is parsed anew")
        << json << QByteArray("redact") << QByteArray(R"({"mail":"a@ex.io"})") << QByteArray("ok")
        << QByteArray(R"({"mail":"[email]"})");
    QTest::newRow("an escape hides nothing") << json << QByteArray("redact") << QByteArray(R"({"mail":"a\u0040ex.io"})")
                                             << QByteArray("ok") << QByteArray(R"({"mail":"[email]"})");
    QTest::newRow("an escape in a name hides nothing")
        << json << QByteArray("block") << QByteArray(R"({"a\u0040ex.io":1})") << QByteArray("blocked") << QByteArray();
    QTest::newRow("redacted value no longer fits")
        << QByteArray(R"({"mode": "json", "schema": {"properties": {"mail": {"maxLength": 6}}}})")
        << QByteArray("redact") << QByteArray(R"({"mail":"a@b.io"})") << QByteArray("invalid")
        << QByteArray(R"({"mail":"[email]"})");
}

void TestScreening::outputPolicy() {
    QFETCH(QByteArray, mode);
    QFETCH(QByteArray, action);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, output);
    Bench desk;
    desk.provider.play({answers(answer.toStdString())});
    const QByteArray patch =
        R"({"output": )" + mode +
        R"(, "policy": [{"id": "mail", "stage": "output", "detect": {"pii": ["email"]}, "action": ")" + action +
        R"("}]})";
    const auto outcome = desk.run(patched(patch.constData()));
    QCOMPARE(std::string(toString(outcome.status)), status.toStdString());
    QCOMPARE(outcome.output, output.toStdString());
    QCOMPARE(outcome.trace.detail.output, output.toStdString());
    if (status == "ok" && mode.contains("json"))
        QCOMPARE(toText(outcome.value), output.toStdString());
    if (status == "invalid")
        QCOMPARE(outcome.trace.detail.validation.at(0).pointer, std::string("/mail"));
}

void TestScreening::textUnderOutputPolicyDoesNotStream() {
    Bench desk;
    auto step = touchstone::testing::fails(provider::FailureKind::Interrupted);
    std::get<provider::Failure>(*step.reply).partialText = "ask ada@example.org";
    step.deltas = {"ask ada@", "example.org"};
    desk.provider.play({step});
    bool streamed = false;
    const auto outcome = desk.start(patched(R"({"policy": [{"id": "mail", "stage": "output",
        "detect": {"pii": ["email"]}, "action": "redact"}]})"),
                                    R"({"ticket": "hi"})", {}, [&](std::string_view, bool) { streamed = true; })
                             .get();
    COMPARE_STATUS(outcome.status, Status::Failed);
    QVERIFY(!streamed);
    QCOMPARE(outcome.output, std::string());  // the rules did not see the whole
    QCOMPARE(outcome.trace.detail.output, outcome.output);
}

void TestScreening::secretsAreNowhereInTheTrace_data() {
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("status");
    const QByteArray fine = R"({"ticket": "hello"})";
    const QByteArray mailKind = R"({"label": "ada@example.org"})";
    const auto rule = [](const char* stage, const char* action) {
        return QByteArray(R"("stage": ")") + stage + R"(", "action": ")" + action + "\"";
    };
    QTest::newRow("input that does not fit, blocked")
        << rule("input", "block") << QByteArray(R"({"ticket": 5, "from": "ada@example.org"})") << QByteArray("{}")
        << QByteArray("blocked");
    QTest::newRow("input that does not fit, redacted")
        << rule("input", "redact") << QByteArray(R"({"ticket": {"from": "ada@example.org"}})") << QByteArray("{}")
        << QByteArray("failed");
    QTest::newRow("input that is no object")
        << rule("input", "redact") << QByteArray(R"("ada@example.org")") << QByteArray("{}") << QByteArray("failed");
    QTest::newRow("invalid answer, blocked") << rule("output", "block") << fine << mailKind << QByteArray("blocked");
    QTest::newRow("invalid answer, redacted") << rule("output", "redact") << fine << mailKind << QByteArray("invalid");
    QTest::newRow("answer that is no JSON, redacted")
        << rule("output", "redact") << fine << QByteArray("write to ada@example.org") << QByteArray("invalid");
    // As a JSON string, "\\u0040" is an "@".
    const QByteArray escaped = "{\"label\": \"ada\\u0040example.org\"}";
    QTest::newRow("escaped, blocked") << rule("output", "block") << fine << escaped << QByteArray("blocked");
    QTest::newRow("escaped, redacted") << rule("output", "redact") << fine << escaped << QByteArray("invalid");
    QTest::newRow("escaped and cut, blocked")
        << rule("output", "block") << fine << escaped.chopped(2) << QByteArray("blocked");
    QTest::newRow("escaped and cut, redacted")
        << rule("output", "redact") << fine << escaped.chopped(2) << QByteArray("invalid");
}

void TestScreening::secretsAreNowhereInTheTrace() {
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, status);
    Bench desk;
    desk.provider.play({answers(answer.toStdString())});
    const QByteArray patch = R"({"output": {"mode": "json", "schema": {"type": "object",
        "properties": {"label": {"enum": ["a", "b"]}}}},
        "policy": [{"id": "mail", "detect": {"pii": ["email"]}, )" +
                             rule + "}]}";
    const auto outcome = desk.run(patched(patch.constData()), input.constData());
    QCOMPARE(std::string(toString(outcome.status)), status.toStdString());
    const std::string record = toText(trace::toJson(outcome.trace.detail, true));
    QVERIFY2(!holds(record, "ada@") && !holds(record, "u0040"), record.c_str());
    QVERIFY(!holds(outcome.error + outcome.output, "ada@"));
}

QTEST_GUILESS_MAIN(TestScreening)
#include "tst_screening.moc"
