// SPDX-License-Identifier: GPL-3.0-or-later
//
// Edits in a conflict that nobody has decided outlive the program.

#include "draft_fixture.h"

#include <QDir>
#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>

#include <csignal>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

// The child of survivesKill(): comes into a conflict and types on without end.
int typeInConflict(const std::string& path) {
    auto wiring = wiring::Wiring::make();
    auto mine = session::Session::open(path, store::OpenMode::ReadWrite, wiring.value()->parts());
    auto theirs = session::Session::open(path, store::OpenMode::ReadWrite, wiring.value()->parts());
    if (!mine.ok() || !theirs.ok())
        return 1;
    DraftModel draft(*mine.value());
    DraftModel other(*theirs.value());
    QTimer typing;
    int keys = 0;
    QObject::connect(&typing, &QTimer::timeout, &draft, [&] {
        draft.setPromptText(QStringLiteral("typed %1").arg(++keys));
        if (draft.isConflicted())
            std::printf("%d\n", keys);
        std::fflush(stdout);
    });
    QObject::connect(&draft, &DraftModel::opened, &other, [&] { other.open(kName, kMain); });
    QObject::connect(&other, &DraftModel::opened, &typing, [&] {
        other.setPromptText(QStringLiteral("theirs"));
        other.saveNow();
        typing.start(10);
    });
    draft.open(kName, kMain);
    return QCoreApplication::exec();
}

}  // namespace

class DraftRefugeTest : public QObject, private DraftFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void survivesKill() {
        m_session.reset();
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--type-in-conflict"), QString::fromStdString(m_fixture->path())});
        QVERIFY(child.waitForStarted());
        int typed = 0;
        int lines = 0;
        while (lines < 250 && child.waitForReadyRead(30'000))
            for (; child.canReadLine(); ++lines)
                typed = child.readLine().trimmed().toInt();
        QVERIFY2(lines >= 250, child.readAllStandardError().constData());
        QCOMPARE(::kill(static_cast<pid_t>(child.processId()), SIGKILL), 0);
        QVERIFY(child.waitForFinished());

        auto again = m_fixture->open();
        VERIFY_OK(again);
        DraftModel draft(*again.value());
        open(draft);
        QTRY_VERIFY(draft.isConflicted());
        const int kept = draft.promptText().section(QLatin1Char(' '), 1).toInt();
        QVERIFY2(kept >= typed - 200, qPrintable(draft.promptText()));
        draft.undo();
        QCOMPARE(draft.promptText(), QStringLiteral("theirs"));
        draft.redo();
        QSignalSpy failed(&draft, &DraftModel::failed);
        draft.keepMine();
        QTRY_VERIFY2(!draft.isUnsaved(), failed.isEmpty() ? "" : qPrintable(failed[0][0].toString()));
        QTRY_VERIFY(files().isEmpty());
    }

    // A key may come while the file is still looked for.
    void aQuickKeyDoesNotSkipIt() {
        {
            DraftModel draft(*m_session);
            open(draft);
            conflict(draft);
            QTRY_COMPARE(files().size(), 1);
        }
        DraftModel draft(*m_session);
        // After the search began, and before it ends.
        constexpr auto kLater = static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection);
        connect(
            &draft, &DraftModel::opened, this, [&draft] { draft.setInstructions(QStringLiteral("quick")); }, kLater);
        draft.open(kName, kMain);
        QTRY_VERIFY(draft.isConflicted());
        QCOMPARE(draft.promptText(), QStringLiteral("mine"));
        draft.undo();
        QCOMPARE(draft.instructions(), QStringLiteral("quick"));  // and nothing typed is lost
        QCOMPARE(draft.promptText(), QStringLiteral("theirs"));
    }

    void aDecisionEndsIt_data() {
        QTest::addColumn<bool>("mine");
        QTest::newRow("mine") << true;
        QTest::newRow("theirs") << false;
    }
    void aDecisionEndsIt() {
        QFETCH(bool, mine);
        DraftModel draft(*m_session);
        open(draft);
        conflict(draft);
        QTRY_COMPARE(files().size(), 1);
        if (mine)
            draft.keepMine();
        else
            draft.takeTheirs();
        QTRY_VERIFY(!draft.isUnsaved());
        QTRY_VERIFY(files().isEmpty());
    }

    void whatCannotBeKeptIsSaid() {
        QFile state(qEnvironmentVariable("XDG_STATE_HOME"));
        QVERIFY(state.open(QIODevice::WriteOnly));  // a file where the folder should be
        DraftModel draft(*m_session);
        open(draft);
        QSignalSpy failed(&draft, &DraftModel::failed);
        conflict(draft);
        QTRY_VERIFY(!failed.isEmpty());
        QVERIFY(failed.last()[0].toString().contains(QStringLiteral("only in memory")));
    }

    void aSpoiltFileIsIgnored_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{oops");
        QTest::newRow("another format") << QByteArray("{\"format\": \"x\", \"document\": {}, \"typed\": []}");
        QTest::newRow("wrong types") << QByteArray(
            "{\"format\": \"touchstone.undecided/1\", \"document\": 3, \"typed\": {}}");
    }
    void aSpoiltFileIsIgnored() {
        QFETCH(QByteArray, content);
        {
            DraftModel draft(*m_session);
            open(draft);
            conflict(draft);
            QTRY_COMPARE(files().size(), 1);
        }
        QFile file(folder().filePath(files().first()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        DraftModel draft(*m_session);
        open(draft);
        QTRY_VERIFY(draft.isRunnable());
        QVERIFY(!draft.isConflicted());
        QCOMPARE(draft.promptText(), QStringLiteral("theirs"));
    }

private:
    static QDir folder() {
        return QDir(qEnvironmentVariable("XDG_STATE_HOME") + QStringLiteral("/touchstone/undecided"));
    }
    static QStringList files() { return folder().entryList(QDir::Files); }
};

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    if (argc == 3 && std::string_view(argv[1]) == "--type-in-conflict")
        return typeInConflict(argv[2]);
    DraftRefugeTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_draft_refuge.moc"
