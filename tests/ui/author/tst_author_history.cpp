// SPDX-License-Identifier: GPL-3.0-or-later
//
// Versions in the author place: read in the middle, restored as a step, led to from elsewhere.

#include "support/printing.h"
#include "ui/gui_test.h"
#include "ui/window_fixture.h"
#include "ui/workspace_fixture.h"
#include "uiauthor/author_view.h"
#include "uibase/inline_banner.h"
#include "uihistory/version_view.h"
#include "uishell/workspace_page.h"
#include "uistate/run_controller.h"
#include "uitryout/try_panel.h"

#include <QAction>
#include <QApplication>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace touchstone;
using namespace touchstone::ui;

class AuthorHistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        auto session = m_fixture.open(store::OpenMode::Create);
        VERIFY_OK(session);
        VERIFY_OK(m_fixture.fill(*session.value()));
    }

    void init() {
        m_window = std::make_unique<test::WindowFixture>(m_fixture.wiring(), m_fixture.path());
        QVERIFY(m_window->show());
        QTRY_COMPARE(history().model()->rowCount(), 3);
    }

    void cleanup() {
        QTRY_VERIFY(!draft().isUnsaved());
        m_window.reset();
    }

    void returnReadsAndEscapeComesBack() {
        select(2);
        QTest::keyClick(&history(), Qt::Key_Return);
        QTRY_VERIFY(m_window->window().findChild<VersionView*>());
        auto* view = m_window->window().findChild<VersionView*>();
        QVERIFY(view->isVisible());
        QTRY_VERIFY(child<QToolButton>("closeVersion")->isVisible());
        QTest::keyClick(view->focusProxy(), Qt::Key_Escape);
        QTRY_VERIFY(!view->isVisible());
    }

    void restoringIsAStepThatCanBeUndone() {
        const QString before = draft().source("prompt");
        QVERIFY(before.contains(QStringLiteral("cancel my subscription")));
        select(2);
        child<QAction>("history.restore")->trigger();
        QTRY_VERIFY(!draft().source("prompt").contains(QStringLiteral("cancel my subscription")));
        QVERIFY(child<InlineBanner>("authorBanner")->isVisible());
        QCOMPARE(draft().undoText(), QStringLiteral("Restore v1"));
        child<QAction>("author.undo")->trigger();
        QCOMPARE(draft().source("prompt"), before);
    }

    void aVersionOfAnotherWorkflowIsWaitedFor() {
        QVERIFY(m_window->window().page()->goTo(VersionDestination{QStringLiteral("sorter"), QStringLiteral("v1")}));
        QTRY_VERIFY(m_window->window().findChild<VersionView*>()->isVisible());
    }

    void anInputIsPutIntoTheForm() {
        const Json input = {{"text", "from a trace"}};
        QVERIFY(m_window->window().page()->goTo(TryDestination{QStringLiteral("sorter"), input}));
        auto* tried = m_window->window().findChild<TryPanel*>();
        QCOMPARE(toText(tried->input()), toText(input));
        QSignalSpy ran(&tried->runs(), &RunController::finished);
        QVERIFY(m_window->window().page()->goTo(TryDestination{QStringLiteral("sorter"), input, true}));
        QTRY_COMPARE(ran.count(), 1);
    }

private:
    template <class T>
    T* child(const char* name) {
        return m_window->window().findChild<T*>(QString::fromLatin1(name));
    }
    QListView& history() { return *child<QListView>("history"); }
    DraftModel& draft() { return m_window->window().page()->draft(); }
    void select(int row) {
        history().setFocus();
        history().setCurrentIndex(history().model()->index(row, 0));
    }

    test::WorkspaceFixture m_fixture;
    std::unique_ptr<test::WindowFixture> m_window;
};

GUI_TEST_MAIN(AuthorHistoryTest)
#include "tst_author_history.moc"
