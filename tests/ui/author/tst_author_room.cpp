// SPDX-License-Identifier: GPL-3.0-or-later
//
// The author place in little room: what folds when, that nothing is cut, and that nothing is lost on the way.

#include "uiauthor/author_view.h"

#include "author_room.h"
#include "lower_pane.h"
#include "uibase/code_editor.h"
#include "uibase/pill.h"
#include "uibase/theme.h"
#include "uitryout/try_panel.h"

#include "support/printing.h"
#include "ui/gui_test.h"
#include "ui/workspace_fixture.h"

#include <QAction>
#include <QLayout>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabBar>
#include <QToolButton>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

constexpr QSize kShell(48, 70);  // what rail and bars take of a window

QString nameOf(const QWidget* widget) {
    return QStringLiteral("%1(%2) in %3")
        .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
             widget->parentWidget() ? widget->parentWidget()->objectName() : QString());
}

}  // namespace

class AuthorRoomTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_theme = std::make_unique<Theme>(ThemeMode::Light);
        installTheme(*qApp, *m_theme);
        m_fixture = std::make_unique<WorkspaceFixture>();
        auto opened = m_fixture->open(store::OpenMode::Create);
        VERIFY_OK(opened);
        m_session = std::move(opened).value();
        VERIFY_OK(m_fixture->fill(*m_session));
        m_draft = std::make_unique<DraftModel>(*m_session);
        m_history = std::make_unique<HistoryModel>(*m_session);
        open(QSize(1440, 900));
        QSignalSpy shown(m_draft.get(), &DraftModel::opened);
        m_draft->open(QString::fromLatin1(WorkspaceFixture::kWorkflow), QStringLiteral("main"));
        QTRY_COMPARE(shown.count(), 1);
        QTRY_VERIFY(child("input.text"));
    }
    void cleanup() {
        m_view.reset();
        m_history.reset();
        m_draft.reset();
        m_session.reset();
        m_fixture.reset();
    }

    void columnsFollowTheRoom_data() {
        QTest::addColumn<QSize>("window");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<bool>("parts");
        QTest::addColumn<bool>("history");
        QTest::addColumn<int>("tried");  // its width; 0: a tab
        QTest::addColumn<bool>("low");
        QTest::newRow("1920") << QSize(1920, 1080) << 1.0 << true << true << 372 << false;
        QTest::newRow("1440") << QSize(1440, 900) << 1.0 << true << true << 372 << false;
        QTest::newRow("1280") << QSize(1280, 800) << 1.0 << true << false << 320 << false;
        QTest::newRow("1200") << QSize(1200, 800) << 1.0 << true << false << 320 << false;
        QTest::newRow("1199") << QSize(1199, 800) << 1.0 << true << false << 0 << false;
        QTest::newRow("1024") << QSize(1024, 768) << 1.0 << true << false << 0 << false;
        QTest::newRow("899") << QSize(899, 700) << 1.0 << false << false << 0 << false;
        QTest::newRow("800") << QSize(800, 600) << 1.0 << false << false << 0 << false;
        QTest::newRow("1440 at 150 %") << QSize(1440, 900) << 1.5 << true << false << 0 << false;
        QTest::newRow("1280 at 200 %") << QSize(1280, 800) << 2.0 << false << false << 0 << true;
        QTest::newRow("1440 at 200 %") << QSize(1440, 900) << 2.0 << false << false << 0 << true;
        QTest::newRow("2880 at 200 %") << QSize(2880, 1800) << 2.0 << true << true << 744 << false;
    }
    void columnsFollowTheRoom() {
        QFETCH(QSize, window);
        QFETCH(double, zoom);
        QFETCH(bool, parts);
        QFETCH(bool, history);
        QFETCH(int, tried);
        QFETCH(bool, low);
        show(window, zoom);
        QCOMPARE(child("parts")->isVisible(), parts);
        QCOMPARE(child("showParts")->isVisible(), !parts);
        QCOMPARE(child("history")->isVisible(), history);
        QCOMPARE(tryBeside() ? panel().width() : 0, tried);
        QCOMPARE(!lower().isCollapsed(), !low);
        QVERIFY(child("template.prompt")->isVisible());
    }

    void nothingIsCut_data() {
        QTest::addColumn<QSize>("window");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<QString>("part");
        for (const char* part : {"prompt", "inputs", "routing", "policy", "budget"})
            for (const QSize window : {QSize(800, 600), QSize(1024, 768), QSize(1280, 800), QSize(1440, 900)})
                for (const double zoom : {1.0, 1.5, 2.0}) {
                    if (window.width() / zoom < 600)
                        continue;
                    QTest::addRow("%s %d at %g", part, window.width(), zoom)
                        << window << zoom << QString::fromLatin1(part);
                }
    }
    void nothingIsCut() {
        QFETCH(QSize, window);
        QFETCH(double, zoom);
        QFETCH(QString, part);
        m_view->setCurrentPart(part);
        show(window, zoom);
        QVERIFY2(cut().isEmpty(), qPrintable(cut().join(QLatin1Char('\n'))));
        run();
        QVERIFY(child("answer")->isVisible());
        QVERIFY2(cut().isEmpty(), qPrintable(cut().join(QLatin1Char('\n'))));
        if (child("showParts")->isVisible()) {
            QTest::mouseClick(child("showParts"), Qt::LeftButton);
            QVERIFY(child("parts")->isVisible());
            settle();
            QVERIFY2(cut().isEmpty(), qPrintable(cut().join(QLatin1Char('\n'))));
        }
    }

    void tryMovesWithAllItHolds() {
        run();
        auto* input = m_view->findChild<QPlainTextEdit*>(QStringLiteral("input.text"));
        input->setPlainText(QStringLiteral("where is my parcel?"));
        input->setFocus();
        QVERIFY(input->hasFocus());
        show(QSize(1000, 700));
        QVERIFY(!tryBeside());
        QVERIFY(input->hasFocus());
        QVERIFY(input->isVisible());
        QCOMPARE(input->toPlainText(), QStringLiteral("where is my parcel?"));
        QVERIFY(child("answer")->isVisible());
        show(QSize(1440, 900));
        QVERIFY(tryBeside());
        QVERIFY(input->hasFocus());
        QCOMPARE(tabs()->count(), 4);
        QCOMPARE(input->toPlainText(), QStringLiteral("where is my parcel?"));
    }

    void aRunUnderWayMovesToo() {
        QSignalSpy finished(m_view.get(), &AuthorView::runFinished);
        m_view->runAction()->trigger();
        show(QSize(1000, 700));
        QTRY_COMPARE(finished.count(), 1);
        QTRY_COMPARE(m_view->findChild<Pill*>(QStringLiteral("runStatus"))->text(), QStringLiteral("valid"));
    }

    void runningShowsTheTab() {
        show(QSize(1000, 700));
        QCOMPARE(tabs()->currentIndex(), static_cast<int>(LowerPane::Problems));
        QWidget* text = child("template.prompt")->findChild<QWidget*>(QStringLiteral("codeEditorText"));
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(tabs()->currentIndex(), static_cast<int>(LowerPane::Try));
        QTRY_VERIFY(child("answer")->isVisible());
        QVERIFY(child("template.prompt")->isVisible());
    }

    // The editor and the pane take turns.
    void inALowRoomOneIsSeen() {
        show(QSize(1280, 800), 2.0);
        QVERIFY(lower().isCollapsed());
        QTRY_VERIFY(lower().height() <= m_theme->px(40));  // its tabs alone
        run();
        QVERIFY(!lower().isCollapsed());
        QVERIFY(!child("template.prompt")->isVisible());
        m_view->setCurrentPart(QStringLiteral("routing"));
        QTRY_VERIFY(child("part.routing")->isVisible());
        QVERIFY(lower().isCollapsed());
        show(QSize(1440, 900), 1.0);
        QVERIFY(!lower().isCollapsed());  // only the room had collapsed it
    }

    void thePartsAreCalled() {
        show(QSize(800, 600));
        auto* parts = m_view->findChild<QListView*>(QStringLiteral("parts"));
        QTest::keyClick(m_view.get(), Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(parts->isVisible());
        QVERIFY(parts->hasFocus());
        QTest::keyClick(parts, Qt::Key_Up);
        QVERIFY(parts->isVisible());
        QTest::mouseClick(parts->viewport(), Qt::LeftButton, {},
                          parts->visualRect(parts->model()->index(8, 0)).center());
        QVERIFY(!parts->isVisible());
        QVERIFY(child("part.routing")->isVisible());
        // Where there is room, hiding them is a choice that stays.
        show(QSize(1440, 900));
        QVERIFY(parts->isVisible());
        QTest::keyClick(m_view.get(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(!parts->isVisible());
        const QVariantMap layout = m_view->saveLayout();
        open(QSize(1440, 900));
        m_view->restoreLayout(layout);
        QVERIFY(!child("parts")->isVisible());
        QVERIFY(child("showParts")->isVisible());
    }

    void aPersonsChoiceOfTheHistoryStays() {
        show(QSize(1280, 800));
        QVERIFY(!child("history")->isVisible());
        QTest::mouseClick(child("foldHistory"), Qt::LeftButton);
        QVERIFY(child("history")->isVisible());
        QTRY_VERIFY(child("history")->height() > 200);
        show(QSize(1440, 900));
        show(QSize(1280, 800));
        QVERIFY(child("history")->isVisible());
        const QVariantMap layout = m_view->saveLayout();
        open(QSize(1280, 800));
        QVERIFY(!child("history")->isVisible());
        m_view->restoreLayout(layout);
        QVERIFY(child("history")->isVisible());
        QTest::mouseClick(child("foldHistory")->parentWidget(), Qt::LeftButton, {}, QPoint(30, 10));
        QVERIFY(!child("history")->isVisible());
    }

    void widthsAreFoundAgain() {
        auto* columns = qobject_cast<QSplitter*>(m_view->layout()->itemAt(0)->widget());
        QVERIFY(columns);
        QSplitterHandle* handle = columns->handle(2);
        const QPoint start = handle->rect().center();
        QTest::mousePress(handle, Qt::LeftButton, {}, start);
        QTest::mouseMove(handle, start - QPoint(60, 0));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, start - QPoint(60, 0));
        const int width = panel().width();
        QVERIFY2(width > 400, qPrintable(QString::number(width)));
        show(QSize(1000, 700));
        show(QSize(1440, 900));
        QCOMPARE(panel().width(), width);
        const QVariantMap layout = m_view->saveLayout();
        open(QSize(1440, 900));
        m_view->restoreLayout(layout);
        QCOMPARE(panel().width(), width);
    }

private:
    void open(QSize window) {
        m_view = std::make_unique<AuthorView>(*m_session, *m_theme, *m_draft, *m_history);
        m_view->resize(window - kShell);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }
    void show(QSize window, double zoom = 1) {
        m_theme->setZoom(zoom);
        m_view->resize(window - kShell * zoom);
        settle();
    }
    // A size that follows from another one takes a turn of the event loop.
    static void settle() {
        for (int turn = 0; turn < 6; ++turn)
            QCoreApplication::processEvents();
    }
    void run() {
        QSignalSpy finished(m_view.get(), &AuthorView::runFinished);
        m_view->runAction()->trigger();
        QTRY_COMPARE(finished.count(), 1);
        settle();
    }

    QWidget* child(const char* name) { return m_view->findChild<QWidget*>(QString::fromLatin1(name)); }
    LowerPane& lower() { return *m_view->findChild<LowerPane*>(); }
    TryPanel& panel() { return *m_view->findChild<TryPanel*>(); }
    QTabBar* tabs() { return m_view->findChild<QTabBar*>(QStringLiteral("lowerTabs")); }
    bool tryBeside() { return !lower().isAncestorOf(&panel()); }

    // What is smaller than it must be, or reaches out of its parent. What scrolls may.
    QStringList cut() {
        QStringList found;
        for (QWidget* widget : m_view->findChildren<QWidget*>()) {
            QWidget* parent = widget->parentWidget();
            if (!widget->isVisible() || widget->isWindow() ||
                qobject_cast<QAbstractScrollArea*>(parent->parentWidget()) ||
                qobject_cast<QAbstractScrollArea*>(parent) || qobject_cast<QSplitterHandle*>(widget))
                continue;
            if (!parent->rect().contains(widget->geometry()))
                found.append(nameOf(widget) + QStringLiteral(" reaches out of its parent"));
            const QSize least = widget->minimumSizeHint();
            if (widget->width() < least.width() && widget->maximumWidth() >= least.width())
                found.append(QStringLiteral("%1 is %2 wide and needs %3")
                                 .arg(nameOf(widget))
                                 .arg(widget->width())
                                 .arg(least.width()));
        }
        return found;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<WorkspaceFixture> m_fixture;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<DraftModel> m_draft;
    std::unique_ptr<HistoryModel> m_history;
    std::unique_ptr<AuthorView> m_view;
};

GUI_TEST_MAIN(AuthorRoomTest)
#include "tst_author_room.moc"
