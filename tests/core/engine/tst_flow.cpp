// SPDX-License-Identifier: Apache-2.0
//
// What a run does with an input, stage by stage, and what its trace says about it.

#include <QTest>

#include "bench.h"

using namespace bench;
using touchstone::testing::answers;
using trace::Status;

namespace {

Json withExamples(const char* select) {
    Json json = document();
    Json examples = Json::array();
    for (const char* word : {"refund money", "broken screen", "lost parcel", "refund again"})
        examples.push_back({{"input", {{"ticket", word}}}, {"output", std::string("about ") + word}});
    json["prompt"]["examples"] = examples;
    if (select)
        json["prompt"]["select"] = Json::parse(select);
    return json;
}

}  // namespace

class TestFlow : public QObject {
    Q_OBJECT

private slots:
    void normalRunIsRecordedWhole();
    void spansNestAndLieInsideTheRoot();
    void defaultsAreFilledIn();
    void inputThatDoesNotFitFails_data();
    void inputThatDoesNotFitFails();
    void sourcesAreRecordedAndDroppedOnesNamed();
    void examplesAreSelected_data();
    void examplesAreSelected();
    void examplesInTheTemplateAreNotTurns();
    void examplesGetDefaultsToo();
    void failingTemplatesNameTheirPlace_data();
    void failingTemplatesNameTheirPlace();
    void routing_data();
    void routing();
    void onePreparedServesTwoThreads();
};

void TestFlow::normalRunIsRecordedWhole() {
    Bench desk;
    auto step = answers("Hello back");
    step.deltas = {"Hello", " back"};
    step.before = [&desk] { desk.clock.advance(30ms); };
    desk.provider.play({step});
    engine::RunRequest request = Bench::requestFor(patched(R"({"instructions": {"text": "Be kind."}})"));
    request.version = VersionId("abc");
    request.journey = "checkout";
    request.environment = "staging";
    request.origin = trace::Origin::Production;
    const std::string hash = request.workflow->documentHash();
    std::string streamed;
    const engine::Outcome outcome =
        desk.start(std::move(request), {},
                   [&](std::string_view text, bool restart) { streamed += (restart ? "|" : "") + std::string(text); })
            .get();

    COMPARE_STATUS(outcome.status, Status::Ok);
    QCOMPARE(outcome.output, std::string("Hello back"));
    QCOMPARE(streamed, std::string("Hello back"));
    QVERIFY(outcome.error.empty());
    const trace::Summary& summary = outcome.trace.summary;
    QCOMPARE(summary.id.text.size(), std::size_t(32));
    QCOMPARE(summary.version.text, std::string("abc"));
    QCOMPARE(summary.document, hash);
    QCOMPARE(summary.workflow, std::string("desk"));
    QCOMPARE(summary.context.feature, std::string("support.desk"));
    QCOMPARE(summary.context.journey, std::string("checkout"));
    QCOMPARE(summary.context.environment, std::string("staging"));
    QVERIFY(summary.origin == trace::Origin::Production);
    QCOMPARE(summary.tier + " " + summary.provider + " " + summary.model, std::string("small scripted s1"));
    QCOMPARE(summary.inputTokens, 10);
    QCOMPARE(summary.outputTokens, 5);
    QVERIFY(!summary.tokensEstimated);
    QCOMPARE(summary.attempts, 1);
    QCOMPARE(summary.retries, 0);
    QVERIFY(!summary.fellBack);
    QVERIFY(summary.duration == 30ms);
    QCOMPARE(outcome.trace.detail.output, std::string("Hello back"));
    QCOMPARE(toText(outcome.trace.detail.input), std::string("{\"ticket\":\"hello\"}"));
    QCOMPARE(sent(desk), std::string("system: Be kind.\nuser: hello\n"));
    QCOMPARE(outcome.trace.detail.messages.size(), std::size_t(2));
    QCOMPARE(stringAt(outcome.trace.detail.messages[1], "content"), std::string("hello"));
}

void TestFlow::spansNestAndLieInsideTheRoot() {
    Bench desk;
    auto step = answers("fine");
    step.deltas = {"fine"};
    step.before = [&desk] { desk.clock.advance(30ms); };
    desk.provider.play({step});
    Json json = document();
    json["retrieval"] = {{"corpus", "help"}, {"query", "{{ ticket }}"}};
    const engine::Outcome outcome = desk.start(Bench::requestFor(json, R"({"ticket": "refund"})", helpCentre())).get();
    const std::vector<trace::Span>& spans = outcome.trace.detail.spans;

    QCOMPARE(spanNames(outcome.trace), (std::vector<std::string>{"run desk", "admit", "context", "render", "route",
                                                                 "attempt small", "validate", "guard", "record"}));
    const trace::Span& root = spans.front();
    QVERIFY(root.parent.empty());
    for (std::size_t i = 1; i < spans.size(); ++i) {
        const bool attempt = spans[i].name.starts_with("attempt");
        QCOMPARE(spans[i].parent.text, attempt ? spanNamed(outcome.trace, "route")->id.text : root.id.text);
        QVERIFY(spans[i].start >= spans[i - 1].start);
        QVERIFY(spans[i].start + spans[i].duration <= root.duration);
        QVERIFY(spans[i].status == trace::SpanStatus::Ok);
    }
    const Json& attempt = spanNamed(outcome.trace, "attempt small")->attributes;
    QCOMPARE(stringAt(attempt, "gen_ai.operation.name"), std::string("chat"));
    QCOMPARE(stringAt(attempt, "gen_ai.provider.name"), std::string("scripted"));
    QCOMPARE(stringAt(attempt, "gen_ai.request.model"), std::string("s1"));
    QCOMPARE(stringAt(attempt, "gen_ai.response.model"), std::string("scripted-1"));
    QCOMPARE(integerAt(attempt, "gen_ai.usage.input_tokens"), std::int64_t(10));
    QCOMPARE(integerAt(attempt, "gen_ai.usage.output_tokens"), std::int64_t(5));
    QCOMPARE(numberAt(attempt, "gen_ai.response.time_to_first_chunk"), 0.03);
    const Json& route = spanNamed(outcome.trace, "route")->attributes;
    QCOMPARE(toText(route["touchstone.route.tiers"]), std::string("[\"small\"]"));
    QVERIFY(integerAt(spanNamed(outcome.trace, "render")->attributes, "touchstone.prompt.tokens") > 0);
    QCOMPARE(stringAt(spanNamed(outcome.trace, "context")->attributes, "gen_ai.data_source.id"), std::string("help"));
}

void TestFlow::defaultsAreFilledIn() {
    Bench desk;
    desk.provider.play({answers("ok")});
    const auto outcome = desk.run(patched(R"({"inputs": {"properties": {"plan": {"type": "string", "default": "free"}}},
        "prompt": {"messages": [{"role": "user", "content": "{{ ticket }} on {{ plan }}"}]}})"));
    COMPARE_STATUS(outcome.status, Status::Ok);
    QCOMPARE(sent(desk), std::string("user: hello on free\n"));
    QCOMPARE(stringAt(outcome.trace.detail.input, "plan"), std::string("free"));
}

void TestFlow::inputThatDoesNotFitFails_data() {
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<QByteArray>("place");
    QTest::newRow("missing") << QByteArray("{}") << QByteArray("at /ticket") << QByteArray("/ticket");
    QTest::newRow("wrong type") << QByteArray(R"({"ticket": 5})") << QByteArray("at /ticket") << QByteArray("/ticket");
    QTest::newRow("not an object") << QByteArray("[]") << QByteArray("input schema") << QByteArray();
    QTest::newRow("null") << QByteArray("null") << QByteArray("input schema") << QByteArray();
    QTest::newRow("a string") << QByteArray("\"ticket\"") << QByteArray("input schema") << QByteArray();
}

void TestFlow::inputThatDoesNotFitFails() {
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, says);
    Bench desk;
    const auto outcome = desk.run(document(), input.constData());
    COMPARE_STATUS(outcome.status, Status::Failed);
    QVERIFY2(holds(outcome.error, says.toStdString()), outcome.error.c_str());
    QFETCH(QByteArray, place);
    QVERIFY(outcome.inputProblem && !outcome.inputProblem->message.empty());
    QCOMPARE(outcome.inputProblem->place, place.toStdString());
    QVERIFY(desk.provider.calls().empty());
    QCOMPARE(outcome.trace.summary.attempts, 0);
    QVERIFY(spanNamed(outcome.trace, "admit")->status == trace::SpanStatus::Error);
    QCOMPARE(outcome.trace.detail.error, outcome.error);
}

void TestFlow::sourcesAreRecordedAndDroppedOnesNamed() {
    Bench desk;
    desk.provider.play({answers("ok")});
    Json json = patched(R"({"instructions":
        {"text": "{% for s in sources %}[{{ s.index }}] {{ s.title }}: {{ s.text }}\n{% endfor %}"}})");
    json["retrieval"] = {{"corpus", "help"}, {"query", "{{ ticket }}"}, {"budget_tokens", 26}};
    const auto outcome = desk.start(Bench::requestFor(json, R"({"ticket": "refund"})", helpCentre())).get();
    COMPARE_STATUS(outcome.status, Status::Ok);
    QCOMPARE(outcome.trace.detail.sources.size(), std::size_t(1));
    const trace::SourceRecord& source = outcome.trace.detail.sources.front();
    QCOMPARE(source.index, std::int64_t(1));
    QCOMPARE(source.document, std::string("refunds.md"));
    QVERIFY(source.score > 0 && source.score <= 1);
    QVERIFY(source.tokens > 0 && source.end > source.begin);
    QVERIFY2(holds(sent(desk), "[1] Refunds: A refund takes five days"), sent(desk).c_str());
    const std::string dropped = toText(spanNamed(outcome.trace, "context")->attributes["touchstone.sources.dropped"]);
    QVERIFY2(holds(dropped, "Shipping"), dropped.c_str());
}

void TestFlow::examplesAreSelected_data() {
    QTest::addColumn<QByteArray>("select");
    QTest::addColumn<QByteArray>("order");  // of the examples' first words
    QTest::newRow("all") << QByteArray(R"({"by": "all"})")
                         << QByteArray("refund money, broken screen, lost parcel, refund again, ");
    QTest::newRow("first 2") << QByteArray(R"({"by": "first", "count": 2})")
                             << QByteArray("refund money, broken screen, ");
    QTest::newRow("first, more than there are")
        << QByteArray(R"({"by": "first", "count": 9})")
        << QByteArray("refund money, broken screen, lost parcel, refund again, ");
    QTest::newRow("similar, nearest last")
        << QByteArray(R"({"by": "similarity", "count": 2})") << QByteArray("broken screen, lost parcel, ");
    QTest::newRow("similar, one") << QByteArray(R"({"by": "similarity", "count": 1})") << QByteArray("lost parcel, ");
}

void TestFlow::examplesAreSelected() {
    QFETCH(QByteArray, select);
    QFETCH(QByteArray, order);
    Bench desk;
    desk.provider.play({answers("ok")});
    const auto outcome =
        desk.run(withExamples(select.constData()), R"({"ticket": "my lost parcel has a broken lost parcel label"})");
    COMPARE_STATUS(outcome.status, Status::Ok);
    const auto messages = desk.provider.calls().at(0).prompt.messages;
    std::string sentOrder;
    for (std::size_t i = 0; i + 1 < messages.size(); i += 2) {
        QVERIFY(messages[i].role == workflow::Role::User && messages[i + 1].role == workflow::Role::Assistant);
        QCOMPARE(messages[i + 1].content, "about " + messages[i].content);
        sentOrder += messages[i].content + ", ";
    }
    QCOMPARE(sentOrder, order.toStdString());
    QVERIFY(messages.back().content.starts_with("my lost"));
    QCOMPARE(integerAt(spanNamed(outcome.trace, "render")->attributes, "touchstone.prompt.examples"),
             std::int64_t(order.count(',')));
}

void TestFlow::examplesInTheTemplateAreNotTurns() {
    Bench desk;
    desk.provider.play({answers("ok")});
    Json json = withExamples(R"({"by": "first", "count": 2})");
    json["instructions"] = {{"text", "{% for e in examples %}{{ e.input.ticket }} = {{ e.output }}; {% endfor %}"}};
    COMPARE_STATUS(desk.run(json).status, Status::Ok);
    QCOMPARE(sent(desk),
             std::string("system: refund money = about refund money; broken screen = about broken screen; \n"
                         "user: hello\n"));
}

void TestFlow::examplesGetDefaultsToo() {
    Bench desk;
    desk.provider.play({answers("ok")});
    Json json = withExamples(R"({"by": "first", "count": 1})");
    json.merge_patch(Json::parse(R"({"inputs": {"properties": {"plan": {"type": "string", "default": "free"}}},
        "prompt": {"messages": [{"role": "user", "content": "{{ ticket }} on {{ plan }}"
}]
}
})"));
    COMPARE_STATUS(desk.run(json).status, Status::Ok);
    QCOMPARE(sent(desk),
             std::string("user: refund money on free\nassistant: about refund money\nuser: hello on free\n"));
}

void TestFlow::failingTemplatesNameTheirPlace_data() {
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("place");
    QTest::newRow("instructions") << QByteArray(R"({"instructions": {"text": "one\n{{ ticket | int // 0 }}"}})")
                                  << QByteArray("/instructions/text");
    QTest::newRow("message")
        << QByteArray(
               R"({"prompt": {"messages": [{"role": "user", "content": "a"}, {"role": "user", "content": "one\n{{ 1 // (ticket | int) }}"}]}})")
        << QByteArray("/prompt/messages/1/content");
}

void TestFlow::failingTemplatesNameTheirPlace() {
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, place);
    Bench desk;
    const auto outcome = desk.run(patched(patch.constData()), R"({"ticket": "0"})");
    COMPARE_STATUS(outcome.status, Status::Failed);
    QVERIFY2(outcome.error.starts_with(place.toStdString()), outcome.error.c_str());
    QVERIFY2(holds(outcome.error, "line 2") || holds(outcome.error, "2:"), outcome.error.c_str());
    QVERIFY(spanNamed(outcome.trace, "render")->status == trace::SpanStatus::Error);
    QVERIFY(desk.provider.calls().empty());
}

void TestFlow::routing_data() {
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("caller");
    QTest::addColumn<QByteArray>("tier");
    QTest::addColumn<QByteArray>("error");
    const QByteArray byTokens =
        R"({"routing": {"rules": [{"when": "tokens.prompt > 20", "use": "large"}, {"use": "other"}]}})";
    const QByteArray longByTokens =
        R"({"instructions": {"text": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"}, "routing": {"rules": [{"when": "tokens.prompt > 20", "use": "large"}, {"use": "other"}]}})";
    const QByteArray byInput =
        R"({"routing": {"rules": [{"when": "'hell' in ticket and input.ticket == ticket", "use": "large"}]}})";
    QTest::newRow("no rule") << QByteArray("{}") << QByteArray() << QByteArray("small") << QByteArray();
    QTest::newRow("few tokens") << byTokens << QByteArray() << QByteArray("other") << QByteArray();
    QTest::newRow("many tokens") << longByTokens << QByteArray() << QByteArray("large") << QByteArray();
    QTest::newRow("by input") << byInput << QByteArray() << QByteArray("large") << QByteArray();
    QTest::newRow("the caller overrules") << byInput << QByteArray("other") << QByteArray("other") << QByteArray();
    QTest::newRow("unknown tier") << byInput << QByteArray("huge") << QByteArray() << QByteArray("'huge'");
    QTest::newRow("a rule that cannot be evaluated")
        << QByteArray(R"({"routing": {"rules": [{"when": "1 // (ticket | length - 5) > 1", "use": "large"}]}})")
        << QByteArray() << QByteArray() << QByteArray("/routing/rules/0/when");
}

void TestFlow::routing() {
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, caller);
    QFETCH(QByteArray, tier);
    QFETCH(QByteArray, error);
    Bench desk;
    desk.provider.play({answers("ok")});
    engine::RunRequest request = Bench::requestFor(patched(patch.constData()));
    request.tier = caller.toStdString();
    const auto outcome = desk.start(std::move(request)).get();
    COMPARE_STATUS(outcome.status, error.isEmpty() ? Status::Ok : Status::Failed);
    QCOMPARE(outcome.trace.summary.tier, tier.toStdString());
    QVERIFY2(holds(outcome.error, error.toStdString()), outcome.error.c_str());
}

void TestFlow::onePreparedServesTwoThreads() {
    Bench desk;
    desk.provider.play([](std::size_t, const touchstone::testing::ScriptedProvider::Received& received) {
        return answers(received.prompt.messages.back().content);
    });
    Json json = withExamples(R"({"by": "similarity", "count": 2})");
    json["retrieval"] = {{"corpus", "help"}, {"query", "{{ ticket }}"}};
    const engine::RunRequest request = Bench::requestFor(json, R"({"ticket": "x"})", helpCentre());
    constexpr int kRuns = 200;
    const auto runMany = [&](const std::string& prefix) {
        int right = 0;
        for (int i = 0; i < kRuns; ++i) {
            engine::RunRequest mine = request;
            mine.input["ticket"] = prefix + " refund " + std::to_string(i);
            const std::string expected = mine.input["ticket"];
            right += desk.start(std::move(mine)).get().output == expected ? 1 : 0;
        }
        return right;
    };
    auto left = std::async(std::launch::async, runMany, "left");
    auto right = std::async(std::launch::async, runMany, "right");
    QCOMPARE(left.get(), kRuns);
    QCOMPARE(right.get(), kRuns);
}

QTEST_GUILESS_MAIN(TestFlow)
#include "tst_flow.moc"
