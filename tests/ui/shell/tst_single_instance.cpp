// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two starts of the program meet; others at the socket do no harm.

#include "uishell/single_instance.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace touchstone::ui;
using Role = SingleInstance::Role;

class SingleInstanceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void laterOnesHandOver() {
        SingleInstance first(m_folder->path(), "place");
        QVERIFY(first.role() == Role::First);
        QSignalSpy handed(&first, &SingleInstance::handedOver);
        const SingleInstance elsewhere(m_folder->path(), "other place");
        QVERIFY(elsewhere.role() == Role::First);
        bool taken = false;
        const std::unique_ptr<QThread> other(QThread::create([this, &taken] {
            const SingleInstance later(m_folder->path(), "place");
            taken = later.role() == Role::Later && later.handOver({QStringLiteral("/a b/ü.touchstone")});
        }));
        other->start();
        QTRY_COMPARE(handed.count(), 1);
        QVERIFY(other->wait());
        QVERIFY(taken);
        QCOMPARE(handed[0][0].toStringList(), QStringList(QString::fromUtf8("/a b/ü.touchstone")));
    }

    void whatADeadProgramLeftIsInNobodysWay() {
        QString socket;
        {
            const SingleInstance first(m_folder->path(), "place");
            socket = socketPath();
        }
        QFile stale(socket);
        QVERIFY(stale.open(QIODevice::WriteOnly));
        stale.close();
        const SingleInstance next(m_folder->path(), "place");
        QVERIFY(next.role() == Role::First);
    }

    void meetsOnlyInAPrivateFolder_data() {
        QTest::addColumn<QString>("folder");
        QTest::newRow("unset") << QString();
        QTest::newRow("relative") << QStringLiteral("run");
        QTest::newRow("shared") << QStringLiteral("/tmp");
        QTest::newRow("not there") << m_places.filePath(QStringLiteral("missing"));
        const QString open = m_places.filePath(QStringLiteral("open"));
        QDir().mkdir(open);
        QFile::setPermissions(open, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther);
        QTest::newRow("readable by others") << open;
        const QString link = m_places.filePath(QStringLiteral("link"));
        QFile::link(m_places.path(), link);
        QTest::newRow("a link") << link;
    }
    void meetsOnlyInAPrivateFolder() {
        QFETCH(QString, folder);
        const SingleInstance program(folder, "place");
        QVERIFY(program.role() == Role::Alone);
    }

    void hostilePeersAreBounded_data() {
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("no JSON") << QByteArray("hello\n");
        QTest::newRow("no list") << QByteArray("{\"a\": 1}\n");
        QTest::newRow("relative path") << QByteArray("[\"../../x\"]\n");
        QTest::newRow("no text") << QByteArray("[1]\n");
        QByteArray many("[");
        for (int i = 0; i < 200; ++i)
            many += "\"/x\",";
        QTest::newRow("too many") << many + "\"/x\"]\n";
        QTest::newRow("too long") << QByteArray(200000, 'x');
        QTest::newRow("deep") << QByteArray(60000, 91) + "\n";
    }
    void hostilePeersAreBounded() {
        QFETCH(QByteArray, sent);
        SingleInstance first(m_folder->path(), "place");
        QSignalSpy handed(&first, &SingleInstance::handedOver);
        QLocalSocket peer;
        peer.connectToServer(socketPath());
        QVERIFY(peer.waitForConnected(1000));
        peer.write(sent);
        QTRY_COMPARE(peer.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(handed.count(), 0);
    }

    void manySilentPeersAreSentAway() {
        SingleInstance first(m_folder->path(), "place");
        std::vector<std::unique_ptr<QLocalSocket>> peers;
        for (int i = 0; i < 30; ++i) {
            peers.push_back(std::make_unique<QLocalSocket>());
            peers.back()->connectToServer(socketPath());
            QTest::qWait(0);
        }
        const auto connected = [&peers] {
            return std::count_if(peers.begin(), peers.end(),
                                 [](const auto& peer) { return peer->state() == QLocalSocket::ConnectedState; });
        };
        QTRY_VERIFY(connected() <= 9);
        QTRY_VERIFY(connected() == 0);  // their patience is over, too
    }

private:
    QString socketPath() const {
        const QDir folder(m_folder->filePath(QStringLiteral("touchstone")));
        for (const QFileInfo& file : folder.entryInfoList(QDir::System | QDir::Files | QDir::Hidden))
            if (!file.fileName().endsWith(QStringLiteral(".lock")))
                return file.filePath();
        return folder.filePath(QStringLiteral("none"));
    }

    QTemporaryDir m_places;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "tst_single_instance.moc"
