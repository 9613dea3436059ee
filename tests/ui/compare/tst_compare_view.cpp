// SPDX-License-Identifier: GPL-3.0-or-later

#include "uicompare/compare_view.h"

#include "base/system_clock.h"
#include "case_detail.h"
#include "case_table.h"
#include "uibase/inline_banner.h"
#include "uibase/theme.h"
#include "uicompare/compare_model.h"
#include "uistate/text.h"

#include "support/printing.h"
#include "ui/workspace_fixture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextEdit>

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
        QTest::newRow("changed") << 1 << QStringList{QStringLiteral("better"), QStringLiteral("worse")};
        QTest::newRow("better") << 2 << QStringList{QStringLiteral("better")};
        QTest::newRow("worse") << 3 << QStringList{QStringLiteral("worse")};
        QTest::newRow("failing") << 4 << QStringList{QStringLiteral("worse")};
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

    void headsSort_data() {
        QTest::addColumn<int>("column");
        QTest::addColumn<QStringList>("names");
        const auto names = [](const char* words) { return QString::fromLatin1(words).split(QLatin1Char(' ')); };
        QTest::newRow("name") << int(CompareModel::CaseColumn) << names("better case_4 same worse");
        QTest::newRow("change") << int(CompareModel::ScoreChange) << names("worse same better case_4");
        QTest::newRow("candidate") << int(CompareModel::CandidateScore) << names("worse better same case_4");
    }
    void headsSort() {
        QFETCH(int, column);
        CompareModel model;
        CompareFilter filter(model);
        model.setReport(smallReport());
        CaseTable table(m_theme);
        table.setModel(&filter);
        table.resize(1200, 400);
        table.show();
        const auto names = [&filter] {
            QStringList list;
            for (int row = 0; row < filter.rowCount(); ++row)
                list.append(filter.index(row, 0).data().toString().replace(QLatin1Char(' '), QLatin1Char('_')));
            return list;
        };
        const QStringList asGiven = names();
        const auto click = [&] {
            QHeaderView* head = table.horizontalHeader();
            QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
                              {head->sectionViewportPosition(column) + 20, head->height() / 2});
        };
        click();
        QTEST(names(), "names");
        click();
        click();
        QCOMPARE(names(), asGiven);
    }

    void numbersInNamesSortAsNumbers() {
        auto dataset = std::make_shared<eval::Dataset>();
        for (const char* name : {"mail-10", "mail-9"})
            dataset->cases.push_back({name, {}});
        eval::Experiment experiment;
        experiment.spec.contestants = {{VersionId("a"), "v1 · a"}, {VersionId("b"), "v2 · b"}};
        CompareModel model;
        CompareFilter filter(model);
        model.setReport(std::make_shared<const eval::Report>(eval::makeReport(experiment, dataset, {})));
        filter.sort(CompareModel::CaseColumn);
        QCOMPARE(filter.index(0, 0).data().toString(), QStringLiteral("mail-9"));
    }

    void copiesRowsAsTsv() {
        QTableView* table = compareTwelve();
        QVERIFY(table);
        table->selectRow(1);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 2);
        for (const QString& line : lines)
            QCOMPARE(line.count(QLatin1Char('\t')), CompareModel::kColumns - 1);
        QVERIFY(lines[1].startsWith(QStringLiteral("case 2")));
    }

    void selectionShowsBothOutputs() {
        QTableView* table = compareTwelve();
        QVERIFY(table);
        table->setFocus();
        table->selectRow(6);  // an outage, which only the second version knows
        QTRY_COMPARE(text("candidateOutput")->toPlainText(), QStringLiteral("outage"));
        QCOMPARE(text("expectedOutput")->toPlainText(), QStringLiteral("outage"));
        QVERIFY(text("baselineOutput")->toPlainText() != QStringLiteral("outage"));
        const QTextCursor start(text("candidateOutput")->document()->begin());
        QVERIFY(start.block().begin().fragment().charFormat().background().color() == m_theme.color(Role::DiffAdd));
        const QString input = m_view->findChild<QTextEdit*>(QStringLiteral("caseInput"))->toPlainText();
        QVERIFY(input.contains(QStringLiteral("text")));
        QVERIFY(input.contains(QStringLiteral("the website is down since noon")));
        m_view->findChild<QAbstractButton*>(QStringLiteral("copy.candidateOutput"))->click();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("outage"));
    }

    void keyboardWalksTheCases() {
        QTableView* table = compareTwelve();
        QVERIFY(table);
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(table->currentIndex().row(), 1);
        QTest::keyClick(table, Qt::Key_Return);
        auto* detail = m_view->findChild<QWidget*>(QStringLiteral("caseDetail"));
        QVERIFY(detail->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(table->currentIndex().row(), 2);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(table->currentIndex().row(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(table->hasFocus());
    }

    void otherChoicesMakeTheResultsStale() {
        QVERIFY(compareTwelve());
        auto* banner = m_view->findChild<InlineBanner*>(QStringLiteral("compareBanner"));
        QVERIFY(!banner->isVisible());
        auto* baseline = m_view->findChild<QComboBox*>(QStringLiteral("baseline"));
        auto* candidate = m_view->findChild<QComboBox*>(QStringLiteral("candidate"));
        candidate->setCurrentIndex(1);
        baseline->setCurrentIndex(0);
        QVERIFY(banner->isVisible());
        baseline->setCurrentIndex(1);
        candidate->setCurrentIndex(0);
        QVERIFY(!banner->isVisible());
    }

    void jsonIsReadableAndColumnsAreAligned() {
        CaseDetail detail(m_theme);
        detail.resize(1100, 500);
        eval::Case testCase{"mail", {{"text", "one\ntwo"}, {"count", 3}}, Json{{"a", 1}, {"b", Json::array({1, 2})}}};
        eval::CaseResult before = result(0, 0, 0.5, "{\"a\":1,\"b\":[1,3]}");
        before.scores = {{"fields", 0.5, false,
                          "/b/1 is 3, not 2, which takes so many words that they need two lines "
                          "in a column as narrow as this one surely is"}};
        const eval::CaseResult after = result(1, 0, 1, "not json {");
        detail.showCase(QStringLiteral("mail"), {}, testCase, &before, &after);
        detail.show();
        QVERIFY(QTest::qWaitForWindowExposed(&detail));
        const auto column = [&detail](const char* name) {
            return detail.findChild<QPlainTextEdit*>(QString::fromLatin1(name));
        };
        QCOMPARE(column("expectedOutput")->toPlainText(), toQString(toPrettyText(*testCase.expected)));
        QVERIFY(column("baselineOutput")->toPlainText().contains(QStringLiteral("\n  \"a\": 1")));
        QCOMPARE(column("candidateOutput")->toPlainText(), QStringLiteral("not json {"));
        QCOMPARE(column("expectedOutput")->geometry().top(), column("candidateOutput")->geometry().top());
        QVERIFY(std::abs(column("expectedOutput")->width() - column("candidateOutput")->width()) <= 1);
        testCase.expected.reset();
        detail.showCase(QStringLiteral("mail"), {}, testCase, &before, &after);
        QVERIFY(!column("expectedOutput")->isVisible());
    }

    void emptyPlaceOffersTheNextStep() {
        prepare();
        VERIFY_OK(commit(WorkspaceFixture::fewExamples()));
        show();
        QSignalSpy author(m_view.get(), &CompareView::authorRequested);
        QTRY_COMPARE(nextStep()->text(), QStringLiteral("Go to the draft"));
        QVERIFY(!m_view->runAction()->isEnabled());
        QTest::mouseClick(nextStep(), Qt::LeftButton);
        QCOMPARE(author.count(), 1);

        VERIFY_OK(commit(WorkspaceFixture::allExamples()));
        QTRY_COMPARE(nextStep()->text(), QString::fromUtf8("Import a dataset…"));
        QTest::mouseClick(nextStep(), Qt::LeftButton);
        auto* dialog = m_view->findChild<QFileDialog*>();
        QVERIFY(dialog);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("messages.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("text,expected\nplease refund me,refund\nthe site is down,outage\n");
        file.close();
        Q_EMIT dialog->fileSelected(file.fileName());
        dialog->close();

        QTRY_COMPARE(nextStep()->text(), QStringLiteral("Compare"));
        auto* baseline = m_view->findChild<QComboBox*>(QStringLiteral("baseline"));
        baseline->setCurrentIndex(0);
        QCOMPARE(nextStep()->text(), QStringLiteral("Take the newest two"));
        QTest::mouseClick(nextStep(), Qt::LeftButton);
        QCOMPARE(baseline->currentIndex(), 1);
        QTest::mouseClick(nextStep(), Qt::LeftButton);
        auto* table = m_view->findChild<QTableView*>(QStringLiteral("cases"));
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QTRY_VERIFY(table->isVisible());
    }

    void escapeCancels() {
        open(400);
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        QSignalSpy finished(m_experiments.get(), &ExperimentController::finished);
        // At the first sign of progress: a moment later a quiet machine is done.
        connect(
            m_experiments.get(), &ExperimentController::progressed, m_view.get(),
            [this] { QTest::keyClick(m_view.get(), Qt::Key_Escape); }, Qt::SingleShotConnection);
        QTest::keyClick(m_view.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(m_experiments->report()->experiment.status == eval::ExperimentStatus::Cancelled);
        QVERIFY(!m_view->findChild<QPushButton*>(QStringLiteral("cancelCompare"))->isVisible());
    }

    void cancelKeepsFinishedCases() {
        open(400);
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
        QVERIFY(report->results.size() < 9600);
        QVERIFY(m_view->findChild<QWidget*>(QStringLiteral("verdict"))->isVisible());
        QVERIFY(!m_experiments->isRunning());
    }

private:
    void prepare() {
        m_view.reset();
        m_fixture = std::make_unique<WorkspaceFixture>();
        auto opened = m_fixture->open(store::OpenMode::Create);
        VERIFY_OK(opened);
        m_session = std::move(opened).value();
    }
    Result<void> commit(const Labelled& examples) {
        return WorkspaceFixture::commit(*m_session, WorkspaceFixture::document(examples), "a version");
    }
    void show() {
        m_history = std::make_unique<HistoryModel>(*m_session);
        m_experiments = std::make_unique<ExperimentController>(*m_session, m_jobs);
        m_history->setWorkflow(QString::fromLatin1(WorkspaceFixture::kWorkflow));
        m_view = std::make_unique<CompareView>(*m_session, m_theme, *m_history, *m_experiments);
        m_view->resize(1200, 800);
        m_view->show();
    }
    void open(int repeats) {
        prepare();
        VERIFY_OK(commit(WorkspaceFixture::fewExamples()));
        VERIFY_OK(commit(WorkspaceFixture::allExamples()));
        VERIFY_OK(m_fixture->importCases(*m_session, WorkspaceFixture::kDataset, repeats));
        show();
        QTRY_VERIFY(m_view->runAction()->isEnabled());
    }
    // The table of a finished comparison over the twelve cases; null when it did not come.
    QTableView* compareTwelve() {
        open(1);
        m_view->runAction()->trigger();
        auto* table = m_view->findChild<QTableView*>(QStringLiteral("cases"));
        return QTest::qWaitFor([table] { return table->model()->rowCount() == 12; }) ? table : nullptr;
    }
    QPlainTextEdit* text(const char* name) { return m_view->findChild<QPlainTextEdit*>(QString::fromLatin1(name)); }
    QPushButton* nextStep() { return m_view->findChild<QPushButton*>(QStringLiteral("emptyAction")); }

    Theme m_theme{ThemeMode::Light};
    std::unique_ptr<WorkspaceFixture> m_fixture;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<HistoryModel> m_history;
    SystemClock m_clock;
    JobList m_jobs{m_clock};
    std::unique_ptr<ExperimentController> m_experiments;
    std::unique_ptr<CompareView> m_view;
};

QTEST_MAIN(CompareViewTest)
#include "tst_compare_view.moc"
