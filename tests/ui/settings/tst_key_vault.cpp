// SPDX-License-Identifier: GPL-3.0-or-later
//
// Without a keyring: there is no D-Bus here.

#include "uisettings/key_vault.h"

#include "support/printing.h"
#include "uistate/settings.h"

#include <QDir>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace touchstone;
using namespace touchstone::ui;

namespace {

constexpr crypto::SealStrength kWeak{1, 8};
const QString kName = QStringLiteral("TST_VAULT_KEY");

}  // namespace

class KeyVaultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus");
        qunsetenv("XDG_CURRENT_DESKTOP");
    }
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("test.conf")), QSettings::IniFormat);
        m_settings = std::make_unique<Settings>(*m_file);
        qunsetenv("TST_VAULT_KEY");
    }

    void withoutAKeyringTheSealedFileTakesOver() {
        auto vault = make();
        QCOMPARE(vault->whereIs(kName), KeyVault::Where::Nowhere);
        vault->keep(kName, crypto::Secret("sk-1"));
        QTRY_VERIFY(vault->needsFile());
        QVERIFY(!vault->keyring().problem().isEmpty());
        QVERIFY(!vault->find("TST_VAULT_KEY").ok());
        const QSignalSpy kept(vault.get(), &KeyVault::kept);
        vault->openFile(crypto::Secret("correct horse"));
        QTRY_COMPARE(kept.count(), 1);
        QVERIFY(!vault->needsFile());
        QCOMPARE(vault->whereIs(kName), KeyVault::Where::SealedFile);
        QCOMPARE(vault->find("TST_VAULT_KEY").value(), std::string("sk-1"));
    }

    void aLockedFileSaysHowToOpenIt() {
        keepInFile();
        auto vault = make();
        QCOMPARE(vault->file().state(), SealedKeys::State::Locked);
        const auto locked = vault->find("TST_VAULT_KEY");
        QVERIFY(!locked.ok());
        QVERIFY2(locked.error().message.find("locked") != std::string::npos, locked.error().message.c_str());
        QVERIFY(locked.error().message.find("TST_VAULT_KEY is not set") != std::string::npos);
        const QSignalSpy failed(vault.get(), &KeyVault::failed);
        vault->openFile(crypto::Secret("wrong horse"));
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.front().front().toString().contains(QStringLiteral("passphrase is wrong")));
        vault->openFile(crypto::Secret("correct horse"));
        QTRY_COMPARE(vault->file().state(), SealedKeys::State::Open);
        QCOMPARE(vault->find("TST_VAULT_KEY").value(), std::string("sk-1"));
        vault->closeFile();
        QTRY_COMPARE(vault->file().state(), SealedKeys::State::Locked);
        QVERIFY(!vault->find("TST_VAULT_KEY").ok());
    }

    void theEnvironmentCountsFirst() {
        keepInFile();
        auto vault = make();
        vault->openFile(crypto::Secret("correct horse"));
        QTRY_COMPARE(vault->file().state(), SealedKeys::State::Open);
        qputenv("TST_VAULT_KEY", "sk-env");
        QCOMPARE(vault->whereIs(kName), KeyVault::Where::Environment);
        QCOMPARE(vault->find("TST_VAULT_KEY").value(), std::string("sk-env"));
    }

    void forgets() {
        keepInFile();
        auto vault = make();
        vault->openFile(crypto::Secret("correct horse"));
        QTRY_COMPARE(vault->whereIs(kName), KeyVault::Where::SealedFile);
        vault->forget(kName);
        QTRY_COMPARE(vault->whereIs(kName), KeyVault::Where::Nowhere);
        QVERIFY(!vault->find("TST_VAULT_KEY").ok());
    }

    void dropsWhatWaits() {
        m_settings->setValue(kKeyringSetting, false);
        auto vault = make();
        vault->keep(kName, crypto::Secret("sk-1"));
        QVERIFY(vault->needsFile());
        vault->dropWaiting();
        QVERIFY(!vault->needsFile());
        QCOMPARE(vault->file().state(), SealedKeys::State::None);
    }

    void aKeyringThatWasNeverThereIsNotWaitedFor() {
        m_file->setValue(QStringLiteral("keys/keyring-names"), QStringList{kName});
        auto vault = make();
        QCOMPARE(vault->whereIs(kName), KeyVault::Where::Keyring);
        QVERIFY(!vault->find("TST_VAULT_KEY").ok());  // at once, whatever the keyring does
        QTRY_VERIFY(!vault->keyring().isAsking());
        const auto missing = vault->find("TST_VAULT_KEY");
        QVERIFY(!missing.ok());
        QVERIFY2(missing.error().message.find("keyring") != std::string::npos, missing.error().message.c_str());
    }

    void aKeyInTheFileIsNotShadowedByAnOlderOne() {
        m_file->setValue(QStringLiteral("keys/keyring-names"), QStringList{kName});
        auto vault = make();
        const QSignalSpy kept(vault.get(), &KeyVault::kept);
        m_settings->setValue(kKeyringSetting, false);
        vault->keep(kName, crypto::Secret("sk-2"));
        QVERIFY(vault->needsFile());
        vault->openFile(crypto::Secret("correct horse"));
        QTRY_COMPARE(kept.count(), 1);
        m_settings->setValue(kKeyringSetting, true);
        QCOMPARE(vault->whereIs(kName), KeyVault::Where::SealedFile);
        QCOMPARE(vault->find("TST_VAULT_KEY").value(), std::string("sk-2"));
    }

    void theSwitchIsFollowed() {
        m_file->setValue(QStringLiteral("keys/keyring-names"), QStringList{kName});
        m_settings->setValue(kKeyringSetting, false);
        auto vault = make();
        QCOMPARE(vault->whereIs(kName), KeyVault::Where::Nowhere);
        QVERIFY(!vault->keyring().isAsking());
        m_settings->setValue(kKeyringSetting, true);
        QVERIFY(vault->keyring().isAsking());
        QCOMPARE(vault->whereIs(kName), KeyVault::Where::Keyring);
        m_settings->setValue(kKeyringSetting, false);
        QVERIFY(!vault->keyring().isAsking());
        QCOMPARE(vault->whereIs(kName), KeyVault::Where::Nowhere);
    }

    void anEmptyVariableCountsAsNotSet() {
        keepInFile();
        auto vault = make();
        vault->openFile(crypto::Secret("correct horse"));
        QTRY_COMPARE(vault->file().state(), SealedKeys::State::Open);
        qputenv("TST_VAULT_KEY", "");
        QCOMPARE(vault->whereIs(kName), KeyVault::Where::SealedFile);
        QCOMPARE(vault->find("TST_VAULT_KEY").value(), std::string("sk-1"));
    }

    void aKeyThatComesJustAfterLockingWaits() {
        keepInFile();
        m_settings->setValue(kKeyringSetting, false);
        auto vault = make();
        vault->openFile(crypto::Secret("correct horse"));
        QTRY_COMPARE(vault->file().state(), SealedKeys::State::Open);
        vault->closeFile();
        QCOMPARE(vault->file().state(), SealedKeys::State::Locked);
        QVERIFY(!vault->find("TST_VAULT_KEY").ok());
        vault->keep(kName, crypto::Secret("sk-2"));
        QVERIFY(vault->needsFile());
        vault->openFile(crypto::Secret("correct horse"));
        QTRY_VERIFY(vault->find("TST_VAULT_KEY").ok() && !vault->isBusy());
        QCOMPARE(vault->find("TST_VAULT_KEY").value(), std::string("sk-2"));
    }

    void aLockedFileTakesAndLosesNothing() {
        SealedKeys keys(m_folder->filePath(QStringLiteral("keys.sealed")).toStdString(), kWeak);
        const QSignalSpy failed(&keys, &SealedKeys::failed);
        keys.store(kName, crypto::Secret("sk-1"));
        keys.remove(kName);
        QTRY_COMPARE(failed.count(), 2);
        QVERIFY(failed.front().front().toString().contains(QStringLiteral("locked")));
    }

    void noSecretInTheSettings() {
        keepInFile();
        m_file->sync();
        QFile file(m_file->fileName());
        if (file.open(QIODevice::ReadOnly))
            QVERIFY(!file.readAll().contains("sk-1"));
    }

private:
    std::unique_ptr<KeyVault> make() const {
        return std::make_unique<KeyVault>(*m_settings, m_folder->filePath(QStringLiteral("keys.sealed")).toStdString(),
                                          kWeak);
    }

    void keepInFile() {
        m_settings->setValue(kKeyringSetting, false);
        auto vault = make();
        const QSignalSpy kept(vault.get(), &KeyVault::kept);
        vault->keep(kName, crypto::Secret("sk-1"));
        vault->openFile(crypto::Secret("correct horse"));
        QTRY_COMPARE(kept.count(), 1);
        m_settings->reset(kKeyringSetting);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_file;
    std::unique_ptr<Settings> m_settings;
};

QTEST_GUILESS_MAIN(KeyVaultTest)
#include "tst_key_vault.moc"
