// SPDX-License-Identifier: GPL-3.0-or-later
//
// The main job, as a person does it: edit, run, commit, compare.

#include "uiauthor/author_view.h"

#include "uibase/code_editor.h"
#include "uibase/diff_view.h"
#include "uibase/inline_banner.h"
#include "uibase/pill.h"
#include "uibase/waterfall_view.h"
#include "uishell/main_window.h"
#include "uishell/workspace_page.h"
#include "uitryout/try_panel.h"

#include "support/printing.h"
#include "ui/gui_test.h"
#include "ui/window_fixture.h"
#include "ui/workspace_fixture.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

class AuthorViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_fixture = std::make_unique<WorkspaceFixture>();
        {
            auto session = m_fixture->open(store::OpenMode::Create);
            VERIFY_OK(session);
            VERIFY_OK(m_fixture->fill(*session.value()));
        }
        m_desk = std::make_unique<WindowFixture>(m_fixture->wiring(), m_fixture->path());
        QVERIFY(m_desk->show());
        m_window = &m_desk->window();
        m_window->resize(1440, 900);  // parts and history stand beside the editor
    }
    void cleanup() {
        m_desk.reset();
        m_fixture.reset();
    }

    void theMainJob() {
        // Edit the prompt by typing.
        QTRY_VERIFY(child<CodeEditor>("template.prompt")->isVisible());
        QWidget* text = child<CodeEditor>("template.prompt")->findChild<QWidget*>(QStringLiteral("codeEditorText"));
        text->setFocus();
        QTest::keyClicks(text, QStringLiteral("Message: "));
        QCOMPARE(child<CodeEditor>("template.prompt")->text(), QStringLiteral("Message: {{ text }}"));
        QTRY_COMPARE(draft().changes().size(), std::size_t(1));

        // Run it.
        auto* input = this->input();
        input->setPlainText(QStringLiteral("please refund the double charge"));
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(child<CodeEditor>("output")->text(), QStringLiteral("refund"));
        QTRY_COMPARE(child<Pill>("runStatus")->text(), QStringLiteral("valid"));
        QVERIFY(child<WaterfallView>("waterfall")->spans().size() > 4);

        // Commit it.
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        auto* message = child<QLineEdit>("commitMessage");
        QTRY_VERIFY(message->hasFocus());
        QVERIFY(message->text().contains(QStringLiteral("prompt")));
        QTest::keyClicks(message, QStringLiteral("say that it is a message"));
        auto* history = child<QListView>("history");
        QAbstractItemModelTester tester(history->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(history->model()->rowCount(), 3);  // the draft first
        QTest::keyClick(message, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(history->model()->rowCount(), 4);
        QVERIFY(!child<QWidget>("commitPanel")->isVisible());
        QTRY_VERIFY(draft().changes().empty());
        QCOMPARE(draft().baseName(), QStringLiteral("v3"));

        // Compare it with the first version.
        if (!history->isVisible())
            QTest::mouseClick(child<QToolButton>("foldHistory"), Qt::LeftButton);
        QTRY_VERIFY(history->viewport()->height() > 4 * history->sizeHintForRow(0));
        const auto clickRow = [&](int row, Qt::KeyboardModifiers modifiers) {
            QTest::mouseClick(history->viewport(), Qt::LeftButton, modifiers,
                              history->visualRect(history->model()->index(row, 0)).center());
        };
        clickRow(1, Qt::NoModifier);
        clickRow(3, Qt::ControlModifier);
        QTest::keyClick(history, Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(child<QWidget>("compare")->isVisible());
        for (const char* chip : {"chip.v1", "chip.v3"})
            QTRY_VERIFY2(child<QWidget>(chip) && child<QWidget>(chip)->isVisible(), chip);
        QVERIFY(child<QWidget>("chip.v1")->accessibleName().contains(QStringLiteral("baseline")));
        QTRY_VERIFY(child<QAbstractButton>("primary")->isEnabled());
        QTest::mouseClick(child<QAbstractButton>("primary"), Qt::LeftButton);
        auto* cases = child<QTableView>("cases");
        QTRY_VERIFY2(cases->isVisible(), qPrintable(child<InlineBanner>("compareBanner")->text()));
        QTRY_COMPARE(cases->model()->rowCount(), 12);
        QTRY_VERIFY(cases->hasFocus());
        QTest::keyClick(cases, Qt::Key_Return);
        QTRY_VERIFY(!child<QPlainTextEdit>("candidateOutput")->toPlainText().isEmpty());
    }

    void problemsLeadToTheirPlace() {
        auto* editor = child<CodeEditor>("template.prompt");
        QWidget* text = editor->findChild<QWidget*>(QStringLiteral("codeEditorText"));
        QTRY_VERIFY(editor->isVisible());
        text->setFocus();
        QTest::keyClicks(text, QStringLiteral("{{ brand }} "));
        auto* problems = child<QListView>("problems");
        QTRY_VERIFY(problems->isVisible());
        child<QListView>("parts")->setCurrentIndex(child<QListView>("parts")->model()->index(8, 0));
        QTRY_VERIFY(!editor->isVisible());
        problems->setFocus();
        problems->setCurrentIndex(problems->model()->index(0, 0));
        QTest::keyClick(problems, Qt::Key_Return);
        QTRY_VERIFY(editor->isVisible());
        QTRY_VERIFY(!editor->problems().empty());
    }

    // What is wrong with this input's prompt stands among the problems of the document.
    void aPromptTooLongIsAProblem() {
        auto* problems = child<QListView>("problems");
        QTRY_VERIFY(draft().isRunnable());
        draft().setSource("routing", QStringLiteral("{\"tiers\": {\"small\": {\"provider\": \"builtin\", "
                                                    "\"model\": \"builtin/small\", \"context_window\": 5}}, "
                                                    "\"rules\": [{\"use\": \"small\"}]}"));
        QTRY_COMPARE(problems->model()->rowCount(), 1);
        const QString said = problems->model()->index(0, 0).data().toString();
        QVERIFY2(said.contains(QStringLiteral("tokens too long for 'small'")), qPrintable(said));
        QTRY_VERIFY(child<QLabel>("previewProblem")->toolTip().contains(QStringLiteral("too long")) ||
                    child<QLabel>("previewProblem")->text().contains(QStringLiteral("too long")));
        draft().undo();
        QTRY_COMPARE(problems->model()->rowCount(), 0);
    }

    void undoHistoryStaysWithItsPart() {
        auto* editor = child<CodeEditor>("template.prompt");
        QWidget* text = editor->findChild<QWidget*>(QStringLiteral("codeEditorText"));
        QTRY_VERIFY(editor->isVisible());
        text->setFocus();
        QTest::keyClicks(text, QStringLiteral("x"));
        auto* parts = child<QListView>("parts");
        parts->setCurrentIndex(parts->model()->index(1, 0));
        QTRY_VERIFY(!editor->isVisible());
        parts->setCurrentIndex(parts->model()->index(2, 0));
        QTRY_VERIFY(editor->isVisible());
        QVERIFY(draft().canUndo());
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(editor->text(), QStringLiteral("{{ text }}"));
        QTRY_VERIFY(draft().changes().empty());
    }

    void sourceAndTemplateAgree() {
        QTRY_VERIFY(wayOf("prompt", QStringLiteral("Source"))->isVisible());
        QTest::mouseClick(wayOf("prompt", QStringLiteral("Source")), Qt::LeftButton);
        auto* source = child<CodeEditor>("source.prompt");
        QTRY_VERIFY(source->isVisible());
        const QStringList before = source->text().section(QStringLiteral("{{ text }}"), 0, 0).split(QLatin1Char('\n'));
        source->goTo({static_cast<std::size_t>(before.size()), static_cast<std::size_t>(before.last().size()) + 1});
        QTest::keyClicks(source->findChild<QWidget*>(QStringLiteral("codeEditorText")), QStringLiteral("Note: "));
        QTest::mouseClick(wayOf("prompt", QStringLiteral("Template")), Qt::LeftButton);
        QCOMPARE(draft().promptText(), QStringLiteral("Note: {{ text }}"));
        QCOMPARE(child<CodeEditor>("template.prompt")->text(), QStringLiteral("Note: {{ text }}"));
    }

    void absentPartsCanBeAdded() {
        auto* parts = child<QListView>("parts");
        parts->setCurrentIndex(parts->model()->index(7, 0));
        auto* page = child<QWidget>("part.output");
        QTRY_VERIFY(page->isVisible());
        QVERIFY(!draft().hasPart("output"));
        QPushButton* add = nullptr;
        for (QPushButton* button : page->findChildren<QPushButton*>())
            if (button->isVisible())
                add = button;
        QVERIFY(add);
        QTest::mouseClick(add, Qt::LeftButton);
        QVERIFY(draft().hasPart("output"));
        QTRY_VERIFY(!add->isVisible());
        QTest::mouseClick(wayOf("output", QStringLiteral("Source")), Qt::LeftButton);
        QTRY_VERIFY(child<CodeEditor>("source.output") && child<CodeEditor>("source.output")->isVisible());
    }

    void aConflictIsDecidedInPlace() {
        auto* editor = child<CodeEditor>("template.prompt");
        QTRY_VERIFY(editor->isVisible());
        changeElsewhere(QStringLiteral("theirs"));
        type(QStringLiteral("mine "));
        draft().saveNow();
        auto* banner = child<InlineBanner>("conflictBanner");
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(QStringLiteral("changed elsewhere")), qPrintable(banner->text()));
        QVERIFY(!banner->findChild<QToolButton*>(QStringLiteral("bannerClose"))->isVisible());
        clickQuestion("decideLater");  // saveNow() asked
        QVERIFY(banner->isVisible());

        QTest::mouseClick(banner->findChild<QPushButton*>(QStringLiteral("bannerAction2")), Qt::LeftButton);
        QTRY_VERIFY(child<DiffView>("differenceLines"));
        const QString difference = child<DiffView>("differenceLines")->copyText();
        QVERIFY2(difference.contains(QRegularExpression(QStringLiteral("(?m)^-.*theirs"))), qPrintable(difference));
        QVERIFY2(difference.contains(QRegularExpression(QStringLiteral("(?m)^\\+.*mine"))), qPrintable(difference));
        child<QDialog>("conflictDifference")->close();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window));

        QTest::mouseClick(banner->findChild<QPushButton*>(QStringLiteral("bannerAction1")), Qt::LeftButton);
        QCOMPARE(editor->text(), QStringLiteral("theirs"));
        QWidget* text = editor->findChild<QWidget*>(QStringLiteral("codeEditorText"));
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(editor->text(), QStringLiteral("mine {{ text }}"));
        QCOMPARE(draft().promptText(), QStringLiteral("mine {{ text }}"));
        QTRY_VERIFY(!draft().isUnsaved());
        QVERIFY2(banner->text().contains(QStringLiteral("their text")), qPrintable(banner->text()));
    }

    void whatChangedElsewhereAppears() {
        auto* editor = child<CodeEditor>("template.prompt");
        QTRY_VERIFY(editor->isVisible());
        changeElsewhere(QStringLiteral("theirs"));
        draft().lookElsewhere();
        QTRY_COMPARE(editor->text(), QStringLiteral("theirs"));
        auto* banner = child<InlineBanner>("conflictBanner");
        QVERIFY(banner->isVisible());
        QTest::mouseClick(banner->findChild<QPushButton*>(QStringLiteral("bannerAction")), Qt::LeftButton);
        QCOMPARE(editor->text(), QStringLiteral("{{ text }}"));
    }

    void quittingInAConflictAsksOnce_data() {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<QString>("kept");
        QTest::newRow("mine") << QStringLiteral("keepMine") << QStringLiteral("mine {{ text }}");
        QTest::newRow("theirs") << QStringLiteral("takeTheirs") << QStringLiteral("theirs");
    }
    void quittingInAConflictAsksOnce() {
        QFETCH(QString, choice);
        QFETCH(QString, kept);
        QTRY_VERIFY(child<CodeEditor>("template.prompt")->isVisible());
        changeElsewhere(QStringLiteral("theirs"));
        type(QStringLiteral("mine "));
        m_window->close();
        clickQuestion("decideLater");
        QVERIFY(m_window->isVisible());
        QCOMPARE(draft().promptText(), QStringLiteral("mine {{ text }}"));
        m_window->close();
        QVERIFY(m_window->isVisible());
        clickQuestion(choice.toLatin1().constData());
        QTRY_VERIFY(!m_window);
        m_desk.reset();
        const auto session = m_fixture->open();
        VERIFY_OK(session);
        DraftModel again(*session.value());
        QSignalSpy opened(&again, &DraftModel::opened);
        again.open(QString::fromLatin1(WorkspaceFixture::kWorkflow), QStringLiteral("main"));
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(again.promptText(), kept);
    }

    void aFallbackIsSaid() {
        draft().setSource("routing", QStringLiteral(R"({"tiers": {
            "main": {"provider": "openai", "model": "m", "api_key_env": "TOUCHSTONE_NO_SUCH_KEY"},
            "spare": {"provider": "builtin", "model": "builtin/small"}}, "fallback": ["spare"]})"));
        QTest::keyClick(m_window, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(child<QWidget>("runBanner")->isVisible());
        QStringList said;
        for (const QLabel* label : child<QWidget>("runBanner")->findChildren<QLabel*>())
            said.append(label->text());
        QVERIFY2(said.join(QLatin1Char(' ')).contains(QStringLiteral("TOUCHSTONE_NO_SUCH_KEY")),
                 qPrintable(said.join(QLatin1Char('|'))));
    }

    void aWrongInputIsSaid() {
        draft().setSource(
            "inputs", QStringLiteral(R"({"type": "object", "properties": {"text": {"type": "string", "minLength": 5}},
                                                   "required": ["text"]})"));
        QTRY_VERIFY(input());
        input()->setPlainText(QStringLiteral("no"));
        QTest::keyClick(m_window, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(child<QWidget>("runBanner")->isVisible());
    }

private:
    // Of the Try panel; the compare place has such a field too.
    QPlainTextEdit* input() {
        return m_window->findChild<TryPanel*>()->findChild<QPlainTextEdit*>(QStringLiteral("input.text"));
    }
    template <class Widget>
    Widget* child(const char* name) {
        return m_window->findChild<Widget*>(QString::fromLatin1(name));
    }
    // The button of a way to see a part.
    QAbstractButton* wayOf(const char* part, const QString& title) {
        const auto ways = child<QWidget>((QByteArray(part) + "Views").constData())->findChildren<QAbstractButton*>();
        const auto way =
            std::find_if(ways.begin(), ways.end(), [&](const auto* each) { return each->text() == title; });
        return way == ways.end() ? nullptr : *way;
    }
    DraftModel& draft() { return m_window->page()->draft(); }

    void type(const QString& keys) {
        QWidget* text = child<CodeEditor>("template.prompt")->findChild<QWidget*>(QStringLiteral("codeEditorText"));
        text->setFocus();
        QTest::keyClicks(text, keys);
    }

    // Another program saves the draft's prompt.
    void changeElsewhere(const QString& prompt) {
        const auto session = m_fixture->open();
        VERIFY_OK(session);
        DraftModel other(*session.value());
        QSignalSpy opened(&other, &DraftModel::opened);
        other.open(QString::fromLatin1(WorkspaceFixture::kWorkflow), QStringLiteral("main"));
        QTRY_COMPARE(opened.count(), 1);
        other.setPromptText(prompt);
        other.saveNow();
        QTRY_VERIFY(!other.isUnsaved());
    }

    void clickQuestion(const char* button) {
        QTRY_VERIFY(child<QPushButton>(button) && child<QPushButton>(button)->isVisible());
        QTest::mouseClick(child<QPushButton>(button), Qt::LeftButton);
        QTRY_VERIFY(!m_window || !child<QPushButton>(button));  // the answer may close the window
    }

    std::unique_ptr<WorkspaceFixture> m_fixture;
    std::unique_ptr<WindowFixture> m_desk;
    QPointer<MainWindow> m_window;  // the workbench deletes it when it is closed
};

GUI_TEST_MAIN(AuthorViewTest)
#include "tst_author_view.moc"
