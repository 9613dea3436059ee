// SPDX-License-Identifier: GPL-3.0-or-later

#include "uisettings/settings_view.h"

#include "support/openai_stub.h"
#include "support/printing.h"
#include "ui/gui_test.h"
#include "uibase/inline_banner.h"
#include "uibase/pill.h"
#include "uibase/segmented_control.h"
#include "uibase/theme.h"
#include "uisettings/key_vault.h"
#include "uistate/settings.h"
#include "uistate/settings_servers.h"
#include "wiring/wiring.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>

#include <sys/resource.h>
#include <csignal>

using namespace touchstone;
using namespace touchstone::ui;
using namespace touchstone::testing;

namespace {

constexpr crypto::SealStrength kWeak{1, 8};

}  // namespace

class SettingsViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus");
        qunsetenv("XDG_CURRENT_DESKTOP");
        qunsetenv("OPENAI_API_KEY");
        installTheme(*qApp, m_theme);
    }
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("test.conf")), QSettings::IniFormat);
        m_settings = std::make_unique<Settings>(*m_file);
        m_servers = std::make_unique<ModelServers>(*m_file);
    }
    void cleanup() {
        m_view.reset();
        m_vault.reset();
        m_wiring.reset();
    }

    void setsByMouseAndResets() {
        make();
        auto* zoom = child<QSpinBox>("look/zoom");
        QVERIFY(zoom->isVisible());
        auto* reset = child<QToolButton>("reset:look/zoom");
        QVERIFY(!reset->isVisible());
        zoom->setValue(150);
        QCOMPARE(m_settings->number(kZoomSetting), 1.5);
        QVERIFY(reset->isVisible());
        QTest::mouseClick(reset, Qt::LeftButton);
        QVERIFY(m_settings->isDefault(kZoomSetting));
        QCOMPARE(zoom->value(), 100);
        QVERIFY(!reset->isVisible());
        QVERIFY(zoom->hasFocus());
    }

    void setsByKeyboard() {
        make();
        m_view->goTo(SettingDestination{kThemeSetting});
        QTRY_VERIFY(child<SegmentedControl>("look/theme")->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(m_settings->text(kThemeSetting), QStringLiteral("light"));
        auto* sections = child<QListWidget>("settingsSections");
        sections->setFocus();
        QTest::keyClick(sections, Qt::Key_Down);
        auto* author = child<QLineEdit>("commit/author");
        QVERIFY(author->isVisible());
        author->setFocus();
        QTest::keyClicks(author, QStringLiteral("Ada"));
        QTest::keyClick(author, Qt::Key_Return);
        QCOMPARE(m_settings->text(kAuthorSetting), QStringLiteral("Ada"));
    }

    void followsChangesFromElsewhere() {
        make();
        m_settings->setValue(kZoomSetting, 1.21);
        QCOMPARE(child<QSpinBox>("look/zoom")->value(), 121);
        QCOMPARE(m_settings->number(kZoomSetting), 1.21);
        m_settings->setValue(kKeyringSetting, false);
        QVERIFY(!child<QCheckBox>("keys/keyring")->isChecked());
    }

    void aFullDiskIsToldAndLosesNothing() {
        m_settings->setValue(kZoomSetting, 1.5);
        make();
        const QByteArray before = contentOfFile();
        QVERIFY(before.contains("1.5"));
        auto* notes = child<InlineBanner>("settingsNotes");
        QVERIFY(!notes->isVisible());
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit room{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &room), 0);
        const rlimit none{0, room.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &none), 0);
        m_settings->setValue(kThemeSetting, QStringLiteral("dark"));
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &room), 0);
        QVERIFY(notes->isVisible());
        QVERIFY2(notes->text().contains(m_file->fileName()), qPrintable(notes->text()));
        QCOMPARE(contentOfFile(), before);
        QCOMPARE(m_settings->text(kThemeSetting), QStringLiteral("dark"));
        m_settings->setValue(kAuthorSetting, QStringLiteral("Ada"));  // there is room again
        QVERIFY(!notes->isVisible());
        for (const char* kept : {"1.5", "dark", "Ada"})
            QVERIFY2(contentOfFile().contains(kept), kept);
    }

    void resetsAll() {
        m_settings->setValue(kZoomSetting, 2.0);
        make();
        m_view->commands().last()->trigger();
        QVERIFY(m_settings->isDefault(kZoomSetting));
        QCOMPARE(child<QSpinBox>("look/zoom")->value(), 100);
    }

    void searchesAllSections() {
        make();
        auto* search = child<QLineEdit>("settingsSearch");
        m_view->commands().first()->trigger();
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("keychain"));
        auto* found = child<QWidget>("settingsFound");
        QVERIFY(found->isVisible());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const auto flags = found->findChildren<QCheckBox*>();
        QCOMPARE(flags.size(), 1);
        QTest::mouseClick(flags.front(), Qt::LeftButton, {}, QPoint(5, flags.front()->height() / 2));
        QVERIFY(!m_settings->flag(kKeyringSetting));
        search->clear();
        QTest::keyClicks(search, QStringLiteral("xyzzy"));
        QVERIFY(found->findChildren<QLabel*>().front()->text().contains(QStringLiteral("xyzzy")));
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(!found->isVisible());
    }

    void leadsToASetting() {
        make();
        QVERIFY(m_view->goTo(SettingDestination{kPlainHttpSetting}));
        auto* line = m_view->findChild<QWidget*>(QStringLiteral("settingsPage:providers"))
                         ->findChild<QLineEdit*>(kPlainHttpSetting);
        QVERIFY(line->isVisible());
        QTRY_VERIFY(line->hasFocus());
        QVERIFY(m_view->goTo(SettingDestination{QStringLiteral("privacy")}));
        QVERIFY(m_view->goTo(SettingDestination{}));
        QVERIFY(!m_view->goTo(SettingDestination{QStringLiteral("no/such")}));
        QVERIFY(!m_view->goTo(TraceDestination{QStringLiteral("t")}));
    }

    void saysWhatCannotBeUsedInTheFile() {
        m_file->setValue(kThemeSetting, QStringLiteral("pink"));
        make();
        auto* notes = child<InlineBanner>("settingsNotes");
        QVERIFY(notes->isVisible());
        QVERIFY(notes->text().contains(kThemeSetting));
        m_settings->setValue(kThemeSetting, QStringLiteral("dark"));
        QVERIFY(!notes->isVisible());
    }

    void remembersItsLayout() {
        make();
        child<QListWidget>("settingsSections")->setCurrentRow(2);
        const QVariantMap layout = m_view->saveLayout();
        m_view.reset();
        m_view = std::make_unique<SettingsView>(parts());
        m_view->restoreLayout(layout);
        QCOMPARE(child<QListWidget>("settingsSections")->currentRow(), 2);
        m_view->restoreLayout({{QStringLiteral("section"), 17}, {QStringLiteral("splitter"), QStringLiteral("x")}});
        QCOMPARE(child<QListWidget>("settingsSections")->currentRow(), 2);
    }

    void addsTestsAndCopiesAServer() {
        const OpenAiStub stub([](const Json&) { return std::string(); });
        qputenv("TST_VIEW_KEY", OpenAiStub::kKey);
        make();
        showProviders();
        QTest::mouseClick(child<QPushButton>("addServer"), Qt::LeftButton);
        auto* save = child<QPushButton>("saveServer");
        QVERIFY(!save->isEnabled());
        QTest::keyClicks(child<QLineEdit>("serverName"), QStringLiteral("here"));
        child<QLineEdit>("serverUrl")->setText(QString::fromStdString(stub.baseUrl()));
        QVERIFY(save->isEnabled());
        child<QLineEdit>("serverKey")->setText(QStringLiteral("sk-not-a-name"));
        QVERIFY(!save->isEnabled());
        child<QLineEdit>("serverKey")->setText(QStringLiteral("TST_VIEW_KEY"));
        QTest::keyClick(child<QLineEdit>("serverKey"), Qt::Key_Return);
        QCOMPARE(m_servers->list().size(), 1);
        QVERIFY(!child<QWidget>("serverForm")->isVisible());

        auto* copy = child<QPushButton>("copyTier:here");
        QVERIFY(!copy->isEnabled());
        QTest::mouseClick(child<QPushButton>("test:here"), Qt::LeftButton);
        auto* result = child<InlineBanner>("testResult:here");
        QTRY_VERIFY2(result->text().contains(QStringLiteral("works")), qPrintable(result->text()));
        QCOMPARE(child<QComboBox>("model:here")->currentText(), QString::fromLatin1(OpenAiStub::kModel));
        QTest::mouseClick(copy, Qt::LeftButton);
        const auto tier = parseJson(QGuiApplication::clipboard()->text().toStdString());
        VERIFY_OK(tier);
        QCOMPARE(stringAt(tier.value(), "base_url"), stub.baseUrl());
        QCOMPARE(stringAt(tier.value(), "api_key_env"), std::string("TST_VIEW_KEY"));
        qunsetenv("TST_VIEW_KEY");

        QTest::mouseClick(child<QToolButton>("edit:here"), Qt::LeftButton);
        child<QLineEdit>("serverName")->setText(QStringLiteral("there"));
        QTest::mouseClick(child<QPushButton>("saveServer"), Qt::LeftButton);
        QCOMPARE(m_servers->list().front().name, QStringLiteral("there"));
        QTest::mouseClick(child<QToolButton>("remove:there"), Qt::LeftButton);
        QVERIFY(m_servers->list().isEmpty());
    }

    void saysWhyAServerDoesNotAnswer() {
        OpenAiStub stub([](const Json&) { return std::string(); });
        stub.setFault(StubFault::EchoesKey);
        qputenv("TST_VIEW_KEY", OpenAiStub::kKey);
        m_servers->put(
            {QStringLiteral("here"), QString::fromStdString(stub.baseUrl()), QStringLiteral("TST_VIEW_KEY")});
        make();
        showProviders();
        auto* test = child<QPushButton>("test:here");
        auto* result = child<InlineBanner>("testResult:here");
        QTest::mouseClick(test, Qt::LeftButton);
        QTRY_VERIFY(result->severity() == Severity::Error);
        QVERIFY(!result->text().isEmpty());
        for (const QLabel* label : m_view->findChildren<QLabel*>())
            QVERIFY(!label->text().contains(QString::fromLatin1(OpenAiStub::kKey)));
        qunsetenv("TST_VIEW_KEY");
        QTest::mouseClick(test, Qt::LeftButton);
        QTRY_VERIFY2(result->text().contains(QStringLiteral("TST_VIEW_KEY is not set")), qPrintable(result->text()));
        stub.setFault(StubFault::Stall);
    }

    void aTestIsCancelledAtOnce() {
        const LoopbackServer silent([](const ServerRequest&, const Responder&) {});
        m_servers->put({QStringLiteral("here"), QString::fromStdString(silent.url("/v1")), {}});
        make();
        showProviders();
        auto* test = child<QPushButton>("test:here");
        test->setFocus();
        QTest::keyClick(test, Qt::Key_Space);
        QTRY_COMPARE(silent.requests().size(), std::size_t{1});
        QVERIFY(test->text().contains(QStringLiteral("Cancel")));
        QTest::keyClick(test, Qt::Key_Space);
        QVERIFY(!test->text().contains(QStringLiteral("Cancel")));
        QVERIFY(silent.waitForHangUps(1));
    }

    void keepsAKeyInTheSealedFile() {
        make();
        showProviders();
        QTest::mouseClick(child<QPushButton>("setKey:OPENAI_API_KEY"), Qt::LeftButton);
        auto* key = child<QLineEdit>("key:OPENAI_API_KEY");
        QVERIFY(key->hasFocus());
        QCOMPARE(key->echoMode(), QLineEdit::Password);
        QTest::keyClicks(key, QStringLiteral("sk-0123456789"));
        QTest::keyClick(key, Qt::Key_Return);
        QVERIFY(key->text().isEmpty());
        auto* panel = child<QWidget>("keyFilePanel");
        QTRY_VERIFY(panel->isVisible());
        auto* passphrase = child<QLineEdit>("passphrase");
        QTRY_VERIFY(passphrase->hasFocus());
        auto* make = child<QPushButton>("openKeyFile");
        QTest::keyClicks(passphrase, QStringLiteral("correct horse"));
        QVERIFY(!make->isEnabled());
        QTest::keyClicks(child<QLineEdit>("passphraseAgain"), QStringLiteral("correct horse"));
        QVERIFY(make->isEnabled());
        QTest::keyClick(passphrase, Qt::Key_Return);
        QTRY_COMPARE(m_vault->whereIs(QStringLiteral("OPENAI_API_KEY")), KeyVault::Where::SealedFile);
        QVERIFY(child<QPushButton>("forgetKey:OPENAI_API_KEY")->isVisible());
        QTest::mouseClick(make, Qt::LeftButton);
        QTRY_COMPARE(m_vault->file().state(), SealedKeys::State::Locked);
        QTRY_VERIFY(!m_vault->isBusy());
        QTRY_VERIFY(passphrase->isVisible() && passphrase->isEnabled());
        QTest::keyClicks(passphrase, QStringLiteral("wrong"));
        QTRY_VERIFY(make->isEnabled());
        QTest::keyClick(passphrase, Qt::Key_Return);
        auto* banner = child<InlineBanner>("keyBanner");
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->text().contains(QStringLiteral("passphrase is wrong")));
    }

    void aReplacedKeyIsUsedAtOnce() {
        const OpenAiStub stub([](const Json&) { return std::string(); });
        m_settings->setValue(kKeyringSetting, false);
        m_servers->put(
            {QStringLiteral("here"), QString::fromStdString(stub.baseUrl()), QStringLiteral("TST_VIEW_KEY")});
        make();
        showProviders();
        m_vault->keep(QStringLiteral("TST_VIEW_KEY"), crypto::Secret("sk-old-and-wrong"));
        m_vault->openFile(crypto::Secret("correct horse"));
        QTRY_COMPARE(m_vault->whereIs(QStringLiteral("TST_VIEW_KEY")), KeyVault::Where::SealedFile);
        workflow::Tier tier;
        tier.provider = "here";
        tier.baseUrl = stub.baseUrl();
        tier.apiKeyEnv = "TST_VIEW_KEY";
        provider::Directory& providers = m_wiring->parts().providers;
        const auto before = providers.forTier(tier);
        VERIFY_OK(before);
        QVERIFY(providers.forTier(tier).value() == before.value());
        auto* result = child<InlineBanner>("testResult:here");
        QTest::mouseClick(child<QPushButton>("test:here"), Qt::LeftButton);
        QTRY_COMPARE(static_cast<int>(result->severity()), static_cast<int>(Severity::Error));

        QTest::mouseClick(child<QPushButton>("setKey:TST_VIEW_KEY"), Qt::LeftButton);
        QTest::keyClicks(child<QLineEdit>("key:TST_VIEW_KEY"), QString::fromLatin1(OpenAiStub::kKey));
        QTest::mouseClick(child<QPushButton>("keepKey:TST_VIEW_KEY"), Qt::LeftButton);
        QTRY_COMPARE(m_vault->find("TST_VIEW_KEY").value(), std::string(OpenAiStub::kKey));
        QVERIFY(providers.forTier(tier).value() != before.value());
        QTest::mouseClick(child<QPushButton>("test:here"), Qt::LeftButton);
        QTRY_VERIFY2(result->text().contains(QStringLiteral("works")), qPrintable(result->text()));
    }

    void everyControlHasAName() {
        m_servers->put({QStringLiteral("here"), QStringLiteral("http://localhost/v1"), QStringLiteral("HERE_KEY")});
        make();
        showProviders();
        QTest::mouseClick(child<QPushButton>("addServer"), Qt::LeftButton);
        const QString bannerAction = QStringLiteral("bannerAction");  // named by what it is given to say
        for (const QWidget* widget : m_view->findChildren<QWidget*>()) {
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const auto* line = qobject_cast<const QLineEdit*>(widget);
            const bool isInner =
                widget->parentWidget() && (qobject_cast<const QComboBox*>(widget->parentWidget()) ||
                                           qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()));
            const bool isNamed = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            const bool needsName = (button || line || qobject_cast<const QComboBox*>(widget) ||
                                    qobject_cast<const QAbstractSpinBox*>(widget)) &&
                                   !isInner && widget->focusPolicy() != Qt::NoFocus &&
                                   !widget->objectName().startsWith(bannerAction);
            QVERIFY2(!needsName || isNamed, qPrintable(widget->objectName()));
        }
    }

    void fitsANarrowWindowAndLargeText() {
        m_servers->put({QStringLiteral("here"), QStringLiteral("http://localhost/v1"), QStringLiteral("HERE_KEY")});
        make();
        for (const double zoom : {1.0, 2.0}) {
            m_theme.setZoom(zoom);
            QVERIFY2(m_view->minimumSizeHint().width() <= 1280,
                     qPrintable(QString::number(m_view->minimumSizeHint().width())));
        }
        m_theme.setZoom(1);
    }

    void takesPictures() {
        const QString folder = qEnvironmentVariable("TOUCHSTONE_PICTURES");
        if (folder.isEmpty())
            QSKIP("set TOUCHSTONE_PICTURES to a folder to get pictures");
        m_servers->put({QStringLiteral("ollama"), QStringLiteral("http://localhost:11434/v1"), {}});
        m_servers->put(
            {QStringLiteral("groq"), QStringLiteral("https://api.groq.com/openai/v1"), QStringLiteral("GROQ_API_KEY")});
        m_settings->setValue(kZoomSetting, 1.1);
        m_settings->resetAll();
        m_settings->setValue(kAuthorSetting, QStringLiteral("Ada"));
        make();
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            m_theme.setMode(mode);
            const QString name = mode == ThemeMode::Light ? QStringLiteral("light") : QStringLiteral("dark");
            for (int row = 0; row < 4; ++row) {
                child<QListWidget>("settingsSections")->setCurrentRow(row);
                QTest::qWait(50);
                m_view->grab().save(QStringLiteral("%1/settings-%2-%3.png").arg(folder, name).arg(row));
            }
            showProviders();
            child<QPushButton>("addServer")->click();
            child<QPushButton>("test:ollama")->click();
            m_vault->keep(QStringLiteral("GROQ_API_KEY"), crypto::Secret("x"));
            QTest::qWait(200);
            m_view->grab().save(QStringLiteral("%1/settings-%2-form.png").arg(folder, name));
        }
        m_theme.setMode(ThemeMode::System);
    }

private:
    [[nodiscard]] QByteArray contentOfFile() const {
        QFile file(m_file->fileName());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    SettingsParts parts() { return {m_theme, *m_settings, *m_servers, *m_vault, m_wiring->models()}; }

    void make() {
        m_vault = std::make_unique<KeyVault>(*m_settings,
                                             m_folder->filePath(QStringLiteral("keys.sealed")).toStdString(), kWeak);
        auto wiring = wiring::Wiring::make({}, m_vault.get());
        QVERIFY(wiring.ok());
        m_wiring = std::move(wiring).value();
        m_view = std::make_unique<SettingsView>(parts());
        m_view->resize(1232, 730);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }

    void showProviders() { m_view->goTo(SettingDestination{QStringLiteral("providers")}); }

    template <class T>
    T* child(const char* name) const {
        T* found = m_view->findChild<T*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_file;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ModelServers> m_servers;
    std::unique_ptr<KeyVault> m_vault;
    std::unique_ptr<wiring::Wiring> m_wiring;
    std::unique_ptr<SettingsView> m_view;
};

GUI_TEST_MAIN(SettingsViewTest)
#include "tst_settings_view.moc"
