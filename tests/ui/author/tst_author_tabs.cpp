// SPDX-License-Identifier: GPL-3.0-or-later
//
// The author place by itself: open parts, undo over parts, repairs, panes, and what is found again.

#include "uiauthor/author_view.h"

#include "part_tabs.h"
#include "uibase/code_editor.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include "support/printing.h"
#include "ui/gui_test.h"
#include "ui/workspace_fixture.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QListView>
#include <QSignalSpy>
#include <QStackedWidget>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

class AuthorTabsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }

    void init() {
        m_fixture = std::make_unique<WorkspaceFixture>();
        auto opened = m_fixture->open(store::OpenMode::Create);
        VERIFY_OK(opened);
        m_session = std::move(opened).value();
        VERIFY_OK(m_fixture->fill(*m_session));
        m_draft = std::make_unique<DraftModel>(*m_session);
        m_history = std::make_unique<HistoryModel>(*m_session);
        open();
        QSignalSpy shown(m_draft.get(), &DraftModel::opened);
        m_draft->open(QString::fromLatin1(WorkspaceFixture::kWorkflow), QStringLiteral("main"));
        QTRY_COMPARE(shown.count(), 1);
        QTRY_VERIFY(editor("template.prompt") && editor("template.prompt")->isVisible());
    }
    void cleanup() {
        m_view.reset();
        m_history.reset();
        m_draft.reset();
        m_session.reset();
        m_fixture.reset();
    }

    void partsOpenAsTabs() {
        QCOMPARE(tabs()->parts(), QStringList{QStringLiteral("prompt")});
        m_view->setCurrentPart(QStringLiteral("routing"));
        m_view->setCurrentPart(QStringLiteral("inputs"));
        m_view->setCurrentPart(QStringLiteral("prompt"));
        QCOMPARE(tabs()->parts(), QStringLiteral("prompt,routing,inputs").split(QLatin1Char(',')));
        QCOMPARE(tabs()->currentIndex(), 0);
        QTest::mouseClick(tabs(), Qt::LeftButton, {}, tabs()->tabRect(1).center());
        QTRY_VERIFY(page("routing")->isVisible());
        key(Qt::Key_PageDown, Qt::ControlModifier);
        QTRY_VERIFY(page("inputs")->isVisible());
        key(Qt::Key_Tab, Qt::ControlModifier);
        QTRY_VERIFY(page("prompt")->isVisible());
        key(Qt::Key_PageUp, Qt::ControlModifier);
        QTRY_VERIFY(page("inputs")->isVisible());
        key(Qt::Key_W, Qt::ControlModifier);
        QTRY_VERIFY(page("prompt")->isVisible());  // the one before
        QTest::mouseClick(tabs(), Qt::MiddleButton, {}, tabs()->tabRect(1).center());
        QCOMPARE(tabs()->parts(), QStringList{QStringLiteral("prompt")});
        key(Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(tabs()->count(), 1);  // one stays
    }

    void aChangedPartIsMarked() {
        QCOMPARE(tabs()->accessibleTabName(0), QStringLiteral("prompt"));
        m_draft->setPromptText(QStringLiteral("x"));
        QTRY_COMPARE(tabs()->accessibleTabName(0), QStringLiteral("prompt, changed"));
    }

    void undoGoesOverParts() {
        QAction* undo = m_view->undoAction();
        QVERIFY(!undo->isEnabled());
        type("template.prompt", "abc");
        QCOMPARE(undo->text(), QStringLiteral("Undo Type in prompt"));
        m_view->setCurrentPart(QStringLiteral("instructions"));
        QTRY_VERIFY(page("instructions")->isVisible());
        type("template.instructions", "x");
        QCOMPARE(undo->text(), QStringLiteral("Undo Type in instructions"));
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!editor("template.instructions")->text().startsWith(QLatin1Char('x')));
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(page("prompt")->isVisible());
        QCOMPARE(editor("template.prompt")->text(), QStringLiteral("{{ text }}"));
        QVERIFY(!undo->isEnabled());
        key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(editor("template.prompt")->text(), QStringLiteral("abc{{ text }}"));
        QCOMPARE(editor("template.prompt")->cursor(), (TextPosition{1, 4}));
        QCOMPARE(m_view->redoAction()->text(), QStringLiteral("Redo Type in instructions"));
    }

    void aProblemIsRepairedByKeyAndMouse() {
        auto* problems = m_view->findChild<QListView*>(QStringLiteral("problems"));
        QAbstractItemModelTester tester(problems->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        type("template.prompt", "{{ brand }} {{ tone }} ");
        QTRY_COMPARE(problems->model()->rowCount(), 2);
        problems->setFocus();
        problems->setCurrentIndex(problems->model()->index(0, 0));
        QTest::keyClick(problems, Qt::Key_Return, Qt::AltModifier);
        QVERIFY(resolvePointer(m_draft->document(), "/inputs/properties/brand"));
        QTRY_COMPARE(problems->model()->rowCount(), 1);
        const QRect row = problems->visualRect(problems->model()->index(0, 0));
        QTest::mouseClick(problems->viewport(), Qt::LeftButton, {}, QPoint(row.right() - 30, row.center().y()));
        QVERIFY(resolvePointer(m_draft->document(), "/inputs/properties/tone"));
        QTRY_VERIFY(m_draft->findings().empty());
    }

    void completionKnowsTheInputs() {
        editor("template.prompt")->goTo({9, 99});
        type("template.prompt", " {{ te");
        auto* popup = m_view->findChild<QWidget*>(QStringLiteral("completion"));
        QVERIFY(popup && popup->isVisible());
        QTest::keyClick(text("template.prompt"), Qt::Key_Return);
        QCOMPARE(m_draft->promptText(), QStringLiteral("{{ text }} {{ text"));
    }

    void f6GoesRoundThePanes() {
        text("template.prompt")->setFocus();
        QSet<QWidget*> seen;
        for (int i = 0; i < 4; ++i) {
            key(Qt::Key_F6);
            seen.insert(QApplication::focusWidget());
        }
        QVERIFY(seen.size() >= 3);
        QTRY_COMPARE(QApplication::focusWidget(), text("template.prompt"));
    }

    void theLayoutIsFoundAgain() {
        m_view->setCurrentPart(QStringLiteral("routing"));
        m_view->setCurrentPart(QStringLiteral("prompt"));
        m_draft->setPromptText(QStringLiteral("one\ntwo"));
        editor("template.prompt")->goTo({2, 2});
        tabs()->moveTab(0, 1);
        const QVariantMap layout = m_view->saveLayout();
        open();
        m_view->restoreLayout(layout);
        QCOMPARE(tabs()->parts(), QStringLiteral("routing,prompt").split(QLatin1Char(',')));
        QTRY_VERIFY(page("prompt")->isVisible());
        QCOMPARE(editor("template.prompt")->cursor(), (TextPosition{2, 2}));
    }

    // The window was closed in another place, and this one is shown later.
    void theTabsAreThereWhenShownLater() {
        m_view->setCurrentPart(QStringLiteral("routing"));
        m_view->setCurrentPart(QStringLiteral("prompt"));
        const QVariantMap layout = m_view->saveLayout();
        QStackedWidget places;
        places.resize(1300, 760);
        places.addWidget(new QWidget);
        m_view = std::make_unique<AuthorView>(*m_session, m_theme, *m_draft, *m_history);
        places.addWidget(m_view.get());
        m_view->restoreLayout(layout);
        places.show();
        QVERIFY(QTest::qWaitForWindowExposed(&places));
        places.setCurrentIndex(1);
        QTRY_VERIFY(tabs()->isVisible());
        QCOMPARE(tabs()->parts(), QStringLiteral("prompt,routing").split(QLatin1Char(',')));
        QTRY_VERIFY(tabs()->height() > 20);
        for (int i = 0; i < tabs()->count(); ++i)
            QVERIFY(tabs()->isTabVisible(i) && tabs()->rect().contains(tabs()->tabRect(i)));
        QCOMPARE(tabs()->currentIndex(), 0);
        m_view->setParent(nullptr);
    }

    void controlsHaveNames() {
        for (QWidget* widget : m_view->findChildren<QWidget*>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            QAccessibleInterface* access = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(access && !access->text(QAccessible::Name).isEmpty(),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + widget->objectName()));
        }
    }

private:
    void open() {
        m_view = std::make_unique<AuthorView>(*m_session, m_theme, *m_draft, *m_history);
        m_view->resize(1300, 760);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }

    PartTabs* tabs() { return m_view->findChild<PartTabs*>(); }
    QWidget* page(const char* part) {
        return m_view->findChild<QWidget*>(QStringLiteral("part.") + QString::fromLatin1(part));
    }
    CodeEditor* editor(const char* name) { return m_view->findChild<CodeEditor*>(QString::fromLatin1(name)); }
    QWidget* text(const char* name) { return editor(name)->findChild<QWidget*>(QStringLiteral("codeEditorText")); }
    void type(const char* name, const char* keys) {
        text(name)->setFocus();
        QTest::keyClicks(text(name), QString::fromLatin1(keys));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QWidget* target = QApplication::focusWidget() ? QApplication::focusWidget() : m_view.get();
        QTest::keyClick(target, key, modifiers);
    }

    Theme m_theme{ThemeMode::Light};
    std::unique_ptr<WorkspaceFixture> m_fixture;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<DraftModel> m_draft;
    std::unique_ptr<HistoryModel> m_history;
    std::unique_ptr<AuthorView> m_view;
};

GUI_TEST_MAIN(AuthorTabsTest)
#include "tst_author_tabs.moc"
