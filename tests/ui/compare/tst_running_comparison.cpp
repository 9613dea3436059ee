// SPDX-License-Identifier: GPL-3.0-or-later
//
// Results that come while a comparison runs: a model on loopback answers as many requests as the test lets it.

#include "compare_place.h"

#include "live_results.h"
#include "support/openai_stub.h"
#include "support/printing.h"
#include "synthetic_report.h"
#include "ui/gui_test.h"
#include "uibase/inline_banner.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <deque>
#include <mutex>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

constexpr auto kKeyVariable = "TOUCHSTONE_TEST_RUNNING_KEY";
constexpr int kCases = 24;

// Says "outage" to who shows it many examples, else "refund"; only when it is let.
class PatientServer {
public:
    [[nodiscard]] std::string baseUrl() const { return m_server.url("/v1"); }

    void let(int answers) {
        const std::lock_guard lock(m_mutex);
        m_credit += answers;
        while (m_credit > 0 && !m_waiting.empty()) {
            --m_credit;
            m_waiting.front()();
            m_waiting.pop_front();
        }
    }

private:
    void take(const testing::ServerRequest& request, const testing::Responder& respond) {
        constexpr std::size_t kMany = 8;
        const Json body = parseJson(request.body).value();
        const std::string text = memberAt(body, "messages")->size() > kMany ? "outage" : "refund";
        const auto answer = [respond, text] {
            respond.startEvents();
            for (const std::string& event : testing::OpenAiStub::streamOf(text))
                respond.event(event);
            respond.finish();
        };
        const std::lock_guard lock(m_mutex);
        if (m_credit > 0) {
            --m_credit;
            answer();
        } else {
            m_waiting.emplace_back(answer);
        }
    }

    std::mutex m_mutex;
    // Guarded by m_mutex
    int m_credit = 0;
    std::deque<std::function<void()>> m_waiting;
    // Last member: its thread uses what is above
    testing::LoopbackServer m_server{
        [this](const testing::ServerRequest& request, const testing::Responder& respond) { take(request, respond); }};
};

Json documentOn(const PatientServer& server, const Labelled& examples) {
    Json document = WorkspaceFixture::document(examples);
    document["routing"] = {{"tiers",
                            {{"main",
                              {{"provider", "openai"},
                               {"model", testing::OpenAiStub::kModel},
                               {"base_url", server.baseUrl()},
                               {"api_key_env", kKeyVariable}}}}},
                           {"rules", Json::array({{{"use", "main"}}})},
                           {"timeout_ms", 60'000}};
    return document;
}

}  // namespace

class RunningComparisonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        qputenv(kKeyVariable, testing::OpenAiStub::kKey);
        installTheme(*qApp, m_theme);
    }

    void init() {
        m_server = std::make_unique<PatientServer>();
        m_place = std::make_unique<ComparePlace>(m_theme);
        VERIFY_OK(m_place->commit(documentOn(*m_server, WorkspaceFixture::fewExamples())));
        VERIFY_OK(m_place->commit(documentOn(*m_server, WorkspaceFixture::allExamples())));
        VERIFY_OK(m_place->fixture.importCases(m_place->session(), WorkspaceFixture::kDataset, kCases / 12));
        QVERIFY(m_place->show());
        QTRY_VERIFY(m_place->view->runAction()->isEnabled());
    }
    void cleanup() {
        m_place.reset();
        m_server.reset();
    }

    void resultsFillIn() {
        runSome(20);
        QVERIFY(m_place->experiments->isRunning());
        QCOMPARE(table().model()->rowCount(), kCases);
        QAbstractItemModelTester tester(table().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(table().model(), &QAbstractItemModel::modelReset);
        const QString head = headOf(1);
        QVERIFY2(head.contains(QStringLiteral("Undecided so far")), qPrintable(head));
        QVERIFY(m_place->child<QPushButton>("cancelCompare")->isVisible());
        QVERIFY(!m_place->child("exportReport")->isEnabled());

        m_server->let(10);
        QTRY_COMPARE(m_place->answers(), 30);
        QTRY_VERIFY(headOf(1) != head);  // the interval shrinks
        m_server->let(100);
        QTRY_VERIFY(!m_place->experiments->isRunning());
        QTRY_VERIFY(m_place->child("exportReport")->isEnabled());
        QCOMPARE(m_place->answers(), 2 * kCases);
        QCOMPARE(reset.count(), 0);
        QVERIFY2(!headOf(1).contains(QStringLiteral("so far")), qPrintable(headOf(1)));
    }

    void whatOneLooksAtStays() {
        runSome(20);
        table().setFocus();
        table().setCurrentIndex(table().model()->index(3, CompareModel::columnOf(1)));
        QTest::keyClick(&table(), Qt::Key_Return);
        auto* detail = m_place->child("caseDetail");
        auto* answer = m_place->child<QPlainTextEdit>("candidateOutput");
        QCOMPARE(answer->toPlainText(), QStringLiteral("outage"));
        answer->selectAll();
        m_server->let(10);
        QTRY_COMPARE(m_place->answers(), 30);
        QCOMPARE(table().currentIndex().row(), 3);
        QVERIFY(table().selectionModel()->isRowSelected(3));
        QVERIFY(detail->isVisible());
        QCOMPARE(answer->textCursor().selectedText(), QStringLiteral("outage"));

        // Esc closes what is read, not what runs.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!detail->isVisible());
        QVERIFY(m_place->experiments->isRunning());
    }

    void filteredRowsComeAndTheCurrentOneStays() {
        runSome(20);
        m_place->segment("showCases", int(CaseShow::Different))->click();
        const int rows = table().model()->rowCount();
        QVERIFY(rows > 0 && rows < kCases);
        QAbstractItemModelTester tester(table().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(table().model(), &QAbstractItemModel::modelReset);
        const QModelIndex last = table().model()->index(rows - 1, CompareModel::columnOf(1));
        table().setCurrentIndex(last);
        const QString name = last.siblingAtColumn(CompareModel::CaseColumn).data().toString();
        m_server->let(14);
        QTRY_VERIFY(table().model()->rowCount() > rows);
        QCOMPARE(table().currentIndex().siblingAtColumn(CompareModel::CaseColumn).data().toString(), name);
        QCOMPARE(reset.count(), 0);
    }

    void cancelKeepsAndResumeRunsTheRest() {
        runSome(20);
        QSignalSpy finished(m_place->experiments.get(), &ExperimentController::finished);
        m_place->child<QPushButton>("cancelCompare")->click();
        QTRY_COMPARE(finished.count(), 1);
        auto* banner = m_place->child<InlineBanner>("compareBanner");
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(QStringLiteral("20 runs are kept")), qPrintable(banner->text()));
        QVERIFY2(banner->text().contains(QStringLiteral("the other 28")), qPrintable(banner->text()));
        QCOMPARE(m_place->answers(), 20);

        const std::string id = m_place->experiments->report()->experiment.id.text;
        m_server->let(0);
        banner->findChild<QPushButton*>(QStringLiteral("bannerAction"))->click();
        QVERIFY(m_place->experiments->isRunning());
        QVERIFY(!banner->isVisible());
        m_server->let(100);
        QTRY_COMPARE(finished.count(), 2);
        QTRY_COMPARE(m_place->answers(), 2 * kCases);
        QCOMPARE(m_place->experiments->report()->experiment.id.text, id);
        QVERIFY(m_place->experiments->report()->experiment.status == eval::ExperimentStatus::Done);
    }

private:
    // Starts the comparison and waits until so many answers are in sight.
    void runSome(int answers) {
        m_server->let(answers);
        m_place->view->runAction()->trigger();
        QTRY_VERIFY(table().isVisible());
        QTRY_COMPARE(m_place->answers(), answers);
    }
    QTableView& table() const { return m_place->table(); }
    QString headOf(int contestant) const {
        return table()
            .model()
            ->headerData(CompareModel::columnOf(contestant), Qt::Horizontal, Qt::ToolTipRole)
            .toString();
    }

    Theme m_theme{ThemeMode::Light};
    std::unique_ptr<PatientServer> m_server;
    std::unique_ptr<ComparePlace> m_place;
};

GUI_TEST_MAIN(RunningComparisonTest)
#include "tst_running_comparison.moc"
