// SPDX-License-Identifier: Apache-2.0
//
// Everything a person can get wrong: one clear message that names the place and what to do, the documented exit code,
// and a workspace that holds afterwards what it held before.

#include "ctl/command_line.h"
#include "integration/bad_input.h"
#include "integration/folder_files.h"
#include "support/loopback_server.h"
#include "support/printing.h"

#include <QTest>

#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <csignal>

using namespace touchstone;
using namespace touchstone::testing;

namespace {

constexpr auto kUnsetKeyVariable = "TOUCHSTONE_TEST_UNSET_KEY";
constexpr unsigned kNobody = 65534;

// Every row of every table but those of traces, as text.
QByteArray contentOf(const std::string& path) {
    sqlite3* database = nullptr;
    QByteArray content;
    const auto add = [](void* to, int columns, char** values, char**) {
        for (int i = 0; i < columns; ++i)
            *static_cast<QByteArray*>(to) += QByteArray(values[i] ? values[i] : "-") + '|';
        return 0;
    };
    sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY, nullptr);
    QByteArray tables;
    sqlite3_exec(database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", add, &tables, nullptr);
    for (const QByteArray& table : tables.split('|'))
        if (!table.isEmpty() && table != "term" && !table.startsWith("trace"))
            sqlite3_exec(database, ("SELECT quote(t.rowid), * FROM " + table + " t").constData(), add, &content,
                         nullptr);
    sqlite3_close(database);
    return tables.isEmpty() ? QByteArray() : tables + content;
}

}  // namespace

class BadInputTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void checksDocuments_data();
    void checksDocuments();
    void importsNoBadDocument_data() { checksDocuments_data(); }
    void importsNoBadDocument();
    void refuses_data();
    void refuses();
    void opensNoStrangeFile_data();
    void opensNoStrangeFile();
    void aReadOnlyWorkspaceStaysAsItIs();
    void aFullDiskLosesNothing();

private:
    void succeeds(const std::vector<std::string>& arguments) const;
    void commit(const Json& document) const;
    [[nodiscard]] Json counts() const;

    QTemporaryDir m_folder;
    CommandLine m_ctl;
    Json m_counts;
    QByteArray m_content;
};

void BadInputTest::succeeds(const std::vector<std::string>& arguments) const {
    const Said said = m_ctl(arguments);
    QVERIFY2(said.code == 0, said.all().c_str());
}

void BadInputTest::commit(const Json& document) const {
    succeeds({"import", "workflow", put(m_folder, "next.json", toPrettyText(document))});
    succeeds({"commit", stringAt(document, "name")});
}

// What `workspace info` counts, without the file's size and the traces, which failed runs leave as well.
Json BadInputTest::counts() const {
    Json info = m_ctl({"workspace", "info", "--json"}).json();
    info.erase("bytes");
    info.erase("traces");
    return info;
}

void BadInputTest::initTestCase() {
    qunsetenv(kUnsetKeyVariable);
    m_ctl = CommandLine(pathIn(m_folder, "work.touchstone"));
    succeeds({"workspace", "new", m_ctl.workspace()});
    commit(echoDocument("echo"));
    Json endless = echoDocument("endless");
    endless["prompt"]["messages"][0]["content"] =
        "{% for i in range(90000) %}{% for j in range(90000) %}{{ text }}{% endfor %}{% endfor %}";
    commit(endless);
    Json offline = echoDocument("offline");
    offline["routing"]["tiers"]["only"] = {{"provider", "local"},
                                           {"model", "m"},
                                           {"base_url", "http://127.0.0.1:" + std::to_string(refusedPort()) + "/v1"}};
    commit(offline);
    Json keyless = echoDocument("keyless");
    keyless["routing"]["tiers"]["only"] = {{"provider", "openai"}, {"model", "m"}, {"api_key_env", kUnsetKeyVariable}};
    commit(keyless);
    put(m_folder, "good.csv", "text,category\nhello,greeting\nbye,parting\n");
    succeeds({"import", "dataset", pathIn(m_folder, "good.csv"), "--name", "cases", "-e", "category"});
    put(m_folder, "ragged.csv", "text,category\nhello,greeting\nworld\n");
    put(m_folder, "latin.csv", "text,category\ncaf\xe9,place\n");
    put(m_folder, "wide.csv", std::string_view("\xff\xfet\0e\0x\0t\0\n\0", 12));
    put(m_folder, "half.jsonl", "{\"input\":{\"text\":\"a\"},\"expected\":\"b\"}\n{\"input\":\n");
    put(m_folder, "empty/readme.txt.bak", "nothing to see");
}

void BadInputTest::init() {
    m_counts = counts();
    QVERIFY(m_counts.is_object());
    m_content = contentOf(m_ctl.workspace());
    QVERIFY(!m_content.isEmpty());
}

void BadInputTest::cleanup() {
    QCOMPARE(toText(counts()), toText(m_counts));
    QVERIFY(contentOf(m_ctl.workspace()) == m_content);
}

void BadInputTest::checksDocuments_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QStringList>("words");  // the place, what is wrong, what to do
    const auto row = [](const char* name, const char* pointer, const Json& value, const QStringList& words) {
        Json document = echoDocument("other");
        document[Json::json_pointer(pointer)] = value;
        QTest::newRow(name) << toText(document) << words;
    };
    row("unknown part", "/promt", Json::object(), {"/promt", "unknown property \"promt\"", "did you mean \"prompt\"?"});
    row("unknown key", "/prompt/mesages", Json::array(), {"/prompt/mesages", "unknown", "did you mean \"messages\"?"});
    row("wrong type", "/routing/timeout_ms", "soon", {"/routing/timeout_ms", "expected integer", "\"soon\""});
    row("undefined variable", "/prompt/messages/0/content", "Read this: {{ texxt }}",
        {"/prompt/messages/0/content 1:15", "'texxt' is not an input", "did you mean 'text'?"});
    row("template without an end", "/prompt/messages/0/content", "{% if text %}yes",
        {"/prompt/messages/0/content", "endif"});
    row("schema that recurses", "/output", {{"mode", "json"}, {"schema", {{"$ref", "#"}}}},
        {"/output/schema", "no check would ever end", "put the reference under"});
    row("unknown built-in model", "/routing/tiers/only/model", "builtin/smal",
        {"/routing/tiers/only/model", "builtin/smal", "did you mean", "builtin/small"});
    row("unknown tier", "/routing/rules", Json::array({{{"use", "huge"}}}), {"/routing/rules/0", "huge"});
    row("unknown format", "/format", "touchstone.workflow/9", {"/format", "touchstone.workflow"});
}

void BadInputTest::checksDocuments() {
    QFETCH(std::string, text);
    QFETCH(QStringList, words);
    const Said said = CommandLine()({"validate", put(m_folder, "checked.json", text)});
    QVERIFY2(said.code == 3 && said.err.empty(), said.all().c_str());
    const QString out = QString::fromStdString(said.out);
    for (const QString& word : words)
        QVERIFY2(out.contains(word), qPrintable(out + "should say: " + word));
    QCOMPARE(out.count("error "), 1);
}

void BadInputTest::importsNoBadDocument() {
    QFETCH(std::string, text);
    QFETCH(QStringList, words);
    const Said said = m_ctl({"import", "workflow", put(m_folder, "checked.json", text)});
    QVERIFY2(said.code == 1 && said.out.empty(), said.all().c_str());
    QCOMPARE(messagesIn(said.err), 1);
    QVERIFY2(QString::fromStdString(said.err).contains("checked.json was not imported"), said.err.c_str());
    QVERIFY2(QString::fromStdString(said.err).contains(words.at(1)), said.err.c_str());
}

void BadInputTest::refuses_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QStringList>("words");
    const auto file = [this](const char* name) { return m_folder.filePath(name); };
    const auto row = [](const char* name, const QStringList& arguments, int code, const QStringList& words) {
        QTest::newRow(name) << arguments << code << words;
    };
    row("ragged rows", {"import", "dataset", file("ragged.csv"), "-e", "category"}, 1,
        {"ragged.csv", "line 3", "1 cell where the header has 2", "double quotes"});
    row("wrong encoding", {"import", "dataset", file("latin.csv"), "-e", "category"}, 1,
        {"latin.csv", "line 2, byte 4", "not UTF-8", "iconv -f WINDOWS-1252"});
    row("UTF-16", {"import", "dataset", file("wide.csv")}, 1, {"wide.csv", "UTF-16", "iconv -f UTF-16"});
    row("half a line of JSON", {"import", "dataset", file("half.jsonl")}, 1, {"half.jsonl", "line 2"});
    row("no such column", {"import", "dataset", file("good.csv"), "-e", "categry"}, 1,
        {"good.csv", "categry", "did you mean \"category\"?"});
    row("examples without that column", {"import", "examples", "echo", file("good.csv"), "-e", "categry"}, 1,
        {"good.csv", "categry", "did you mean \"category\"?"});
    row("no such file", {"import", "dataset", file("none.csv")}, 1, {"none.csv"});
    row("a folder that is no workflow", {"import", "workflow", file("empty")}, 1, {"workflow.json"});
    row("a folder without documents", {"import", "corpus", "notes", file("empty")}, 1, {"empty", ".md"});
    row("scorers that are no JSON", {"eval", "echo", "v1", "-d", "cases", "--scorers", "[{"}, 1,
        {"--scorers", "line 1, column"});
    row("unknown scorer", {"import", "dataset", file("good.csv"), "--name", "more", "--scorers", R"([{"type":"x"}])"},
        1, {"/0", "unknown type \"x\"", "label"});
    row("dataset without scorers", {"eval", "echo", "v1", "-d", "cases"}, 1, {"'cases' has no scorers", "name"});
    row("unknown dataset", {"eval", "echo", "v1", "-d", "nothing"}, 1, {"no dataset \"nothing\""});
    row("unknown workflow", {"run", "ecko", "v1", "-s", "text=a"}, 1,
        {"no workflow \"ecko\"", "did you mean \"echo\"?"});
    row("workflow before its dataset", {"eval", "ecko"}, 1, {"no workflow \"ecko\""});
    row("unknown version", {"run", "echo", "v9", "-s", "text=a"}, 1,
        {"\"echo\" has no version \"v9\"", "did you mean \"v1\"?"});
    row("version of no name", {"diff", "echo", "production", "main"}, 1, {"no version \"production\"", "main, v1"});
    row("dataset misspelt", {"eval", "echo", "-d", "case"}, 1, {"no dataset \"case\"", "did you mean \"cases\"?"});
    row("export misspelt", {"export", "dataset", "csaes", file("x.csv")}, 1, {"did you mean \"cases\"?"});
    row("nothing to commit", {"commit", "echo"}, 1, {"'echo' has no draft", "touchstonectl import"});
    row("input that is no JSON", {"run", "echo", "-i", "{\"text\":"}, 1, {"--input", "line 1, column"});
    row("field that is no JSON", {"run", "echo", "-s", "text:=[1,"}, 1, {"--set text", "line 1, column"});
    row("input of the wrong type", {"run", "echo", "-s", "text:=5"}, 4, {"/text", "expected string", "the number 5"});
    row("input without a field", {"run", "echo"}, 4, {"\"text\" is missing"});
    row("no such tier", {"run", "echo", "-s", "text=a", "--tier", "huge"}, 4, {"'huge'", "routing"});
    row("template that never ends", {"run", "endless", "-s", "text=a"}, 4,
        {"/prompt/messages/0/content", "steps", "make its loops or lists smaller"});
    row("no server", {"run", "offline", "-s", "text=a"}, 4, {"only: ", "127.0.0.1", "connect"});
    row("no key", {"run", "keyless", "-s", "text=a"}, 4, {"only: ", kUnsetKeyVariable, "is not set"});
    row("no recording", {"run", "echo", "-s", "text=a", "--replay", file("none.jsonl")}, 1, {"none.jsonl"});
    row("a file that is no recording", {"run", "echo", "-s", "text=a", "--replay", file("good.csv")}, 1, {"line 1"});
    row("unknown trace", {"traces", "show", "0123abcd"}, 1, {"no trace \"0123abcd\""});
    row("workspace that exists", {"workspace", "new", file("work.touchstone")}, 1,
        {"work.touchstone", "exists already", "another name"});
}

void BadInputTest::refuses() {
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QStringList, words);
    std::vector<std::string> plain;
    for (const QString& argument : arguments)
        plain.push_back(argument.toStdString());
    const Said said = m_ctl(plain);
    QVERIFY2(said.code == code && said.out.empty(), said.all().c_str());
    QCOMPARE(messagesIn(said.err), 1);
    const QString err = QString::fromStdString(said.err);
    for (const QString& word : words)
        QVERIFY2(err.contains(word), qPrintable(err + "should say: " + word));
}

void BadInputTest::opensNoStrangeFile_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("missing") << "none.touchstone" << QStringList{"does not exist", "create"};
    QTest::newRow("folder") << "empty" << QStringList{"is a folder", "Name a workspace file"};
    QTest::newRow("text") << "text.touchstone" << QStringList{"not a Touchstone workspace", "Name a *.touchstone file"};
    QTest::newRow("empty file") << "void.touchstone" << QStringList{"void.touchstone"};
    QTest::newRow("another program's") << "notes.sqlite" << QStringList{"another program", "Name a *.touchstone file"};
    QTest::newRow("newer") << "newer.touchstone" << QStringList{"newer Touchstone", "update Touchstone"};
}

void BadInputTest::opensNoStrangeFile() {
    QFETCH(QString, name);
    QFETCH(QStringList, words);
    put(m_folder, "text.touchstone", std::string(4096, 'x'));
    put(m_folder, "void.touchstone", "");
    const auto sql = [this](const char* file, const char* statement) {
        sqlite3* database = nullptr;
        sqlite3_open(pathIn(m_folder, file).c_str(), &database);
        QCOMPARE(sqlite3_exec(database, statement, nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(database);
    };
    sql("notes.sqlite", "CREATE TABLE IF NOT EXISTS note(text)");
    QFile::remove(m_folder.filePath("newer.touchstone"));
    QVERIFY(QFile::copy(m_folder.filePath("work.touchstone"), m_folder.filePath("newer.touchstone")));
    sql("newer.touchstone", "PRAGMA user_version = 99");
    for (const char* command : {"log", "commit"}) {
        QFile file(m_folder.filePath(name));
        const QByteArray before = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        file.close();
        std::vector<std::string> arguments = {command};
        if (arguments.front() == "commit")
            arguments.emplace_back("echo");
        const Said said = CommandLine(pathIn(m_folder, name))(arguments);
        QVERIFY2(said.code == 1 && said.out.empty(), said.all().c_str());
        QCOMPARE(messagesIn(said.err), 1);
        for (const QString& word : words + QStringList{name})
            QVERIFY2(QString::fromStdString(said.err).contains(word), said.err.c_str());
        QCOMPARE(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray(), before);
    }
}

void BadInputTest::aReadOnlyWorkspaceStaysAsItIs() {
    struct stat root {};
    if (::geteuid() == 0 && (::stat("/", &root) != 0 || (root.st_mode & S_IXOTH) == 0))
        QSKIP("root may write everywhere, and other users may not enter this machine's root folder");
    QDir(m_folder.path()).mkpath("locked");
    const QString path = m_folder.filePath("locked/work.touchstone");
    QVERIFY(QFile::copy(m_folder.filePath("work.touchstone"), path));
    const auto readable = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    const auto searchable = readable | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(path, readable));
    QVERIFY(QFile::setPermissions(m_folder.filePath("locked"), searchable));
    QVERIFY(QFile::setPermissions(m_folder.path(), searchable | QFile::WriteOwner));
    const auto asNobody = [] {
        if (::geteuid() == 0 && ::setuid(kNobody) != 0)
            ::_exit(99);
    };
    const QByteArray before = contentOf(path.toStdString());
    const Said listed = runAlone({"log", "-w", path}, asNobody);
    const Said committed = runAlone({"commit", "echo", "-w", path}, asNobody);
    const Said imported = runAlone({"import", "dataset", m_folder.filePath("good.csv"), "-w", path}, asNobody);
    const Said ran = runAlone({"run", "echo", "-s", "text=a", "-w", path}, asNobody);
    QVERIFY(QFile::setPermissions(m_folder.filePath("locked"), searchable | QFile::WriteOwner));
    QVERIFY2(listed.code == 0, listed.all().c_str());
    for (const Said& said : {committed, imported})
        QVERIFY2(said.code == 1 && messagesIn(said.err) == 1, said.all().c_str());
    QVERIFY2(ran.code == 0 && !ran.out.empty() && messagesIn(ran.err) == 1, ran.all().c_str());
    QVERIFY2(ran.err.find("the trace was not stored") != std::string::npos, ran.err.c_str());
    for (const Said& said : {imported, ran})
        QVERIFY2(said.err.find("read-only") != std::string::npos, said.err.c_str());
    QVERIFY(contentOf(path.toStdString()) == before);
}

void BadInputTest::aFullDiskLosesNothing() {
    constexpr rlim_t kLargestFile = 384 << 10;
    const QString path = m_folder.filePath("full.touchstone");
    QVERIFY(QFile::copy(m_folder.filePath("work.touchstone"), path));
    QVERIFY(QFileInfo(path).size() < static_cast<qint64>(kLargestFile));
    std::string cases = "text,category\n";
    for (int i = 0; i < 20'000; ++i)
        cases += "message number " + std::to_string(i * 7919) + " of a long file,category " + std::to_string(i) + "\n";
    const QString file = QString::fromStdString(put(m_folder, "large.csv", cases));
    const QByteArray before = contentOf(path.toStdString());
    const Said said = runAlone({"import", "dataset", file, "-e", "category", "-w", path}, [] {
        const rlimit limit{kLargestFile, kLargestFile};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        ::signal(SIGXFSZ, SIG_IGN);
    });
    QVERIFY2(said.code == 1 && said.out.empty(), said.all().c_str());
    QCOMPARE(messagesIn(said.err), 1);
    qInfo("%s", said.err.c_str());
    QVERIFY(contentOf(path.toStdString()) == before);
    const CommandLine after(path.toStdString());
    QCOMPARE(integerAt(after({"workspace", "info", "--json"}).json(), "datasets"), 1);
    QCOMPARE(after({"run", "echo", "-s", "text=a"}).code, 0);
}

QTEST_APPLESS_MAIN(BadInputTest)
#include "tst_bad_input.moc"
