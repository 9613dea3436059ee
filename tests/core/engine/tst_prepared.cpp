// SPDX-License-Identifier: Apache-2.0
//
// What is refused before a run exists.

#include <QTest>

#include "bench.h"

using namespace bench;

class TestPrepared : public QObject {
    Q_OBJECT

private slots:
    void unsupportedSettingsAreRefused_data();
    void unsupportedSettingsAreRefused();
    void severalAreNamedTogether();
    void supportedSettingsAreNot();
    void checkingFindsWhatPreparingRefuses_data();
    void checkingFindsWhatPreparingRefuses();
    void missingCorpus();
    void exampleThatCannotBeRendered();
    void documentHashNamesTheContent();
};

void TestPrepared::unsupportedSettingsAreRefused_data() {
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("pointer");
    const auto add = [](const char* pointer, const char* patch) {
        QTest::newRow(pointer) << QByteArray(patch) << QByteArray(pointer);
    };
    add("/retrieval/strategy", R"({"retrieval": {"corpus": "help", "query": "q", "strategy": "vector"}})");
    add("/retrieval/mmr", R"({"retrieval": {"corpus": "help", "query": "q", "mmr": 0.5}})");
    add("/memory", R"({"memory": {"keep_last": 6}})");
    add("/tools",
        R"({"tools": [{"name": "t", "kind": "mock", "schema": {"type": "object"}, "responses": [{"result": 1}]}]})");
    add("/output/mode", R"({"output": {"mode": "tool", "schema": {"type": "object"}}})");
    add("/output/stream_abort", R"({"output": {"mode": "text", "stream_abort": true}})");
    add("/output/repair", R"({"output": {"mode": "text", "repair": ["syntax"]}})");
    add("/routing/cascade", R"({"routing": {"cascade": [{"tier": "small"}, {"tier": "large"}]}})");
    add("/routing/hedge_after_ms", R"({"routing": {"hedge_after_ms": 100}})");
    add("/routing/breaker", R"({"routing": {"breaker": {"failures": 3}}})");
    add("/routing/rules/0/use", R"({"routing": {"rules": [{"use": {"small": 1, "large": 1}}]}})");
    add("/routing/rules/1/sticky",
        R"({"routing": {"rules": [{"when": "false", "use": "large"}, {"use": "small", "sticky": "ticket"}]}})");
    add("/budget/per_day_usd", R"({"budget": {"per_day_usd": 1}})");
    add("/budget/when_near", R"({"budget": {"per_run_usd": 1, "when_near": "route:small"}})");
    add("/cache/mode", R"({"cache": {"mode": "exact"}})");
    add("/policy/0/stage",
        R"({"policy": [{"id": "t", "stage": "tool", "detect": {"terms": ["x"]}, "action": "block"}]})");
    add("/policy/0/action",
        R"({"policy": [{"id": "t", "stage": "output", "detect": {"terms": ["x"]}, "action": "route", "to": "large"}]})");
    add("/budget/when_spent", R"({"budget": {"per_run_usd": 1, "when_spent": "cache-only"}})");
    add("/routing/tiers/small/provider", R"({"routing": {"tiers": {"small": {"provider": "anthropic"}}}})");
    add("/routing/tiers/large/provider",
        R"({"routing": {"tiers": {"large": {"provider": "gemini", "base_url": "http://127.0.0.1:1/v1"}}}})");
    add("/routing/tiers/small/base_url",
        R"({"routing": {"tiers": {"small": {"provider": "builtin", "model": "builtin/small", "base_url": "http://127.0.0.1:1/v1"}}}})");
    add("/routing/tiers/small/api_key_env",
        R"({"routing": {"tiers": {"small": {"provider": "builtin", "model": "builtin/small", "api_key_env": "KEY"}}}})");
}

void TestPrepared::unsupportedSettingsAreRefused() {
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, pointer);
    const Json json = patched(patch.constData());
    const auto findings = engine::unsupportedSettings(json);
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(findings.front().pointer, pointer.toStdString());
    QVERIFY(findings.front().severity == Severity::Error && !findings.front().suggestion.empty());
    const auto prepared = prepare(json, {{"a", "A", "text"}});
    QVERIFY(!prepared.ok());
    QVERIFY(prepared.error().code == ErrorCode::Unsupported);
    QVERIFY2(holds(prepared.error().message, pointer.toStdString()), prepared.error().message.c_str());
}

void TestPrepared::severalAreNamedTogether() {
    const auto prepared = prepare(patched(R"({"cache": {"mode": "exact"}, "routing": {"hedge_after_ms": 100}})"));
    QVERIFY(!prepared.ok());
    QVERIFY(holds(prepared.error().message, "/cache/mode") &&
            holds(prepared.error().message, "/routing/hedge_after_ms"));
}

void TestPrepared::supportedSettingsAreNot() {
    const Json json = patched(R"({"retrieval": {"corpus": "help", "query": "q", "strategy": "bm25"}, "tools": [],
        "output": {"mode": "json", "schema": {}, "stream_abort": false, "repair": ["reask"]}, "cache": {"mode": "off"},
        "memory": {}, "budget": {"per_run_usd": 1, "when_spent": "block"}})");
    QVERIFY(engine::unsupportedSettings(json).empty());
    VERIFY_OK(prepare(json, {{"a", "A", "text"}}));
}

void TestPrepared::checkingFindsWhatPreparingRefuses_data() {
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("pointer");
    const auto addPattern = [](const char* pattern) {
        Json rule = {{"id", "r"}, {"stage", "input"}, {"action", "flag"}, {"detect", {{"regex", pattern}}}};
        const Json patch = {{"policy", Json::array({std::move(rule)})}};
        QTest::newRow(pattern) << QByteArray::fromStdString(toText(patch)) << QByteArray("/policy/0/detect/regex");
    };
    addPattern("(");
    addPattern("(?=a)");
    QTest::newRow("not supported") << QByteArray(R"({"routing": {"hedge_after_ms": 100}})")
                                   << QByteArray("/routing/hedge_after_ms");
    QTest::newRow("not a workflow") << QByteArray(R"({"inputs": null})") << QByteArray();
}

void TestPrepared::checkingFindsWhatPreparingRefuses() {
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, pointer);
    const Json json = patched(patch.constData());
    const auto findings = engine::checkDocument(json);
    const auto error = std::ranges::find(findings, Severity::Error, &Finding::severity);
    QVERIFY(error != findings.end());
    QCOMPARE(error->pointer, pointer.toStdString());
    if (workflow::parseWorkflow(json).value)
        QVERIFY(!prepare(json).ok());
}

void TestPrepared::missingCorpus() {
    const auto prepared = prepare(patched(R"({"retrieval": {"corpus": "help", "query": "q"}})"));
    QVERIFY(!prepared.ok());
    QVERIFY(prepared.error().code == ErrorCode::NotFound);
    QVERIFY(holds(prepared.error().message, "help"));
}

void TestPrepared::exampleThatCannotBeRendered() {
    const auto prepared =
        prepare(patched(R"({"prompt": {"messages": [{"role": "user", "content": "{{ 1 // (ticket | int) }}"}],
        "examples": [{"input": {"ticket": "1"}, "output": "x"}, {"input": {"ticket": "0"}, "output": "x"}]}})"));
    QVERIFY(!prepared.ok());
    QVERIFY2(holds(prepared.error().message, "/prompt/examples/1"), prepared.error().message.c_str());
}

void TestPrepared::documentHashNamesTheContent() {
    const auto one = prepare(document());
    const auto same = prepare(document());
    const auto other = prepare(patched(R"({"description": "changed"})"));
    VERIFY_OK(one);
    QCOMPARE(one.value()->documentHash().size(), std::size_t(64));
    QCOMPARE(one.value()->documentHash(), same.value()->documentHash());
    QVERIFY(one.value()->documentHash() != other.value()->documentHash());
}

QTEST_GUILESS_MAIN(TestPrepared)
#include "tst_prepared.moc"
