// SPDX-License-Identifier: Apache-2.0
//
// The attempt loop: retries, fallback, invalid answers, budget, cost.

#include <QTest>

#include "bench.h"

using namespace bench;
using provider::FailureKind;
using touchstone::testing::answers;
using touchstone::testing::answersWithoutUsage;
using touchstone::testing::fails;
using touchstone::testing::ScriptedStep;
using trace::Status;

namespace {

Json withFallback(const char* patch = "{}") {
    Json json = patched(R"({"routing": {"fallback": ["large", "other"]}})");
    json.merge_patch(Json::parse(patch));
    return json;
}

Json withSchema(int attempts, bool reask, const char* patch = "{}") {
    Json json = patched(R"({"output": {"mode": "json", "schema":
        {"type": "object", "properties": {"label": {"enum": ["a", "b"]}}, "required": ["label"]}}})");
    json["output"]["attempts"] = attempts;
    if (reask)
        json["output"]["repair"] = Json::array({"reask"});
    json.merge_patch(Json::parse(patch));
    return json;
}

const char* const kValid = R"({"label":"a"})";
const char* const kInvalid = R"({"label":"c"})";

}  // namespace

class TestAttempts : public QObject {
    Q_OBJECT

private slots:
    void fallbackOrder();
    void missingProviderFallsBack();
    void everyFailureKind_data();
    void everyFailureKind();
    void retriesWaitAsRoutingSays_data();
    void retriesWaitAsRoutingSays();
    void deadlinesAreTheVersions();
    void invalidAnswers_data();
    void invalidAnswers();
    void reaskShowsWhatWasWrong();
    void failedReaskKeepsTheInvalidAnswer();
    void invalidAnswerOutlivesAFailedFallback();
    void cutAnswers_data();
    void cutAnswers();
    void cutAnswersFallBack();
    void budget_data();
    void budget();
    void aTierOverBudgetIsPassedOver();
    void aTierTooSmallIsPassedOver();
    void aPromptTooLongForAllIsNotSent();
    void askingAgainMustFitToo();
    void undeclaredWindowsLimitThePromptAlone_data();
    void undeclaredWindowsLimitThePromptAlone();
    void aReaskOverBudgetFallsBack();
    void replaysAreNotLimited();
    void overspendingIsRecorded();
    void whatMayBeChargedIsNotFree_data();
    void whatMayBeChargedIsNotFree();
    void unknownPriceLeavesCostEmpty();
    void costsOfAllAttemptsAreSummed();
    void missingUsageIsEstimated();
    void interruptedTextIsKept();
    void secondAttemptRestartsTheStream();
};

void TestAttempts::fallbackOrder() {
    Bench desk;
    desk.provider.play({fails(FailureKind::Server), fails(FailureKind::Unauthorized), answers("third")});
    const auto outcome = desk.run(withFallback());
    COMPARE_STATUS(outcome.status, Status::Ok);
    QCOMPARE(outcome.output, std::string("third"));
    QCOMPARE(attemptsOf(outcome.trace), std::string("small large other"));
    QCOMPARE(outcome.trace.summary.tier, std::string("other"));
    QCOMPARE(outcome.trace.summary.attempts, 3);
    QVERIFY(outcome.trace.summary.fellBack);
}

void TestAttempts::missingProviderFallsBack() {
    Bench desk;
    desk.provider.play({answers("second")});
    const auto outcome = desk.run(withFallback(R"({"routing": {"tiers": {"small": {"provider": "nobody"}}}})"));
    COMPARE_STATUS(outcome.status, Status::Ok);
    QCOMPARE(attemptsOf(outcome.trace), std::string("small large"));
    QCOMPARE(outcome.trace.summary.attempts, 1);
    QVERIFY(outcome.trace.summary.fellBack);
    const trace::Span* unasked = spanNamed(outcome.trace, "attempt small");
    QVERIFY(unasked->status == trace::SpanStatus::Error);
    QVERIFY2(holds(unasked->message, "nobody"), unasked->message.c_str());
    QVERIFY2(outcome.fellBack.starts_with("small: ") && holds(outcome.fellBack, "nobody"), outcome.fellBack.c_str());
    QCOMPARE(stringAt(spanNamed(outcome.trace, "route")->attributes, "touchstone.route.fell_back"), outcome.fellBack);
}

void TestAttempts::everyFailureKind_data() {
    QTest::addColumn<FailureKind>("kind");
    QTest::addColumn<bool>("retried");
    QTest::addColumn<bool>("fallsBack");
    const auto add = [](FailureKind kind, bool retried, bool fallsBack = true) {
        QTest::newRow(std::string(toString(kind)).c_str()) << kind << retried << fallsBack;
    };
    add(FailureKind::Unauthorized, false);
    add(FailureKind::ModelNotFound, false);
    add(FailureKind::BadRequest, false);
    add(FailureKind::ContextTooLong, false);
    add(FailureKind::ContentFilter, false);
    add(FailureKind::RateLimited, true);
    add(FailureKind::QuotaSpent, false);
    add(FailureKind::Server, true);
    add(FailureKind::Network, true);
    add(FailureKind::Timeout, true);
    add(FailureKind::Interrupted, true);
    add(FailureKind::Malformed, true);
    add(FailureKind::NotRecorded, false);
    add(FailureKind::Cancelled, false, false);
}

// Every call fails this way: small is retried or not, then large is tried or not.
void TestAttempts::everyFailureKind() {
    QFETCH(FailureKind, kind);
    QFETCH(bool, retried);
    QFETCH(bool, fallsBack);
    Bench desk;
    desk.provider.play([kind](std::size_t, const auto&) { return fails(kind); });
    const auto outcome = desk.runThroughWaits(patched(R"({"routing": {"fallback": ["large"],
        "retry": {"attempts": 2, "backoff_ms": 5, "jitter": false}}})"),
                                              5ms);
    COMPARE_STATUS(outcome.status, kind == FailureKind::Cancelled ? Status::Cancelled : Status::Failed);
    const int callsToEach = retried ? 2 : 1;
    QCOMPARE(outcome.trace.summary.attempts, fallsBack ? 2 * callsToEach : 1);
    QCOMPARE(outcome.trace.summary.retries, retried ? 2 : 0);
    QVERIFY2(holds(outcome.error, "scripted failure"), outcome.error.c_str());
    const trace::Span* attempt = spanNamed(outcome.trace, "attempt small");
    QCOMPARE(stringAt(attempt->attributes, "error.type"), std::string(toString(kind)));
    QVERIFY(attempt->status ==
            (kind == FailureKind::Cancelled ? trace::SpanStatus::Cancelled : trace::SpanStatus::Error));
    QVERIFY(spanNamed(outcome.trace, "route")->status != trace::SpanStatus::Ok);
}

void TestAttempts::retriesWaitAsRoutingSays_data() {
    QTest::addColumn<QByteArray>("retry");
    QTest::addColumn<int>("retryAfter");     // ms, 0: none
    QTest::addColumn<QList<int>>("delays");  // ms, in order
    QTest::newRow("doubles") << QByteArray(R"({"attempts": 4, "backoff_ms": 500, "jitter": false})") << 0
                             << QList<int>{500, 1000, 2000};
    QTest::newRow("up to its maximum")
        << QByteArray(R"({"attempts": 4, "backoff_ms": 500, "max_backoff_ms": 800, "jitter": false})") << 0
        << QList<int>{500, 800, 800};
    QTest::newRow("not before Retry-After")
        << QByteArray(R"({"attempts": 4, "backoff_ms": 500, "jitter": false})") << 1500 << QList<int>{1500, 1500, 2000};
    QTest::newRow("a Retry-After too far off gives up")
        << QByteArray(R"({"attempts": 4, "backoff_ms": 500, "jitter": false})") << 60'000 << QList<int>{};
    QTest::newRow("not what is not listed")
        << QByteArray(R"({"attempts": 4, "on": ["server", "timeout"]})") << 0 << QList<int>{};
}

void TestAttempts::retriesWaitAsRoutingSays() {
    QFETCH(QByteArray, retry);
    QFETCH(int, retryAfter);
    QFETCH(QList<int>, delays);
    Bench desk;
    desk.provider.play([retryAfter](std::size_t, const auto&) {
        return fails(FailureKind::RateLimited,
                     retryAfter > 0 ? std::optional(std::chrono::milliseconds(retryAfter)) : std::nullopt);
    });
    Json json = document();
    json["routing"]["retry"] = Json::parse(retry.constData());
    auto running = desk.start(json);
    std::size_t calls = 1;
    for (const int delay : delays) {
        QVERIFY(eventually([&] { return desk.clock.pending() == 1; }));
        desk.clock.advance(std::chrono::milliseconds(delay) - 1ns);
        QCOMPARE(desk.clock.pending(), std::size_t(1));
        QCOMPARE(desk.provider.calls().size(), calls);
        desk.clock.advance(1ns);
        QVERIFY(desk.provider.waitForCalls(++calls));
    }
    const auto outcome = running.get();
    COMPARE_STATUS(outcome.status, Status::Failed);
    QCOMPARE(outcome.trace.summary.retries, int(delays.size()));
    QCOMPARE(outcome.trace.summary.attempts, int(delays.size()) + 1);
    QCOMPARE(desk.clock.pending(), std::size_t(0));
    qsizetype waits = 0;
    for (const trace::Span& span : outcome.trace.detail.spans)
        if (span.name == "wait") {
            QCOMPARE(integerAt(span.attributes, "touchstone.retry.delay_ms"), std::int64_t(delays[waits]));
            QVERIFY(span.duration == std::chrono::milliseconds(delays[waits++]));
        }
    QCOMPARE(waits, delays.size());
}

void TestAttempts::deadlinesAreTheVersions() {
    Bench desk;
    desk.provider.play({answers("ok")});
    COMPARE_STATUS(desk.run(patched(R"({"routing": {"timeout_ms": 300000,
        "tiers": {"small": {"params": {"temperature": 0.5}}}}})"))
                       .status,
                   Status::Ok);
    const auto call = desk.provider.calls().front();
    QVERIFY(call.deadlines.total == 300s);
    QVERIFY(call.deadlines.firstToken == 300s);
    QCOMPARE(numberAt(call.params, "temperature"), 0.5);
}

void TestAttempts::invalidAnswers_data() {
    QTest::addColumn<QList<QByteArray>>("replies");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<bool>("fallback");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("called");   // tiers
    QTest::addColumn<QByteArray>("failure");  // recorded: pointer and part of the message
    const QByteArray valid = kValid;
    const QByteArray invalid = kInvalid;
    using List = QList<QByteArray>;
    QTest::newRow("valid") << List{valid} << 1 << false << QByteArray("ok") << valid << QByteArray("small")
                           << QByteArray();
    QTest::newRow("not JSON") << List{"well, a"} << 1 << false << QByteArray("invalid") << QByteArray("well, a")
                              << QByteArray("small") << QByteArray(" line 1");
    QTest::newRow("does not fit") << List{invalid} << 1 << false << QByteArray("invalid") << invalid
                                  << QByteArray("small") << QByteArray("/label ");
    QTest::newRow("second is valid") << List{invalid, valid} << 2 << false << QByteArray("ok") << valid
                                     << QByteArray("small small") << QByteArray();
    QTest::newRow("all attempts used") << List{"no", invalid} << 2 << false << QByteArray("invalid") << invalid
                                       << QByteArray("small small") << QByteArray("/label ");
    QTest::newRow("fallback is valid") << List{invalid, "no", valid} << 2 << true << QByteArray("ok") << valid
                                       << QByteArray("small small large") << QByteArray();
    QTest::newRow("nobody is valid") << List{"1", "2", "3"} << 1 << true << QByteArray("invalid") << QByteArray("3")
                                     << QByteArray("small large other") << QByteArray(" ");
}

void TestAttempts::invalidAnswers() {
    QFETCH(QList<QByteArray>, replies);
    QFETCH(int, attempts);
    QFETCH(bool, fallback);
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, called);
    QFETCH(QByteArray, failure);
    Bench desk;
    std::vector<ScriptedStep> steps;
    for (const QByteArray& reply : replies)
        steps.push_back(answers(reply.toStdString()));
    desk.provider.play(std::move(steps));
    const auto outcome =
        desk.run(withSchema(attempts, true, fallback ? R"({"routing": {"fallback": ["large", "other"]}})" : "{}"));
    QCOMPARE(std::string(toString(outcome.status)), status.toStdString());
    QCOMPARE(outcome.output, output.toStdString());
    QCOMPARE(attemptsOf(outcome.trace), called.toStdString());
    QCOMPARE(outcome.trace.detail.output, outcome.output);
    QCOMPARE(outcome.trace.detail.validation.empty(), failure.isEmpty());
    if (failure.isEmpty()) {
        QCOMPARE(toText(outcome.value), kValid);
        return;
    }
    const trace::ValidationFailure& recorded = outcome.trace.detail.validation.front();
    QVERIFY2(holds(recorded.pointer + " " + recorded.message, failure.toStdString()), recorded.message.c_str());
    QVERIFY2(holds(outcome.error, recorded.message), outcome.error.c_str());
}

void TestAttempts::reaskShowsWhatWasWrong() {
    Bench desk;
    desk.provider.play({answers(kInvalid), answers("x"), answers(kValid)});
    COMPARE_STATUS(desk.run(withSchema(3, true)).status, Status::Ok);
    const auto calls = desk.provider.calls();
    QCOMPARE(calls[0].prompt.messages.size(), std::size_t(1));
    QVERIFY(calls[0].prompt.outputMode == workflow::OutputMode::Json);
    QVERIFY(calls[0].prompt.outputSchema.is_object());
    // Each asks anew from the first prompt: what came before the last answer would only distract.
    for (const std::size_t i : {1U, 2U}) {
        const auto& messages = calls[i].prompt.messages;
        QCOMPARE(messages.size(), std::size_t(3));
        QCOMPARE(messages[0].content, std::string("hello"));
        QVERIFY(messages[1].role == workflow::Role::Assistant && messages[2].role == workflow::Role::User);
        QCOMPARE(messages[1].content, std::string(i == 1 ? kInvalid : "x"));
        QVERIFY2(holds(messages[2].content, i == 1 ? "- /label: " : "- the answer: "), messages[2].content.c_str());
    }
    desk.provider.play({answers(kInvalid), answers(kValid)});
    COMPARE_STATUS(desk.run(withSchema(2, false)).status, Status::Ok);
    QCOMPARE(desk.provider.calls()[1].prompt.messages.size(), std::size_t(1));
}

void TestAttempts::failedReaskKeepsTheInvalidAnswer() {
    Bench desk;
    desk.provider.play({answers(kInvalid), fails(FailureKind::Network)});
    const auto outcome = desk.run(withSchema(2, true));
    COMPARE_STATUS(outcome.status, Status::Invalid);
    QCOMPARE(outcome.output, std::string(kInvalid));
    QCOMPARE(outcome.trace.detail.output, std::string(kInvalid));
    QCOMPARE(outcome.trace.detail.validation.at(0).pointer, std::string("/label"));
}

void TestAttempts::invalidAnswerOutlivesAFailedFallback() {
    Bench desk;
    desk.provider.play({answers(kInvalid), fails(FailureKind::Network), fails(FailureKind::Server)});
    const auto outcome = desk.run(withSchema(1, false, R"({"routing": {"fallback": ["large", "other"]}})"));
    COMPARE_STATUS(outcome.status, Status::Invalid);
    QCOMPARE(outcome.output, std::string(kInvalid));
    QCOMPARE(outcome.trace.summary.tier, std::string("small"));
    QCOMPARE(outcome.trace.summary.model, std::string("s1"));
    QVERIFY(!outcome.trace.summary.fellBack);
    QCOMPARE(outcome.trace.detail.validation.at(0).pointer, std::string("/label"));
}

// What a model did not end is no success.
void TestAttempts::cutAnswers_data() {
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("filtered");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("says");
    const QByteArray limit = "cut at the tier's token limit; raise max_tokens";
    QTest::newRow("text") << QByteArray(R"({})") << QByteArray("half of it") << false << QByteArray("invalid") << limit;
    QTest::newRow("text, filtered") << QByteArray(R"({})") << QByteArray("half of it") << true << QByteArray("invalid")
                                    << QByteArray("content filter cut the answer");
    const QByteArray json = R"({"output": {"mode": "json", "schema": {}, "attempts": 3, "repair": ["reask"]}})";
    QTest::newRow("half an object") << json << QByteArray(R"({"a": [1, 2)") << false << QByteArray("invalid") << limit;
    QTest::newRow("half a number") << json << QByteArray("12") << false << QByteArray("invalid") << limit;
    QTest::newRow("a whole object") << json << QByteArray(R"({"a": 1})") << false << QByteArray("ok") << QByteArray();
}

void TestAttempts::cutAnswers() {
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, text);
    QFETCH(bool, filtered);
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, says);
    Bench desk;
    auto step = answers(text.toStdString());
    std::get<provider::Completion>(*step.reply).finish =
        filtered ? provider::Finish::ContentFilter : provider::Finish::Length;
    desk.provider.play({step, step, step});
    const auto outcome = desk.run(patched(output.constData()));
    QCOMPARE(std::string(toString(outcome.status)), status.toStdString());
    QCOMPARE(outcome.output, text.toStdString());
    QCOMPARE(desk.provider.calls().size(), std::size_t(1));  // asking the same tier again would be cut again
    QVERIFY2(holds(outcome.error, says.toStdString()), outcome.error.c_str());
    if (status == "invalid") {
        QVERIFY(holds(outcome.trace.detail.validation.at(0).message, says.toStdString()));
        QVERIFY(spanNamed(outcome.trace, "validate")->status == trace::SpanStatus::Error);
    }
}

void TestAttempts::cutAnswersFallBack() {
    Bench desk;
    auto cut = answers("write to ada@exam");
    std::get<provider::Completion>(*cut.reply).finish = provider::Finish::Length;
    desk.provider.play({cut, answers("all of it")});
    const auto outcome = desk.run(withFallback());
    COMPARE_STATUS(outcome.status, Status::Ok);
    QCOMPARE(outcome.output, std::string("all of it"));
    QVERIFY2(holds(outcome.fellBack, "small: the answer was cut"), outcome.fellBack.c_str());
    // Redacting a cut answer does not make it whole.
    auto mail = cut;
    std::get<provider::Completion>(*mail.reply).text = "write to ada@example.org or";
    desk.provider.play({mail});
    const auto redacted = desk.run(patched(R"({"policy": [{"id": "mail", "stage": "output",
        "detect": {"pii": ["email"]}, "action": "redact"}]})"));
    COMPARE_STATUS(redacted.status, Status::Invalid);
    QCOMPARE(redacted.output, std::string("write to [email] or"));
}

// A dear tier is passed over for a cheaper one to fall back to.
void TestAttempts::aTierOverBudgetIsPassedOver() {
    Bench desk;
    desk.provider.play({answers("fine")});
    const char* patch = R"({"budget": {"per_run_usd": 0.0001}, "routing": {"fallback": ["large"], "tiers": {
        "small": {"price": {"input_per_mtok": 100, "output_per_mtok": 1000}},
        "large": {"price": {"input_per_mtok": 0.1, "output_per_mtok": 1}}}}})";
    const auto outcome = desk.run(patched(patch));
    COMPARE_STATUS(outcome.status, Status::Ok);
    QCOMPARE(outcome.trace.summary.tier, std::string("large"));
    QVERIFY(outcome.trace.summary.fellBack);
    QVERIFY2(holds(outcome.fellBack, "small: this call would cost at least $"), outcome.fellBack.c_str());
    QCOMPARE(attemptsOf(outcome.trace), std::string("small large"));
    QCOMPARE(desk.provider.calls().size(), std::size_t(1));
}

void TestAttempts::aTierTooSmallIsPassedOver() {
    Bench desk;
    desk.provider.play({answers("fine")});
    const auto outcome = desk.run(
        withFallback(R"({"routing": {"tiers": {"small": {"context_window": 10, "params": {"max_tokens": 9}}}}})"));
    COMPARE_STATUS(outcome.status, Status::Ok);
    QCOMPARE(attemptsOf(outcome.trace), std::string("small large"));
    QCOMPARE(desk.provider.calls().size(), std::size_t(1));
    const trace::Span* unasked = spanNamed(outcome.trace, "attempt small");
    QCOMPARE(stringAt(unasked->attributes, "error.type"), std::string("context_too_long"));
    QVERIFY2(holds(outcome.fellBack,
                   "small: about 6 tokens of prompt and 9 kept for the answer are 5 more than the "
                   "context window of s1, 10 tokens"),
             outcome.fellBack.c_str());
}

void TestAttempts::aPromptTooLongForAllIsNotSent() {
    Bench desk;
    const auto outcome = desk.run(patched(R"({"routing": {"tiers": {"small": {"context_window": 4}}}})"));
    COMPARE_STATUS(outcome.status, Status::Failed);
    QVERIFY(desk.provider.calls().empty());
    QVERIFY2(holds(outcome.error,
                   "small: about 6 tokens of prompt are 2 more than the context window of s1, 4 tokens; "
                   "shorten the prompt"),
             outcome.error.c_str());
    QCOMPARE(outcome.trace.summary.attempts, 0);
}

// What is asked again is longer; when that does not fit, the invalid answer stays.
void TestAttempts::askingAgainMustFitToo() {
    Bench desk;
    desk.provider.play({answers(kInvalid)});
    const auto outcome = desk.run(withSchema(2, true, R"({"routing": {"tiers": {"small": {"context_window": 12}}}})"));
    COMPARE_STATUS(outcome.status, Status::Invalid);
    QCOMPARE(desk.provider.calls().size(), std::size_t(1));
    QCOMPARE(attemptsOf(outcome.trace), std::string("small small"));
}

void TestAttempts::undeclaredWindowsLimitThePromptAlone_data() {
    QTest::addColumn<QByteArray>("tier");
    QTest::addColumn<int>("calls");
    const auto row = [](const char* name, const char* tier, int calls) {
        QTest::newRow(name) << QByteArray(tier) << calls;
    };
    row("the answer may take all of it", R"({"params": {"num_ctx": 16, "max_tokens": 16}})", 1);
    row("the prompt is longer", R"({"params": {"num_ctx": 5, "max_tokens": 5}})", 0);
    row("declared", R"({"context_window": 16, "params": {"num_ctx": 16, "max_tokens": 15}})", 0);
}

// What was never declared leaves room for the answer where it can, but keeps no prompt away.
void TestAttempts::undeclaredWindowsLimitThePromptAlone() {
    QFETCH(QByteArray, tier);
    QFETCH(int, calls);
    Bench desk;
    desk.provider.play({answers("fine")});
    const QByteArray patch = R"({"routing": {"tiers": {"small": )" + tier + "}}}";
    const auto outcome = desk.run(patched(patch.constData()));
    COMPARE_STATUS(outcome.status, calls == 1 ? Status::Ok : Status::Failed);
    QCOMPARE(desk.provider.calls().size(), std::size_t(calls));
}

void TestAttempts::budget_data() {
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("calls");
    QTest::addColumn<QByteArray>("says");
    const QByteArray priced =
        R"("routing": {"tiers": {"small": {"price": {"input_per_mtok": 100, "output_per_mtok": 1000}}}})";
    QTest::newRow("unknown price") << QByteArray(R"({"budget": {"per_run_usd": 1}})") << QByteArray("blocked") << 0
                                   << QByteArray("price");
    QTest::newRow("within") << QByteArray(R"({"budget": {"per_run_usd": 1}, )") + priced + "}" << QByteArray("ok") << 1
                            << QByteArray();
    QTest::newRow("the prompt alone is over") << QByteArray(R"({"budget": {"per_run_usd": 0.0001}, )") + priced + "}"
                                              << QByteArray("blocked") << 0 << QByteArray("budget.per_run_usd");
    // The first answer costs 10 × 0.0001 + 5 × 0.001 = 0.006.
    QTest::newRow("the longest answer would be over")
        << QByteArray(R"({"budget": {"per_run_usd": 0.01}, "routing": {"tiers": {"small": {"params":)"
                      R"( {"max_tokens": 10}, "price": {"input_per_mtok": 100, "output_per_mtok": 1000}}}}})")
        << QByteArray("blocked") << 0 << QByteArray("at least $0.01");
    QTest::newRow("spent by the first answer")
        << QByteArray(R"({"budget": {"per_run_usd": 0.006}, "output": {"mode": "json", "schema": {"type": "object"},)"
                      R"( "attempts": 2}, )") +
               priced + "}"
        << QByteArray("invalid") << 1 << QByteArray("does not satisfy");
}

void TestAttempts::budget() {
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, status);
    QFETCH(int, calls);
    QFETCH(QByteArray, says);
    Bench desk;
    desk.provider.play({answers("fine"), answers("fine")});
    const auto outcome = desk.run(patched(patch.constData()));
    QCOMPARE(std::string(toString(outcome.status)), status.toStdString());
    QCOMPARE(desk.provider.calls().size(), std::size_t(calls));
    QVERIFY2(holds(outcome.error, says.toStdString()), outcome.error.c_str());
    if (status == "blocked" && calls == 0)
        QVERIFY(outcome.trace.summary.cost == Money());
}

// The invalid answer is not lost, and a cheaper tier gets its turn.
void TestAttempts::aReaskOverBudgetFallsBack() {
    Bench desk;
    desk.provider.play({answers(kInvalid), answers(kValid)});
    const auto outcome = desk.run(withSchema(2, true, R"({"budget": {"per_run_usd": 0.006},
        "routing": {"fallback": ["large"], "tiers": {
            "small": {"price": {"input_per_mtok": 100, "output_per_mtok": 1000}},
            "large": {"price": {"input_per_mtok": 0, "output_per_mtok": 0}}}}})"));
    COMPARE_STATUS(outcome.status, Status::Ok);
    QCOMPARE(outcome.output, std::string(kValid));
    QCOMPARE(attemptsOf(outcome.trace), std::string("small small large"));
}

// What was asked then is not measured by what is known today.
void TestAttempts::replaysAreNotLimited() {
    Bench desk;
    desk.provider.play({answers("fine"), answers("fine")});
    auto request = Bench::requestFor(
        patched(R"({"budget": {"per_run_usd": 0.0001}, "routing": {"tiers": {"small": {"context_window": 4}}}})"));
    request.origin = trace::Origin::Replay;
    const auto outcome = desk.start(std::move(request)).get();
    COMPARE_STATUS(outcome.status, Status::Ok);
    QCOMPARE(outcome.output, std::string("fine"));
}

// Without max_tokens nobody knows before the call what the answer will cost.
void TestAttempts::overspendingIsRecorded() {
    Bench desk;
    desk.provider.play({answers("fine")});
    const auto outcome = desk.run(patched(R"({"budget": {"per_run_usd": 0.005},
        "routing": {"tiers": {"small": {"price": {"input_per_mtok": 100, "output_per_mtok": 1000}}}}})"));
    COMPARE_STATUS(outcome.status, Status::Ok);
    QCOMPARE(outcome.trace.detail.policy.size(), std::size_t(1));
    const trace::PolicyRecord& record = outcome.trace.detail.policy.front();
    QCOMPARE(record.rule + " " + record.action, std::string("budget.per_run_usd flag"));
    QVERIFY2(holds(record.message, "$0.006") && holds(record.message, "$0.005"), record.message.c_str());
}

void TestAttempts::whatMayBeChargedIsNotFree_data() {
    QTest::addColumn<FailureKind>("kind");
    QTest::addColumn<bool>("charged");
    QTest::newRow("timeout") << FailureKind::Timeout << true;
    QTest::newRow("interrupted") << FailureKind::Interrupted << true;
    QTest::newRow("wrong key") << FailureKind::Unauthorized << false;
    QTest::newRow("rate limited") << FailureKind::RateLimited << false;
}

// A prompt that reached a provider may be charged although no answer came.
void TestAttempts::whatMayBeChargedIsNotFree() {
    QFETCH(FailureKind, kind);
    QFETCH(bool, charged);
    Bench desk;
    desk.provider.play({fails(kind)});
    const auto outcome = desk.run(
        patched(R"({"routing": {"tiers": {"small": {"price": {"input_per_mtok": 100, "output_per_mtok": 1000}}}}})"));
    COMPARE_STATUS(outcome.status, Status::Failed);
    QCOMPARE(*outcome.trace.summary.cost > Money(), charged);
    QCOMPARE(outcome.trace.summary.tokensEstimated, charged);
}

void TestAttempts::unknownPriceLeavesCostEmpty() {
    Bench desk;
    desk.provider.play({answers("ok")});
    QVERIFY(!desk.run(document()).trace.summary.cost.has_value());
    desk.provider.play({answers("unpriced, invalid"), answers("{}")});
    // One unpriced call among priced ones makes the whole unknown.
    const auto outcome = desk.run(patched(R"({"output": {"mode": "json", "schema": {"type": "object"}},
        "routing": {"fallback": ["large"],
                    "tiers": {"large": {"price": {"input_per_mtok": 1, "output_per_mtok": 1}}}}})"));
    COMPARE_STATUS(outcome.status, Status::Ok);
    QVERIFY(!outcome.trace.summary.cost.has_value());
}

void TestAttempts::costsOfAllAttemptsAreSummed() {
    Bench desk;
    desk.provider.play({answers("invalid"), answers("{}")});
    const auto outcome = desk.run(patched(R"({"output": {"mode": "json", "schema": {"type": "object"}, "attempts": 2},
        "routing": {"tiers": {"small": {"price": {"input_per_mtok": 100, "output_per_mtok": 1000}}}}})"));
    COMPARE_STATUS(outcome.status, Status::Ok);
    QCOMPARE(outcome.trace.summary.cost->toDecimal(), std::string("0.012"));
    QCOMPARE(outcome.trace.summary.inputTokens, std::int64_t(20));
    QCOMPARE(outcome.trace.summary.outputTokens, std::int64_t(10));
}

void TestAttempts::missingUsageIsEstimated() {
    Bench desk;
    desk.provider.play({answersWithoutUsage("one two three")});
    const auto outcome = desk.run(document());
    QVERIFY(outcome.trace.summary.tokensEstimated);
    QVERIFY(outcome.trace.summary.inputTokens > 0);
    QVERIFY(outcome.trace.summary.outputTokens >= 3);
}

void TestAttempts::interruptedTextIsKept() {
    Bench desk;
    auto cut = fails(FailureKind::Interrupted);
    std::get<provider::Failure>(*cut.reply).partialText = "half an ans";
    desk.provider.play({cut});
    const auto outcome = desk.run(document());
    COMPARE_STATUS(outcome.status, Status::Failed);
    QCOMPARE(outcome.output, std::string("half an ans"));
    QCOMPARE(outcome.trace.detail.output, outcome.output);
    QVERIFY(outcome.trace.summary.tokensEstimated && outcome.trace.summary.outputTokens > 0);
}

void TestAttempts::secondAttemptRestartsTheStream() {
    Bench desk;
    auto cut = fails(FailureKind::Interrupted);
    cut.deltas = {"half ", "an"};
    auto silent = fails(FailureKind::Server);
    auto whole = answers("a whole one");
    whole.deltas = {"a whole", " one"};
    desk.provider.play({cut, silent, whole});
    std::string streamed;
    const auto outcome = desk.start(withFallback(), R"({"ticket": "hello"})", {},
                                    [&](std::string_view text, bool restart) {
                                        streamed += (restart ? "|" : "") + std::string(text) + "·";
                                    })
                             .get();
    COMPARE_STATUS(outcome.status, Status::Ok);
    QCOMPARE(streamed, std::string("half ·an·|a whole· one·"));
}

QTEST_GUILESS_MAIN(TestAttempts)
#include "tst_attempts.moc"
