// SPDX-License-Identifier: Apache-2.0
//
// Runs repeated from what their traces recorded: the same outcome, and no model called.

#include <QTest>

#include "desk.h"
#include "support/scripted_provider.h"
#include "trace/attempts.h"

using namespace desk;
using provider::FailureKind;
using touchstone::testing::answers;
using touchstone::testing::fails;
using touchstone::testing::ScriptedProvider;
using touchstone::testing::ScriptedStep;

namespace {

Json routed() {
    Json json = document();
    json["output"] = {{"mode", "json"},
                      {"schema", {{"type", "object"}, {"required", {"label"}}}},
                      {"attempts", 2},
                      {"repair", {"reask"}}};
    json["routing"] = {{"tiers",
                        {{"small", {{"provider", "scripted"}, {"model", "s"}}},
                         {"large", {{"provider", "scripted"}, {"model", "l"}}}}},
                       {"fallback", {"large"}},
                       {"retry", {{"attempts", 2}, {"backoff_ms", 1}}}};
    return json;
}

// "context_too_long " for each attempt, "- " where there was no error.
QByteArray errorTypes(const trace::Trace& trace) {
    std::string types;
    for (const trace::Span& span : trace.detail.spans)
        if (trace::isAttempt(span))
            types += stringAt(span.attributes, "error.type", "-") + " ";
    return QByteArray::fromStdString(types);
}

}  // namespace

class TraceReplayTest : public QObject {
    Q_OBJECT

private slots:
    void givesTheSame_data();
    void givesTheSame();
    void unaskedTiersStayUnasked_data();
    void unaskedTiersStayUnasked();
    void policyIsAppliedAgain();
    void refuses_data();
    void refuses();
    void draftsThatWereCommitted();
    void unknownTraces();

private:
    // A workspace whose models answer by script.
    struct Bench {
        Desk desk;
        SystemClock clock;
        std::unique_ptr<Random> random = makeSeededRandom(5);
        ScriptedProvider provider;
        std::unique_ptr<session::Session> session =
            session::Session::open(desk.path().string(), store::OpenMode::Create, {clock, *random, provider, 2})
                .value();

        engine::Outcome run(const session::Subject& subject, std::vector<ScriptedStep> steps) {
            provider.play(std::move(steps));
            session::RunInput input{subject, {{"text", "The cat sat."}}};
            input.origin = trace::Origin::Production;
            input.journey = "checkout";
            input.environment = "staging";
            auto outcome =
                await<engine::Outcome>([&](auto done) { session->running().run(input, {}, {}, done); }).value();
            flush();
            return outcome;
        }
        Result<engine::Outcome> replay(const TraceId& trace) {
            return await<engine::Outcome>([&](auto done) { session->traces().replay(trace, {}, done); });
        }
        void flush() {
            const auto flushed = await<void>([&](auto done) { session->traces().flush(done); });
            if (!flushed.ok())
                throw std::runtime_error(flushed.error().message);
        }
    };
};

void TraceReplayTest::givesTheSame_data() {
    QTest::addColumn<int>("script");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("tier");
    QTest::addColumn<int>("calls");  // of the replay
    const auto row = [](const char* name, int script, trace::Status status, const char* tier, int calls) {
        QTest::newRow(name) << script << static_cast<int>(status) << QByteArray(tier) << calls;
    };
    row("at once", 0, trace::Status::Ok, "small", 1);
    row("asked again", 1, trace::Status::Ok, "small", 2);
    row("fell back after an invalid answer", 2, trace::Status::Ok, "large", 3);
    row("fell back after a failure", 3, trace::Status::Ok, "large", 2);
    row("never valid", 4, trace::Status::Invalid, "large", 4);
    row("invalid, then the other tier failed", 5, trace::Status::Invalid, "small", 3);
    row("no answer", 6, trace::Status::Failed, "large", 2);
    row("repeated", 7, trace::Status::Ok, "small", 2);
}

void TraceReplayTest::givesTheSame() {
    QFETCH(int, script);
    QFETCH(int, status);
    QFETCH(QByteArray, tier);
    QFETCH(int, calls);
    const auto good = [] { return answers("{\"label\": \"billing\"}"); };
    const auto bad = [] { return answers("{\"lable\": 1}"); };
    const std::vector<std::vector<ScriptedStep>> scripts = {
        {good()},
        {bad(), good()},
        {bad(), bad(), good()},
        {fails(FailureKind::Unauthorized), good()},
        {bad(), bad(), bad(), bad()},
        {bad(), bad(), fails(FailureKind::Unauthorized)},
        {fails(FailureKind::Unauthorized), fails(FailureKind::ModelNotFound)},
        {fails(FailureKind::Server, std::chrono::milliseconds(1)), good()}};
    Bench bench;
    const auto version = commit(*bench.session, routed(), VersionId());
    VERIFY_OK(version);
    const engine::Outcome ran = bench.run({version->id, ""}, scripts[static_cast<std::size_t>(script)]);
    QCOMPARE(static_cast<int>(ran.status), status);
    QCOMPARE(ran.trace.summary.tier, tier.toStdString());
    const std::size_t before = bench.provider.calls().size();

    const auto again = bench.replay(ran.trace.summary.id);
    VERIFY_OK(again);
    QCOMPARE(bench.provider.calls().size(), before);
    QCOMPARE(static_cast<int>(again->status), status);
    QCOMPARE(again->output, ran.output);
    QVERIFY(again->value == ran.value);
    const trace::Summary& summary = again->trace.summary;
    QCOMPARE(summary.tier, tier.toStdString());
    QCOMPARE(summary.attempts, calls);
    QCOMPARE(summary.fellBack, ran.trace.summary.fellBack);
    QCOMPARE(summary.retries, ran.trace.summary.retries);
    QCOMPARE(summary.attempts, ran.trace.summary.attempts);
    QVERIFY(summary.cost == ran.trace.summary.cost);
    QCOMPARE(std::string(toString(summary.origin)), std::string("replay"));
    QCOMPARE(summary.context.journey, std::string("checkout"));
    QCOMPARE(summary.version.text, version->id.text);
    if (static_cast<trace::Status>(status) == trace::Status::Failed)
        QCOMPARE(again->error, ran.error);

    bench.flush();
    const auto stored =
        await<trace::Trace>([&](auto done) { bench.session->traces().load(again->trace.summary.id.text, done); });
    VERIFY_OK(stored);
    QCOMPARE(stored->detail.output, ran.output);
    // And what was replayed can be replayed.
    const auto third = bench.replay(again->trace.summary.id);
    VERIFY_OK(third);
    QCOMPARE(third->output, ran.output);
}

void TraceReplayTest::unaskedTiersStayUnasked_data() {
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<int>("script");
    QTest::addColumn<QByteArray>("errorType");
    QTest::addColumn<int>("status");
    const auto row = [](const char* name, const char* patch, int script, const char* errorType, trace::Status status) {
        QTest::newRow(name) << QByteArray(patch) << script << QByteArray(errorType) << static_cast<int>(status);
    };
    row("too long", R"({"routing": {"tiers": {"small": {"context_window": 2}}}})", 0, "context_too_long",
        trace::Status::Ok);
    row("too long for all",
        R"({"routing": {"tiers": {"small": {"context_window": 2}, "large": {"context_window": 2}}}})", 0,
        "context_too_long", trace::Status::Failed);
    row("over budget", R"({"budget": {"per_run_usd": 0.000001}, "routing": {"fallback": [], "tiers": {"small":
        {"price": {"input_per_mtok": 1, "output_per_mtok": 1}}}}})",
        0, "policy-refused", trace::Status::Blocked);
    row("asked again over budget", R"({"budget": {"per_run_usd": 0.000060}, "routing": {"tiers": {
        "small": {"price": {"input_per_mtok": 1, "output_per_mtok": 9}},
        "large": {"price": {"input_per_mtok": 0, "output_per_mtok": 0}}}}})",
        1, "policy-refused", trace::Status::Ok);
    row("called again over budget", R"({"budget": {"per_run_usd": 0.000060}, "routing": {"tiers": {
        "small": {"price": {"input_per_mtok": 1, "output_per_mtok": 9}},
        "large": {"price": {"input_per_mtok": 0, "output_per_mtok": 0}}}}})",
        2, "policy-refused", trace::Status::Ok);
}

// A tier that could not be asked cannot be asked again, for the same reason.
void TraceReplayTest::unaskedTiersStayUnasked() {
    QFETCH(QByteArray, patch);
    QFETCH(int, script);
    QFETCH(QByteArray, errorType);
    QFETCH(int, status);
    auto dear = fails(FailureKind::Interrupted);
    std::get<provider::Failure>(*dear.reply).usage = provider::Usage{10, 5};
    const std::vector<std::vector<ScriptedStep>> scripts = {
        {answers("{\"label\": \"billing\"}")},
        {answers("{\"lable\": 1}"), answers("{\"label\": \"billing\"}")},
        {dear, answers("{\"label\": \"billing\"}")}};
    Bench bench;
    Json json = routed();
    json.merge_patch(parseJson(patch.toStdString()).value());
    const auto version = commit(*bench.session, json, VersionId());
    VERIFY_OK(version);
    const engine::Outcome ran = bench.run({version->id, ""}, scripts[static_cast<std::size_t>(script)]);
    QCOMPARE(static_cast<int>(ran.status), status);
    const auto again = bench.replay(ran.trace.summary.id);
    VERIFY_OK(again);
    QCOMPARE(static_cast<int>(again->status), status);
    QCOMPARE(again->output, ran.output);
    QCOMPARE(again->error, ran.error);
    QCOMPARE(again->fellBack, ran.fellBack);
    QCOMPARE(again->trace.summary.attempts, ran.trace.summary.attempts);
    QCOMPARE(errorTypes(again->trace), errorTypes(ran.trace));
    QVERIFY2(errorTypes(ran.trace).contains(errorType), errorTypes(ran.trace).constData());
}

void TraceReplayTest::policyIsAppliedAgain() {
    Bench bench;
    Json json = document();
    json["policy"] =
        Json::array({{{"id", "names"}, {"stage", "output"}, {"detect", {{"terms", {"Smith"}}}}, {"action", "redact"}}});
    const auto version = commit(*bench.session, json, VersionId());
    VERIFY_OK(version);
    const engine::Outcome ran = bench.run({version->id, ""}, {answers("Ask Smith about it.")});
    QVERIFY2(ran.output.find("Smith") == std::string::npos, ran.output.c_str());
    const auto again = bench.replay(ran.trace.summary.id);
    VERIFY_OK(again);
    QCOMPARE(again->output, ran.output);
}

void TraceReplayTest::refuses_data() {
    QTest::addColumn<int>("which");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("blocked input") << 0 << QByteArray("a policy rule withheld its input");
    QTest::newRow("blocked answer") << 1 << QByteArray("a policy rule withheld its answer");
    QTest::newRow("cancelled") << 2 << QByteArray("it was cancelled");
}

void TraceReplayTest::refuses() {
    QFETCH(int, which);
    QFETCH(QByteArray, says);
    Bench bench;
    Json json = document();
    if (which < 2)
        json["policy"] = Json::array({{{"id", "cats"},
                                       {"stage", which == 0 ? "input" : "output"},
                                       {"detect", {{"terms", {"cat"}}}},
                                       {"action", "block"}}});
    const auto version = commit(*bench.session, json, VersionId());
    VERIFY_OK(version);
    const auto step = which == 2 ? fails(FailureKind::Cancelled) : answers("a cat");
    const engine::Outcome ran = bench.run({version->id, ""}, {step});
    QVERIFY(ran.status == (which == 2 ? trace::Status::Cancelled : trace::Status::Blocked));
    COMPARE_ERROR(bench.replay(ran.trace.summary.id), ErrorCode::Unsupported, says.toStdString());
}

void TraceReplayTest::draftsThatWereCommitted() {
    Bench bench;
    VERIFY_OK(commit(*bench.session, document("one"), VersionId()));
    const engine::Outcome ran = bench.run({VersionId(), toText(document("two"))}, {answers("right")});
    COMPARE_ERROR(bench.replay(ran.trace.summary.id), ErrorCode::NotFound, "drafts are not kept");
    const auto first =
        await<workflow::Version>([&](auto done) { bench.session->authoring().version("desk", "v1", done); });
    VERIFY_OK(first);
    VERIFY_OK(commit(*bench.session, document("two"), first->id));
    const auto again = bench.replay(ran.trace.summary.id);
    VERIFY_OK(again);
    QCOMPARE(again->output, std::string("right"));
    QVERIFY(again->trace.summary.version.empty());
}

void TraceReplayTest::unknownTraces() {
    Bench bench;
    COMPARE_ERROR(bench.replay(TraceId(std::string(32, 'a'))), ErrorCode::NotFound, "no trace");
}

QTEST_APPLESS_MAIN(TraceReplayTest)
#include "tst_trace_replay.moc"
