// SPDX-License-Identifier: Apache-2.0
//
// Other processes write to a real workspace and are killed, or run out of disk, or write at the same time. Whatever
// they said was committed must be there.

#include "fixtures.h"

#include <QProcess>
#include <QRandomGenerator>

#include <sys/resource.h>

#include <map>
#include <set>

using namespace touchstone;

namespace {

// What a victim said was committed.
struct Acknowledged {
    std::int64_t revision = 0;
    std::set<std::string> versions;
    std::set<std::string> traces;
    std::vector<std::string> errors;

    void read(const QByteArray& output) {
        const QList<QByteArray> lines = output.left(output.lastIndexOf('\n') + 1).split('\n');
        for (const QByteArray& line : lines) {
            const std::string value = line.mid(line.indexOf(' ') + 1).toStdString();
            if (line.startsWith("draft "))
                revision = std::max(revision, static_cast<std::int64_t>(std::stoll(value)));
            else if (line.startsWith("version "))
                versions.insert(value);
            else if (line.startsWith("trace "))
                traces.insert(value);
            else if (line.startsWith("error "))
                errors.push_back(value);
        }
    }
};

void verifyAll(store::Workspace& workspace, const std::string& workflow, const Acknowledged& said) {
    REQUIRE_OK(workspace.check());
    if (said.revision > 0) {
        const auto draft = workspace.drafts().load(workflow, "main");
        REQUIRE_OK(draft);
        QVERIFY(draft.value().has_value());
        QVERIFY(draft.value()->revision >= said.revision);
    }
    for (const std::string& id : said.versions)
        REQUIRE_OK(workspace.versions().load(id));
    for (const std::string& id : said.traces)
        REQUIRE_OK(workspace.traces().load(id));
}

void saveDraft(store::Workspace& workspace, const std::string& workflow) {
    store::Draft draft;
    draft.workflow = workflow;
    draft.branch = "main";
    REQUIRE_OK(workspace.drafts().save(draft).wait());
}

}  // namespace

class StoreFaultsTest : public QObject {
    Q_OBJECT

private slots:
    void survivesBeingKilled() {
        constexpr int kKills = 50;
        fixtures::Desk desk;
        static_cast<void>(desk.create());
        Acknowledged said;
        QRandomGenerator random(20'251'123);
        for (int i = 0; i < kKills; ++i) {
            QProcess victim;
            victim.start(STORE_VICTIM, {QString::fromStdString(desk.path()), "triage"});
            QVERIFY(victim.waitForStarted());
            QByteArray output;
            const int lines = random.bounded(1, 30);
            while (output.count('\n') < lines && victim.waitForReadyRead(10'000))
                output += victim.readAllStandardOutput();
            victim.kill();
            victim.waitForFinished();
            said.read(output + victim.readAllStandardOutput());
            QVERIFY2(said.errors.empty(), said.errors.empty() ? "" : said.errors.front().c_str());
            const auto workspace = desk.reopen();
            verifyAll(*workspace, "triage", said);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(said.versions.size() > 20);
    }

    void fullDiskLosesNothing() {
        fixtures::Desk desk;
        static_cast<void>(desk.create());
        QProcess victim;
        victim.setChildProcessModifier([] {
            const rlimit limit{1U << 20U, 1U << 20U};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        });
        victim.start(STORE_VICTIM, {QString::fromStdString(desk.path()), "triage", "200"});
        QVERIFY(victim.waitForFinished(30'000));
        QCOMPARE(victim.exitCode(), 0);
        Acknowledged said;
        said.read(victim.readAllStandardOutput());
        QVERIFY(!said.errors.empty());
        QVERIFY2(said.errors.front().find("full") != std::string::npos, said.errors.front().c_str());
        QVERIFY(!said.versions.empty());
        const auto workspace = desk.reopen();
        verifyAll(*workspace, "triage", said);
        store::Draft draft = workspace->drafts().load("triage", "main").value().value();
        draft.text = "after";
        REQUIRE_OK(workspace->drafts().save(draft).wait());
    }

    void twoProgramsLoseNoUpdate() {
        fixtures::Desk desk;
        static_cast<void>(desk.create());
        std::map<std::string, QProcess> victims;
        for (const char* name : {"one", "two"})
            victims[name].start(STORE_VICTIM, {QString::fromStdString(desk.path()), name, "60"});
        std::map<std::string, Acknowledged> said;
        for (auto& [name, victim] : victims) {
            QVERIFY(victim.waitForFinished(60'000));
            said[name].read(victim.readAllStandardOutput());
            QVERIFY2(said[name].errors.empty(), said[name].errors.empty() ? "" : said[name].errors.front().c_str());
            QCOMPARE(said[name].versions.size(), std::size_t{60});
            QCOMPARE(said[name].revision, std::int64_t{60});
        }
        const auto workspace = desk.reopen();
        for (const auto& [name, acknowledged] : said) {
            verifyAll(*workspace, name, acknowledged);
            QCOMPARE(workspace->versions().list(name)->size(), std::size_t{60});
        }
        QCOMPARE(workspace->traces().count({}).value(), std::int64_t{600});
    }

    void twoProgramsOnOneBranchConflictCleanly() {
        fixtures::Desk desk;
        static_cast<void>(desk.create());
        QProcess first;
        QProcess second;
        first.start(STORE_VICTIM, {QString::fromStdString(desk.path()), "same", "40"});
        second.start(STORE_VICTIM, {QString::fromStdString(desk.path()), "same", "40"});
        Acknowledged said;
        for (QProcess* victim : {&first, &second}) {
            QVERIFY(victim->waitForFinished(60'000));
            said.read(victim->readAllStandardOutput());
        }
        for (const std::string& error : said.errors)
            QVERIFY2(error.starts_with("conflict"), error.c_str());
        const auto workspace = desk.reopen();
        verifyAll(*workspace, "same", said);
        QCOMPARE(workspace->versions().list("same")->size(), said.versions.size());
    }

    void movedFileIsNotWrittenTo() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        store::Draft draft;
        draft.workflow = "triage";
        draft.branch = "main";
        REQUIRE_OK(workspace->drafts().save(draft).wait());
        QVERIFY(QFile::rename(QString::fromStdString(desk.path()), QString::fromStdString(desk.path("moved"))));
        draft.revision = 1;
        const auto refused = workspace->drafts().save(draft).wait();
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().message.find("moved") != std::string::npos, refused.error().message.c_str());
        QVERIFY(QFile::rename(QString::fromStdString(desk.path("moved")), QString::fromStdString(desk.path())));
        REQUIRE_OK(workspace->drafts().save(draft).wait());
    }

    // What was committed goes where the file went, and not into the one that took its place with the log still there.
    void replacedFileTakesItsCommitsWithIt_data() {
        QTest::addColumn<bool>("closedFirst");
        QTest::newRow("closed, then another comes") << true;
        QTest::newRow("another comes, then closed") << false;
    }
    void replacedFileTakesItsCommitsWithIt() {
        QFETCH(bool, closedFirst);
        fixtures::Desk desk;
        fixtures::Desk other;
        auto workspace = desk.create();
        saveDraft(*workspace, "triage");
        saveDraft(*other.create(), "summary");
        const QString path = QString::fromStdString(desk.path());
        const QString moved = path + QStringLiteral(".moved");
        QVERIFY(QFile::rename(path, moved));
        if (closedFirst)
            workspace.reset();
        QVERIFY(QFile::copy(QString::fromStdString(other.path()), path));
        workspace.reset();

        for (const auto& [file, mine] : {std::pair(path, "summary"), std::pair(moved, "triage")}) {
            const auto opened = store::Workspace::open(file.toStdString(), store::OpenMode::ReadWrite, desk.clock);
            REQUIRE_OK(opened);
            REQUIRE_OK(opened.value()->check());
            for (const char* workflow : {"summary", "triage"}) {
                const auto draft = opened.value()->drafts().load(workflow, "main");
                QCOMPARE(draft.ok() && draft.value().has_value(), std::string(workflow) == mine);
            }
        }
    }

    // Another workspace in its place is neither read nor written, and what SQLite keeps beside it stays.
    void replacedFileIsLeftAlone() {
        fixtures::Desk desk;
        fixtures::Desk other;
        store::Draft draft;
        draft.workflow = "triage";
        draft.branch = "main";
        auto workspace = desk.create();
        REQUIRE_OK(workspace->drafts().save(draft).wait());
        const QString path = QString::fromStdString(desk.path());
        QVERIFY(QFile::rename(path, path + QStringLiteral(".old")));
        QVERIFY(QFile::rename(path + QStringLiteral("-wal"), path + QStringLiteral(".old-wal")));
        other.create().reset();
        QVERIFY(QFile::copy(QString::fromStdString(other.path()), path));
        QFile wal(path + QStringLiteral("-wal"));
        QVERIFY(wal.open(QIODevice::WriteOnly));
        wal.write("another's");
        wal.close();

        const auto info = workspace->info();
        QVERIFY(!info.ok());
        QVERIFY2(info.error().message.find("replaced") != std::string::npos, info.error().message.c_str());
        draft.revision = 1;
        QVERIFY(!workspace->drafts().save(draft).wait().ok());
        workspace.reset();
        QVERIFY(wal.open(QIODevice::ReadOnly));
        QCOMPARE(wal.readAll(), QByteArray("another's"));
    }
};

QTEST_GUILESS_MAIN(StoreFaultsTest)
#include "tst_store_faults.moc"
