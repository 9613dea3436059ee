// SPDX-License-Identifier: Apache-2.0
//
// Queries against the names of a workspace: what they mean, and what may be written next.

#include <QTest>

#include "desk.h"
#include "session/trace_query.h"
#include "support/scripted_provider.h"

#include <algorithm>

using namespace desk;
using session::Suggestion;
using store::TraceFilter;
using touchstone::testing::answers;
using touchstone::testing::ScriptedProvider;

namespace {

// Clocks that stand still make "last:2h" a time that can be compared.
class StandingClock final : public Clock {
public:
    WallTime wallNow() const override { return WallTime(std::chrono::seconds(1'795'000'000)); }
    MonoTime monoNow() const override { return m_clock.monoNow(); }
    TimerId wakeAfter(std::chrono::nanoseconds delay, std::function<void()> wake) override {
        return m_clock.wakeAfter(delay, std::move(wake));
    }
    bool cancel(TimerId timer) override { return m_clock.cancel(timer); }

private:
    SystemClock m_clock;
};

std::string textOf(const std::vector<Suggestion>& suggestions) {
    std::string text;
    for (const Suggestion& suggestion : suggestions)
        text += (text.empty() ? "" : " ") + suggestion.text +
                (suggestion.count ? "=" + std::to_string(*suggestion.count) : "");
    return text;
}

}  // namespace

class TraceFindingTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void meansAFilter();
    void namesVersions_data();
    void namesVersions();
    void refuses_data();
    void refuses();
    void completes_data();
    void completes();
    void completionReplacesWhatWasTyped();
    void timelineOfAWorkspace();
    void feedbackIsKept();

private:
    Result<TraceFilter> filterOf(const std::string& query) {
        return await<TraceFilter>([&](auto done) { m_session->traces().filterOf(query, done); });
    }
    std::vector<Suggestion> suggest(const std::string& query, std::size_t cursor) {
        return await<std::vector<Suggestion>>([&](auto done) { m_session->traces().suggest(query, cursor, done); })
            .value();
    }
    std::int64_t countOf(const std::string& query) {
        const auto filter = filterOf(query);
        return filter.ok() ? await<store::TraceTotals>([&](auto done) {
                                 m_session->traces().totals(filter.value(), done);
                             })->count
                           : -1;
    }
    engine::Outcome run(const session::Subject& subject, const std::string& journey) {
        session::RunInput input{subject, {{"text", "The cat sat."}}};
        input.journey = journey;
        return await<engine::Outcome>([&](auto done) { m_session->running().run(input, {}, {}, done); }).value();
    }

    Desk m_desk;
    StandingClock m_clock;
    std::unique_ptr<Random> m_random = makeSeededRandom(5);
    ScriptedProvider m_provider;
    std::unique_ptr<session::Session> m_session;
    std::vector<workflow::Version> m_versions;
    TraceId m_trace;
};

// Two versions that ran three times and once, and a draft that ran once.
void TraceFindingTest::initTestCase() {
    m_session =
        session::Session::open(m_desk.path().string(), store::OpenMode::Create, {m_clock, *m_random, m_provider, 2})
            .value();
    m_provider.play([](std::size_t, const ScriptedProvider::Received&) { return answers("right"); });
    m_versions.push_back(commit(*m_session, document("one"), VersionId()).value());
    m_versions.push_back(commit(*m_session, document("two"), m_versions.front().id).value());
    for (const char* journey : {"checkout", "checkout", "two words"})
        m_trace = run({m_versions[0].id, ""}, journey).trace.summary.id;
    static_cast<void>(run({m_versions[1].id, ""}, "checkout"));
    static_cast<void>(run({VersionId(), toText(document("three"))}, "checkout"));
    VERIFY_OK(await<void>([&](auto done) { m_session->traces().flush(done); }));
}

void TraceFindingTest::meansAFilter() {
    const auto filter = filterOf(
        "journey:checkout,\"two words\" -status:failed,invalid latency>2s latency<=500ms cost>0.001 tokens>=40 "
        "retries<3 -fell-back:yes last:2h before:2026-11-22 id:9F02 refund \"no answer\"");
    VERIFY_OK(filter);
    using namespace std::chrono_literals;
    QVERIFY(filter->journey.values == (std::vector<std::string>{"checkout", "two words"}));
    QVERIFY(filter->status.values == (std::vector{trace::Status::Failed, trace::Status::Invalid}));
    QVERIFY(filter->status.isExcluded && !filter->journey.isExcluded);
    QVERIFY(filter->minLatency == 2s + 1ns && filter->maxLatency == 500ms);
    QVERIFY(filter->minCost == Money::fromPicodollars(1'000'000'001) && !filter->maxCost);
    QVERIFY(filter->minTokens == 40 && filter->maxRetries == 2 && filter->fellBack == false);
    QVERIFY(filter->from == m_clock.wallNow() - 2h);
    QVERIFY(filter->to == WallTime(std::chrono::sys_days(std::chrono::year(2026) / 11 / 22)));
    QVERIFY(filter->ids == std::vector<std::string>{"9f02"});
    QVERIFY(filter->texts == (std::vector<std::string>{"refund", "no answer"}));
    const auto equal = filterOf("tokens:7 cost:0");
    VERIFY_OK(equal);
    QVERIFY(equal->minTokens == 7 && equal->maxTokens == 7 && equal->minCost == Money() && equal->maxCost == Money());
}

void TraceFindingTest::namesVersions_data() {
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("count");
    QTest::newRow("nothing") << QByteArray("") << 5;
    QTest::newRow("number") << QByteArray("version:v1") << 3;
    QTest::newRow("numbers") << QByteArray("version:v1,v2") << 4;
    QTest::newRow("branch, also given as number") << QByteArray("version:main,v2") << 1;
    QTest::newRow("draft") << QByteArray("version:draft") << 1;
    QTest::newRow("not") << QByteArray("-version:v1,draft") << 1;
    QTest::newRow("of a workflow") << QByteArray("version:v1 workflow:desk") << 3;
    QTest::newRow("with a journey") << QByteArray("version:v1 journey:checkout") << 2;
}

void TraceFindingTest::namesVersions() {
    QFETCH(QByteArray, query);
    QFETCH(int, count);
    QCOMPARE(countOf(query.toStdString()), std::int64_t{count});
}

void TraceFindingTest::refuses_data() {
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* query, ErrorCode code, const char* says) {
        QTest::newRow(query) << QByteArray(query) << static_cast<int>(code) << QByteArray(says);
    };
    row("staus:ok", ErrorCode::InvalidArgument, "did you mean 'status'?");
    row("journey:chekout", ErrorCode::NotFound, "no trace has the journey 'chekout'; did you mean 'checkout'?");
    row("-journey:chekout", ErrorCode::NotFound, "did you mean 'checkout'?");
    row("workflow:dsk", ErrorCode::NotFound, "there is no workflow 'dsk'; did you mean 'desk'?");
    row("tier:gigantic", ErrorCode::NotFound, "no trace has the tier 'gigantic'");
    row("version:v9", ErrorCode::NotFound, "v9");
}

void TraceFindingTest::refuses() {
    QFETCH(QByteArray, query);
    QFETCH(int, code);
    QFETCH(QByteArray, says);
    COMPARE_ERROR(filterOf(query.toStdString()), static_cast<ErrorCode>(code), says.toStdString());
}

void TraceFindingTest::completes_data() {
    QTest::addColumn<QByteArray>("query");  // '|' is the cursor
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* query, const char* text) {
        QTest::newRow(query) << QByteArray(query) << QByteArray(text);
    };
    row("st|", "status:");
    row("tier:small ver|", "version:");
    row("-sta|", "status:");
    row("Lat|", "latency>");
    row("nothing-like-it|", "");
    row("stat|us:ok", "status:");
    row("version:|", "v1=3 draft=1 v2=1");
    row("version:v1,|", "draft=1 v2=1");
    row("version:v|1", "v1=3 v2=1");
    row("journey:|", "checkout=4 \"two words\"=1");
    row("version:v1 journey:|", "checkout=2 \"two words\"=1");
    row("journey:| version:v2", "checkout=1");
    row("journey:WORDS|", "\"two words\"=1");
    row("journey:\"two w|", "\"two words\"=1");
    row("latency>1ms journey:|", "checkout \"two words\"");
    row("bad:term journey:|", "checkout=4 \"two words\"=1");
    row("origin:|", "try=5 production experiment replay");
    row("origin:pro|", "production");
    row("fell-back:|", "yes no");
    row("latency>|", "2s");
    row("unknown:|", "");
}

void TraceFindingTest::completes() {
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, text);
    const auto cursor = static_cast<std::size_t>(query.indexOf('|'));
    query.remove(static_cast<qsizetype>(cursor), 1);
    QCOMPARE(textOf(suggest(query.toStdString(), cursor)), text.toStdString());
}

void TraceFindingTest::completionReplacesWhatWasTyped() {
    const std::string query = "tier:x journey:\"two w version:v1";
    const auto open = suggest(query, 19);
    QCOMPARE(open.size(), std::size_t{1});
    QCOMPARE(open[0].begin, std::size_t{15});
    QCOMPARE(open[0].end, query.size());
    const auto key = suggest("versi:v1", 3);
    QCOMPARE(key.size(), std::size_t{1});
    QCOMPARE(std::string("versi:v1").replace(key[0].begin, key[0].end - key[0].begin, key[0].text),
             std::string("version:v1"));
    QCOMPARE(suggest("", 0).size(), session::traceKeys().size());
    QVERIFY(!suggest("a ", 99).empty());
    QVERIFY(suggest(std::string(1'000'000, 'a'), 5).empty());
}

void TraceFindingTest::timelineOfAWorkspace() {
    const auto timeline =
        await<store::TraceTimeline>([&](auto done) { m_session->traces().timeline({.journey = "checkout"}, 3, done); });
    VERIFY_OK(timeline);
    std::int64_t count = 0;
    for (const store::TimelineBucket& bucket : timeline->buckets)
        count += bucket.count;
    QCOMPARE(count, std::int64_t{4});
    QVERIFY(timeline->from == m_clock.wallNow());
}

void TraceFindingTest::feedbackIsKept() {
    const trace::Feedback feedback{trace::Thumb::Down, "wrong", {}, 0.5, "left"};
    VERIFY_OK(await<void>([&](auto done) { m_session->traces().addFeedback(m_trace, feedback, done); }));
    const auto loaded = await<trace::Trace>([&](auto done) { m_session->traces().load(m_trace.text, done); });
    VERIFY_OK(loaded);
    QCOMPARE(loaded->detail.feedback.size(), std::size_t{1});
    const trace::Feedback& kept = loaded->detail.feedback.front();
    QVERIFY(kept.at == m_clock.wallNow() && kept.score == 0.5);
    QCOMPARE(kept.correction, std::string("left"));
    QCOMPARE(countOf("feedback:down"), std::int64_t{1});
}

QTEST_APPLESS_MAIN(TraceFindingTest)
#include "tst_trace_finding.moc"
