// SPDX-License-Identifier: GPL-3.0-or-later

#include "uishell/main_window.h"

#include "base/system_clock.h"
#include "uiauthor/author_view.h"
#include "uibase/code_editor.h"
#include "uibase/inline_banner.h"
#include "uibase/pill.h"
#include "uibase/theme.h"
#include "uisettings/key_vault.h"
#include "uishell/workbench.h"
#include "uishell/workspace_page.h"
#include "uistate/settings.h"
#include "uistate/settings_servers.h"
#include "uistate/text.h"

#include "support/openai_stub.h"
#include "support/printing.h"
#include "ui/gui_test.h"
#include "ui/workspace_fixture.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QSignalSpy>
#include <QToolButton>

#include <semaphore>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        qApp->setQuitOnLastWindowClosed(false);
        followLook(m_theme, m_settings);
        m_theme.setMode(ThemeMode::Light);
        installTheme(*qApp, m_theme);
    }
    void init() { m_fixture = std::make_unique<WorkspaceFixture>(); }
    void cleanup() {
        close();
        m_fixture.reset();
        QFile::remove(stateFile());
        m_settings.resetAll();
    }

    void showsWhatIsBeingDoneWhileItOpens() {
        fill();
        std::binary_semaphore go(0);
        make([&](const std::string&, const std::stop_token&, const auto& onStep) {
            onStep("Making the sample workspace…");
            go.acquire();
            return m_fixture->open();
        });
        QSignalSpy loaded(m_window, &MainWindow::loaded);
        m_window->show();
        m_window->openWorkspace({});
        QTRY_COMPARE(child<QLabel>("startStep")->text(), QString::fromUtf8("Making the sample workspace…"));
        QVERIFY(!m_window->page());
        go.release();
        QTRY_COMPARE(loaded.count(), 1);
        QVERIFY(!child<QWidget>("start")->isVisible());
        QCOMPARE(m_window->page()->workflow(), QString::fromLatin1(WorkspaceFixture::kWorkflow));
    }

    void saysWhyItCannotOpen() {
        make([this](const std::string&, const std::stop_token&, const auto&) { return m_fixture->open(); });
        QSignalSpy failed(m_window, &MainWindow::loadFailed);
        m_window->show();
        m_window->openWorkspace({});
        QTRY_COMPARE(failed.count(), 1);
        auto* banner = child<InlineBanner>("startBanner");
        QVERIFY(banner->isVisible());
        QVERIFY(banner->text().contains(QStringLiteral("test.touchstone")));
        for (const char* way : {"startOpen", "startNew", "startSample"})
            QVERIFY(child<QPushButton>(way)->isVisible());
        fill();
        QSignalSpy loaded(m_window, &MainWindow::loaded);
        m_window->openWorkspace({});
        QTRY_COMPARE(loaded.count(), 1);
    }

    void emptyWorkspaceOffersAWorkflow() {
        VERIFY_OK(m_fixture->open(store::OpenMode::Create));
        load();
        QPushButton* create = nullptr;
        for (QPushButton* button : m_window->findChildren<QPushButton*>())
            if (button->isVisible() && button->text().contains(QStringLiteral("first")))
                create = button;
        QVERIFY(create);
        QTest::mouseClick(create, Qt::LeftButton);
        auto* name = child<QLineEdit>("newWorkflowName");
        QVERIFY(name->hasFocus());
        QCOMPARE(name->text(), QStringLiteral("my-workflow"));
        QTest::keyClicks(name, QStringLiteral("Order Mails"));
        QVERIFY(!child<QPushButton>("createWorkflow")->isEnabled());
        QVERIFY(!child<QLabel>("newWorkflowReason")->text().isEmpty());
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("order-mails"));
        QVERIFY(child<QLabel>("newWorkflowReason")->text().isEmpty());
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(m_window->page()->draft().workflow(), QStringLiteral("order-mails"));
        QTRY_VERIFY(child<QWidget>("author")->isVisible());
        QTRY_COMPARE(child<QToolButton>("workflow")->text(), QStringLiteral("order-mails"));

        m_window->page()->newWorkflowAction()->trigger();
        QTest::keyClicks(name, QStringLiteral("order-mails"));
        QVERIFY(child<QLabel>("newWorkflowReason")->text().contains(QStringLiteral("already")));
        QTest::keyClick(name, Qt::Key_Escape);
        QVERIFY(!child<QWidget>("newWorkflowPanel")->isVisible());
    }

    void opensLargeButInsideTheScreen() {
        fill();
        load();
        const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
        QVERIFY(screen.contains(m_window->geometry().center()));
        QVERIFY(m_window->width() <= std::max(screen.width(), m_window->minimumSizeHint().width()));
        m_window->resize(1200, 720);
        closeWindow();
        load();
        QCOMPARE(m_window->size(), QSize(1200, 720));
    }

    void newWorkspaceIsMadeAndRemembered() {
        fill();
        make([this](const std::string& path, const std::stop_token&, const auto&) {
            return session::Session::open(path.empty() ? m_fixture->path() : path, store::OpenMode::ReadWrite,
                                          m_fixture->wiring().parts());
        });
        QSignalSpy loaded(m_window, &MainWindow::loaded);
        m_window->openWorkspace({});
        m_window->show();
        QTRY_COMPARE(loaded.count(), 1);
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
        QTest::keyClick(m_window, Qt::Key_N, Qt::ControlModifier);
        auto* dialog = m_window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("fresh.touchstone"));
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_COMPARE(loaded.count(), 2);
        QVERIFY(QFile::exists(path));
        QTRY_VERIFY(m_window->windowTitle().startsWith(QStringLiteral("fresh")));
        QTRY_COMPARE(m_workbench->recent().paths().value(0), path);

        // Deleted since: it is said, and not offered again.
        m_window->openWorkspace({});
        QTRY_COMPARE(loaded.count(), 3);
        QFile::remove(path);
        QSignalSpy failed(m_window, &MainWindow::loadFailed);
        m_window->openWorkspace(path);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(child<InlineBanner>("startBanner")->text().contains(QStringLiteral("fresh.touchstone")));
        QTest::mouseClick(child<QPushButton>("startSample"), Qt::LeftButton);
        QTRY_COMPARE(loaded.count(), 4);
    }

    void menuNamesEverythingOnceWithItsShortcut() {
        fill();
        load();
        QTest::mouseClick(child<QAbstractButton>("menu"), Qt::LeftButton);
        auto* menu = child<QAbstractButton>("menu")->findChild<QMenu*>();
        QVERIFY(menu);
        QStringList names;
        for (QAction* action : menu->actions())
            if (!action->isSeparator())
                names.append(action->text());
        QCOMPARE(names.removeDuplicates(), 0);
        for (const char* name : {"New workspace…", "Open a workspace…", "Open recent", "New workflow…", "Theme",
                                 "Larger", "Smaller", "Normal size", "Quit"})
            QVERIFY2(names.contains(QString::fromUtf8(name)), name);
        menu->close();
    }

    void saysThatTheFileIsGone() {
        fill();
        load();
        const QString path = QString::fromStdString(m_fixture->path());
        QTRY_VERIFY(!m_window->windowTitle().startsWith(QStringLiteral("Touchstone")));
        auto* banner = child<InlineBanner>("missingFile");
        QVERIFY(!banner->isVisible());
        QVERIFY(QFile::rename(path, path + QStringLiteral(".moved")));
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->text().contains(path));
        QVERIFY(QFile::rename(path + QStringLiteral(".moved"), path));
        QTRY_VERIFY(!banner->isVisible());
    }

    void readOnlyWorkspaceIsSaidAndKept() {
        fill();
        load(store::OpenMode::ReadOnly);
        QVERIFY(child<QLabel>("readOnly")->text().contains(QStringLiteral("read-only")));
        QVERIFY(!m_window->findChild<QAction*>(QStringLiteral("author.commit"))->isEnabled());
        auto* editor = child<CodeEditor>("template.prompt");
        QVERIFY(editor->isReadOnly());
        QVERIFY(!m_window->page()->draft().isUnsaved());
    }

    void countOfProblemsLeadsToTheWorst() {
        fill();
        load();
        QTRY_VERIFY(child<QLabel>("noProblems")->isVisible());
        m_window->page()->draft().setPromptText(QStringLiteral("{{ nobody }} {{ text"));
        QTRY_VERIFY(child<QPushButton>("problemCount")->isVisible());
        QVERIFY(!child<QLabel>("noProblems")->isVisible());
        QTest::keyClick(m_window, Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(child<QWidget>("compare")->isVisible());
        QTest::mouseClick(child<QPushButton>("problemCount"), Qt::LeftButton);
        QTRY_VERIFY(child<QWidget>("template.prompt")->isVisible());
    }

    void placesByKeyboard() {
        fill();
        load();
        QTest::keyClick(m_window, Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(child<QWidget>("compare")->isVisible());
        QTest::keyClick(m_window, Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(child<QWidget>("author")->isVisible());
        const double zoom = m_theme.zoom();
        QTest::keyClick(m_window, Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(m_theme.zoom() > zoom);
        QTest::keyClick(m_window, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(m_theme.zoom(), 1.0);
    }

    void escapeStopsARun() {
        testing::OpenAiStub stub([](const Json&) { return std::string("never said"); });
        stub.setFault(testing::StubFault::Stall);
        fill();
        load();
        QTest::keyClick(m_window, Qt::Key_Return, Qt::ControlModifier);
        auto* status = child<Pill>("runStatus");
        QTRY_VERIFY(status->accessibleName() == QStringLiteral("valid"));
        qputenv("TOUCHSTONE_STUB_KEY", testing::OpenAiStub::kKey);
        const Json tier = {{"provider", "stub"},
                           {"model", "stub-1"},
                           {"base_url", stub.baseUrl()},
                           {"api_key_env", "TOUCHSTONE_STUB_KEY"}};
        m_window->page()->draft().setSource(
            "routing", toQString(toText({{"tiers", {{"slow", tier}}}, {"rules", Json::array({{{"use", "slow"}}})}})));
        QTest::keyClick(m_window, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!stub.chatRequests().empty());
        QCOMPARE(status->accessibleName(), QStringLiteral("running"));
        QTest::keyClick(m_window, Qt::Key_Escape);
        QTRY_COMPARE(status->accessibleName(), QStringLiteral("stopped"));
        QCOMPARE(child<QPushButton>("primary")->text(), QStringLiteral("Run"));
    }

    void aSyntaxErrorLeadsToItsLine() {
        fill();
        load();
        author().setCurrentPart(QStringLiteral("output"));
        m_window->page()->draft().setSource("output", QStringLiteral("{\n  \"mode\": \"text\",\n  oops\n}"));
        auto* problems = child<QListView>("problems");
        QTRY_VERIFY(problems->model()->rowCount() > 0);
        author().setCurrentPart(QStringLiteral("prompt"));
        QTest::mouseClick(problems->viewport(), Qt::LeftButton, {},
                          problems->visualRect(problems->model()->index(0, 0)).center());
        auto* source = child<CodeEditor>("source.output");
        QTRY_VERIFY(source->isVisible());
        QCOMPARE(source->cursor().line, std::size_t(3));
        QTRY_COMPARE(source->problems().size(), std::size_t(1));
        QCOMPARE(source->problems().front().line, 3);
    }

    void refusedPartsAreNotOffered() {
        fill();
        load();
        const auto button = [this](const QString& part) {
            author().setCurrentPart(part);
            return m_window->findChild<QWidget*>(QStringLiteral("part.") + part)
                ->findChild<QPushButton*>(QStringLiteral("emptyAction"));
        };
        QVERIFY(button(QStringLiteral("budget"))->isVisible());
        for (const char* part : {"memory", "tools", "cache"})
            QVERIFY2(!button(QString::fromLatin1(part))->isVisible(), part);
    }

    void closingKeepsWhatIsTyped() {
        fill();
        load();
        m_window->page()->draft().setPromptText(QStringLiteral("typed last"));
        closeWindow();
        load();
        QCOMPARE(m_window->page()->draft().promptText(), QStringLiteral("typed last"));
    }

    // The workspace is gone: nobody loses what was typed without having said so.
    void asksBeforeUnsavedTextIsLost_data() {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("leaves");
        QTest::newRow("stay") << QStringLiteral("stay") << false;
        QTest::newRow("leave") << QStringLiteral("leaveWithoutSaving") << true;
    }
    void asksBeforeUnsavedTextIsLost() {
        QFETCH(QString, answer);
        QFETCH(bool, leaves);
        fill();
        load();
        QVERIFY(QFile::remove(QString::fromStdString(m_fixture->path())));
        m_window->page()->draft().setPromptText(QStringLiteral("typed last"));
        m_window->close();
        QTRY_VERIFY(m_window->findChild<QWidget*>(QStringLiteral("unsavedQuestion")));
        QVERIFY(m_window->isVisible());
        const QPointer<MainWindow> window(m_window);
        QTest::mouseClick(child<QPushButton>(answer.toLatin1().constData()), Qt::LeftButton);
        if (leaves) {
            QTRY_VERIFY(!window);
            m_window = nullptr;
            return;
        }
        QTRY_VERIFY(!m_window->findChild<QWidget*>(QStringLiteral("unsavedQuestion")));
        QVERIFY(m_window->isVisible());
    }

    void everyControlHasAName() {
        fill();
        load();
        for (const char* place : {"author", "compare", "traces", "settings"}) {
            QVERIFY(m_window->page()->showPlace(QString::fromLatin1(place)));
            QTest::qWait(0);
            for (QWidget* widget : m_window->findChildren<QWidget*>()) {
                if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
                    continue;
                if (qobject_cast<QLineEdit*>(widget) && qobject_cast<QAbstractSpinBox*>(widget->parentWidget()))
                    continue;
                const auto* button = qobject_cast<QAbstractButton*>(widget);
                const bool control = button || qobject_cast<QComboBox*>(widget) || qobject_cast<QLineEdit*>(widget) ||
                                     qobject_cast<QAbstractItemView*>(widget) ||
                                     qobject_cast<QPlainTextEdit*>(widget) || qobject_cast<QAbstractSpinBox*>(widget);
                const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
                QVERIFY2(!control || named,
                         qPrintable(QStringLiteral("%1 '%2' in '%3'")
                                        .arg(QString::fromLatin1(widget->metaObject()->className()),
                                             widget->objectName(), widget->parentWidget()->objectName())));
            }
        }
    }

    void typingInALargeDraftKeepsEveryKey_data() {
        QTest::addColumn<QString>("editor");
        QTest::newRow("template") << QStringLiteral("template.prompt");
        QTest::newRow("source") << QStringLiteral("source.prompt");
    }
    void typingInALargeDraftKeepsEveryKey() {
        QFETCH(QString, editor);
        Labelled examples;
        for (int i = 0; i < 10'000; ++i)
            examples.push_back({"customer message number " + std::to_string(i) + " about a late delivery and a refund",
                                i % 2 == 0 ? "refund" : "delivery"});
        {
            auto session = m_fixture->open(store::OpenMode::Create);
            VERIFY_OK(session);
            VERIFY_OK(WorkspaceFixture::commit(*session.value(), WorkspaceFixture::document(examples), "large"));
        }
        load();
        if (editor.startsWith(QStringLiteral("source")))
            for (QAbstractButton* view : child<QWidget>("promptViews")->findChildren<QAbstractButton*>())
                if (view->text() == QStringLiteral("Source"))
                    QTest::mouseClick(view, Qt::LeftButton);
        QTRY_VERIFY(m_window->findChild<QWidget*>(editor));
        QWidget* text = m_window->findChild<QWidget*>(editor)->findChild<QWidget*>(QStringLiteral("codeEditorText"));
        QTRY_VERIFY(text->isVisible());
        text->setFocus();
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(text, Qt::Key_Space, Qt::NoModifier, 10);
        QTRY_VERIFY(!m_window->page()->draft().isUnsaved());
        QVERIFY(m_window->findChild<CodeEditor*>(editor)->text().startsWith(QString(40, QLatin1Char(' '))));
    }

private:
    template <class Widget>
    Widget* child(const char* name) {
        return m_window->findChild<Widget*>(QString::fromLatin1(name));
    }
    AuthorView& author() { return *m_window->findChild<AuthorView*>(); }
    QString stateFile() const { return m_folder.filePath(QStringLiteral("state.ini")); }

    void fill() {
        auto session = m_fixture->open(store::OpenMode::Create);
        VERIFY_OK(session);
        VERIFY_OK(m_fixture->fill(*session.value()));
    }
    void make(WorkspaceOpener::Open open) {
        close();
        m_state = std::make_unique<QSettings>(stateFile(), QSettings::IniFormat);
        m_workbench = std::make_unique<Workbench>(
            WorkbenchParts{m_theme, m_settings, m_servers, m_vault, m_fixture->wiring().models(), *m_state, m_clock,
                           std::move(open), m_fixture ? QString::fromStdString(m_fixture->path()) : QString()});
        m_window = &m_workbench->addWindow();
    }
    void close() {
        m_window = nullptr;
        m_workbench.reset();
        m_state.reset();
    }
    // As a person does it.
    void closeWindow() {
        const QPointer<MainWindow> window(m_window);
        m_window->close();
        QTRY_VERIFY(!window);
        m_window = nullptr;
    }
    void load(store::OpenMode mode = store::OpenMode::ReadWrite) {
        make([this, mode](const std::string&, const std::stop_token&, const auto&) { return m_fixture->open(mode); });
        QSignalSpy loaded(m_window, &MainWindow::loaded);
        m_window->openWorkspace({});
        m_window->show();
        m_window->activateWindow();
        QTRY_COMPARE(loaded.count(), 1);
        QVERIFY(QTest::qWaitForWindowActive(m_window));
    }

    QTemporaryDir m_folder;
    QSettings m_file{m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Settings m_settings{m_file};
    ModelServers m_servers{m_file};
    KeyVault m_vault{m_settings, m_folder.filePath(QStringLiteral("keys.sealed")).toStdString()};
    Theme m_theme{ThemeMode::Light};
    SystemClock m_clock;
    std::unique_ptr<WorkspaceFixture> m_fixture;
    std::unique_ptr<QSettings> m_state;
    std::unique_ptr<Workbench> m_workbench;
    MainWindow* m_window = nullptr;
};

GUI_TEST_MAIN(MainWindowTest)
#include "tst_main_window.moc"
