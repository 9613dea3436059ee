// SPDX-License-Identifier: Apache-2.0
//
// The sample workspace, filled from its sources with the built-in model.

#include <QTest>

#include "desk.h"

#include "wiring/places.h"

#include <algorithm>

using namespace desk;

namespace {

Result<session::SampleSummary> fill(session::Session& session, const fs::path& folder, std::stop_token stop = {}) {
    return await<session::SampleSummary>([&](auto done) { session.sample().fill(folder, stop, done); });
}

}  // namespace

class TestSample : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void countsAreAsPromised();
    void workflowsRunAndAreSupported();
    void trafficIsOfOneDayWithFeedback();
    void laterVersionsAreBetter_data();
    void laterVersionsAreBetter();
    void secondFillIsRefused();
    void cleanupTestCase();

    void badSourcesNameTheFile_data();
    void badSourcesNameTheFile();
    void cancelledFill();
    void destroyedWhileFilling();
    void readOnlyWorkspace();

private:
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<session::Session> m_session;
    session::SampleSummary m_summary;

    session::History history(const std::string& workflow) {
        return await<session::History>([&](auto done) { m_session->authoring().history(workflow, done); }).value();
    }
};

void TestSample::initTestCase() {
    m_desk = std::make_unique<Desk>();
    m_session = m_desk->create();
    const auto summary = fill(*m_session, wiring::resourceFolder() / "sample");
    VERIFY_OK(summary);
    m_summary = summary.value();
}

void TestSample::cleanupTestCase() {
    m_session.reset();
    m_desk.reset();
}

void TestSample::countsAreAsPromised() {
    QCOMPARE(m_summary.workflows, std::size_t(3));
    QVERIFY(m_summary.traces >= 300);
    const auto workflows =
        await<std::vector<store::WorkflowInfo>>([&](auto done) { m_session->authoring().workflows(done); });
    VERIFY_OK(workflows);
    QCOMPARE(workflows->size(), std::size_t(3));
    std::int64_t versions = 0;
    for (const store::WorkflowInfo& workflow : workflows.value()) {
        QVERIFY2(workflow.versions >= 3, workflow.name.c_str());
        versions += workflow.versions;
    }
    QCOMPARE(std::int64_t(m_summary.versions), versions);
    const auto datasets =
        await<std::vector<store::DatasetInfo>>([&](auto done) { m_session->exchange().datasets(done); });
    VERIFY_OK(datasets);
    QCOMPARE(datasets->size(), std::size_t(3));
    for (const store::DatasetInfo& dataset : datasets.value()) {
        QVERIFY2(dataset.cases >= 60, dataset.name.c_str());
        QVERIFY2(!dataset.scorers.empty(), dataset.name.c_str());
    }
}

void TestSample::workflowsRunAndAreSupported() {
    for (const char* name : {"support-triage", "help-answers", "email-extraction"})
        for (const store::VersionInfo& info : history(name).versions) {
            const auto version =
                await<workflow::Version>([&](auto done) { m_session->authoring().version(name, info.id.text, done); });
            VERIFY_OK(version);
            const auto report = await<session::CheckReport>(
                [&](auto done) { m_session->authoring().check(toText(version->document), std::nullopt, done); });
            VERIFY_OK(report);
            QVERIFY2(report->runnable, toLine(report->findings.empty() ? Finding() : report->findings[0]).c_str());
            QVERIFY(!info.message.empty() && !info.author.empty());
        }
}

void TestSample::trafficIsOfOneDayWithFeedback() {
    const auto page =
        await<store::TracePage>([&](auto done) { m_session->traces().list({}, 10'000, std::nullopt, done); });
    VERIFY_OK(page);
    QCOMPARE(page->traces.size(), m_summary.traces);
    std::size_t ups = 0;
    std::size_t downs = 0;
    std::size_t ok = 0;
    for (const trace::Summary& summary : page->traces) {
        QVERIFY(summary.origin == trace::Origin::Production && !summary.version.empty());
        QVERIFY(!summary.context.journey.empty() && summary.context.environment == "production");
        QVERIFY(summary.cost.has_value());
        ups += summary.feedback == trace::Thumb::Up ? 1 : 0;
        downs += summary.feedback == trace::Thumb::Down ? 1 : 0;
        ok += summary.status == trace::Status::Ok ? 1 : 0;
    }
    QVERIFY(page->traces.front().start - page->traces.back().start <= std::chrono::hours(24));
    QVERIFY2(ups >= 10 && downs >= 3, "people say what they think");
    QVERIFY2(ok * 2 > page->traces.size(), "most runs answer");
}

void TestSample::laterVersionsAreBetter_data() {
    QTest::addColumn<QByteArray>("name");
    for (const char* name : {"support-triage", "help-answers", "email-extraction"})
        QTest::newRow(name) << QByteArray(name);
}

// The first version of main against its head, on the workflow's own dataset.
void TestSample::laterVersionsAreBetter() {
    QFETCH(QByteArray, name);
    session::ExperimentRequest request;
    request.workflow = name.toStdString();
    request.versions = {"v1", "main"};
    request.dataset = name.toStdString();
    const auto report = await<eval::Report>([&](auto done) { m_session->experiments().start(request, {}, {}, done); });
    VERIFY_OK(report);
    const eval::Comparison& comparison = report->comparisons[0].measures[0].comparison;
    QVERIFY2(comparison.verdict == eval::Verdict::Better, comparison.sentence.c_str());
}

void TestSample::secondFillIsRefused() {
    const auto refused = fill(*m_session, wiring::resourceFolder() / "sample");
    QVERIFY2(!refused.ok(), "the branches stand already");
    QCOMPARE(history("support-triage").versions.size() > 0, true);
}

void TestSample::badSourcesNameTheFile_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("nothing there") << QByteArray("s/x") << QByteArray() << QByteArray("sample.json");
    QTest::newRow("not JSON") << QByteArray("s/sample.json") << QByteArray("{") << QByteArray("sample.json");
    QTest::newRow("no list") << QByteArray("s/sample.json") << QByteArray("{}") << QByteArray("workflows");
    QTest::newRow("no such workflow") << QByteArray("s/sample.json")
                                      << QByteArray(R"({"workflows": [{"name": "w", "dataset": "d"}]})")
                                      << QByteArray("d.jsonl");
    QTest::newRow("wrong types") << QByteArray("s/sample.json") << QByteArray(R"({"workflows": [5, {"name": 7}]})")
                                 << QByteArray(".jsonl");
}

void TestSample::badSourcesNameTheFile() {
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, says);
    Desk desk;
    desk.write(file.toStdString(), text.toStdString());
    desk.write("s/corpora/.keep", "");
    const auto session = desk.create();
    const auto refused = fill(*session, desk.path("s"));
    QVERIFY(!refused.ok());
    QVERIFY2(holds(refused.error().message, says.toStdString()), refused.error().message.c_str());
    QVERIFY2(refused.error().code != ErrorCode::Internal, refused.error().message.c_str());
}

void TestSample::cancelledFill() {
    Desk desk;
    const auto session = desk.create();
    std::stop_source stop;
    stop.request_stop();
    COMPARE_ERROR(fill(*session, wiring::resourceFolder() / "sample", stop.get_token()), ErrorCode::Cancelled, "");
}

void TestSample::destroyedWhileFilling() {
    Desk desk;
    auto session = desk.create();
    std::promise<Result<session::SampleSummary>> promise;
    session->sample().fill(wiring::resourceFolder() / "sample", {},
                           [&](Result<session::SampleSummary> result) { promise.set_value(std::move(result)); });
    session.reset();
    const auto result = promise.get_future().get();
    COMPARE_ERROR(result, ErrorCode::Cancelled, "");
}

void TestSample::readOnlyWorkspace() {
    Desk desk;
    desk.create().reset();
    const auto session = desk.open(store::OpenMode::ReadOnly);
    COMPARE_ERROR(fill(*session, wiring::resourceFolder() / "sample"), ErrorCode::PermissionDenied, "");
}

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
