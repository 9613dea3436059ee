// SPDX-License-Identifier: GPL-3.0-or-later
//
// With a real keyring: GNOME Keyring on a D-Bus session of its own, in a folder of its own. Skipped where it is not
// installed.

#include "uisettings/keyring_keys.h"

#include "support/printing.h"
#include "ui/private_bus.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>
#include <string_view>

using namespace touchstone;
using namespace touchstone::ui;

namespace {

const QString kName = QStringLiteral("TST_KEYRING_KEY");

// A message bus and a keyring that is open, both gone with the object.
class PrivateKeyring {
public:
    bool start(const QString& folder) {
        for (const char* variable : {"XDG_DATA_HOME", "XDG_RUNTIME_DIR", "HOME"})
            qputenv(variable, folder.toUtf8());
        if (!m_bus.start())
            return false;
        m_keyring.start(
            QStringLiteral("gnome-keyring-daemon"),
            {QStringLiteral("--foreground"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
        if (!m_keyring.waitForStarted())
            return false;
        m_keyring.write("test");
        m_keyring.closeWriteChannel();
        return true;
    }
    [[nodiscard]] static bool answers() {
        const auto bus = QDBusConnection::sessionBus();
        return bus.isConnected() && bus.interface()->isServiceRegistered(QStringLiteral("org.freedesktop.secrets"));
    }
    ~PrivateKeyring() {
        m_keyring.terminate();
        m_keyring.waitForFinished();
    }

private:
    test::PrivateBus m_bus;
    QProcess m_keyring;
};

}  // namespace

class KeyringTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        for (const char* program : {"dbus-daemon", "gnome-keyring-daemon"})
            if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
                QSKIP("gnome-keyring or dbus is not installed here");
        qputenv("XDG_CURRENT_DESKTOP", "GNOME");
        if (!m_session.start(m_folder.path()) || !QTest::qWaitFor([] { return PrivateKeyring::answers(); }))
            QSKIP("no keyring can be started here");
        m_file = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("test.conf")), QSettings::IniFormat);
        m_keys = std::make_unique<KeyringKeys>(*m_file);
    }
    void cleanupTestCase() { m_keys.reset(); }

    void keepsAKeyOverAStart() {
        const QSignalSpy stored(m_keys.get(), &KeyringKeys::stored);
        const QSignalSpy refused(m_keys.get(), &KeyringKeys::refused);
        m_keys->store(kName, crypto::Secret("sk-\u00fc-1"));
        QTRY_VERIFY(stored.count() + refused.count() == 1);
        QVERIFY2(refused.isEmpty(), qPrintable(m_keys->problem()));
        QCOMPARE(m_keys->find("TST_KEYRING_KEY").value(), std::string("sk-\u00fc-1"));
        QVERIFY(!m_keys->find("ANOTHER_KEY").ok());
        m_file->sync();
        QCOMPARE(keyInAnotherStart(), QByteArray("sk-\u00fc-1"));
    }

    void removesAKey() {
        QVERIFY(m_keys->has(kName));
        const QSignalSpy removed(m_keys.get(), &KeyringKeys::removed);
        m_keys->remove(kName);
        QTRY_COMPARE(removed.count(), 1);
        QVERIFY(!m_keys->has(kName));
        QVERIFY(!m_keys->find("TST_KEYRING_KEY").ok());
        m_file->setValue(QStringLiteral("keys/keyring-names"), QStringList{kName});
        m_file->sync();
        QCOMPARE(keyInAnotherStart(), QByteArray("none"));  // taken out elsewhere: not asked for again
    }

    void unloadsAndLoadsAgain() {
        m_keys->store(kName, crypto::Secret("sk-2"));
        QTRY_VERIFY(m_keys->find("TST_KEYRING_KEY").ok());
        m_keys->unload();
        QVERIFY(!m_keys->find("TST_KEYRING_KEY").ok());
        m_keys->load();
        m_keys->unload();  // the answer comes later, and nobody wants it
        m_keys->load();
        QTRY_VERIFY(m_keys->find("TST_KEYRING_KEY").ok());
    }

    // The answer to the first comes when the second is on its way.
    void theLastOfTwoCounts() {
        const QSignalSpy stored(m_keys.get(), &KeyringKeys::stored);
        m_keys->store(kName, crypto::Secret("sk-first"));
        m_keys->store(kName, crypto::Secret("sk-last"));
        QTRY_VERIFY(!m_keys->isAsking());
        QCOMPARE(stored.count(), 1);
        QCOMPARE(m_keys->find("TST_KEYRING_KEY").value(), std::string("sk-last"));
        m_file->sync();
        QCOMPARE(keyInAnotherStart(), QByteArray("sk-last"));
    }

    void aDisownedKeyIsNotFound() {
        QVERIFY(m_keys->find("TST_KEYRING_KEY").ok());
        m_keys->disown(kName);
        QVERIFY(!m_keys->has(kName));
        QVERIFY(!m_keys->find("TST_KEYRING_KEY").ok());
        m_file->sync();
        QCOMPARE(keyInAnotherStart(), QByteArray("none"));
    }

private:
    QTemporaryDir m_folder;
    PrivateKeyring m_session;
    // What a new start of a program reads.
    [[nodiscard]] QByteArray keyInAnotherStart() const {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--read"), m_file->fileName()});
        process.waitForFinished();
        return process.readAllStandardOutput();
    }

    std::unique_ptr<QSettings> m_file;
    std::unique_ptr<KeyringKeys> m_keys;
};

namespace {

int readKey(const QString& file) {
    QSettings settings(file, QSettings::IniFormat);
    KeyringKeys keys(settings);
    keys.load();
    const bool answered = QTest::qWaitFor([&keys] { return !keys.isAsking(); });
    const auto key = keys.find("TST_KEYRING_KEY");
    std::fputs(key.ok() ? key->c_str() : !answered ? "no answer" : keys.has(kName) ? "named" : "none", stdout);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    if (argc == 3 && std::string_view(argv[1]) == "--read")
        return readKey(QString::fromLocal8Bit(argv[2]));
    KeyringTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_keyring.moc"
