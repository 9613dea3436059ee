// SPDX-License-Identifier: Apache-2.0
//
// Experiments in a workspace: started, cancelled, taken up again.

#include <QTest>

#include "desk.h"
#include "support/scripted_provider.h"

#include <atomic>
#include <future>

using namespace desk;
using touchstone::testing::answers;
using touchstone::testing::hangs;
using touchstone::testing::ScriptedProvider;

namespace {

constexpr std::int64_t kCases = 20;

// A workspace with two versions and a dataset; a scripted provider answers.
struct Bench {
    Desk desk;
    SystemClock clock;
    std::unique_ptr<Random> random = makeSeededRandom(3);
    ScriptedProvider provider;
    std::unique_ptr<session::Session> session = open(store::OpenMode::Create);

    std::unique_ptr<session::Session> open(store::OpenMode mode) {
        return session::Session::open(desk.path().string(), mode, {clock, *random, provider, 2}).value();
    }

    Bench() {
        const auto first = commit(*session, document("one"), VersionId()).value();
        (void)commit(*session, document("two"), first.id).value();
        importCases("cases", kCases);
    }

    void importCases(const std::string& name, std::int64_t count, const char* scorers = R"([{"type": "equals"}])") {
        std::string csv = "text,label\n";
        for (int i = 0; i < count; ++i)
            csv += "case " + std::to_string(i) + ",right\n";
        session::DatasetFile file;
        file.file = desk.write(name + ".csv", csv);
        file.name = name;
        file.scorers = Json::parse(scorers);
        (void)await<session::ImportedDataset>([&](auto done) {
            session->exchange().importDataset(file, done);
        }).value();
    }

    static session::ExperimentRequest request() {
        session::ExperimentRequest request;
        request.workflow = "desk";
        request.versions = {"v1", "v2"};
        request.dataset = "cases";
        request.concurrency = 1;
        return request;
    }

    Result<eval::Report> run(session::ExperimentRequest request, std::stop_token stop = {},
                             session::Experiments::OnProgress onProgress = {}) {
        return await<eval::Report>(
            [&](auto done) { session->experiments().start(std::move(request), stop, onProgress, done); });
    }

    std::vector<store::ExperimentInfo> list() {
        return await<std::vector<store::ExperimentInfo>>([&](auto done) { session->experiments().list("desk", done); })
            .value();
    }
};

// Version two knows the answer, version one does not.
touchstone::testing::ScriptedStep laterIsBetter(std::size_t /*call*/, const ScriptedProvider::Received& received) {
    return answers(received.prompt.messages.front().content == "two" ? "right" : "wrong");
}

}  // namespace

class TestExperiments : public QObject {
    Q_OBJECT

private slots:
    void runsAndReports();
    void sameVersionTwiceShowsNoDifference();
    void cancelThenResume();
    void resultsAreFedAsTheyCome();
    void strangeResultsAreRefused_data();
    void strangeResultsAreRefused();
    void resumesOnlyWhatWasMeant_data();
    void resumesOnlyWhatWasMeant();
    void destroyedSessionLeavesWhatCanBeResumed();
    void isRunOnceAtATime();
    void refusals_data();
    void refusals();
    void resultsOverrideScorers();
    void keepsItsCasesAndScorers();
    void draftsArePinned();
    void oneInputNeedsNoDataset();
};

void TestExperiments::runsAndReports() {
    Bench bench;
    bench.provider.play(laterIsBetter);
    std::size_t seen = 0;
    const auto report = bench.run(Bench::request(), {}, [&](const eval::Progress& progress) { seen = progress.done; });
    VERIFY_OK(report);
    QCOMPARE(seen, std::size_t(2 * kCases));
    QCOMPARE(report->results.size(), std::size_t(2 * kCases));
    QVERIFY(report->contestants[0].label.starts_with("v1 · "));
    QCOMPARE(report->results[0].tier, std::string("large"));
    QCOMPARE(report->contestants[0].meanScore, 0.0);
    QCOMPARE(report->contestants[1].meanScore, 1.0);
    QVERIFY(report->comparisons[0].measures[0].comparison.verdict == eval::Verdict::Better);
    QVERIFY(report->experiment.status == eval::ExperimentStatus::Done);

    // Every result has its trace, and the report can be had again.
    const auto trace =
        await<trace::Trace>([&](auto done) { bench.session->traces().load(report->results[5].trace.text, done); });
    VERIFY_OK(trace);
    QVERIFY(trace->summary.origin == trace::Origin::Experiment);
    QCOMPARE(bench.list().size(), std::size_t(1));
    const auto again = await<eval::Report>(
        [&](auto done) { bench.session->experiments().report(report->experiment.id.text.substr(0, 8), done); });
    VERIFY_OK(again);
    QCOMPARE(toText(eval::toJson(again.value())), toText(eval::toJson(report.value())));
}

void TestExperiments::sameVersionTwiceShowsNoDifference() {
    Bench bench;
    bench.provider.play(laterIsBetter);
    auto request = Bench::request();
    request.versions = {"v2", "v2"};
    const auto report = bench.run(request);
    VERIFY_OK(report);
    for (const auto& measure : report->comparisons[0].measures)
        QVERIFY(measure.comparison.verdict == eval::Verdict::NoDifferenceShown);
}

void TestExperiments::cancelThenResume() {
    Bench bench;
    std::stop_source stop;
    bench.provider.play([&](std::size_t call, const ScriptedProvider::Received& received) {
        if (call == 10)
            stop.request_stop();
        return call == 10 ? hangs() : laterIsBetter(call, received);
    });
    const auto partial = bench.run(Bench::request(), stop.get_token());
    VERIFY_OK(partial);
    QCOMPARE(partial->results.size(), std::size_t(10));
    QVERIFY(partial->experiment.status == eval::ExperimentStatus::Cancelled);

    bench.provider.play(laterIsBetter);
    const auto whole = await<eval::Report>(
        [&](auto done) { bench.session->experiments().resume(partial->experiment.id.text, {}, {}, {}, done); });
    VERIFY_OK(whole);
    QCOMPARE(bench.provider.calls().size(), std::size_t(2 * kCases - 10));
    QCOMPARE(whole->results.size(), std::size_t(2 * kCases));
    QVERIFY(whole->experiment.status == eval::ExperimentStatus::Done);
    QCOMPARE(bench.list().size(), std::size_t(1));
    // Nothing is left to do.
    const auto nothing = await<eval::Report>(
        [&](auto done) { bench.session->experiments().resume(partial->experiment.id.text, {}, {}, {}, done); });
    VERIFY_OK(nothing);
    QCOMPARE(bench.provider.calls().size(), std::size_t(2 * kCases - 10));
}

void TestExperiments::resultsAreFedAsTheyCome() {
    Bench bench;
    bench.provider.play([](std::size_t call, const ScriptedProvider::Received& received) {
        return call == 9 ? hangs() : laterIsBetter(call, received);
    });
    auto request = Bench::request();
    const auto feed = request.feed = std::make_shared<eval::ResultFeed>();
    std::stop_source stop;
    std::promise<Result<eval::Report>> done;
    bench.session->experiments().start(request, stop.get_token(), {},
                                       [&](Result<eval::Report> report) { done.set_value(std::move(report)); });
    QVERIFY(bench.provider.waitForCalls(10));
    const auto subject = feed->subject();
    QVERIFY(subject.has_value());
    QCOMPARE(subject->dataset->cases.size(), std::size_t(kCases));
    std::vector<eval::CaseResult> early = feed->take();
    QCOMPARE(early.size(), std::size_t(9));  // while the tenth is still asked
    QVERIFY(!feed->hasNews());
    stop.request_stop();
    const auto report = done.get_future().get();
    VERIFY_OK(report);
    QCOMPARE(report->results.size(), std::size_t(9));
    QCOMPARE(report->experiment.id.text, subject->experiment.id.text);

    // One that is taken up again begins with what was kept.
    bench.provider.play(laterIsBetter);
    session::ExperimentRequest expected;
    const auto again = expected.feed = std::make_shared<eval::ResultFeed>();
    VERIFY_OK(await<eval::Report>([&](auto finished) {
        bench.session->experiments().resume(subject->experiment.id.text, expected, {}, {}, finished);
    }));
    QCOMPARE(again->take().size(), std::size_t(2 * kCases));
    QVERIFY(again->subject()->experiment.status == eval::ExperimentStatus::Running);
}

void TestExperiments::strangeResultsAreRefused_data() {
    QTest::addColumn<std::size_t>("contestant");
    QTest::addColumn<std::size_t>("caseIndex");
    QTest::newRow("of no version") << std::size_t{2} << std::size_t{0};
    QTest::newRow("of no case") << std::size_t{0} << std::size_t{kCases};
    QTest::newRow("far out") << std::size_t{1} << (std::size_t{1} << 40U);
}

// A file from elsewhere may say anything; it is neither shown nor run on, and says Done as before.
void TestExperiments::strangeResultsAreRefused() {
    QFETCH(std::size_t, contestant);
    QFETCH(std::size_t, caseIndex);
    Bench bench;
    bench.provider.play(laterIsBetter);
    const auto report = bench.run(Bench::request());
    VERIFY_OK(report);
    const ExperimentId id = report->experiment.id;
    eval::CaseResult strange = report->results.front();
    strange.contestant = contestant;
    strange.caseIndex = caseIndex;
    const auto workspace =
        store::Workspace::open(bench.desk.path().string(), store::OpenMode::ReadWrite, bench.clock).value();
    VERIFY_OK(workspace->experiments().appendResults(id, {strange}).wait());

    COMPARE_ERROR(await<eval::Report>([&](auto done) { bench.session->experiments().report(id.text, done); }),
                  ErrorCode::Corrupt, "has a result of a version or a case that it does not have");
    for (const auto& feed : {std::shared_ptr<eval::ResultFeed>(), std::make_shared<eval::ResultFeed>()}) {
        session::ExperimentRequest expected;
        expected.feed = feed;
        COMPARE_ERROR(await<eval::Report>(
                          [&](auto done) { bench.session->experiments().resume(id.text, expected, {}, {}, done); }),
                      ErrorCode::Corrupt, "has a result of a version or a case that it does not have");
        QVERIFY(bench.list().front().experiment.status == eval::ExperimentStatus::Done);
    }
}

void TestExperiments::resumesOnlyWhatWasMeant_data() {
    QTest::addColumn<QByteArray>("workflow");
    QTest::addColumn<QStringList>("versions");
    QTest::addColumn<QByteArray>("dataset");
    QTest::addColumn<QByteArray>("scorers");
    QTest::addColumn<QByteArray>("tier");
    QTest::addColumn<QStringList>("says");  // nothing: it is resumed
    const QByteArray scorers = "[]";
    const QStringList both{"v1", "v2"};
    QTest::newRow("the same, named") << QByteArray("desk") << QStringList{"v1", "main"} << QByteArray("cases")
                                     << QByteArray(R"([{"type": "equals"}])") << QByteArray() << QStringList();
    QTest::newRow("the workflow") << QByteArray("other") << QStringList() << QByteArray() << scorers << QByteArray()
                                  << QStringList{"the workflow desk, not other"};
    QTest::newRow("one version") << QByteArray("desk") << QStringList{"v1"} << QByteArray() << scorers << QByteArray()
                                 << QStringList{"versions v1 · ", ", v2 · ", ", not v1 · "};
    QTest::newRow("their order") << QByteArray() << QStringList{"v2", "v1"} << QByteArray() << scorers << QByteArray()
                                 << QStringList{", not v2 · "};
    QTest::newRow("the dataset") << QByteArray() << QStringList() << QByteArray("fewer") << scorers << QByteArray()
                                 << QStringList{"the dataset cases (", ", not fewer ("};
    QTest::newRow("the scorers") << QByteArray() << both << QByteArray() << QByteArray(R"([{"type": "label"}])")
                                 << QByteArray() << QStringList{"the scorers equals, not label"};
    QTest::newRow("the tier") << QByteArray() << both << QByteArray() << scorers << QByteArray("small")
                              << QStringList{"the versions' own routing, not the tier small"};
}

void TestExperiments::resumesOnlyWhatWasMeant() {
    QFETCH(QByteArray, workflow);
    QFETCH(QStringList, versions);
    QFETCH(QByteArray, dataset);
    QFETCH(QByteArray, scorers);
    QFETCH(QByteArray, tier);
    QFETCH(QStringList, says);
    Bench bench;
    bench.importCases("fewer", 3);
    std::stop_source stop;
    stop.request_stop();
    const auto partial = bench.run(Bench::request(), stop.get_token());
    VERIFY_OK(partial);
    session::ExperimentRequest expected;
    expected.workflow = workflow.toStdString();
    for (const QString& version : versions)
        expected.versions.push_back(version.toStdString());
    expected.dataset = dataset.toStdString();
    expected.scorers = Json::parse(scorers.constData());
    expected.tier = tier.toStdString();
    bench.provider.play(laterIsBetter);
    const auto resumed = await<eval::Report>(
        [&](auto done) { bench.session->experiments().resume(partial->experiment.id.text, expected, {}, {}, done); });
    if (says.isEmpty()) {
        VERIFY_OK(resumed);
        return;
    }
    for (const QString& words : says)
        COMPARE_ERROR(resumed, ErrorCode::Conflict, words.toStdString());
    QVERIFY2(bench.list().front().experiment.status == eval::ExperimentStatus::Cancelled, "it is left as it was");
}

void TestExperiments::destroyedSessionLeavesWhatCanBeResumed() {
    Bench bench;
    std::atomic<int> reports = 0;
    bench.provider.play([](std::size_t call, const ScriptedProvider::Received& received) {
        return call < 7 ? laterIsBetter(call, received) : hangs();
    });
    bench.session->experiments().start(Bench::request(), {}, {}, [&](Result<eval::Report>) { ++reports; });
    QVERIFY(bench.provider.waitForCalls(8));
    bench.session.reset();
    QVERIFY(reports <= 1);

    bench.session = bench.open(store::OpenMode::ReadWrite);
    const auto left = bench.list();
    QCOMPARE(left.size(), std::size_t(1));
    QCOMPARE(left.front().results, std::int64_t(7));
    bench.provider.play(laterIsBetter);
    const auto whole = await<eval::Report>(
        [&](auto done) { bench.session->experiments().resume(left.front().experiment.id.text, {}, {}, {}, done); });
    VERIFY_OK(whole);
    QCOMPARE(whole->results.size(), std::size_t(2 * kCases));
}

void TestExperiments::isRunOnceAtATime() {
    Bench bench;
    bench.provider.play([](std::size_t call, const ScriptedProvider::Received& received) {
        return call < 3 ? laterIsBetter(call, received) : hangs();
    });
    std::stop_source stop;
    std::promise<Result<eval::Report>> ended;
    bench.session->experiments().start(Bench::request(), stop.get_token(), {},
                                       [&](Result<eval::Report> report) { ended.set_value(std::move(report)); });
    QVERIFY(bench.provider.waitForCalls(4));
    const auto running = bench.list();
    QCOMPARE(running.size(), std::size_t(1));
    const ExperimentId id = running.front().experiment.id;
    const auto resume = [&] {
        return await<eval::Report>([&](auto done) { bench.session->experiments().resume(id.text, {}, {}, {}, done); });
    };
    QVERIFY(bench.session->experiments().runs(id));
    COMPARE_ERROR(resume(), ErrorCode::Conflict, "is being run already");
    stop.request_stop();
    VERIFY_OK(ended.get_future().get());
    QVERIFY(!bench.session->experiments().runs(id));
    bench.provider.play(laterIsBetter);
    const auto whole = resume();
    VERIFY_OK(whole);
    QCOMPARE(whole->results.size(), std::size_t(2 * kCases));
}

void TestExperiments::refusals_data() {
    QTest::addColumn<QStringList>("versions");
    QTest::addColumn<QByteArray>("dataset");
    QTest::addColumn<QByteArray>("scorers");
    QTest::addColumn<QByteArray>("says");
    const QByteArray none = "[]";
    QTest::newRow("no version") << QStringList{} << QByteArray("cases") << none << QByteArray("at least one version");
    QTest::newRow("unknown version") << QStringList{"v9"} << QByteArray("cases") << none << QByteArray("v9");
    QTest::newRow("unknown dataset") << QStringList{"v1"} << QByteArray("nothing") << none << QByteArray("nothing");
    QTest::newRow("bad scorer") << QStringList{"v1"} << QByteArray("cases") << QByteArray(R"([{"type": "eqals"}])")
                                << QByteArray("eqals");
}

void TestExperiments::refusals() {
    QFETCH(QStringList, versions);
    QFETCH(QByteArray, dataset);
    QFETCH(QByteArray, scorers);
    QFETCH(QByteArray, says);
    Bench bench;
    auto request = Bench::request();
    request.versions.clear();
    for (const QString& version : versions)
        request.versions.push_back(version.toStdString());
    request.dataset = dataset.toStdString();
    request.scorers = Json::parse(scorers.constData());
    const auto refused = bench.run(request);
    QVERIFY(!refused.ok());
    QVERIFY2(holds(refused.error().message, says.toStdString()), refused.error().message.c_str());
    QVERIFY2(bench.list().empty(), "what cannot run leaves nothing behind");
}

void TestExperiments::resultsOverrideScorers() {
    Bench bench;
    bench.provider.play(laterIsBetter);
    auto request = Bench::request();
    request.scorers = Json::parse(R"([{"type": "icontains", "value": "wrong"}])");
    request.tier = "small";
    const auto report = bench.run(request);
    VERIFY_OK(report);
    QCOMPARE(report->contestants[0].meanScore, 1.0);
    QCOMPARE(bench.provider.calls().front().model, std::string("builtin/small"));
}

// What the dataset's name means later, and who else stands for the same cases, changes nothing about an experiment.
void TestExperiments::keepsItsCasesAndScorers() {
    Bench bench;
    bench.importCases("twin", kCases, R"([{"type": "icontains", "value": "wrong"}])");
    bench.provider.play(laterIsBetter);
    const auto report = bench.run(Bench::request());
    VERIFY_OK(report);
    QCOMPARE(report->experiment.spec.datasetName, std::string("cases"));
    QCOMPARE(toText(report->experiment.spec.scorers), std::string(R"([{"type":"equals"}])"));
    QCOMPARE(report->contestants[1].meanScore, 1.0);
    bench.importCases("cases", 3, R"([{"type": "label"}])");
    const auto again = await<eval::Report>(
        [&](auto done) { bench.session->experiments().resume(report->experiment.id.text, {}, {}, {}, done); });
    VERIFY_OK(again);
    QCOMPARE(toText(eval::toJson(again.value())), toText(eval::toJson(report.value())));
    // Its content by id has no scorers of its own: which of the names is meant is not guessed.
    auto request = Bench::request();
    request.dataset = report->experiment.spec.dataset.text;
    QCOMPARE(bench.run(request)->experiment.spec.datasetName, std::string("twin"));
    bench.importCases("third", kCases);
    COMPARE_ERROR(bench.run(request), ErrorCode::InvalidArgument, "has no scorers");
}

void TestExperiments::draftsArePinned() {
    Bench bench;
    bench.provider.play(laterIsBetter);
    auto request = Bench::request();
    request.versions = {"v1", "draft", "v2"};
    std::stop_source stop;
    stop.request_stop();
    VERIFY_OK(type(*bench.session, "instructions", R"({"text": "three"})"));
    const auto begun = bench.run(request, stop.get_token());
    VERIFY_OK(begun);
    QVERIFY(begun->contestants[1].label.starts_with("draft of main · "));
    QCOMPARE(begun->comparisons.size(), std::size_t(2));

    // What is typed meanwhile changes nothing about it.
    VERIFY_OK(type(*bench.session, "instructions", R"({"text": "two"})"));
    bench.session.reset();
    bench.session = bench.open(store::OpenMode::ReadWrite);
    const auto resume = [&](std::vector<std::string> versions) {
        session::ExperimentRequest expected;
        expected.versions = std::move(versions);
        return await<eval::Report>(
            [&](auto done) { bench.session->experiments().resume(begun->experiment.id.text, expected, {}, {}, done); });
    };
    COMPARE_ERROR(resume({"v1", "draft", "v2"}), ErrorCode::Conflict, "ran the versions v1");
    const auto whole = resume({});
    VERIFY_OK(whole);
    QCOMPARE(whole->results.size(), std::size_t(3 * kCases));
    QCOMPARE(whole->contestants[1].meanScore, 0.0);
    QCOMPARE(whole->contestants[2].meanScore, 1.0);
    QCOMPARE(whole->contestants[1].label, begun->contestants[1].label);

    VERIFY_OK(type(*bench.session, "instructions", "{\"text\": "));
    COMPARE_ERROR(bench.run(request), ErrorCode::InvalidArgument, "not valid JSON yet in: instructions");
    request.workflow = "nobody";
    request.versions = {"draft"};
    COMPARE_ERROR(bench.run(request), ErrorCode::NotFound, "nobody");
}

void TestExperiments::oneInputNeedsNoDataset() {
    Bench bench;
    bench.provider.play(laterIsBetter);
    auto request = Bench::request();
    request.dataset.clear();
    request.input = Json{{"text", "only this"}};
    const auto report = bench.run(request);
    VERIFY_OK(report);
    QCOMPARE(report->results.size(), std::size_t(2));
    QCOMPARE(report->results[1].output, std::string("right"));
    QCOMPARE(report->experiment.spec.datasetName, std::string("one input"));
    QVERIFY(report->results[1].scores.empty());
    const auto again =
        await<eval::Report>([&](auto done) { bench.session->experiments().report(report->experiment.id.text, done); });
    VERIFY_OK(again);
    QCOMPARE(toText(again->dataset->cases.front().input), std::string("{\"text\":\"only this\"}"));
    const auto datasets =
        await<std::vector<store::DatasetInfo>>([&](auto done) { bench.session->exchange().datasets(done); });
    QCOMPARE(datasets->size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestExperiments)
#include "tst_comparing.moc"
