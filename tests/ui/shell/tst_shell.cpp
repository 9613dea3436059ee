// SPDX-License-Identifier: GPL-3.0-or-later
//
// The frame of the window around the places: going to and fro, the palette on a real workspace, jobs, what is found
// again after a restart, several windows, files that are dropped.

#include "bell.h"
#include "jobs_popup.h"
#include "top_bar.h"
#include "trail.h"
#include "uibase/inline_banner.h"
#include "uibase/theme.h"
#include "uisettings/key_vault.h"
#include "uishell/main_window.h"
#include "uishell/workbench.h"
#include "uishell/workspace_page.h"
#include "uistate/settings.h"
#include "uistate/settings_servers.h"

#include "base/system_clock.h"
#include "support/printing.h"
#include "ui/gui_test.h"
#include "ui/workspace_fixture.h"

#include <QAbstractButton>
#include <QAction>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QToolButton>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

const char* const kCase = "{\"input\": {\"text\": \"hi\"}, \"expected\": \"x\"}";

}  // namespace

class ShellTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        qApp->setQuitOnLastWindowClosed(false);
        followLook(m_theme, m_settings);
        m_theme.setMode(ThemeMode::Light);
        installTheme(*qApp, m_theme);
    }
    void init() {
        m_fixture = std::make_unique<WorkspaceFixture>();
        auto session = m_fixture->open(store::OpenMode::Create);
        VERIFY_OK(session);
        VERIFY_OK(m_fixture->fill(*session.value()));
    }
    void cleanup() {
        end();
        m_fixture.reset();
        QFile::remove(stateFile());
    }

    void goesBackAndForward() {
        load();
        QTest::keyClick(m_window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(place(), QStringLiteral("compare"));
        QVERIFY(page().goTo(PartDestination{"routing"}));
        QCOMPARE(place(), QStringLiteral("author"));
        QVERIFY(page().goTo(PartDestination{"policy"}));
        QTest::keyClick(m_window, Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(m_window->findChild<QWidget*>(QStringLiteral("part.routing"))->isVisible());
        QTest::keyClick(m_window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(place(), QStringLiteral("compare"));
        QTest::keyClick(m_window, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(place(), QStringLiteral("author"));
        QVERIFY(!page().goTo(PartDestination{"no such part"}));
        QCOMPARE(place(), QStringLiteral("author"));
    }

    void trailForgetsWhatLayAhead() {
        Trail trail;
        trail.visit({0});
        trail.visit({0});
        QVERIFY(!trail.canGoBack());
        trail.visit({1});
        trail.visit({2});
        QCOMPARE(trail.back()->place, std::size_t(1));
        trail.visit({3});
        QVERIFY(!trail.forward());
        QCOMPARE(trail.back()->place, std::size_t(1));
        QCOMPARE(trail.back()->place, std::size_t(0));
        QVERIFY(!trail.back());
        for (std::size_t i = 0; i < 1000; ++i)
            trail.visit({i % 7});
        int steps = 0;
        while (trail.back())
            ++steps;
        QVERIFY(steps < 110);
    }

    void paletteReachesEverything_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("place");
        QTest::newRow("a place") << QStringLiteral(">compare") << QStringLiteral("compare");
        QTest::newRow("a part") << QStringLiteral("routing") << QStringLiteral("author");
        QTest::newRow("a version") << QStringLiteral("@v1") << QStringLiteral("author");
        QTest::newRow("a workflow") << QStringLiteral("sorter") << QStringLiteral("author");
    }
    void paletteReachesEverything() {
        QFETCH(QString, typed);
        load();
        QTest::keyClick(m_window, Qt::Key_K, Qt::ControlModifier);
        auto* text = child<QLineEdit>("paletteText");
        QVERIFY(text->hasFocus());
        QTest::keyClicks(text, typed);
        QTest::keyClick(text, Qt::Key_Return);
        QVERIFY(!child<QWidget>("palette")->isVisible());
        QTEST(place(), "place");
    }

    void paletteFindsATrace() {
        load();
        QTest::keyClick(m_window, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!newestTrace().isEmpty());
        QTest::mouseClick(child<QPushButton>("search"), Qt::LeftButton);
        auto* list = child<QListView>("paletteList");
        const QString id = newestTrace();
        QTest::keyClicks(child<QLineEdit>("paletteText"), QStringLiteral("#") + id.left(6));
        QTRY_VERIFY(list->currentIndex().data().toString().startsWith(id.left(6)));
    }

    void paletteFindsATraceByTheWordsOfItsInput() {
        load();
        const QString words = QStringLiteral("my parrot sings all night");
        auto* input = child<QWidget>("author")->findChild<QPlainTextEdit*>(QStringLiteral("input.text"));
        QTRY_VERIFY(!input->toPlainText().isEmpty());  // the example that an empty form begins with
        input->setPlainText(words);
        QTest::keyClick(m_window, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!newestTrace().isEmpty());
        QTest::mouseClick(child<QPushButton>("search"), Qt::LeftButton);
        auto* list = child<QListView>("paletteList");
        auto* text = child<QLineEdit>("paletteText");
        QTest::keyClicks(text, QStringLiteral("parrot"));
        QTRY_COMPARE(list->currentIndex().data().toString(), words);
        QTest::keyClicks(text, QStringLiteral("s and a budgerigar"));
        QTRY_VERIFY(!list->isVisible());  // found for other words
        text->setText(QStringLiteral("parrot"));
        QTRY_COMPARE(list->currentIndex().data().toString(), words);
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(place(), QStringLiteral("traces"));
    }

    void typingANameFindsItInAMenu() {
        load();
        QTest::mouseClick(child<QAbstractButton>("menu"), Qt::LeftButton);
        auto* menu = child<QAbstractButton>("menu")->findChild<QMenu*>();
        QTRY_VERIFY(menu->isVisible());
        QTest::keyClicks(menu, QStringLiteral("quit"));
        QVERIFY(menu->activeAction());
        QCOMPARE(menu->activeAction()->objectName(), QStringLiteral("quit"));
        menu->close();
    }

    // Cancelling is shown at once, whatever is under way; what is finished is kept.
    void jobsPauseAndCancel() {
        load();
        startExperiment(800);
        auto* text = child<QLabel>("jobText");
        QTRY_VERIFY(text->isVisible() && text->text().contains(QLatin1Char('%')));
        QTest::mouseClick(child<QToolButton>("pauseJob"), Qt::LeftButton);
        QVERIFY2(text->text().contains(QStringLiteral("paused")), qPrintable(text->text()));
        QTest::mouseClick(child<QToolButton>("pauseJob"), Qt::LeftButton);
        QVERIFY(!text->text().contains(QStringLiteral("paused")));
        QElapsedTimer timer;
        timer.start();
        QTest::mouseClick(child<QToolButton>("cancelJob"), Qt::LeftButton);
        QVERIFY(text->text().contains(QStringLiteral("stopping")));
        QTRY_VERIFY(!page().jobs().active());
        qInfo("cancelled in %lld ms", timer.elapsed());
        QVERIFY(page().jobs().at(0).state == JobState::Cancelled);
        QVERIFY2(page().jobs().at(0).message.contains(QStringLiteral("kept")), qPrintable(page().jobs().at(0).message));
        QCOMPARE(page().notifications().unread(), 0);
    }

    void aFinishedJobLeadsToItsResult() {
        load();
        startExperiment(1);
        QTRY_VERIFY(page().jobs().rowCount() == 1 && !page().jobs().active());
        QCOMPARE(page().notifications().unread(), 1);
        QTest::mouseClick(child<QToolButton>("jobs"), Qt::LeftButton);
        auto* popup = m_window->findChild<JobsPopup*>();
        QVERIFY(popup->isVisible());
        QTest::mouseClick(popup->findChild<QPushButton*>(QStringLiteral("showResult")), Qt::LeftButton);
        QVERIFY(!popup->isVisible());
        QCOMPARE(place(), QStringLiteral("compare"));
        QTest::keyClick(m_window, Qt::Key_1, Qt::ControlModifier);
        QTest::mouseClick(child<QToolButton>("bell"), Qt::LeftButton);
        auto* list = child<QListView>("notifications");
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        QCOMPARE(place(), QStringLiteral("compare"));
        QCOMPARE(page().notifications().unread(), 0);
    }

    void failuresAreKeptUntilRead() {
        load();
        session::ExperimentRequest request = experiment("messages");
        request.dataset = "no such dataset";
        page().experiments().start(request);
        QTRY_COMPARE(page().jobs().unreadFailures(), 1);
        auto* jobs = child<QToolButton>("jobs");
        QVERIFY(jobs->isVisible());
        QVERIFY2(jobs->text().contains(QStringLiteral("failed")), qPrintable(jobs->text()));
        QTest::mouseClick(jobs, Qt::LeftButton);
        QCOMPARE(page().jobs().unreadFailures(), 0);
        QVERIFY(page().jobs().at(0).message.contains(QStringLiteral("no such dataset")));
        m_window->findChild<JobsPopup*>()->hide();
    }

    // Closing pauses: the next start offers to run the rest, and does.
    void closingPausesAnExperiment() {
        load();
        startExperiment(200);
        QTRY_VERIFY(page().experiments().progress().done > 3);
        end();
        load();
        auto* banner = child<InlineBanner>("unfinished");
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(QStringLiteral("v1")), qPrintable(banner->text()));
        QTest::mouseClick(banner->findChild<QPushButton*>(QStringLiteral("bannerAction")), Qt::LeftButton);
        QTRY_VERIFY(page().jobs().rowCount() == 1 && !page().jobs().active());
        QVERIFY(page().jobs().at(0).state == JobState::Finished);
        end();
        load();
        QTest::qWait(50);
        QVERIFY(!child<InlineBanner>("unfinished")->isVisible());
    }

    void findsTheWindowAsItWasLeft() {
        load();
        m_window->resize(1111, 777);
        QVERIFY(page().goTo(PartDestination{"policy"}));
        QVERIFY(page().showPlace(QStringLiteral("compare")));
        end();
        load();
        QCOMPARE(m_window->size(), QSize(1111, 777));
        QCOMPARE(place(), QStringLiteral("compare"));
        QVERIFY(page().showPlace(QStringLiteral("author")));
        QVERIFY(m_window->findChild<QWidget*>(QStringLiteral("part.policy"))->isVisible());
    }

    void brokenStateIsForgotten() {
        load();
        end();
        QFile state(stateFile());
        QVERIFY(state.open(QIODevice::ReadWrite));
        QByteArray text = state.readAll();
        text.replace("@Variant(", "@Variant(\\xff");
        text.replace("@ByteArray(", "@ByteArray(\\x1");
        state.seek(0);
        state.write(text);
        state.close();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("invalid type")));
        load();
        QVERIFY(page().currentPlace());
    }

    void twoWindowsShareASession() {
        load();
        QSignalSpy asked(m_window, &MainWindow::anotherWindowRequested);
        QTest::keyClick(m_window, Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(asked.count(), 1);
        QTRY_COMPARE(windows().size(), 2);
        MainWindow* other = windows()[0] == m_window ? windows()[1] : windows()[0];
        QTRY_VERIFY(other->page() && !other->page()->workflow().isEmpty());
        QCOMPARE(m_opened, 1);
        page().draft().setPromptText(QStringLiteral("typed here"));
        QTRY_COMPARE(other->page()->draft().promptText(), QStringLiteral("typed here"));
        const QPointer<MainWindow> watched(m_window);
        m_window->close();
        QTRY_VERIFY(!watched);
        m_window = other;
        page().draft().setPromptText(QStringLiteral("and there"));
        QTRY_VERIFY(!page().draft().isUnsaved());
    }

    void takesOverFiles() {
        load();
        m_workbench->takeOver({});
        QCOMPARE(windows().size(), 1);
        m_workbench->takeOver({QString::fromStdString(m_fixture->path())});
        QCOMPARE(windows().size(), 1);
        const QString cases = write(QStringLiteral("more.jsonl"), kCase);
        m_workbench->takeOver({cases});
        QTRY_VERIFY(child<InlineBanner>("dropQuestion")->isVisible());
    }

    void droppedCasesAreImportedWhenAsked() {
        load();
        drop({write(QStringLiteral("more.jsonl"), kCase)});
        auto* question = child<InlineBanner>("dropQuestion");
        QTRY_VERIFY(question->isVisible());
        QVERIFY(question->text().contains(QStringLiteral("more.jsonl")));
        QTest::mouseClick(question->findChild<QPushButton*>(QStringLiteral("bannerAction")), Qt::LeftButton);
        QTRY_VERIFY(page().jobs().rowCount() == 1 && !page().jobs().active());
        QVERIFY2(page().jobs().at(0).message.contains(QStringLiteral("more")), qPrintable(page().jobs().at(0).message));
        QVERIFY(!question->isVisible());
    }

    void droppedWorkflowAsksBeforeItReplaces() {
        load();
        Json document = WorkspaceFixture::document(WorkspaceFixture::fewExamples());
        document["instructions"]["text"] = "From a file.";
        page().draft().setPromptText(QStringLiteral("never committed"));
        QTRY_VERIFY(!page().draft().isUnsaved());
        drop({write(QStringLiteral("flow.json"), QByteArray::fromStdString(toText(document)))});
        auto* question = child<InlineBanner>("dropQuestion");
        const auto press = [question](const char* name) {
            QTest::mouseClick(question->findChild<QPushButton*>(QString::fromLatin1(name)), Qt::LeftButton);
        };
        QTRY_VERIFY(question->isVisible());
        press("bannerAction");
        QTRY_VERIFY(question->isVisible() && question->severity() == Severity::Warning);
        press("bannerAction");
        QTRY_COMPARE(page().draft().instructions(), QStringLiteral("From a file."));
    }

    void saysWhatCanBeDropped() {
        load();
        drop({write(QStringLiteral("picture.png"), "png")});
        auto* question = child<InlineBanner>("dropQuestion");
        QTRY_VERIFY(question->isVisible());
        QVERIFY(question->text().contains(QStringLiteral("picture.png")));
        QVERIFY(question->findChild<QLabel*>(QStringLiteral("bannerDetail"))->text().contains(QStringLiteral(".csv")));
    }

    // Nothing of the window is cut at any zoom it offers.
    void everySizeFits_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("zoom");
        QTest::newRow("1280x800") << QSize(1280, 800) << 1.0;
        QTest::newRow("1440x900 at 50 %") << QSize(1440, 900) << 0.5;
        QTest::newRow("1920x1080 at 200 %") << QSize(1920, 1080) << 2.0;
    }
    void everySizeFits() {
        QFETCH(QSize, size);
        QFETCH(double, zoom);
        load();
        m_theme.setZoom(zoom);
        m_window->resize(size);
        QTest::qWait(0);
        auto* bar = m_window->findChild<TopBar*>();
        QWidget* last = nullptr;
        for (QWidget* widget : bar->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
            if (!widget->isVisible())
                continue;
            QVERIFY2(bar->rect().contains(widget->geometry()),
                     qPrintable(QStringLiteral("%1 is cut").arg(widget->objectName())));
            QVERIFY2(!last || !last->geometry().intersects(widget->geometry()), qPrintable(widget->objectName()));
            last = widget;
        }
        m_theme.setZoom(1);
    }

    void zoomStaysReadable() {
        load();
        for (int i = 0; i < 30; ++i)
            QTest::keyClick(m_window, Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(m_settings.number(kZoomSetting), 2.0);
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(m_window, Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(m_settings.number(kZoomSetting), 0.5);
        m_settings.resetAll();
    }

    void startPageListsWhatWasOpen() {
        begin();
        for (const char* path : {"/one.touchstone", "/two.touchstone"})
            m_workbench->recent().add(QString::fromLatin1(path));
        m_window = &m_workbench->addWindow();
        m_window->showStart();
        m_window->show();
        QVERIFY(child<QLabel>("promise")->text().contains(QStringLiteral("no telemetry")));
        auto* recent = child<QWidget>("recent");
        QVERIFY(recent->isVisible());
        const auto button = [recent](const QString& name) {
            for (QAbstractButton* each : recent->findChildren<QAbstractButton*>())
                if (each->accessibleName() == name)
                    return each;
            return static_cast<QAbstractButton*>(nullptr);
        };
        QTest::mouseClick(button(QStringLiteral("Keep one at the top")), Qt::LeftButton);
        QCOMPARE(m_workbench->recent().paths().front(), QStringLiteral("/one.touchstone"));
        QTRY_VERIFY(button(QStringLiteral("Take two off this list")));
        QTest::mouseClick(button(QStringLiteral("Take two off this list")), Qt::LeftButton);
        QCOMPARE(m_workbench->recent().rowCount(), 1);
    }

    void menuOpensByKey() {
        load();
        QTest::keyClick(m_window, Qt::Key_F10);
        auto* menu = child<QToolButton>("menu")->findChild<QMenu*>();
        QTRY_VERIFY(menu->isVisible());
        QVERIFY(menu->activeAction());
        menu->close();
    }

private:
    template <class Widget>
    Widget* child(const char* name) {
        return m_window->findChild<Widget*>(QString::fromLatin1(name));
    }
    WorkspacePage& page() { return *m_window->page(); }
    QString place() { return page().currentPlace()->objectName(); }
    QString stateFile() const { return m_folder.filePath(QStringLiteral("state.ini")); }
    QList<MainWindow*> windows() const {
        QList<MainWindow*> windows;
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (auto* window = qobject_cast<MainWindow*>(widget))
                windows.append(window);
        return windows;
    }
    QString write(const QString& name, const QByteArray& text) {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return file.fileName();
    }
    void drop(const QStringList& files) {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& file : files)
            urls.append(QUrl::fromLocalFile(file));
        data.setUrls(urls);
        const QPoint middle = m_window->rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_window, &event);
    }
    session::ExperimentRequest experiment(const char* dataset) {
        session::ExperimentRequest request;
        request.workflow = WorkspaceFixture::kWorkflow;
        request.versions = {"v1", "v2"};
        request.dataset = dataset;
        return request;
    }
    // 12 cases each of so many repeats.
    void startExperiment(int repeats) {
        auto session = m_workbench->sessionOf({});
        QVERIFY(session);
        VERIFY_OK(m_fixture->importCases(*session, "many", repeats));
        page().experiments().start(experiment("many"));
    }
    QString newestTrace() {
        const auto page = session::await<store::TracePage>(
            [this](auto done) { m_workbench->sessionOf({})->traces().list({}, 1, {}, std::move(done)); });
        return page.ok() && !page->traces.empty() ? QString::fromStdString(page->traces.front().id.text) : QString();
    }

    void begin() {
        m_opened = 0;
        m_state = std::make_unique<QSettings>(stateFile(), QSettings::IniFormat);
        m_workbench = std::make_unique<Workbench>(
            WorkbenchParts{m_theme, m_settings, m_servers, m_vault, m_fixture->wiring().models(), *m_state, m_clock,
                           [this](const std::string&, const std::stop_token&, const auto&) {
                               ++m_opened;
                               return m_fixture->open();
                           },
                           QString::fromStdString(m_fixture->path())});
    }
    void load() {
        begin();
        m_window = &m_workbench->addWindow();
        QSignalSpy loaded(m_window, &MainWindow::loaded);
        m_window->openWorkspace({});
        m_window->show();
        m_window->activateWindow();
        QTRY_COMPARE(loaded.count(), 1);
        QTRY_VERIFY(m_workbench->sessionOf({}));
        for (const QWidget* other : QApplication::topLevelWidgets())
            QVERIFY2(other == m_window || !other->isVisible(), other->metaObject()->className());
        QVERIFY(QTest::qWaitForWindowActive(m_window));
    }
    void end() {
        if (m_window)
            m_window->close();
        m_window = nullptr;
        m_workbench.reset();
        m_state.reset();
    }

    QTemporaryDir m_folder;
    QSettings m_file{m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Settings m_settings{m_file};
    ModelServers m_servers{m_file};
    KeyVault m_vault{m_settings, m_folder.filePath(QStringLiteral("keys.sealed")).toStdString()};
    Theme m_theme{ThemeMode::Light};
    SystemClock m_clock;
    std::atomic<int> m_opened = 0;
    std::unique_ptr<WorkspaceFixture> m_fixture;
    std::unique_ptr<QSettings> m_state;
    std::unique_ptr<Workbench> m_workbench;
    MainWindow* m_window = nullptr;
};

GUI_TEST_MAIN(ShellTest)
#include "tst_shell.moc"
