// SPDX-License-Identifier: GPL-3.0-or-later

#include "uicompare/compare_view.h"

#include "base/system_clock.h"
#include "case_detail.h"
#include "synthetic_report.h"
#include "uibase/inline_banner.h"
#include "uibase/theme.h"
#include "uicompare/compare_model.h"
#include "uistate/draft_model.h"
#include "uistate/experiment_controller.h"
#include "uistate/history_model.h"
#include "uistate/text.h"

#include "support/printing.h"
#include "ui/gui_test.h"
#include "ui/workspace_fixture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextEdit>
#include <QToolButton>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

class CompareViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }

    void copiesRowsAsTsv() {
        QTableView* table = compareTwelve();
        QVERIFY(table);
        table->selectRow(1);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[1].startsWith(QStringLiteral("case 2")));
        QVERIFY(lines[0].contains(QStringLiteral("v2 output")));
        QCOMPARE(m_view->status(), QStringLiteral("2 versions · 12 of 12 cases · 24 runs · ") +
                                       m_view->status().section(QStringLiteral(" · "), 3));
    }

    void selectionShowsBothOutputs() {
        QTableView* table = compareTwelve();
        QVERIFY(table);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(6, CompareModel::columnOf(1)));  // only v2 knows outages
        QVERIFY(!text("candidateOutput")->isVisible());
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE(text("candidateOutput")->toPlainText(), QStringLiteral("outage"));
        QCOMPARE(text("expectedOutput")->toPlainText(), QStringLiteral("outage"));
        QVERIFY(text("baselineOutput")->toPlainText() != QStringLiteral("outage"));
        const QTextCursor start(text("candidateOutput")->document()->begin());
        QVERIFY(start.block().begin().fragment().charFormat().background().color() == m_theme.color(Role::DiffAdd));
        const QString input = m_view->findChild<QTextEdit*>(QStringLiteral("caseInput"))->toPlainText();
        QVERIFY(input.contains(QStringLiteral("the website is down since noon")));
        m_view->findChild<QAbstractButton*>(QStringLiteral("copy.candidateOutput"))->click();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("outage"));
        segment("caseMode", 1)->click();
        auto* difference = m_view->findChild<QListView*>(QStringLiteral("caseDifference"));
        QTRY_VERIFY(difference->isVisible() && difference->model()->rowCount() > 0);
    }

    void keyboardWalksTheCases() {
        QTableView* table = compareTwelve();
        QVERIFY(table);
        activate();
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
        QVERIFY(!detail->isVisible());
        QTest::keyClick(table, Qt::Key_N);
        QTRY_VERIFY(m_view->findChild<QLabel*>(QStringLiteral("differences"))->text().contains(QStringLiteral(" of ")));
    }

    void filtersByWordsAndCounts() {
        QTableView* table = compareTwelve();
        QVERIFY(table);
        activate();
        QTest::keyClick(table, Qt::Key_F, Qt::ControlModifier);
        auto* search = m_view->findChild<QLineEdit*>(QStringLiteral("searchCases"));
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("PASSWORD"));
        QTRY_COMPARE(table->model()->rowCount(), 3);
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(table->hasFocus());
        search->clear();
        QTRY_COMPARE(table->model()->rowCount(), 12);
        segment("showCases", int(CaseShow::Better))->click();
        const int better = table->model()->rowCount();
        QVERIFY(better > 0 && better < 12);
        QVERIFY(m_view->status().contains(QStringLiteral("%1 of 12 cases").arg(better)));
    }

    void otherChoicesMakeTheResultsStale() {
        QVERIFY(compareTwelve());
        activate();
        auto* banner = m_view->findChild<InlineBanner*>(QStringLiteral("compareBanner"));
        QVERIFY(!banner->isVisible());
        chip("v1")->setFocus();
        QTest::keyClick(chip("v1"), Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(banner->isVisible());
        QVERIFY(chip("v2")->accessibleName().contains(QStringLiteral("baseline")));
        QVERIFY(chip("v1")->hasFocus());
        QTest::keyClick(chip("v1"), Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(!banner->isVisible());
    }

    void chipsAreDraggedAddedAndTakenAway() {
        QVERIFY(compareTwelve());
        activate();
        auto* menu = m_view->findChild<QMenu*>(QStringLiteral("addVersionMenu"));
        Q_EMIT menu->aboutToShow();
        auto* draft = menu->findChild<QAction*>(QStringLiteral("add.draft"));
        QVERIFY(draft);
        QVERIFY(!menu->findChild<QAction*>(QStringLiteral("add.v1")));
        draft->trigger();
        QTRY_VERIFY(chip("draft"));
        QTRY_VERIFY(chip("draft")->x() > chip("v2")->x());
        QWidget* dragged = chip("draft");
        const QPoint grip(20, dragged->height() / 2);
        QTest::mousePress(dragged, Qt::LeftButton, {}, grip);
        const QPoint there = chip("v1")->mapToGlobal(QPoint(2, 5));
        for (const QPoint& place : {QPoint(10, 5), dragged->mapFromGlobal(there)}) {
            QMouseEvent moved(QEvent::MouseMove, place, dragged->mapToGlobal(place), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(dragged, &moved);
        }
        QTest::mouseRelease(dragged, Qt::LeftButton, {}, grip);
        QTRY_VERIFY(chip("draft")->accessibleName().contains(QStringLiteral("baseline")));
        QTest::keyClick(chip("draft"), Qt::Key_Delete);
        QTRY_VERIFY(!chip("draft"));
        QTest::mouseClick(chip("v2")->findChild<QToolButton*>(QStringLiteral("removeVersion")), Qt::LeftButton);
        QVERIFY(!m_view->runAction()->isEnabled());
    }

    void theDraftIsComparedAsItStands() {
        open(1);
        m_draft->setInstructions(QStringLiteral("Answer with the label, nothing else.\n"));
        QVERIFY(
            m_view->goTo(ComparisonDestination{{QStringLiteral("v1"), QStringLiteral("v2"), QStringLiteral("draft")}}));
        auto* changes = m_view->findChild<QTableView*>(QStringLiteral("partChanges"));
        QAbstractItemModelTester tester(changes->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(changes->model()->rowCount(), 2);
        QVERIFY(m_draft->isUnsaved());
        QSignalSpy shown(m_view.get(), &CompareView::shown);
        m_view->runAction()->trigger();
        QTRY_COMPARE(shown.count(), 1);
        const auto report = m_experiments->report();
        QCOMPARE(report->contestants.size(), std::size_t(3));
        QVERIFY(report->experiment.spec.contestants[2].document.find("nothing else") != std::string::npos);
        auto* banner = m_view->findChild<InlineBanner*>(QStringLiteral("compareBanner"));
        QVERIFY(!banner->isVisible());
        m_draft->setInstructions(QStringLiteral("Other words.\n"));
        QVERIFY(banner->isVisible());
    }

    void whatCannotRunIsSaid() {
        open(1);
        m_draft->setSource("routing", QStringLiteral("{"));
        QVERIFY(m_view->goTo(ComparisonDestination{{QStringLiteral("v1"), QStringLiteral("draft")}}));
        m_view->runAction()->trigger();
        auto* banner = m_view->findChild<InlineBanner*>(QStringLiteral("compareBanner"));
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->severity() == Severity::Error);
        QVERIFY(banner->text().contains(QStringLiteral("could not run")));
        QVERIFY(m_view->runAction()->isEnabled());
    }

    void oneInputIsCompared() {
        open(1);
        auto* datasets = m_view->findChild<QComboBox*>(QStringLiteral("dataset"));
        auto* area = m_view->findChild<QWidget*>(QStringLiteral("compareInput"));
        QVERIFY(!area->isVisible());
        datasets->setCurrentIndex(datasets->count() - 1);
        QVERIFY(area->isVisible());
        auto* field = area->findChild<QPlainTextEdit*>();
        QVERIFY(field);
        field->setPlainText(QStringLiteral("the website is down"));
        QSignalSpy shown(m_view.get(), &CompareView::shown);
        m_view->runAction()->trigger();
        QTRY_COMPARE(shown.count(), 1);
        QCOMPARE(table()->model()->rowCount(), 1);
        QVERIFY(!m_view->findChild<InlineBanner*>(QStringLiteral("compareBanner"))->isVisible());
        QVERIFY(
            table()->model()->index(0, CompareModel::columnOf(1)).data().toString().contains(QStringLiteral("outage")));
    }

    void earlierComparisonsAreOpenedReadOnly() {
        QVERIFY(compareTwelve());
        reopen(store::OpenMode::ReadOnly);
        auto* past = m_view->findChild<QListView*>(QStringLiteral("pastExperiments"));
        QTRY_VERIFY(past->isVisible());
        QAbstractItemModelTester tester(past->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(!m_view->runAction()->isEnabled());
        QVERIFY(m_view->runAction()->toolTip().contains(QStringLiteral("read-only")));
        QSignalSpy shown(m_view.get(), &CompareView::shown);
        QTest::mouseClick(past->viewport(), Qt::LeftButton, {}, past->visualRect(past->model()->index(0, 0)).center());
        QTRY_COMPARE(shown.count(), 1);
        QCOMPARE(table()->model()->rowCount(), 12);
        QVERIFY(chip("v1") && chip("v2"));
        QVERIFY(!m_view->findChild<InlineBanner*>(QStringLiteral("compareBanner"))->isVisible());
    }

    void writesFiles_data() {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("page") << QStringLiteral("exportHtml") << QByteArray("<!");
        QTest::newRow("table") << QStringLiteral("exportCsv") << QByteArray("case,tags,input,expected,");
        QTest::newRow("figures") << QStringLiteral("exportJson") << QByteArray("{");
        QTest::newRow("picture") << QStringLiteral("exportPng") << QByteArray("\x89PNG");
    }
    void writesFiles() {
        QFETCH(QString, action);
        QFETCH(QByteArray, begins);
        QVERIFY(compareTwelve());
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("written"));
        QSignalSpy said(m_view.get(), &Place::statusChanged);
        m_view->findChild<QAction*>(action)->trigger();
        auto* dialog = m_view->window()->findChild<QFileDialog*>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(begins));
        QTRY_VERIFY(said.count() > 0);
    }

    void manyCasesAndVersionsAreShown() {
        open(1);
        QSignalSpy shown(m_view.get(), &CompareView::shown);
        m_view->showReport(largeReport(2000, 6));
        QTRY_COMPARE(shown.count(), 1);
        QCOMPARE(table()->model()->rowCount(), 2000);
        QCOMPARE(table()->model()->columnCount(), CompareModel::columnOf(6));
        m_view->showReport(largeReport(30, 3));
        QTRY_COMPARE(table()->model()->rowCount(), 30);
        QVERIFY(table()->isVisible());
    }

    void everyControlHasAName() {
        QVERIFY(compareTwelve());
        for (const QWidget* widget : m_view->findChildren<QWidget*>()) {
            const bool counts = widget->focusPolicy() != Qt::NoFocus && widget->isVisible() &&
                                !widget->objectName().startsWith(QStringLiteral("qt_"));
            QVERIFY2(!counts || !widget->accessibleName().isEmpty() ||
                         (qobject_cast<const QAbstractButton*>(widget) &&
                          !qobject_cast<const QAbstractButton*>(widget)->text().isEmpty()),
                     qPrintable(widget->objectName() + QLatin1Char(' ') +
                                QString::fromLatin1(widget->metaObject()->className())));
        }
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
        QTest::mouseClick(chip("v2")->findChild<QToolButton*>(QStringLiteral("removeVersion")), Qt::LeftButton);
        QCOMPARE(nextStep()->text(), QStringLiteral("Take the newest two"));
        QTest::mouseClick(nextStep(), Qt::LeftButton);
        QTRY_VERIFY(chip("v2"));
        QTest::mouseClick(nextStep(), Qt::LeftButton);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QTRY_VERIFY(table()->isVisible());
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
        QTRY_VERIFY(table()->isVisible());
        QVERIFY(m_view->findChild<InlineBanner*>(QStringLiteral("compareBanner"))->isVisible());
        QVERIFY(!m_experiments->isRunning());
    }

private:
    void prepare() {
        m_view.reset();
        m_experiments.reset();
        m_draft.reset();
        m_history.reset();
        m_session.reset();
        m_fixture = std::make_unique<WorkspaceFixture>();
        auto opened = m_fixture->open(store::OpenMode::Create);
        VERIFY_OK(opened);
        m_session = std::move(opened).value();
    }
    void reopen(store::OpenMode mode) {
        m_view.reset();
        m_experiments.reset();
        m_draft.reset();
        m_history.reset();
        m_session.reset();
        auto opened = m_fixture->open(mode);
        VERIFY_OK(opened);
        m_session = std::move(opened).value();
        show();
    }
    Result<void> commit(const Labelled& examples) {
        return WorkspaceFixture::commit(*m_session, WorkspaceFixture::document(examples), "a version");
    }
    void show() {
        m_history = std::make_unique<HistoryModel>(*m_session);
        m_draft = std::make_unique<DraftModel>(*m_session);
        m_experiments = std::make_unique<ExperimentController>(*m_session, m_jobs);
        const QString workflow = QString::fromLatin1(WorkspaceFixture::kWorkflow);
        m_history->setWorkflow(workflow);
        m_draft->open(workflow, QStringLiteral("main"));
        m_view = std::make_unique<CompareView>(*m_session, m_theme, *m_history, *m_draft, *m_experiments);
        m_view->resize(1440, 860);
        m_view->show();
    }
    void open(int repeats) {
        prepare();
        VERIFY_OK(commit(WorkspaceFixture::fewExamples()));
        VERIFY_OK(commit(WorkspaceFixture::allExamples()));
        VERIFY_OK(m_fixture->importCases(*m_session, WorkspaceFixture::kDataset, repeats));
        show();
        QTRY_VERIFY(m_view->runAction()->isEnabled());
        QTRY_VERIFY(m_draft->isOpen());
    }
    void activate() {
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }
    // The table of a finished comparison over the twelve cases; null when it did not come.
    QTableView* compareTwelve() {
        open(1);
        m_view->runAction()->trigger();
        const auto* exporting = m_view->findChild<QWidget*>(QStringLiteral("exportReport"));
        return QTest::qWaitFor([exporting] { return exporting->isEnabled(); }) ? table() : nullptr;
    }
    QTableView* table() { return m_view->findChild<QTableView*>(QStringLiteral("cases")); }
    QWidget* chip(const char* reference) {
        for (QWidget* found : m_view->findChildren<QWidget*>(QStringLiteral("chip.") + QString::fromLatin1(reference)))
            if (found->isVisible())
                return found;
        return nullptr;
    }
    QAbstractButton* segment(const char* control, int index) {
        return m_view->findChild<QWidget*>(QString::fromLatin1(control))
            ->findChild<QAbstractButton*>(QStringLiteral("segment%1").arg(index));
    }
    QPlainTextEdit* text(const char* name) { return m_view->findChild<QPlainTextEdit*>(QString::fromLatin1(name)); }
    QPushButton* nextStep() { return m_view->findChild<QPushButton*>(QStringLiteral("emptyAction")); }

    Theme m_theme{ThemeMode::Light};
    std::unique_ptr<WorkspaceFixture> m_fixture;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<HistoryModel> m_history;
    std::unique_ptr<DraftModel> m_draft;
    SystemClock m_clock;
    JobList m_jobs{m_clock};
    std::unique_ptr<ExperimentController> m_experiments;
    std::unique_ptr<CompareView> m_view;
};

GUI_TEST_MAIN(CompareViewTest)
#include "tst_compare_view.moc"
