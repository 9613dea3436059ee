// SPDX-License-Identifier: Apache-2.0
//
// Files in, files out.

#include <QTest>

#include "desk.h"

#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <map>

using namespace desk;

namespace {

std::atomic<ino_t> lastFolderSynced = 0;

}  // namespace

// Takes the place of the C library's in this program: what is durable cannot be seen otherwise.
extern "C" int fsync(int descriptor) {
    struct stat file {};
    if (::fstat(descriptor, &file) == 0 && S_ISDIR(file.st_mode))
        lastFolderSynced = file.st_ino;
    return static_cast<int>(::syscall(SYS_fsync, descriptor));
}

namespace {

// Every file below a folder with its content.
std::map<std::string, std::string> contentsOf(const fs::path& folder) {
    std::map<std::string, std::string> contents;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            contents[entry.path().lexically_relative(folder).string()] = session::readFile(entry.path()).value();
    return contents;
}

Result<session::ImportedDataset> importDataset(session::Session& session, const fs::path& file,
                                               const char* scorers = R"([{"type": "equals"}])",
                                               const std::string& name = {}) {
    session::DatasetFile request;
    request.file = file;
    request.name = name;
    if (scorers)
        request.scorers = Json::parse(scorers);
    return await<session::ImportedDataset>([&](auto done) { session.exchange().importDataset(request, done); });
}

Result<session::ImportedWorkflow> importWorkflow(session::Session& session, const fs::path& source,
                                                 bool force = false) {
    return await<session::ImportedWorkflow>([&](auto done) {
        session.exchange().importWorkflow({source, "main", force}, done);
    });
}

}  // namespace

class TestExchange : public QObject {
    Q_OBJECT

private slots:
    void datasetGoesInAndOut();
    void aDatasetsNameKeepsItsScorers();
    void saysWhatEachColumnIs();
    void faultyDatasetsStoreNothing_data();
    void faultyDatasetsStoreNothing();
    void corpusSkipsWhatIsHidden();
    void readOnlyWorkspaceTakesNothing();
    void filesHaveLimits();
    void failedWriteLeavesTheOldFile();
    void aFolderIsWrittenWholeOrNotAtAll();
    void aGrowingFileIsFoundAfterACrash();
};

void TestExchange::datasetGoesInAndOut() {
    Desk desk;
    const auto session = desk.create();
    const auto info = importDataset(
        *session, desk.write("tickets.csv", "text,label\n\"one, two\",a\nthree,b\n\"with \"\"quotes\"\"\",a\n"));
    VERIFY_OK(info);
    QCOMPARE(info->dataset.name, std::string("tickets"));
    QCOMPARE(info->dataset.cases, std::int64_t(3));
    for (const char* name : {"out.jsonl", "out.csv"}) {
        const fs::path file = desk.path(name);
        VERIFY_OK(await<void>([&](auto done) { session->exchange().exportDataset("tickets", file, done); }));
        const auto again = importDataset(*session, file);
        VERIFY_OK(again);
        QCOMPARE(again->dataset.id.text, info->dataset.id.text);
    }
    const auto list = await<std::vector<store::DatasetInfo>>([&](auto done) { session->exchange().datasets(done); });
    VERIFY_OK(list);
    QCOMPARE(list->size(), std::size_t(2));
}

void TestExchange::aDatasetsNameKeepsItsScorers() {
    Desk desk;
    const auto session = desk.create();
    const auto first = importDataset(*session, desk.write("a.csv", "text,label\none,a\ntwo,b\n"));
    VERIFY_OK(first);
    QVERIFY(!first->before);
    const auto second = importDataset(*session, desk.write("b.csv", "text,label\nthree,c\n"), nullptr, "a");
    VERIFY_OK(second);
    QCOMPARE(second->before->id.text, first->dataset.id.text);
    QCOMPARE(second->before->cases, std::int64_t(2));
    QCOMPARE(toText(second->dataset.scorers), std::string(R"([{"type":"equals"}])"));
    // The same cases under another name: each name keeps its own scorers.
    VERIFY_OK(importDataset(*session, desk.path("b.csv"), R"([{"type":"label"}])", "other"));
    const auto list = await<std::vector<store::DatasetInfo>>([&](auto done) { session->exchange().datasets(done); });
    QCOMPARE(list->size(), std::size_t(2));
    QCOMPARE(list->at(0).name, std::string("other"));
    QCOMPARE(toText(list->at(0).scorers), std::string(R"([{"type":"label"}])"));
    QCOMPARE(toText(list->at(1).scorers), std::string(R"([{"type":"equals"}])"));
}

void TestExchange::saysWhatEachColumnIs() {
    Desk desk;
    const auto session = desk.create();
    session::DatasetFile request;
    request.file = desk.write("t.csv", "id,ticket,plan:json,extra,output,label\n1,x,5,y,a,b\n");
    request.options.columns.inputs = {{"ticket", "text"}, {"plan", "plan"}};
    const auto imported =
        await<session::ImportedDataset>([&](auto done) { session->exchange().importDataset(request, done); });
    VERIFY_OK(imported);
    std::string uses;
    for (const auto& [column, use] : imported->columns)
        uses += column + "=" + use + ";";
    QCOMPARE(uses, std::string("id=the case's name;ticket=input text;plan:json=input plan;extra=ignored;"
                               "output=ignored;label=ignored;"));
    QCOMPARE(imported->warnings.size(), std::size_t(1));
    QCOMPARE(imported->warnings.front().code, std::string("ambiguous-expected"));
}

void TestExchange::faultyDatasetsStoreNothing_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("scorers");
    QTest::addColumn<QByteArray>("says");
    const QByteArray equals = R"([{"type": "equals"}])";
    QTest::newRow("bad lines") << QByteArray("t.jsonl")
                               << QByteArray("{\"input\": {\"text\": \"x\"}}\n{\"input\": 5}\nnot JSON\n") << equals
                               << QByteArray("line 3");
    QTest::newRow("ragged row") << QByteArray("t.csv") << QByteArray("text,label\nx,a\ny,b,c\n") << equals
                                << QByteArray("line 3");
    QTest::newRow("empty") << QByteArray("t.csv") << QByteArray() << equals << QByteArray("t.csv was not imported");
    QTest::newRow("bad scorer") << QByteArray("t.csv") << QByteArray("text,label\nx,a\n")
                                << QByteArray(R"([{"type": "eqals"}])") << QByteArray("eqals");
    QTest::newRow("scorers are no list") << QByteArray("t.csv") << QByteArray("text,label\nx,a\n")
                                         << QByteArray(R"({"type": "equals"})") << QByteArray("");
}

void TestExchange::faultyDatasetsStoreNothing() {
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, scorers);
    QFETCH(QByteArray, says);
    Desk desk;
    const auto session = desk.create();
    const auto refused =
        importDataset(*session, desk.write(file.toStdString(), text.toStdString()), scorers.constData());
    COMPARE_ERROR(refused, ErrorCode::InvalidArgument, says.toStdString());
    const auto list = await<std::vector<store::DatasetInfo>>([&](auto done) { session->exchange().datasets(done); });
    QVERIFY(list->empty());
}

void TestExchange::corpusSkipsWhatIsHidden() {
    Desk desk;
    const auto session = desk.create();
    desk.write("help/a.md", "# Title of A\n\ntext");
    desk.write("help/sub/b.txt", "plain");
    desk.write("help/c.png", "not text");
    desk.write("help/.git/d.md", "hidden");
    fs::create_symlink(desk.path("help/a.md"), desk.path("help/e.md"));
    const auto corpus =
        await<store::CorpusInfo>([&](auto done) { session->exchange().importCorpus("help", desk.path("help"), done); });
    VERIFY_OK(corpus);
    QCOMPARE(corpus->documents, std::int64_t(2));
    COMPARE_ERROR(
        await<store::CorpusInfo>([&](auto done) { session->exchange().importCorpus("x", desk.path("nowhere"), done); }),
        ErrorCode::NotFound, "nowhere");
}

void TestExchange::readOnlyWorkspaceTakesNothing() {
    Desk desk;
    desk.create().reset();
    const auto session = desk.open(store::OpenMode::ReadOnly);
    COMPARE_ERROR(importDataset(*session, desk.write("t.csv", "text,label\nx,a\n")), ErrorCode::PermissionDenied, "");
    COMPARE_ERROR(importWorkflow(*session, desk.write("w.json", toText(document()))), ErrorCode::PermissionDenied, "");
}

void TestExchange::filesHaveLimits() {
    Desk desk;
    const fs::path file = desk.write("x", std::string(100, 'x'));
    VERIFY_OK(session::readFile(file, 100));
    COMPARE_ERROR(session::readFile(file, 99), ErrorCode::InvalidArgument, "99");
    COMPARE_ERROR(session::readFile("/dev/zero", 1000), ErrorCode::InvalidArgument, "larger than");
    COMPARE_ERROR(session::readFile(desk.path()), ErrorCode::NotFound, "desk.touchstone");
    COMPARE_ERROR(session::readFile(desk.folder.path().toStdString()), ErrorCode::InvalidArgument, "folder");
    QCOMPARE(session::readFile(desk.write("empty", "")).value(), std::string());
}

void TestExchange::failedWriteLeavesTheOldFile() {
    Desk desk;
    desk.write("x/inside", "kept");
    QVERIFY(!session::writeFile(desk.path("x"), "a folder stands here").ok());
    QVERIFY2(!fs::exists(desk.path("x.part")), "nothing half-written stays");
    QVERIFY(!session::writeFile(desk.path("x/inside/below"), "a file stands above").ok());
    QCOMPARE(session::readFile(desk.path("x/inside")).value(), std::string("kept"));
}

void TestExchange::aFolderIsWrittenWholeOrNotAtAll() {
    Desk desk;
    const std::map<std::string, std::string> old = {{"a", "old a"}, {"b/c", "old c"}};
    VERIFY_OK(session::writeFiles(desk.path("out"), old));
    desk.write("out/z/file", "a folder cannot be made here");
    const std::map<std::string, std::string> faulty = {{"a", "new a"}, {"b/c", "new c"}, {"z/file/d", "new d"}};
    QVERIFY(!session::writeFiles(desk.path("out"), faulty).ok());
    auto present = contentsOf(desk.path("out"));
    present.erase("z/file");
    QCOMPARE(present, old);

    const fs::path link = desk.path("link");
    fs::create_symlink(desk.path("out/a"), link);
    VERIFY_OK(session::writeFile(link, "through the link"));
    QVERIFY(fs::is_symlink(link));
    QCOMPARE(session::readFile(desk.path("out/a")).value(), std::string("through the link"));
    VERIFY_OK(session::writeFile("/dev/null", "gone"));
    QVERIFY(fs::is_character_file("/dev/null"));
}

// A new file is on disk only when its folder is, too.
void TestExchange::aGrowingFileIsFoundAfterACrash() {
    Desk desk;
    fs::create_directory(desk.path("records"));
    struct stat folder {};
    QCOMPARE(::stat(desk.path("records").c_str(), &folder), 0);
    const auto growing = session::GrowingFile::make(desk.path("records/lines"), "head\n");
    VERIFY_OK(growing);
    growing.value()->append("line\n");
    lastFolderSynced = 0;
    VERIFY_OK(growing.value()->sync());
    QCOMPARE(lastFolderSynced.load(), folder.st_ino);
}

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
