// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Try panel over a real workspace and the built-in model, driven by keyboard and mouse.

#include "uitryout/try_panel.h"

#include "support/printing.h"
#include "ui/gui_test.h"
#include "ui/workspace_fixture.h"
#include "uibase/code_editor.h"
#include "uibase/diff_view.h"
#include "uibase/inline_banner.h"
#include "uibase/pill.h"
#include "uibase/segmented_control.h"
#include "uibase/theme.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace touchstone;
using namespace touchstone::ui;

namespace {

enum Mode { Text, Markdown, Tree, Difference };

}  // namespace

class TryPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        auto opened = m_fixture.open(store::OpenMode::Create);
        VERIFY_OK(opened);
        m_session = std::move(opened).value();
        VERIFY_OK(m_fixture.fill(*m_session));
    }

    void init() {
        m_theme = std::make_unique<Theme>(ThemeMode::Light);
        m_draft = std::make_unique<DraftModel>(*m_session);
        m_panel = std::make_unique<TryPanel>(*m_session, *m_theme, *m_draft);
        m_draft->open(QStringLiteral("sorter"), QStringLiteral("main"));
        m_panel->resize(420, 900);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        QTRY_VERIFY(m_panel->findChild<QWidget*>(QStringLiteral("input.text")));
    }

    void cleanup() {
        m_panel.reset();
        m_draft.reset();
    }

    void cleanupTestCase() { m_session.reset(); }

    void aRunShowsItsAnswerAndWhatItTook() {
        QVERIFY(!child<QToolButton>("moreOfRun")->isVisible());
        run("please refund me");
        QCOMPARE(answer(), QStringLiteral("refund"));
        QCOMPARE(child<Pill>("runStatus")->text(), QStringLiteral("valid"));
        QVERIFY(child<QToolButton>("moreOfRun")->isVisible());
        QVERIFY(!child<QLabel>("whichRun")->isVisible());  // there is no other one
        auto* tabs = child<QTabBar>("runTabs");
        QVERIFY(tabs->tabText(1).startsWith(QStringLiteral("Messages ")));
        tabs->setFocus();
        QTest::keyClick(tabs, Qt::Key_Right);
        QCOMPARE(tabs->currentIndex(), 1);
    }

    void earlierRunsAreStillThere() {
        run("please refund me");
        run("my password is wrong");
        QCOMPARE(answer(), QStringLiteral("login"));
        QCOMPARE(child<QLabel>("whichRun")->text(), QStringLiteral("run 2 of 2"));
        QTest::mouseClick(child<QToolButton>("olderRun"), Qt::LeftButton);
        QCOMPARE(answer(), QStringLiteral("refund"));
        QVERIFY(!child<QToolButton>("olderRun")->isEnabled());
        QTest::mouseClick(child<QToolButton>("newerRun"), Qt::LeftButton);
        QCOMPARE(answer(), QStringLiteral("login"));
    }

    void aPinnedRunStaysBesideTheNext() {
        run("please refund me");
        QVERIFY(!child<QWidget>("pinnedRun")->isVisible());
        QTest::mouseClick(child<QToolButton>("pinRun"), Qt::LeftButton);
        QVERIFY(child<QWidget>("pinnedRun")->isVisible());
        QVERIFY(child<QLabel>("pinnedTitle")->text().startsWith(QStringLiteral("pinned: run 1")));
        run("my password is wrong");
        auto* pinned = child<QWidget>("pinnedRun")->findChild<CodeEditor*>(QStringLiteral("output"));
        QCOMPARE(pinned->text(), QStringLiteral("refund"));
        modes().setCurrentIndex(Difference);
        QVERIFY(child<DiffView>("outputDifference", "answer")->isVisible());
        QCOMPARE(difference().copyText(), QStringLiteral("- refund\n+ login\n"));
        QTest::mouseClick(child<QToolButton>("unpin"), Qt::LeftButton);
        QVERIFY(!child<QWidget>("pinnedRun")->isVisible());
        QCOMPARE(answer(), QStringLiteral("login"));
    }

    void jsonIsATree() {
        const QString prompt = m_draft->source("prompt");
        m_draft->setSource("prompt",
                           QStringLiteral("{\"messages\": [{\"role\": \"user\", \"content\": \"{{ text }}\"}]}"));
        m_draft->setSource("output",
                           QStringLiteral("{\"mode\": \"json\", \"schema\": {\"type\": \"object\", \"properties\": "
                                          "{\"label\": {\"type\": \"string\", \"enum\": [\"refund\", "
                                          "\"login\"]}}, \"required\": [\"label\"]}}"));
        QTRY_VERIFY(m_draft->isRunnable());
        run("please refund me");
        modes().setCurrentIndex(Tree);
        auto* tree = child<QTreeView>("outputTree", "answer");
        QVERIFY(tree->isVisible());
        QCOMPARE(tree->model()->index(0, 0).data().toString(), QStringLiteral("label"));
        QCOMPARE(tree->model()->index(0, 1).data().toString(), QStringLiteral("\"refund\""));
        modes().setCurrentIndex(Markdown);
        QVERIFY(!tree->isVisible());
        m_draft->setSource("output", {});
        m_draft->setSource("prompt", prompt);
        QTRY_VERIFY(!m_draft->isUnsaved());
    }

    void aCaseFillsTheForm() {
        QTest::mouseClick(child<QToolButton>("pickCase"), Qt::LeftButton);
        auto* list = child<QListView>("caseList");
        QTRY_COMPARE(list->model()->rowCount(), 12);
        QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(list->model()->index(7, 0).data().toString(),
                 QStringLiteral("case 8 — all pages show error 503, the site is down"));
        auto* search = child<QLineEdit>("caseSearch");
        QTest::keyClicks(search, QStringLiteral("ERROR 503"));
        QCOMPARE(list->model()->rowCount(), 1);
        QSignalSpy edited(m_panel.get(), &TryPanel::inputEdited);
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(edited.size(), 1);
        QVERIFY(toText(m_panel->input()).find("error 503, the site is down") != std::string::npos);
        QCOMPARE(child<QToolButton>("pickCase")->text(), QStringLiteral("case 8"));
        typeInput("other words");
        QCOMPARE(child<QToolButton>("pickCase")->text(), QStringLiteral("Cases"));
    }

    void aRunBecomesACase() {
        run("please refund me");
        trigger("addToDataset");
        auto* dataset = child<QComboBox>("addToDataset", "addCaseBar");
        QVERIFY(dataset->isVisible());
        dataset->setCurrentText(QStringLiteral("found"));
        QTest::mouseClick(child<QPushButton>("addCase"), Qt::LeftButton);
        QTRY_VERIFY(child<InlineBanner>("runBanner")->isVisible());
        QVERIFY(child<InlineBanner>("runBanner")->text().contains(QStringLiteral("found")));
        QVERIFY(!dataset->isVisible());
        const auto cases = session::await<std::vector<eval::Case>>(
            [&](auto done) { m_session->exchange().cases("found", 0, 10, std::move(done)); });
        VERIFY_OK(cases);
        QCOMPARE(toText(*cases->front().expected), std::string("\"refund\""));
        trigger("addToDataset");
        QTest::keyClick(dataset, Qt::Key_Escape);
        QVERIFY(!dataset->isVisible());
    }

    void aDatasetNeedsAName() {
        run("please refund me");
        trigger("addToDataset");
        child<QComboBox>("addToDataset", "addCaseBar")->setCurrentText({});
        QTest::mouseClick(child<QPushButton>("addCase"), Qt::LeftButton);
        QTRY_VERIFY(!child<QWidget>("addCaseBar")->findChildren<QLabel*>().last()->text().isEmpty());
        QVERIFY(child<QWidget>("addCaseBar")->isVisible());
    }

    void runsAreCopied_data() {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("copied");
        QTest::newRow("answer") << "copyAnswer"
                                << "refund";
        QTest::newRow("command") << "copyCommand"
                                 << "touchstonectl run sorter draft --input";
        QTest::newRow("curl: the built-in model has no address") << "copyCurl"
                                                                 << "";
        QTest::newRow("python") << "copyPython"
                                << "";
    }

    void runsAreCopied() {
        QFETCH(QString, action);
        QFETCH(QString, copied);
        run("please refund me");
        QApplication::clipboard()->setText(QStringLiteral("before"));
        trigger(action.toLatin1().constData());
        if (copied.isEmpty()) {
            QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("before"));
            QVERIFY(child<InlineBanner>("runBanner")->isVisible());
            QVERIFY(child<InlineBanner>("runBanner")->severity() == Severity::Warning);
        } else {
            QVERIFY(QApplication::clipboard()->text().startsWith(copied));
        }
    }

    void theTraceIsOneStepAway() {
        run("please refund me");
        QSignalSpy led(m_panel.get(), &TryPanel::goToRequested);
        trigger("openTrace");
        const auto destination = led.at(0).at(0).value<Destination>();
        QCOMPARE(std::get<TraceDestination>(destination).trace.size(), 32);
    }

    void inputsAreKeptWithTheLayout() {
        typeInput("to be kept");
        const QVariantMap layout = m_panel->saveLayout();
        cleanup();
        init();
        QVERIFY(toText(m_panel->input()).find("to be kept") == std::string::npos);
        m_panel->restoreLayout(layout);
        QVERIFY(toText(m_panel->input()).find("to be kept") != std::string::npos);
        m_panel->restoreLayout(
            {{QStringLiteral("inputs"), QVariantMap{{QStringLiteral("sorter"), QStringLiteral("{")}}}});
        QVERIFY(toText(m_panel->input()).find("to be kept") != std::string::npos);
    }

    void runsAreFoundAgain() {
        run("please refund me");
        QTest::mouseClick(child<QToolButton>("pinRun"), Qt::LeftButton);
        run("my password is wrong");
        modes().setCurrentIndex(Difference);
        auto* tiers = child<SegmentedControl>("tiers");
        QVERIFY(tiers->count() > 1);
        tiers->setCurrentIndex(1);
        const std::string tier = m_panel->tier();
        const QVariantMap layout = m_panel->saveLayout();
        bool stored = false;  // traces are written behind
        m_session->traces().flush([&stored](const Result<void>& done) { stored = done.ok(); });
        QTRY_VERIFY(stored);
        m_panel = std::make_unique<TryPanel>(*m_session, *m_theme, *m_draft);
        m_panel->resize(420, 900);
        m_panel->show();
        m_panel->restoreLayout(layout);
        m_draft->open(QStringLiteral("sorter"), QStringLiteral("main"));
        QTRY_VERIFY(child<QWidget>("answer"));
        QTRY_COMPARE(child<QLabel>("whichRun")->text(), QStringLiteral("run 2 of 2"));
        QCOMPARE(modes().currentIndex(), static_cast<int>(Difference));
        QCOMPARE(difference().copyText(), QStringLiteral("- refund\n+ login\n"));
        QVERIFY(child<QWidget>("pinnedRun")->isVisible());
        QCOMPARE(child<QWidget>("pinnedRun")->findChild<CodeEditor*>(QStringLiteral("output"))->text(),
                 QStringLiteral("refund"));
        QCOMPARE(m_panel->tier(), tier);
        trigger("copyCurl");  // what ran is not known any more
        QVERIFY(child<InlineBanner>("runBanner")->isVisible());
        run("please refund me");
        QCOMPARE(child<QLabel>("whichRun")->text(), QStringLiteral("run 3 of 3"));
    }

    void runsWhoseTraceIsGoneAreLeftOut() {
        m_panel->restoreLayout(
            {{QStringLiteral("runs"),
              QVariantMap{{QStringLiteral("sorter"),
                           QVariantMap{{QStringLiteral("runs"), QStringList{QStringLiteral("no-such-trace")}},
                                       {QStringLiteral("pinned"), QStringLiteral("nor")}}}}}});
        QTest::qWait(0);
        run("please refund me");
        QCOMPARE(answer(), QStringLiteral("refund"));
        QVERIFY(!child<QLabel>("whichRun")->isVisible());
    }

    void everyControlHasAName() {
        run("please refund me");
        for (const QWidget* widget : m_panel->findChildren<QWidget*>())
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() &&
                !qobject_cast<const QAbstractScrollArea*>(widget->parentWidget()))
                QVERIFY2(!widget->accessibleName().isEmpty() || !widget->property("text").toString().isEmpty(),
                         qPrintable(QStringLiteral("%1 %2").arg(QString::fromLatin1(widget->metaObject()->className()),
                                                                widget->objectName())));
    }

private:
    template <class T>
    T* child(const char* name, const char* inside = nullptr) {
        QWidget* root = inside ? m_panel->findChild<QWidget*>(QString::fromLatin1(inside)) : m_panel.get();
        return root->findChild<T*>(QString::fromLatin1(name));
    }
    // Of the answer that is not pinned.
    SegmentedControl& modes() { return *child<SegmentedControl>("answerModes", "answer"); }
    DiffView& difference() { return *child<DiffView>("outputDifference", "answer"); }
    QString answer() { return child<CodeEditor>("output", "answer")->text(); }

    void trigger(const char* action) {
        for (QAction* each : child<QToolButton>("moreOfRun")->menu()->actions())
            if (each->objectName() == QString::fromLatin1(action))
                return each->trigger();
        QFAIL("there is no such action");
    }

    void typeInput(const char* text) {
        auto* field = m_panel->findChild<QWidget*>(QStringLiteral("input.text"));
        if (auto* edit = qobject_cast<QPlainTextEdit*>(field)) {
            edit->selectAll();
            QTest::keyClicks(edit, QString::fromLatin1(text));
        } else {
            auto* line = qobject_cast<QLineEdit*>(field);
            line->selectAll();
            QTest::keyClicks(line, QString::fromLatin1(text));
        }
    }

    void run(const char* text) {
        typeInput(text);
        QSignalSpy finished(&m_panel->runs(), &RunController::finished);
        m_panel->run();
        QTRY_COMPARE(finished.size(), 1);
    }

    test::WorkspaceFixture m_fixture;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DraftModel> m_draft;
    std::unique_ptr<TryPanel> m_panel;
};

GUI_TEST_MAIN(TryPanelTest)
#include "tst_try_panel.moc"
