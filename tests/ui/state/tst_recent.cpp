// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is remembered of the past: workspaces opened lately, and notifications.

#include "uistate/notification_list.h"
#include "uistate/recent_workspaces.h"

#include "support/manual_clock.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace touchstone;
using namespace touchstone::ui;
using namespace std::chrono_literals;

class RecentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QFile::remove(file()); }

    void newestFirstAndRemembered() {
        {
            QSettings state(file(), QSettings::IniFormat);
            RecentWorkspaces recent(state, m_clock);
            const QAbstractItemModelTester tester(&recent, QAbstractItemModelTester::FailureReportingMode::QtTest);
            for (const char* path : {"/a.touchstone", "/b.touchstone", "/a.touchstone"}) {
                recent.add(QString::fromLatin1(path));
                m_clock.advance(1min);
            }
            QCOMPARE(recent.paths().join(QLatin1Char(' ')), QStringLiteral("/a.touchstone /b.touchstone"));
            QCOMPARE(recent.index(0, 0).data().toString(), QStringLiteral("a"));
        }
        QSettings state(file(), QSettings::IniFormat);
        RecentWorkspaces again(state, m_clock);
        QCOMPARE(again.paths().join(QLatin1Char(' ')), QStringLiteral("/a.touchstone /b.touchstone"));
        QVERIFY(m_clock.wallNow() - again.workspaces()[0].opened <= 62s);
        again.remove(QStringLiteral("/a.touchstone"));
        QCOMPARE(again.paths(), QStringList(QStringLiteral("/b.touchstone")));
    }

    void pinnedOnesStay() {
        QSettings state(file(), QSettings::IniFormat);
        RecentWorkspaces recent(state, m_clock);
        recent.add(QStringLiteral("/kept.touchstone"));
        recent.setPinned(QStringLiteral("/kept.touchstone"), true);
        for (int i = 0; i < 30; ++i) {
            m_clock.advance(1s);
            recent.add(QStringLiteral("/%1.touchstone").arg(i));
        }
        QCOMPARE(recent.rowCount(), 11);
        QCOMPARE(recent.paths().front(), QStringLiteral("/kept.touchstone"));
        recent.add(QStringLiteral("/kept.touchstone"));
        QVERIFY(recent.workspaces()[0].pinned);
    }

    void brokenStateIsNoWorkspace_data() {
        QTest::addColumn<QByteArray>("state");
        QTest::newRow("a count that lies") << QByteArray("[workspaces]\nrecent\\size=2000000000\n");
        QTest::newRow("no numbers") << QByteArray(
            "[workspaces]\nrecent\\size=1\nrecent\\1\\path=/a\nrecent\\1\\opened=x\n");
        QTest::newRow("noise") << QByteArray("\x00\xff[[[=\n", 7);
    }
    void brokenStateIsNoWorkspace() {
        QFETCH(QByteArray, state);
        QFile broken(file());
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write(state);
        broken.close();
        QSettings settings(file(), QSettings::IniFormat);
        RecentWorkspaces recent(settings, m_clock);
        QVERIFY(recent.rowCount() <= 1);
        recent.add(QStringLiteral("/b.touchstone"));
        QCOMPARE(recent.paths().front(), QStringLiteral("/b.touchstone"));
    }

    void notificationsCountWhatIsUnread() {
        NotificationList list(m_clock);
        const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy unread(&list, &NotificationList::unreadChanged);
        for (int i = 0; i < 130; ++i)
            list.add({Severity::Info, QString::number(i)});
        QCOMPARE(list.rowCount(), 100);
        QCOMPARE(list.at(0).text, QStringLiteral("129"));
        QCOMPARE(list.unread(), 100);
        list.markRead();
        QCOMPARE(list.unread(), 0);
        QVERIFY(list.index(0, 0).data(NotificationList::ReadRole).toBool());
        QCOMPARE(unread.count(), 131);
        list.clear();
        QCOMPARE(list.rowCount(), 0);
    }

private:
    QString file() const { return m_folder.filePath(QStringLiteral("state.ini")); }

    testing::ManualClock m_clock;
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(RecentTest)
#include "tst_recent.moc"
