// SPDX-License-Identifier: Apache-2.0
//
// What a trace keeps of each attempt: what it cost and what its model said.

#include "bench.h"

#include "trace/attempts.h"

#include <QTest>

using namespace bench;
using provider::FailureKind;
using touchstone::testing::answers;
using touchstone::testing::fails;
using trace::Status;

namespace {

const char* const kInvalid = R"({"label":"c"})";
const char* const kValid = R"({"label":"a"})";

Json priced(const char* patch = "{}") {
    Json json = patched(R"({"output": {"mode": "json", "attempts": 2, "schema":
        {"type": "object", "properties": {"label": {"enum": ["a", "b"]}}, "required": ["label"]}},
        "routing": {"fallback": ["large"], "tiers": {
        "small": {"price": {"input_per_mtok": 100, "output_per_mtok": 1000}},
        "large": {"price": {"input_per_mtok": 300, "output_per_mtok": 3000}}}}})");
    json.merge_patch(Json::parse(patch));
    return json;
}

std::vector<const trace::Span*> attemptsIn(const trace::Trace& trace) {
    std::vector<const trace::Span*> attempts;
    for (const trace::Span& span : trace.detail.spans)
        if (trace::isAttempt(span))
            attempts.push_back(&span);
    return attempts;
}

QByteArray said(const trace::Span& attempt) {
    const auto kept = trace::keptAnswerOf(attempt);
    return kept ? QByteArray::fromStdString(kept->text) : QByteArray("-");
}

}  // namespace

class TestAttemptRecords : public QObject {
    Q_OBJECT

private slots:
    void costsAddUp() {
        Bench desk;
        desk.provider.play({answers(kInvalid), fails(FailureKind::Unauthorized), answers(kValid)});
        const auto outcome = desk.run(priced());
        QVERIFY(outcome.status == Status::Ok);
        const auto attempts = attemptsIn(outcome.trace);
        QCOMPARE(attempts.size(), 3U);
        Money sum;
        for (const trace::Span* attempt : attempts) {
            QVERIFY(trace::costOf(*attempt).has_value());
            sum += *trace::costOf(*attempt);
        }
        QCOMPARE(trace::costOf(*attempts[1])->picodollars(), std::int64_t{0});
        QVERIFY(trace::costOf(*attempts[2])->picodollars() > trace::costOf(*attempts[0])->picodollars());
        QCOMPARE(sum.toDecimal(), outcome.trace.summary.cost->toDecimal());
    }

    void anUnknownPriceIsNoCost() {
        Bench desk;
        desk.provider.play({answers("well")});
        const auto outcome = desk.run(document());
        QVERIFY(!trace::costOf(*attemptsIn(outcome.trace).front()));
    }

    void everyAnswerIsKeptOnce() {
        Bench desk;
        auto broken = fails(FailureKind::Interrupted);
        std::get<provider::Failure>(*broken.reply).partialText = "{\"lab";
        desk.provider.play({answers(kInvalid), broken, answers(kValid)});
        const auto outcome = desk.run(priced());
        const auto attempts = attemptsIn(outcome.trace);
        QCOMPARE(attempts.size(), 3U);
        QCOMPARE(said(*attempts[0]), QByteArray(kInvalid));
        QCOMPARE(said(*attempts[1]), QByteArray("{\"lab"));
        QCOMPARE(said(*attempts[2]), QByteArray("-"));  // it is the output
        QVERIFY(trace::answeringAttempt(outcome.trace) == attempts[2]);
    }

    void anEarlierAnswerCanBeTheRuns() {
        Bench desk;
        desk.provider.play({answers(R"({"label":"x"})"), answers(kInvalid), fails(FailureKind::Network)});
        const auto outcome = desk.run(priced());
        QVERIFY(outcome.status == Status::Invalid);
        const auto attempts = attemptsIn(outcome.trace);
        QCOMPARE(said(*attempts[0]), QByteArray(R"({"label":"x"})"));
        QCOMPARE(said(*attempts[1]), QByteArray("-"));
        QCOMPARE(outcome.trace.detail.output, std::string(kInvalid));
        QVERIFY(trace::answeringAttempt(outcome.trace) == attempts[1]);
    }

    // A second answer that was stopped does not make the first one the run's.
    void aCancelledReaskAnswersNothing() {
        Bench desk;
        desk.provider.play({answers(kInvalid), fails(FailureKind::Cancelled)});
        const auto outcome = desk.run(priced());
        QVERIFY(outcome.status == Status::Cancelled);
        QVERIFY(!trace::answeringAttempt(outcome.trace));
        QCOMPARE(said(*attemptsIn(outcome.trace).front()), QByteArray(kInvalid));
    }

    // JSON with escapes is read without them, which alters nothing.
    void whatPolicyLeavesAloneIsKeptWordForWord() {
        const char* const escaped = "{ \"lable\": \"a\\u00e9\" }";
        Bench desk;
        desk.provider.play({answers(escaped), answers(kValid)});
        Json json = priced();
        json["policy"] = Json::array(
            {{{"id", "names"}, {"stage", "output"}, {"detect", {{"terms", {"Smith"}}}}, {"action", "redact"}}});
        const auto kept = trace::keptAnswerOf(*attemptsIn(desk.run(json).trace).front());
        QVERIFY(kept && kept->isWhole);
        QCOMPARE(kept->text, std::string(escaped));
    }

    // Half a card number passes every rule.
    void fragmentsUnderOutputRulesAreNotKept() {
        Bench desk;
        auto broken = fails(FailureKind::Interrupted);
        std::get<provider::Failure>(*broken.reply).partialText = "card 4111 1111 11";
        desk.provider.play({broken, broken});
        Json json = priced();
        json["policy"] = Json::array(
            {{{"id", "cards"}, {"stage", "output"}, {"detect", {{"terms", {"Smith"}}}}, {"action", "redact"}}});
        const auto outcome = desk.run(json);
        QVERIFY(outcome.status == Status::Failed);
        QCOMPARE(outcome.output, std::string());
        QCOMPARE(outcome.trace.detail.output, std::string());
        for (const trace::Span* attempt : attemptsIn(outcome.trace))
            QCOMPARE(said(*attempt), QByteArray("-"));
        QVERIFY(trace::costOf(*attemptsIn(outcome.trace).front())->picodollars() > 0);  // it was said all the same
    }

    void longAnswersAreCutBetweenCharacters() {
        Bench desk;
        std::string longOne = "x";
        while (longOne.size() < trace::kLongestKeptAnswer + 100)
            longOne += "€";
        desk.provider.play({answers(longOne), answers(kValid)});
        const auto kept = trace::keptAnswerOf(*attemptsIn(desk.run(priced()).trace).front());
        QVERIFY(kept && !kept->isWhole);
        QVERIFY(kept->text.size() <= trace::kLongestKeptAnswer && kept->text.size() > trace::kLongestKeptAnswer - 3);
        QVERIFY(longOne.starts_with(kept->text));
        QVERIFY(kept->text.ends_with("€"));
    }

    void policyGoesFirst_data() {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<bool>("isKept");
        QTest::newRow("blocked") << QByteArray("block") << false;
        QTest::newRow("redacted") << QByteArray("redact") << true;
    }

    // What policy blocks is stored nowhere, also when another answer came after it.
    void policyGoesFirst() {
        QFETCH(QByteArray, action);
        QFETCH(bool, isKept);
        Bench desk;
        desk.provider.play({answers(R"({"lable":"Smith"})"), answers(kValid)});
        Json json = priced();
        json["policy"] = Json::array({{{"id", "names"},
                                       {"stage", "output"},
                                       {"detect", {{"terms", {"Smith"}}}},
                                       {"action", action.toStdString()}}});
        const auto outcome = desk.run(json);
        QVERIFY(outcome.status == Status::Ok);
        const auto kept = trace::keptAnswerOf(*attemptsIn(outcome.trace).front());
        QCOMPARE(kept.has_value(), isKept);
        if (kept) {
            QVERIFY(!kept->isWhole);
            QVERIFY(kept->text.find("Smith") == std::string::npos);
        }
    }
};

QTEST_APPLESS_MAIN(TestAttemptRecords)
#include "tst_attempt_records.moc"
