// SPDX-License-Identifier: GPL-3.0-or-later

#include "uicompare/compare_view.h"

#include "uibase/theme.h"
#include "uicompare/compare_model.h"

#include "support/printing.h"
#include "ui/workspace_fixture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTextBlock>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

eval::CaseResult result(std::size_t contestant, std::size_t index, double score, const char* output) {
    eval::CaseResult made;
    made.contestant = contestant;
    made.caseIndex = index;
    made.score = score;
    made.passed = score >= 0.5;
    made.output = output;
    made.status = trace::Status::Ok;
    made.cost = Money::fromPicodollars(1'000'000);
    return made;
}

// Four cases: better, worse, the same, and one the candidate has not run.
std::shared_ptr<const eval::Report> smallReport() {
    auto dataset = std::make_shared<eval::Dataset>();
    for (const char* name : {"better", "worse", "same", ""})
        dataset->cases.push_back({name, {{"text", name}}});
    eval::Experiment experiment;
    experiment.spec.contestants = {{VersionId("a"), "v1 · a"}, {VersionId("b"), "v2 · b"}};
    return std::make_shared<const eval::Report>(
        eval::makeReport(experiment, dataset,
                         {result(0, 0, 0, "x"), result(0, 1, 1, "y"), result(0, 2, 1, "z"), result(0, 3, 1, "w"),
                          result(1, 0, 1, "right"), result(1, 1, 0, "wrong\tand\nlong"), result(1, 2, 1, "z")}));
}

}  // namespace

class CompareViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }

    void modelIsSound() {
        CompareModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        CompareFilter filter(model);
        QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setReport(smallReport());
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(0, CompareModel::CandidateScore).data().toDouble(), 1.0);
        QVERIFY(!model.index(3, CompareModel::CandidateScore).data().isValid());
        QCOMPARE(model.index(3, CompareModel::CaseColumn).data().toString(), QStringLiteral("case 4"));
        QCOMPARE(model.index(1, CompareModel::CandidateOutput).data().toString(), QStringLiteral("wrong and long"));
        QVERIFY(model.index(2, CompareModel::CandidateOutput).data(CompareModel::SameRole).toBool());
        model.setReport(nullptr);
        QCOMPARE(filter.rowCount(), 0);
    }

    void filters_data() {
        QTest::addColumn<int>("show");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("all") << 0
                             << QStringList{QStringLiteral("better"), QStringLiteral("worse"), QStringLiteral("same"),
                                            QStringLiteral("case 4")};
        QTest::newRow("different") << 1 << QStringList{QStringLiteral("better"), QStringLiteral("worse")};
        QTest::newRow("worse") << 2 << QStringList{QStringLiteral("worse")};
        QTest::newRow("failing") << 3 << QStringList{QStringLiteral("worse")};
    }
    void filters() {
        QFETCH(int, show);
        CompareModel model;
        CompareFilter filter(model);
        model.setReport(smallReport());
        filter.setShow(static_cast<CompareFilter::Show>(show));
        QStringList names;
        for (int row = 0; row < filter.rowCount(); ++row)
            names.append(filter.index(row, CompareModel::CaseColumn).data().toString());
        QTEST(names, "names");
        QCOMPARE(filter.count(static_cast<CompareFilter::Show>(show)), static_cast<int>(names.size()));
    }

    void copiesRowsAsTsv() {
        open(1);
        m_view->runAction()->trigger();
        auto* table = m_view->findChild<QTableView*>(QStringLiteral("cases"));
        QTRY_COMPARE(table->model()->rowCount(), 12);
        table->selectRow(1);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 2);
        for (const QString& line : lines)
            QCOMPARE(line.count(QLatin1Char('\t')), CompareModel::kColumns - 1);
        QVERIFY(lines[1].startsWith(QStringLiteral("case 2")));
    }

    void selectionShowsBothOutputs() {
        open(1);
        m_view->runAction()->trigger();
        auto* table = m_view->findChild<QTableView*>(QStringLiteral("cases"));
        QTRY_COMPARE(table->model()->rowCount(), 12);
        table->setFocus();
        table->selectRow(6);  // an outage, which only the second version knows
        auto* after = m_view->findChild<QPlainTextEdit*>(QStringLiteral("candidateOutput"));
        auto* before = m_view->findChild<QPlainTextEdit*>(QStringLiteral("baselineOutput"));
        QTRY_COMPARE(after->toPlainText(), QStringLiteral("outage"));
        QVERIFY(before->toPlainText() != after->toPlainText());
        QVERIFY(QTextCursor(after->document()->begin()).block().begin().fragment().charFormat().background().color() ==
                m_theme.color(Role::DiffAdd));
    }

    void cancelKeepsFinishedCases() {
        open(100);
        QSignalSpy progressed(m_experiments.get(), &ExperimentController::progressed);
        QSignalSpy finished(m_experiments.get(), &ExperimentController::finished);
        m_view->runAction()->trigger();
        QVERIFY(m_experiments->isRunning());
        QTRY_VERIFY(m_experiments->progress().done > 10);
        auto* cancel = m_view->findChild<QPushButton*>(QStringLiteral("cancelCompare"));
        QVERIFY(cancel->isVisible());
        QElapsedTimer answered;
        answered.start();
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_COMPARE(finished.count(), 1);
        qInfo("cancelled in %lld ms", static_cast<long long>(answered.elapsed()));
        const auto report = m_experiments->report();
        QVERIFY(report->experiment.status == eval::ExperimentStatus::Cancelled);
        QVERIFY(report->results.size() >= 10);
        QVERIFY(report->results.size() < 2400);
        QVERIFY(m_view->findChild<QWidget*>(QStringLiteral("verdict"))->isVisible());
        QVERIFY(!m_experiments->isRunning());
    }

private:
    void open(int repeats) {
        m_view.reset();
        m_fixture = std::make_unique<WorkspaceFixture>();
        auto opened = m_fixture->open(store::OpenMode::Create);
        VERIFY_OK(opened);
        m_session = std::move(opened).value();
        VERIFY_OK(
            WorkspaceFixture::commit(*m_session, WorkspaceFixture::document(WorkspaceFixture::fewExamples()), "a"));
        VERIFY_OK(
            WorkspaceFixture::commit(*m_session, WorkspaceFixture::document(WorkspaceFixture::allExamples()), "b"));
        VERIFY_OK(m_fixture->importCases(*m_session, WorkspaceFixture::kDataset, repeats));
        m_history = std::make_unique<HistoryModel>(*m_session);
        m_experiments = std::make_unique<ExperimentController>(*m_session);
        m_history->setWorkflow(QString::fromLatin1(WorkspaceFixture::kWorkflow));
        m_view = std::make_unique<CompareView>(*m_session, m_theme, *m_history, *m_experiments);
        m_view->resize(1200, 800);
        m_view->show();
        QTRY_VERIFY(m_view->runAction()->isEnabled());
    }

    Theme m_theme{ThemeMode::Light};
    std::unique_ptr<WorkspaceFixture> m_fixture;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<HistoryModel> m_history;
    std::unique_ptr<ExperimentController> m_experiments;
    std::unique_ptr<CompareView> m_view;
};

QTEST_MAIN(CompareViewTest)
#include "tst_compare_view.moc"
