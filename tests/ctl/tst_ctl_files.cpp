// SPDX-License-Identifier: Apache-2.0
//
// What touchstonectl writes never replaces a workspace, and what it reads never opens one behind SQLite's back.

#include "ctl/command_line.h"
#include "integration/folder_files.h"
#include "support/printing.h"

#include <QTest>

#include <filesystem>

using namespace touchstone;
using namespace touchstone::testing;

namespace {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

Arguments plain(const QStringList& words, const std::string& path) {
    Arguments arguments;
    for (const QString& word : words)
        arguments.push_back(word == QStringLiteral("FILE") ? path : word.toStdString());
    return arguments;
}

}  // namespace

class CtlFilesTest : public QObject {
    Q_OBJECT

private slots:
    void init();

    void refusesToOverwriteAWorkspace_data();
    void refusesToOverwriteAWorkspace();
    void refusesToReadAWorkspace_data();
    void refusesToReadAWorkspace();
    void writesWhatIsNoWorkspace();

private:
    // The paths that lead to the workspace or belong to it.
    [[nodiscard]] std::vector<std::string> disguises() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    CommandLine m_ctl;
};

// A small workspace with one version and one dataset.
void CtlFilesTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_ctl = CommandLine(pathIn(*m_folder, "t.touchstone"));
    QCOMPARE(m_ctl({"workspace", "new", m_ctl.workspace()}).code, 0);
    const std::string document = put(*m_folder, "echo.json", R"({"format":"touchstone.workflow/1","name":"echo",
        "feature":"tests.echo","inputs":{"type":"object","properties":{"text":{"type":"string"}}},
        "prompt":{"messages":[{"role":"user","content":"{{ text }}"}],
                  "examples":[{"input":{"text":"x"},"output":"y"}]},
        "routing":{"tiers":{"only":{"provider":"builtin","model":"builtin/small"}}}})");
    const Said imported = m_ctl({"import", "workflow", document});
    QVERIFY2(imported.code == 0, imported.all().c_str());
    QCOMPARE(m_ctl({"commit", "echo", "-m", "first", "--author", "Ada"}).code, 0);
    const std::string cases = put(*m_folder, "echo.csv", "text,label\nx,y\nz,y\n");
    const Said dataset = m_ctl({"import", "dataset", cases, "--scorers", R"([{"type":"label"}])"});
    QVERIFY2(dataset.code == 0, dataset.all().c_str());
}

std::vector<std::string> CtlFilesTest::disguises() const {
    const fs::path folder = m_folder->path().toStdString();
    fs::create_symlink("t.touchstone", folder / "symbolic.jsonl");
    fs::create_symlink("t.touchstone-wal", folder / "dangling.jsonl");
    fs::create_symlink("dangling.jsonl", folder / "chained.jsonl");
    fs::create_hard_link(folder / "t.touchstone", folder / "hard.jsonl");
    fs::create_directory_symlink(".", folder / "around");
    fs::copy_file(folder / "t.touchstone", folder / "other.sqlite");
    return {m_ctl.workspace(),         m_ctl.workspace() + "-wal",     m_ctl.workspace() + "-shm",
            folder / "symbolic.jsonl", folder / "dangling.jsonl",      folder / "chained.jsonl",
            folder / "hard.jsonl",     folder / "around/t.touchstone", folder / "around/t.touchstone-wal",
            folder / "other.sqlite"};
}

void CtlFilesTest::refusesToOverwriteAWorkspace_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("export dataset") << QStringList{"export", "dataset", "echo", "FILE"};
    QTest::newRow("report of a comparison") << QStringList{"compare", "echo", "v1", "main", "--html", "FILE"};
    QTest::newRow("report of an evaluation") << QStringList{"eval", "echo", "v1", "--html", "FILE"};
    QTest::newRow("recording") << QStringList{"run", "echo", "-s", "text=x", "--record", "FILE"};
}

void CtlFilesTest::refusesToOverwriteAWorkspace() {
    QFETCH(QStringList, arguments);
    for (const std::string& path : disguises()) {
        const Said said = m_ctl(plain(arguments, path));
        QVERIFY2(said.code == 1 && said.out.empty(), (path + "\n" + said.all()).c_str());
        QVERIFY2(said.err.find("never overwritten; give another file") != std::string::npos, said.err.c_str());
        QVERIFY2(said.err.find(path) != std::string::npos, said.err.c_str());
    }
    const Json info = m_ctl({"workspace", "info", "--json"}).json();
    QCOMPARE(integerAt(info, "versions"), 1);
    QCOMPARE(integerAt(info, "experiments"), 0);  // refused before any work
    QCOMPARE(integerAt(info, "traces"), 0);
}

void CtlFilesTest::refusesToReadAWorkspace_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("workflow") << QStringList{"import", "workflow", "FILE"};
    QTest::newRow("dataset") << QStringList{"import", "dataset", "FILE"};
    QTest::newRow("examples") << QStringList{"import", "examples", "echo", "FILE"};
    QTest::newRow("input") << QStringList{"run", "echo", "-i", "@FILE"};
    QTest::newRow("scorers") << QStringList{"eval", "echo", "v1", "--scorers", "@FILE"};
    QTest::newRow("recording") << QStringList{"run", "echo", "-s", "text=x", "--replay", "FILE"};
}

void CtlFilesTest::refusesToReadAWorkspace() {
    QFETCH(QStringList, arguments);
    for (const std::string& path : disguises()) {
        Arguments words = plain(arguments, path);
        for (std::string& word : words)
            if (word == "@FILE")
                word = "@" + path;
        const Said said = m_ctl(words);
        QVERIFY2(said.code == 1 && said.out.empty(), (path + "\n" + said.all()).c_str());
        QVERIFY2(said.err.find("SQLite database, which cannot be read here") != std::string::npos, said.err.c_str());
    }
}

void CtlFilesTest::writesWhatIsNoWorkspace() {
    const std::string report = put(*m_folder, "report.html", "old");
    const std::string kept = put(*m_folder, "report.html.part", "a file of that name");
    const Said said = m_ctl({"eval", "echo", "v1", "--html", report});
    QVERIFY2(said.code == 0, said.all().c_str());
    QFile written(QString::fromStdString(report));
    QVERIFY(written.open(QIODevice::ReadOnly) && written.readAll().startsWith("<!DOCTYPE html>"));
    QFile other(QString::fromStdString(kept));
    QVERIFY(other.open(QIODevice::ReadOnly));
    QCOMPARE(other.readAll(), QByteArray("a file of that name"));
}

QTEST_APPLESS_MAIN(CtlFilesTest)
#include "tst_ctl_files.moc"
