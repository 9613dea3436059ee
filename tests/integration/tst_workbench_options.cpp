// SPDX-License-Identifier: Apache-2.0
//
// What the workbench's command line does to files: recordings, and pictures that may not replace a workspace.

#include <QTest>

#include "support/printing.h"
#include "wiring/sample_workspace.h"
#include "wiring/wiring.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace touchstone;

class WorkbenchOptionsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const auto wiring = wiring::Wiring::make();
        VERIFY_OK(wiring);
        VERIFY_OK(wiring::makeSampleWorkspace(m_workspace.toStdString(), wiring.value()->parts(), {}));
    }

    void replaysWhatItRecorded() {
        const QString recording = m_folder.filePath(QStringLiteral("exchanges.jsonl"));
        QCOMPARE(run({QStringLiteral("--record"), recording}).exitCode, 0);
        const QByteArray lines = contentOf(recording);
        QVERIFY2(lines.startsWith("{\"format\":\"touchstone.recording/1\"}\n{\"key\":"), lines.constData());
        const trace::Summary live = newestTrace();
        QVERIFY(live.status == trace::Status::Ok);

        QCOMPARE(run({QStringLiteral("--replay"), recording}).exitCode, 0);
        const trace::Summary replayed = newestTrace();
        QVERIFY(replayed.id != live.id);
        QVERIFY(replayed.status == trace::Status::Ok && replayed.outputTokens == live.outputTokens);

        QFile cut(recording);
        QVERIFY(cut.resize(cut.size() - 2));
        const Ended ended = run({QStringLiteral("--replay"), recording});
        QCOMPARE(ended.exitCode, 0);
        QVERIFY2(ended.said.contains("exchanges.jsonl is cut off"), ended.said.constData());
        QVERIFY(newestTrace().status == trace::Status::Failed);
    }

    void refusesWhatItCannotDo_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        const QString missing = m_folder.filePath(QStringLiteral("missing.jsonl"));
        QTest::newRow("both") << QStringList{QStringLiteral("--record"), missing, QStringLiteral("--replay"), missing}
                              << 2 << QByteArray("exclude each other");
        QTest::newRow("no recording") << QStringList{QStringLiteral("--replay"), missing} << 1
                                      << QByteArray("missing.jsonl");
        QTest::newRow("recording over the workspace")
            << QStringList{QStringLiteral("--record"), m_workspace} << 1 << QByteArray("never overwritten");
        QTest::newRow("picture over the workspace")
            << QStringList{QStringLiteral("--screenshot"), m_workspace} << 2 << QByteArray("never overwritten");
    }
    void refusesWhatItCannotDo() {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        const Ended ended = run(arguments);
        QCOMPARE(ended.exitCode, code);
        QVERIFY2(ended.said.contains(says), ended.said.constData());
        QVERIFY(contentOf(m_workspace).startsWith("SQLite format 3"));
    }

private:
    struct Ended {
        int exitCode = -1;
        QByteArray said;
    };

    // Opens the window on the workspace, runs the draft, takes a picture and ends. What comes later wins.
    Ended run(const QStringList& arguments) const {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.path());
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral("config")));
        environment.insert(QStringLiteral("XDG_STATE_HOME"), m_folder.filePath(QStringLiteral("state")));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        QProcess program;
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(TOUCHSTONE),
                      QStringList{QStringLiteral("--place"), QStringLiteral("run"), QStringLiteral("--screenshot"),
                                  m_folder.filePath(QStringLiteral("window.png"))} +
                          arguments + QStringList{m_workspace});
        if (!program.waitForFinished(60'000))
            return {};
        return {program.exitCode(), program.readAllStandardError()};
    }

    static QByteArray contentOf(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    trace::Summary newestTrace() const {
        const auto wiring = wiring::Wiring::make();
        const auto session =
            session::Session::open(m_workspace.toStdString(), store::OpenMode::ReadOnly, wiring.value()->parts());
        const auto page = session::await<store::TracePage>(
            [&](auto done) { session.value()->traces().list({}, 1, {}, std::move(done)); });
        return page.value().traces.at(0);
    }

    const QTemporaryDir m_folder;
    const QString m_workspace = m_folder.filePath(QStringLiteral("w.touchstone"));
};

QTEST_GUILESS_MAIN(WorkbenchOptionsTest)
#include "tst_workbench_options.moc"
