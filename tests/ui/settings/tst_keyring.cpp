// SPDX-License-Identifier: GPL-3.0-or-later
//
// With a real keyring: GNOME Keyring on a D-Bus session of its own, in a folder of its own. Skipped where it is not
// installed.

#include "uisettings/keyring_keys.h"

#include "support/printing.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

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
        m_bus.start(QStringLiteral("dbus-daemon"),
                    {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        if (!m_bus.waitForStarted() || !m_bus.waitForReadyRead(5000))
            return false;
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
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
        for (QProcess* process : {&m_keyring, &m_bus}) {
            process->terminate();
            process->waitForFinished();
        }
    }

private:
    QProcess m_bus;
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
    }

    void keepsAKeyOverAStart() {
        {
            KeyringKeys keys(*m_file);
            const QSignalSpy stored(&keys, &KeyringKeys::stored);
            const QSignalSpy refused(&keys, &KeyringKeys::refused);
            keys.store(kName, crypto::Secret("sk-ü-1"));
            QTRY_VERIFY(stored.count() + refused.count() == 1);
            QVERIFY2(refused.isEmpty(), qPrintable(keys.problem()));
            QCOMPARE(keys.find("TST_KEYRING_KEY").value(), std::string("sk-ü-1"));
        }
        KeyringKeys keys(*m_file);
        QVERIFY(!keys.find("TST_KEYRING_KEY").ok());
        keys.load();
        QTRY_VERIFY(!keys.isAsking());
        VERIFY_OK(keys.find("TST_KEYRING_KEY"));
        QCOMPARE(keys.find("TST_KEYRING_KEY").value(), std::string("sk-ü-1"));
        QVERIFY(!keys.find("ANOTHER_KEY").ok());
    }

    void removesAKey() {
        KeyringKeys keys(*m_file);
        keys.load();
        QTRY_VERIFY(keys.find("TST_KEYRING_KEY").ok());
        const QSignalSpy removed(&keys, &KeyringKeys::removed);
        keys.remove(kName);
        QTRY_COMPARE(removed.count(), 1);
        QVERIFY(!keys.has(kName));
        QVERIFY(!keys.find("TST_KEYRING_KEY").ok());
    }

    void aKeyTakenOutElsewhereIsForgotten() {
        m_file->setValue(QStringLiteral("keys/keyring-names"), QStringList{QStringLiteral("GONE_KEY")});
        KeyringKeys keys(*m_file);
        keys.load();
        QTRY_VERIFY(!keys.isAsking());
        QVERIFY(!keys.has(QStringLiteral("GONE_KEY")));
        QVERIFY(keys.problem().isEmpty());
    }

private:
    QTemporaryDir m_folder;
    PrivateKeyring m_session;
    std::unique_ptr<QSettings> m_file;
};

QTEST_GUILESS_MAIN(KeyringTest)
#include "tst_keyring.moc"
