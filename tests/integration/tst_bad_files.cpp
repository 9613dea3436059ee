// SPDX-License-Identifier: Apache-2.0
//
// Files that are no workflow, each named with its place, and files that cannot be written: what was there stays.

#include "ctl/command_line.h"
#include "integration/bad_input.h"
#include "integration/folder_files.h"
#include "support/printing.h"

#include <QTest>

#include <sys/resource.h>
#include <csignal>

using namespace touchstone;
using namespace touchstone::testing;

class BadFilesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void checksFolders_data();
    void checksFolders();
    void aFailedExportLeavesTheOldFile();

private:
    QTemporaryDir m_folder;
    CommandLine m_ctl;
};

void BadFilesTest::initTestCase() {
    m_ctl = CommandLine(pathIn(m_folder, "work.touchstone"));
    QCOMPARE(m_ctl({"workspace", "new", m_ctl.workspace()}).code, 0);
    QCOMPARE(m_ctl({"import", "workflow", put(m_folder, "echo.json", toText(echoDocument("echo")))}).code, 0);
    QCOMPARE(m_ctl({"commit", "echo"}).code, 0);
}

void BadFilesTest::checksFolders_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");  // "-": the file is not there
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no workflow.json") << "workflow.json" << QByteArray("-")
                                      << QStringList{"folder: holds no workflow.json"};
    QTest::newRow("broken JSON") << "routing.json" << QByteArray("{\n  \"tiers\": }")
                                 << QStringList{"folder/routing.json: not valid JSON at line 2, column 1"};
    QTest::newRow("a stray file") << "notes.txt" << QByteArray("hi")
                                  << QStringList{"folder/notes.txt: is not a file of a workflow", "remove it"};
    QTest::newRow("a broken example") << "prompt/examples.jsonl" << QByteArray("{}\n{")
                                      << QStringList{"prompt/examples.jsonl line 2"};
    QTest::newRow("an example that does not fit")
        << "prompt/examples.jsonl"
        << QByteArray("{\"input\":{\"text\":\"a\"},\"output\":\"b\"}\n\n{\"input\":{\"text\":5},\"output\":\"b\"}\n")
        << QStringList{"folder/prompt/examples.jsonl:3 /input/text: "};
    QTest::newRow("a template") << "prompt/01-user.md" << QByteArray("Read\n  {{ texxt }}")
                                << QStringList{"folder/prompt/01-user.md:2:6: ", "did you mean 'text'?"};
    QTest::newRow("instructions") << "instructions.md" << QByteArray("{% if %}")
                                  << QStringList{"folder/instructions.md:1:"};
    QTest::newRow("a value in a part") << "routing.json" << QByteArray("{\"tiers\": 5}")
                                       << QStringList{"folder/routing.json /tiers: ", "expected object"};
    QTest::newRow("a part that is missing")
        << "routing.json" << QByteArray("-") << QStringList{"folder/workflow.json: ", "routing"};
}

void BadFilesTest::checksFolders() {
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(QStringList, words);
    QDir(m_folder.filePath("folder")).removeRecursively();
    QCOMPARE(m_ctl({"export", "workflow", "echo", "v1", pathIn(m_folder, "folder")}).code, 0);
    if (text == "-")
        QVERIFY(QFile::remove(m_folder.filePath("folder/" + file)));
    else
        put(m_folder, "folder/" + file, std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    const Said said = CommandLine()({"validate", pathIn(m_folder, "folder")});
    QVERIFY2(said.code == 3 && said.err.empty(), said.all().c_str());
    const QString out = QString::fromStdString(said.out);
    for (const QString& word : words)
        QVERIFY2(out.contains(word), qPrintable(out + "should say: " + word));
    const Said json = CommandLine()({"validate", pathIn(m_folder, "folder"), "--json"});
    QVERIFY2(json.code == 3 && !stringAt(json.json().at(0), "file").empty(), json.all().c_str());
    const Said imported = m_ctl({"import", "workflow", pathIn(m_folder, "folder")});
    QVERIFY2(imported.code == 1 && imported.err.find("was not imported") != std::string::npos, imported.all().c_str());
}

void BadFilesTest::aFailedExportLeavesTheOldFile() {
    constexpr rlim_t kLargestFile = 64 << 10;
    const auto limited = [] {
        const rlimit limit{kLargestFile, kLargestFile};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        ::signal(SIGXFSZ, SIG_IGN);
    };
    const CommandLine other(pathIn(m_folder, "exports/work.touchstone"));
    QDir(m_folder.path()).mkpath("exports");
    QCOMPARE(other({"workspace", "new", other.workspace()}).code, 0);
    Json document = echoDocument("echo");
    document["prompt"]["messages"][0]["content"] = "{{ text }}" + std::string(100'000, 'x');
    std::string cases = "text,category\n";
    for (int i = 0; i < 5'000; ++i)
        cases += "message number " + std::to_string(i) + ",category " + std::to_string(i) + "\n";
    QCOMPARE(other({"import", "workflow", put(m_folder, "exports/wf.json", toText(document))}).code, 0);
    QCOMPARE(other({"import", "dataset", put(m_folder, "exports/in.csv", cases), "--name", "cases"}).code, 0);
    put(m_folder, "exports/out.csv", "precious");
    put(m_folder, "exports/wf/workflow.json", "precious");
    put(m_folder, "exports/wf/prompt/01-user.md", "precious");

    const QString workspace = QString::fromStdString(other.workspace());
    const Said dataset =
        runAlone({"export", "dataset", "cases", m_folder.filePath("exports/out.csv"), "-w", workspace}, limited);
    const Said folder =
        runAlone({"export", "workflow", "echo", "draft", m_folder.filePath("exports/wf"), "-w", workspace}, limited);
    for (const Said& said : {dataset, folder}) {
        QVERIFY2(said.code == 1 && said.out.empty() && messagesIn(said.err) == 1, said.all().c_str());
        QVERIFY2(said.err.find("cannot write ") != std::string::npos, said.err.c_str());
    }
    for (const char* file : {"exports/out.csv", "exports/wf/workflow.json", "exports/wf/prompt/01-user.md"}) {
        QFile kept(m_folder.filePath(file));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray("precious"));
    }
    QCOMPARE(QDir(m_folder.filePath("exports/wf")).entryList(QDir::Files), QStringList{"workflow.json"});
    QCOMPARE(QDir(m_folder.filePath("exports")).entryList({"*.part*"}, QDir::Files), QStringList());
    const Said nowhere = other({"export", "dataset", "cases", "/proc/nowhere/out.csv"});
    QVERIFY2(nowhere.code == 1 && nowhere.err.find("cannot write /proc/nowhere/out.csv") != std::string::npos,
             nowhere.all().c_str());
}

QTEST_APPLESS_MAIN(BadFilesTest)
#include "tst_bad_files.moc"
