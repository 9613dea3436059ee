// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a desktop is told, by a server of org.freedesktop.Notifications on a bus of the test's own.

#include "desktop_note.h"

#include "ui/gui_test.h"
#include "ui/private_bus.h"

#include <QDBusConnection>
#include <QElapsedTimer>

using namespace touchstone;

namespace {

const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");

}  // namespace

class Desktop : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Note {
        QString program;
        uint replaces;
        QString icon;
        QString title;
        QString text;
        QStringList actions;
        int timeout;
    };
    QList<Note> notes;

public Q_SLOTS:
    // The specification's: app_name, replaces_id, app_icon, summary, body, actions, hints, expire_timeout.
    uint Notify(const QString& program, uint replaces, const QString& icon, const QString& title, const QString& text,
                const QStringList& actions, const QVariantMap&, int timeout) {
        notes.append({program, replaces, icon, title, text, actions, timeout});
        return static_cast<uint>(notes.size());
    }
};

class DesktopNoteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!test::PrivateBus::isInstalled())
            QSKIP("dbus is not installed here");
        QGuiApplication::setApplicationDisplayName(QStringLiteral("Touchstone"));
        QGuiApplication::setDesktopFileName(QStringLiteral("touchstone"));
        QVERIFY(m_bus.start());
    }

    // Before anybody listens.
    void withoutAServerNothingHappens() {
        QElapsedTimer clock;
        clock.start();
        ui::showDesktopNote(QStringLiteral("Experiment 39 is done"), QStringLiteral("500 cases"));
        QVERIFY(clock.elapsed() < 1000);  // it does not wait for an answer
    }

    void arrivesAsTheSpecificationSays() {
        Desktop desktop;
        QDBusConnection server = QDBusConnection::connectToBus(m_bus.address(), QStringLiteral("desktop"));
        QVERIFY(server.registerObject(kPath, &desktop, QDBusConnection::ExportAllSlots));
        QVERIFY(server.registerService(kService));
        ui::showDesktopNote(QStringLiteral("Experiment 39 is done"), QStringLiteral("a < b & \"c\" is better"));
        QTRY_COMPARE(desktop.notes.size(), 1);
        const Desktop::Note& note = desktop.notes.front();
        QCOMPARE(note.program, QStringLiteral("Touchstone"));
        QCOMPARE(note.icon, QStringLiteral("touchstone"));
        QCOMPARE(note.title, QStringLiteral("Experiment 39 is done"));
        QCOMPARE(note.text, QStringLiteral("a &lt; b &amp; &quot;c&quot; is better"));  // a body is markup
        QCOMPARE(note.replaces, 0U);
        QVERIFY(note.actions.isEmpty());
        QCOMPARE(note.timeout, -1);
        ui::showDesktopNote(QStringLiteral("Another"), {});
        QTRY_COMPARE(desktop.notes.size(), 2);  // beside the first, not in its place
        QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
    }

private:
    test::PrivateBus m_bus;
};

GUI_TEST_MAIN(DesktopNoteTest)
#include "tst_desktop_note.moc"
