// SPDX-License-Identifier: Apache-2.0

#include "fixtures.h"

#include <QFile>

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace touchstone;
using store::OpenMode;

namespace {

// Runs statements on a file with a connection of its own, as another program would.
bool runSql(const std::string& path, const char* sql) {
    sqlite3* handle = nullptr;
    const bool ok = sqlite3_open(path.c_str(), &handle) == SQLITE_OK &&
                    sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(handle);
    return ok;
}

void writeFile(const std::string& path, const QByteArray& bytes) {
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray readFile(const std::string& path) {
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

store::Draft draft() {
    store::Draft made;
    made.workflow = "triage";
    made.branch = "main";
    made.text = "{}";
    return made;
}

}  // namespace

class WorkspaceTest : public QObject {
    Q_OBJECT

private:
    // Opens and expects an error of this code with these words in it.
    void expectRefusal(fixtures::Desk& desk, OpenMode mode, ErrorCode code, const char* words) {
        const auto opened = store::Workspace::open(desk.path(), mode, desk.clock);
        QVERIFY(!opened.ok());
        QVERIFY2(opened.error().message.find(words) != std::string::npos, opened.error().message.c_str());
        QVERIFY(opened.error().code == code);
    }

private slots:
    void createsAndReopens() {
        fixtures::Desk desk;
        {
            const auto workspace = desk.create();
            QVERIFY(!workspace->readOnly());
            REQUIRE_OK(workspace->drafts().save(draft()).wait());
            const auto info = workspace->info();
            REQUIRE_OK(info);
            QCOMPARE(info->format, 3);
            QCOMPARE(info->drafts, std::int64_t{1});
            QCOMPARE(info->path, desk.path());
            QVERIFY(info->bytes > 0);
        }
        QVERIFY(!QFile::exists(QString::fromStdString(desk.path() + "-wal")));
        REQUIRE_OK(desk.reopen()->check());
        expectRefusal(desk, OpenMode::Create, ErrorCode::AlreadyExists, "exists already");
    }

    void saysWhatIsMissing() {
        fixtures::Desk desk;
        expectRefusal(desk, OpenMode::ReadWrite, ErrorCode::NotFound, "does not exist");
        expectRefusal(desk, OpenMode::ReadOnly, ErrorCode::NotFound, "does not exist");
        QVERIFY(!QFile::exists(QString::fromStdString(desk.path())));
        const auto deep = store::Workspace::open(desk.path("no/such/place"), OpenMode::Create, desk.clock);
        QVERIFY(deep.error().code == ErrorCode::NotFound);
        QVERIFY(store::Workspace::open("", OpenMode::Create, desk.clock).error().code == ErrorCode::InvalidArgument);
        const auto folder = store::Workspace::open(desk.folder.path().toStdString(), OpenMode::ReadWrite, desk.clock);
        QVERIFY(folder.error().message.find("is a folder") != std::string::npos);
        QCOMPARE(::mkfifo(desk.path("fifo").c_str(), 0600), 0);
        const auto fifo = store::Workspace::open(desk.path("fifo"), OpenMode::ReadWrite, desk.clock);
        QVERIFY(fifo.error().message.find("not a regular file") != std::string::npos);
    }

    void refusesOtherFiles_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("text") << QByteArray(5'000, 'x') << QByteArray("is not a Touchstone workspace");
        QTest::newRow("short") << QByteArray("hello") << QByteArray("is not a Touchstone workspace");
        QTest::newRow("empty") << QByteArray() << QByteArray("is empty");
    }
    void refusesOtherFiles() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, words);
        fixtures::Desk desk;
        writeFile(desk.path(), bytes);
        expectRefusal(desk, OpenMode::ReadWrite, ErrorCode::InvalidArgument, words.constData());
        QCOMPARE(readFile(desk.path()), bytes);
    }

    void refusesOtherDatabases() {
        fixtures::Desk desk;
        QVERIFY(runSql(desk.path(), "CREATE TABLE recipe(name)"));
        const QByteArray before = readFile(desk.path());
        expectRefusal(desk, OpenMode::ReadWrite, ErrorCode::InvalidArgument, "of another program");
        QCOMPARE(readFile(desk.path()), before);
    }

    void refusesNewerFormats() {
        fixtures::Desk desk;
        static_cast<void>(desk.create());
        QVERIFY(runSql(desk.path(), "PRAGMA user_version = 7"));
        const QByteArray before = readFile(desk.path());
        expectRefusal(desk, OpenMode::ReadWrite, ErrorCode::Unsupported,
                      "made by a newer Touchstone (format 7, this one knows 3)");
        QCOMPARE(readFile(desk.path()), before);
    }

    void refusesForeignSchemas_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("trigger") << QByteArray("CREATE TRIGGER t AFTER INSERT ON draft BEGIN DELETE FROM version; END");
        QTest::newRow("view") << QByteArray("CREATE VIEW v AS SELECT * FROM draft");
        QTest::newRow("table") << QByteArray("CREATE TABLE more(x)");
        QTest::newRow("index gone") << QByteArray("DROP INDEX trace_by_group");
    }
    void refusesForeignSchemas() {
        QFETCH(QByteArray, sql);
        fixtures::Desk desk;
        static_cast<void>(desk.create());
        QVERIFY(runSql(desk.path(), sql.constData()));
        expectRefusal(desk, OpenMode::ReadWrite, ErrorCode::Corrupt, "other tables");
    }

    // Whatever is broken: an error or an answer, never a crash.
    void survivesDamage_data() {
        QTest::addColumn<int>("offset");
        for (int offset = 0; offset < 100; offset += 4)
            QTest::addRow("byte %d", offset) << offset;
        for (int page = 1; page < 12; ++page)
            QTest::addRow("page %d", page) << page * 4096;
    }
    void survivesDamage() {
        QFETCH(int, offset);
        fixtures::Desk desk;
        {
            const auto workspace = desk.create();
            REQUIRE_OK(workspace->versions().put(fixtures::version(fixtures::document("triage")), "main", {}).wait());
        }
        QByteArray bytes = readFile(desk.path());
        QVERIFY(bytes.size() > offset + 8);
        for (int i = 0; i < 8; ++i)
            bytes[offset + i] = static_cast<char>(~bytes[offset + i]);
        writeFile(desk.path(), bytes);
        const auto opened = store::Workspace::open(desk.path(), OpenMode::ReadWrite, desk.clock);
        if (!opened.ok())
            return;
        static_cast<void>(opened.value()->versions().list("triage").ok());
        static_cast<void>(opened.value()->drafts().save(draft()).wait().ok());
        static_cast<void>(opened.value()->check().ok());
    }

    void readOnlyRefusesWrites() {
        fixtures::Desk desk;
        static_cast<void>(desk.create()->drafts().save(draft()).wait());
        const auto workspace = desk.open(OpenMode::ReadOnly);
        QVERIFY(workspace->readOnly());
        QCOMPARE(workspace->drafts().list()->size(), std::size_t{1});
        QVERIFY(workspace->drafts().save(draft()).wait().error().code == ErrorCode::PermissionDenied);
        QVERIFY(workspace->traces().append({}).error().code == ErrorCode::PermissionDenied);
        QVERIFY(!workspace->info()->readOnlyWhy.empty());
    }

    void readOnlyPlacesOpenForReading_data() {
        QTest::addColumn<bool>("folder");
        QTest::newRow("file") << false;
        QTest::newRow("folder") << true;
    }
    void readOnlyPlacesOpenForReading() {
        struct stat root {};
        if (::geteuid() == 0 && (::stat("/", &root) != 0 || (root.st_mode & S_IXOTH) == 0))
            QSKIP("root may write everywhere, and other users may not enter this machine's root folder");
        if (::geteuid() == 0 && ::seteuid(65'534) != 0)
            QSKIP("root may write everywhere, and this root cannot become another user");
        QFETCH(bool, folder);
        {
            fixtures::Desk desk;
            static_cast<void>(desk.create()->drafts().save(draft()).wait());
            const std::string closed = folder ? desk.folder.path().toStdString() : desk.path();
            QCOMPARE(::chmod(closed.c_str(), folder ? 0555 : 0444), 0);
            const auto workspace = desk.reopen();
            QVERIFY(workspace->readOnly());
            QCOMPARE(workspace->drafts().list()->size(), std::size_t{1});
            QVERIFY(workspace->drafts().save(draft()).wait().error().code == ErrorCode::PermissionDenied);
            QVERIFY(workspace->info()->readOnlyWhy.find("read-only") != std::string::npos);
            QCOMPARE(::chmod(closed.c_str(), 0755), 0);
        }
        if (::getuid() == 0)
            QCOMPARE(::seteuid(0), 0);
    }

    void saysWhoHoldsTheLock() {
        fixtures::Desk desk;
        static_cast<void>(desk.create());
        sqlite3* other = nullptr;
        QCOMPARE(sqlite3_open(desk.path().c_str(), &other), SQLITE_OK);
        QCOMPARE(sqlite3_exec(other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; DELETE FROM draft", nullptr,
                              nullptr, nullptr),
                 SQLITE_OK);
        expectRefusal(desk, OpenMode::ReadWrite, ErrorCode::Unavailable, "locked");
        sqlite3_close(other);
        static_cast<void>(desk.reopen());
    }

    void copies() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        REQUIRE_OK(workspace->drafts().save(draft()).wait());
        REQUIRE_OK(workspace->copyTo(desk.path("copy")));
        QVERIFY(workspace->copyTo(desk.path("copy")).error().code == ErrorCode::AlreadyExists);
        const auto copy = store::Workspace::open(desk.path("copy"), OpenMode::ReadWrite, desk.clock);
        REQUIRE_OK(copy);
        QCOMPARE(copy.value()->drafts().list()->size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "tst_workspace.moc"
