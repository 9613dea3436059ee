// SPDX-License-Identifier: GPL-3.0-or-later
//
// Several windows and workspaces at a time: changing from one to another, sharing a session, quitting.

#include "ui/gui_test.h"
#include "ui/window_fixture.h"
#include "ui/workspace_fixture.h"
#include "uishell/workbench_parts.h"
#include "uishell/workspace_page.h"

#include "support/printing.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QPointer>
#include <QSettings>
#include <QSignalSpy>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

class WindowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        qApp->setQuitOnLastWindowClosed(false);
        make(m_other);
    }
    void init() {
        make(m_fixture);
        m_desk = std::make_unique<WindowFixture>(m_fixture->wiring(), m_fixture->path());
        QVERIFY(m_desk->show());
        QTRY_VERIFY(m_desk->workbench().sessionOf({}));
    }
    void cleanup() {
        m_desk.reset();
        m_fixture.reset();
    }

    void theirsIsTakenBeforeTheWorkspaceChanges() {
        MainWindow& window = m_desk->window();
        QTRY_VERIFY(window.page()->draft().isOpen());
        changeElsewhere();
        DraftModel& draft = window.page()->draft();
        draft.setPromptText(QStringLiteral("mine"));
        window.openWorkspace(otherPath());
        QTRY_VERIFY(draft.isConflicted());
        const QPointer<WorkspacePage> page(window.page());
        draft.takeTheirs();
        QVERIFY(page);  // the draft is not deleted in the midst of its work
        QTRY_COMPARE(window.workspace(), m_desk->workbench().placeOf(otherPath()));
        QTRY_VERIFY(window.page() && window.page() != page);
    }

    void anOpeningThatIsOvertakenArrivesNoMore() {
        MainWindow& second = m_desk->workbench().addWindow();
        second.openWorkspace(otherPath());
        second.openWorkspace(m_desk->workbench().placeOf({}));  // shared: here at once
        const QPointer<WorkspacePage> page(second.page());
        QVERIFY(page);
        QSignalSpy loaded(page, &WorkspacePage::loaded);
        QTRY_COMPARE(loaded.count(), 1);
        // The one that was given up was over before this one begins.
        second.openWorkspace(otherPath());
        QTRY_VERIFY(second.page());
        QCOMPARE(second.findChildren<WorkspacePage*>().size(), 1);
    }

    void aFileThatTookAnothersPlaceIsOpenedItself() {
        const auto before = m_desk->workbench().sessionOf(path());
        QVERIFY(before);
        for (const char* end : {"", "-wal", "-shm"}) {
            const QString file = path() + QString::fromLatin1(end);
            QVERIFY(!QFile::exists(file) || QFile::rename(file, file + QStringLiteral(".moved")));
        }
        QVERIFY(!m_desk->workbench().sessionOf(path()));
        QVERIFY(QFile::copy(otherPath(), path()));
        QVERIFY(!m_desk->workbench().sessionOf(path()));
        MainWindow& second = m_desk->workbench().addWindow();
        QSignalSpy loaded(&second, &MainWindow::loaded);
        second.openWorkspace(path());
        QTRY_COMPARE(loaded.count(), 1);
        QTRY_VERIFY(m_desk->workbench().sessionOf(path()));
        QVERIFY(m_desk->workbench().sessionOf(path()) != before);
    }

    void aFileIsNotOpenedBesideTheLogOfAnother() {
        replaceFile();
        MainWindow& second = m_desk->workbench().addWindow();
        QSignalSpy failed(&second, &MainWindow::loadFailed);
        QSignalSpy loaded(&second, &MainWindow::loaded);
        second.openWorkspace(path());
        QCOMPARE(failed.count(), 1);
        QVERIFY(!second.page());
        // The window that had the old one lets it go, and opens the new one itself.
        QSignalSpy reopened(&m_desk->window(), &MainWindow::loaded);
        m_desk->window().openWorkspace(path());
        QTRY_COMPARE(reopened.count(), 1);
        QCOMPARE(versionsIn(path()), std::size_t{2});
        QCOMPARE(versionsIn(path() + QStringLiteral(".moved")), std::size_t{3});
    }

    void aFileIsOpenedWhenTheOneBeforeIsClosed() {
        MainWindow& second = m_desk->workbench().addWindow();
        second.show();
        replaceFile();
        const QPointer<MainWindow> first(&m_desk->window());
        first->close();
        QTRY_VERIFY(!first);
        QSignalSpy loaded(&second, &MainWindow::loaded);
        second.openWorkspace(path());
        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(versionsIn(path()), std::size_t{2});
        QCOMPARE(versionsIn(path() + QStringLiteral(".moved")), std::size_t{3});
    }

    void quittingGoesOnWhenEachHasSaved() {
        MainWindow& second = m_desk->workbench().addWindow();
        QSignalSpy loaded(&second, &MainWindow::loaded);
        second.openWorkspace(otherPath());
        second.show();
        QTRY_COMPARE(loaded.count(), 1);
        const QPointer<MainWindow> first(&m_desk->window());
        const QPointer<MainWindow> other(&second);
        for (MainWindow* window : {first.data(), other.data()})
            window->page()->draft().setPromptText(QStringLiteral("typed last"));
        first->findChild<QAction*>(QStringLiteral("quit"))->trigger();
        QTRY_VERIFY(!first);
        QTRY_VERIFY(!other);
    }

    void closingOneWindowLeavesTheOthers() {
        MainWindow& second = m_desk->workbench().addWindow();
        QSignalSpy loaded(&second, &MainWindow::loaded);
        second.openWorkspace(otherPath());
        second.show();
        QTRY_COMPARE(loaded.count(), 1);
        const QPointer<MainWindow> other(&second);
        second.page()->draft().setPromptText(QStringLiteral("typed last"));
        second.close();
        QTRY_VERIFY(!other);
        QVERIFY(m_desk->window().isVisible());
    }

    void windowsComeAgainAsTheyWere() {
        const WorkbenchParts parts = m_desk->workbench().parts();
        auto first = std::make_unique<Workbench>(parts);
        QCOMPARE(shown(first->restoreWindows()).workspace(), first->placeOf({}));  // none before: the sample
        MainWindow& second = first->addWindow();
        second.openWorkspace({});
        second.show();
        shown(second);
        second.resize(1111, 777);
        QVERIFY(second.page()->showPlace(QStringLiteral("traces")));
        MainWindow& closed = first->addWindow();
        closed.openWorkspace(otherPath());
        closed.show();
        shown(closed).close();
        const QPointer<MainWindow> last(&second);
        first->quit();
        QTRY_VERIFY(!last);

        Workbench again(parts);
        MainWindow& restored = shown(again.restoreWindows());
        QCOMPARE(restored.workspace(), again.placeOf({}));
        QCOMPARE(restored.size(), QSize(1111, 777));
        QCOMPARE(restored.page()->currentPlace()->objectName(), QStringLiteral("traces"));
        QCOMPARE(again.numberOf(restored), 1);  // beside the first, on the same workspace
    }

    void layoutIsKeptWhileTheWindowIsOpen() {
        QSettings& state = m_desk->workbench().parts().state;
        QVERIFY(m_desk->window().page()->showPlace(QStringLiteral("settings")));
        const auto kept = [&state] {
            for (const QString& key : state.allKeys())
                if (key.endsWith(QStringLiteral("/layout")))
                    return state.value(key).toMap()[QStringLiteral("place")].toString();
            return QString();
        };
        QTRY_COMPARE(kept(), QStringLiteral("settings"));
    }

private:
    // Waits until its workspace is open.
    static MainWindow& shown(MainWindow& window) {
        QSignalSpy loaded(&window, &MainWindow::loaded);
        if (!window.page() || !window.page()->isLoaded())
            [&] { QTRY_COMPARE(loaded.count(), 1); }();
        return window;
    }

    static void make(std::unique_ptr<WorkspaceFixture>& fixture) {
        fixture = std::make_unique<WorkspaceFixture>();
        auto session = fixture->open(store::OpenMode::Create);
        VERIFY_OK(session);
        VERIFY_OK(fixture->fill(*session.value()));
    }

    // Another file, of two versions, takes the place of the open one, which has a third in its -wal.
    void replaceFile() {
        const auto session = m_desk->workbench().sessionOf(path());
        VERIFY_OK(WorkspaceFixture::commit(*session, WorkspaceFixture::document({}), "only here"));
        QVERIFY(QFile::exists(path() + QStringLiteral("-wal")));
        QVERIFY(QFile::rename(path(), path() + QStringLiteral(".moved")));
        QVERIFY(QFile::copy(otherPath(), path()));
    }

    static std::size_t versionsIn(const QString& path) {
        SystemClock clock;
        const auto workspace = store::Workspace::open(path.toStdString(), store::OpenMode::ReadOnly, clock);
        const auto versions = workspace.ok() ? workspace.value()->versions().list(WorkspaceFixture::kWorkflow)
                                             : Result<std::vector<store::VersionInfo>>(workspace.error());
        return versions.ok() ? versions->size() : 0;
    }

    [[nodiscard]] QString path() const { return QString::fromStdString(m_fixture->path()); }
    [[nodiscard]] QString otherPath() const { return QString::fromStdString(m_other->path()); }

    // Another program saves the draft's prompt.
    void changeElsewhere() {
        const auto session = m_fixture->open();
        VERIFY_OK(session);
        DraftModel draft(*session.value());
        QSignalSpy opened(&draft, &DraftModel::opened);
        draft.open(QString::fromLatin1(WorkspaceFixture::kWorkflow), QStringLiteral("main"));
        QTRY_COMPARE(opened.count(), 1);
        draft.setPromptText(QStringLiteral("theirs"));
        draft.saveNow();
        QTRY_VERIFY(!draft.isUnsaved());
    }

    std::unique_ptr<WorkspaceFixture> m_fixture;
    std::unique_ptr<WorkspaceFixture> m_other;
    std::unique_ptr<WindowFixture> m_desk;
};

GUI_TEST_MAIN(WindowsTest)
#include "tst_windows.moc"
