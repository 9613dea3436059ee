// SPDX-License-Identifier: Apache-2.0
//
// The workbench started twice: the second start hands its files to the first and ends.

#include <QTest>

#include "support/printing.h"
#include "wiring/sample_workspace.h"
#include "wiring/wiring.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

using namespace touchstone;

class SingleStartTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        const auto wiring = wiring::Wiring::make();
        VERIFY_OK(wiring);
        for (const char* name : {"data/touchstone/sample.touchstone", "other.touchstone"})
            VERIFY_OK(wiring::makeSampleWorkspace(path(name).toStdString(), wiring.value()->parts(), {}));
    }

    void secondStartHandsOverAndEnds() {
        QProcess first;
        start(first, {path("other.touchstone")});
        QVERIFY(waitForSocket());
        QProcess second;
        start(second, {path("other.touchstone")});
        QVERIFY(second.waitForFinished(10000));
        QCOMPARE(second.exitCode(), 0);
        QCOMPARE(first.state(), QProcess::Running);
        end(first);
    }

    // Its socket and its lock are still there, and in nobody's way.
    void aKilledProgramIsNoFirst() {
        QProcess first;
        start(first, {path("other.touchstone")});
        QVERIFY(waitForSocket());
        ::kill(static_cast<pid_t>(first.processId()), SIGKILL);
        QVERIFY(first.waitForFinished(10000));
        QProcess second;
        start(second, {path("other.touchstone")});
        QVERIFY(!second.waitForFinished(1500));
        QCOMPARE(second.state(), QProcess::Running);
        end(second);
    }

    // A first program that does not answer: the second runs by itself instead of waiting for ever.
    void aSilentFirstIsNotWaitedFor() {
        QProcess first;
        start(first, {path("other.touchstone")});
        QVERIFY(waitForSocket());
        ::kill(static_cast<pid_t>(first.processId()), SIGSTOP);
        QProcess second;
        start(second, {path("other.touchstone")});
        QVERIFY(!second.waitForFinished(4500));
        QCOMPARE(second.state(), QProcess::Running);
        end(second);
        ::kill(static_cast<pid_t>(first.processId()), SIGCONT);
        end(first);
    }

    void picturesAreMadeByThemselves() {
        QProcess first;
        start(first, {path("other.touchstone")});
        QVERIFY(waitForSocket());
        QProcess second;
        start(second, {QStringLiteral("--screenshot"), path("one.png"), path("other.touchstone")});
        QVERIFY(second.waitForFinished(30000));
        QCOMPARE(second.exitCode(), 0);
        QVERIFY(QFile::exists(path("one.png")));
        end(first);
    }

private:
    QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    void start(QProcess& process, const QStringList& arguments) {
        QDir().mkpath(path("run"));
        QFile::setPermissions(path("run"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), path("run"));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), path("data"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path("config"));
        environment.insert(QStringLiteral("XDG_STATE_HOME"), path("state"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(TOUCHSTONE), arguments);
        QVERIFY(process.waitForStarted());
    }
    bool waitForSocket() const {
        const QDir folder(path("run/touchstone"));
        return QTest::qWaitFor([&folder] { return folder.entryList(QDir::System | QDir::Hidden).size() > 0; }, 10000);
    }
    static void end(QProcess& process) {
        process.terminate();
        QVERIFY(process.waitForFinished(10000));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(SingleStartTest)
#include "tst_single_start.moc"
