// SPDX-License-Identifier: Apache-2.0
//
// Files that may not be touched, and files that must survive.

#include <QTest>

#include "desk.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <thread>

using namespace desk;

namespace {

// The locks that this process holds on a file (proc(5), /proc/locks).
std::ptrdiff_t locksOn(const fs::path& path) {
    struct stat file {};
    ::stat(path.c_str(), &file);
    const std::string inode = ":" + std::to_string(file.st_ino) + " ";
    const std::string owner = " " + std::to_string(::getpid()) + " ";
    std::ifstream locks("/proc/locks");
    std::ptrdiff_t found = 0;
    for (std::string line; std::getline(locks, line);)
        found += holds(line, inode) && holds(line, owner) ? 1 : 0;
    return found;
}

}  // namespace

class TestFiles : public QObject {
    Q_OBJECT

private slots:
    void anOpenWorkspaceKeepsItsLocks();
    void otherFilesAreFree_data();
    void otherFilesAreFree();
    void growingFilesSurviveAKill();
    void growingFilesKeepLinesWhole();
    void growingFilesBeginWithTheFirstLine();
    void growingFilesTellWhatFailed();
};

void TestFiles::anOpenWorkspaceKeepsItsLocks() {
    Desk desk;
    const auto session = desk.create();
    VERIFY_OK(commit(*session, document(), VersionId()));
    const std::ptrdiff_t before = locksOn(desk.path());
    if (before == 0)
        QSKIP("this system does not list its locks");
    for (const char* name : {"desk.touchstone", "desk.touchstone-wal", "desk.touchstone-shm"}) {
        COMPARE_ERROR(session::readFile(desk.path(name)), ErrorCode::InvalidArgument, "SQLite database");
        COMPARE_ERROR(session::checkInput(desk.path(name)), ErrorCode::InvalidArgument, "SQLite database");
        COMPARE_ERROR(session::checkOutput(desk.path(name)), ErrorCode::AlreadyExists, name);
        COMPARE_ERROR(session::writeFile(desk.path(name), "x"), ErrorCode::AlreadyExists, name);
        QVERIFY(!session::GrowingFile::make(desk.path(name), "").ok());
    }
    QCOMPARE(locksOn(desk.path()), before);
    const auto list = await<std::vector<store::WorkflowInfo>>([&](auto done) { session->authoring().workflows(done); });
    QCOMPARE(list->size(), std::size_t(1));
}

void TestFiles::otherFilesAreFree_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("size");
    QTest::newRow("text") << QByteArray("notes.md") << 100;
    QTest::newRow("as large as a page") << QByteArray("page.txt") << 4096;
    QTest::newRow("named like a log without a database") << QByteArray("the-wal") << 100;
    QTest::newRow("empty") << QByteArray("empty") << 0;
}

void TestFiles::otherFilesAreFree() {
    QFETCH(QByteArray, name);
    QFETCH(int, size);
    Desk desk;
    const std::string content(static_cast<std::size_t>(size), 'x');
    const fs::path file = desk.write(name.toStdString(), "old");
    VERIFY_OK(session::writeFile(file, content));
    QCOMPARE(session::readFile(file).value(), content);
    VERIFY_OK(session::checkOutput(desk.path("new")));
}

// What was appended before is there, whatever becomes of the program.
void TestFiles::growingFilesSurviveAKill() {
    Desk desk;
    const fs::path file = desk.path("lines.jsonl");
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        const auto growing = session::GrowingFile::make(file, "head\n");
        growing.value()->append("one\n");
        growing.value()->append("two\n");
        ::raise(SIGKILL);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    QCOMPARE(session::readFile(file).value(), std::string("head\none\ntwo\n"));
}

void TestFiles::growingFilesKeepLinesWhole() {
    Desk desk;
    const auto growing = session::GrowingFile::make(desk.path("lines"), "");
    VERIFY_OK(growing);
    {
        std::vector<std::jthread> threads;
        for (char letter = 'a'; letter < 'e'; ++letter)
            threads.emplace_back([&growing, letter] {
                for (int i = 0; i < 100; ++i)
                    growing.value()->append(std::string(200, letter) + "\n");
            });
    }
    VERIFY_OK(growing.value()->sync());
    std::istringstream lines(session::readFile(desk.path("lines")).value());
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count)
        QCOMPARE(line, std::string(200, line.front()));
    QCOMPARE(count, std::size_t(400));
}

// A program that stops at once must not cost what an earlier one wrote.
void TestFiles::growingFilesBeginWithTheFirstLine() {
    Desk desk;
    const fs::path file = desk.write("lines", "from an earlier day");
    const auto growing = session::GrowingFile::make(file, "head\n");
    VERIFY_OK(growing);
    VERIFY_OK(growing.value()->sync());
    QCOMPARE(session::readFile(file).value(), std::string("from an earlier day"));
    growing.value()->append("line\n");
    QCOMPARE(session::readFile(file).value(), std::string("head\nline\n"));
}

void TestFiles::growingFilesTellWhatFailed() {
    Desk desk;
    const auto growing = session::GrowingFile::make(desk.path("nowhere/lines"), "");
    VERIFY_OK(growing);
    growing.value()->append("line\n");
    COMPARE_ERROR(growing.value()->sync(), ErrorCode::NotFound, "nowhere/lines");
    const auto full = session::GrowingFile::make("/dev/full", "");
    VERIFY_OK(full);
    full.value()->append("line\n");
    COMPARE_ERROR(full.value()->sync(), ErrorCode::Unavailable, "/dev/full");
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
