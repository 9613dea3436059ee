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
    void examplesPerLabel();
    void examplesNeedADraftThatTakesThem();
    void examplesFitTheOutputSchema_data();
    void examplesFitTheOutputSchema();
    void examplesOfTheDraftAreNotLost();
    void examplesOfAVersionMayGo();
    void examplesNeedAPromptThatIsRead();
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

void TestExchange::examplesPerLabel() {
    Desk desk;
    const auto session = desk.create();
    VERIFY_OK(commit(*session, document(), VersionId()));
    session::ExampleFile request;
    request.file = desk.write("x.csv", "text,label\n1,a\n2,a\n3,b\n4,a\n5,b\n6,c\n");
    request.workflow = "desk";
    request.perLabel = 2;
    const auto imported =
        await<session::ImportedExamples>([&](auto done) { session->exchange().importExamples(request, done); });
    VERIFY_OK(imported);
    QCOMPARE(imported->examples, std::size_t(5));
    QCOMPARE(imported->labels, std::size_t(3));
    const auto opened =
        await<session::OpenedDraft>([&](auto done) { session->authoring().openDraft("desk", "main", done); });
    QVERIFY(opened->saved);
    const Json json = parseJson(opened->draft.text).value();
    QCOMPARE(toText(json["prompt"]["examples"][4]), std::string("{\"input\":{\"text\":\"6\"},\"output\":\"c\"}"));
}

void TestExchange::examplesNeedADraftThatTakesThem() {
    Desk desk;
    const auto session = desk.create();
    session::ExampleFile request;
    request.file = desk.write("x.csv", "text,label\n1,a\n");
    request.workflow = "desk";
    const auto import = [&] {
        return await<session::ImportedExamples>([&](auto done) { session->exchange().importExamples(request, done); });
    };
    COMPARE_ERROR(import(), ErrorCode::NotFound, "");
    auto draft = await<store::Draft>([&](auto done) { session->authoring().createWorkflow("desk", done); }).value();
    for (const char* text : {"[]", "5", "{\"prompt\": 1}", "{}"}) {
        draft.text = text;
        draft = await<store::Draft>([&](auto done) { session->authoring().saveDraft(draft, done); }).value();
        COMPARE_ERROR(import(), ErrorCode::InvalidArgument, "no prompt");
    }
    draft.text = "{ half";
    draft = await<store::Draft>([&](auto done) { session->authoring().saveDraft(draft, done); }).value();
    COMPARE_ERROR(import(), ErrorCode::InvalidArgument, "line 1");
    draft.text = toText(document());
    VERIFY_OK(await<store::Draft>([&](auto done) { session->authoring().saveDraft(draft, done); }));
    request.file = desk.write("y.csv", "text\n1\n");
    COMPARE_ERROR(import(), ErrorCode::InvalidArgument, "row 1 has no expected answer");
}

void TestExchange::examplesFitTheOutputSchema_data() {
    QTest::addColumn<QByteArray>("answers");   // of the column "label", one a row
    QTest::addColumn<QByteArray>("imported");  // the outputs, or what the refusal says
    QTest::addColumn<bool>("fits");
    QTest::newRow("JSON in a column of text")
        << QByteArray(R"("{""label"":""a""}")") << QByteArray(R"({"label":"a"})") << true;
    QTest::newRow("not JSON") << QByteArray("\"{\"\"label\"\":\"\"a\"\"}\"\nbilling")
                              << QByteArray("row 2: expected object, got the string \"billing\"") << false;
    QTest::newRow("another field") << QByteArray(R"("{""labl"":""a""}")") << QByteArray("row 1: ") << false;
    QTest::newRow("a wrong type") << QByteArray(R"("{""label"":5}")") << QByteArray("row 1: /label: ") << false;
}

void TestExchange::examplesFitTheOutputSchema() {
    QFETCH(QByteArray, answers);
    QFETCH(QByteArray, imported);
    QFETCH(bool, fits);
    Desk desk;
    const auto session = desk.create();
    Json json = document();
    json["output"] = Json::parse(R"({"mode": "json", "schema": {"type": "object", "required": ["label"],
                                     "properties": {"label": {"type": "string"}}}})");
    VERIFY_OK(commit(*session, json, VersionId()));
    std::string csv = "text,label\n";
    for (const QByteArray& answer : answers.split('\n'))
        csv += "x," + answer.toStdString() + "\n";
    session::ExampleFile request;
    request.file = desk.write("x.csv", csv);
    request.workflow = "desk";
    const auto result =
        await<session::ImportedExamples>([&](auto done) { session->exchange().importExamples(request, done); });
    if (!fits) {
        COMPARE_ERROR(result, ErrorCode::InvalidArgument, imported.toStdString());
        return;
    }
    VERIFY_OK(result);
    const auto draft = await<Json>([&](auto found) { session->exchange().document("desk", "draft", found); });
    VERIFY_OK(draft);
    QCOMPARE(toText(*resolvePointer(draft.value(), "/prompt/examples/0/output")), imported.toStdString());
}

void TestExchange::examplesOfTheDraftAreNotLost() {
    Desk desk;
    const auto session = desk.create();
    VERIFY_OK(commit(*session, document(), VersionId()));
    session::ExampleFile request;
    request.file = desk.write("x.csv", "text,label\n1,a\n2,b\n");
    request.workflow = "desk";
    const auto import = [&] {
        return await<session::ImportedExamples>([&](auto done) { session->exchange().importExamples(request, done); });
    };
    VERIFY_OK(import());
    VERIFY_OK(import());  // the same again loses nothing
    request.perLabel = 1;
    request.file = desk.write("y.csv", "text,label\n3,c\n");
    COMPARE_ERROR(import(), ErrorCode::Conflict, "2 examples of its own");
    COMPARE_ERROR(import(), ErrorCode::Conflict, "--force");
    request.force = true;
    const auto forced = import();
    VERIFY_OK(forced);
    QCOMPARE(forced->before, std::size_t(2));
}

// What a version has is not lost, be it all of its examples or some.
void TestExchange::examplesOfAVersionMayGo() {
    Desk desk;
    const auto session = desk.create();
    Json withExamples = document();
    withExamples["prompt"]["examples"] =
        Json::parse(R"([{"input": {"text": "1"}, "output": "a"}, {"input": {"text": "2"}, "output": "b"}])");
    VERIFY_OK(commit(*session, withExamples, VersionId()));
    session::ExampleFile request;
    request.workflow = "desk";
    const auto import = [&](const char* cases) {
        request.file = desk.write("x.csv", cases);
        return await<session::ImportedExamples>([&](auto done) { session->exchange().importExamples(request, done); });
    };
    VERIFY_OK(import("text,label\n1,a\n"));
    VERIFY_OK(import("text,label\n3,c\n"));
    COMPARE_ERROR(import("text,label\n4,d\n"), ErrorCode::Conflict, "1 example of its own");

    request.branch = "other";
    const auto elsewhere = desk.write("desk.json", toText(withExamples));
    VERIFY_OK(await<session::ImportedWorkflow>([&](auto done) {
        session->exchange().importWorkflow({elsewhere, "other", false}, done);
    }));
    VERIFY_OK(import("text,label\n4,d\n"));
}

// A prompt that is no JSON yet takes the place of the document's once it is corrected, and with it that of the
// examples.
void TestExchange::examplesNeedAPromptThatIsRead() {
    Desk desk;
    const auto session = desk.create();
    VERIFY_OK(commit(*session, document(), VersionId()));
    session::ExampleFile request;
    request.file = desk.write("x.csv", "text,label\n1,a\n");
    request.workflow = "desk";
    request.force = true;
    const auto import = [&] {
        return await<session::ImportedExamples>([&](auto done) { session->exchange().importExamples(request, done); });
    };
    VERIFY_OK(type(*session, "prompt", "{ \"messages\": "));
    COMPARE_ERROR(import(), ErrorCode::InvalidArgument, "not valid JSON yet in: prompt");
    VERIFY_OK(type(*session, "prompt", toText(document()["prompt"])));
    VERIFY_OK(type(*session, "output", "{ \"mode\": "));
    VERIFY_OK(import());
    const auto opened =
        await<session::OpenedDraft>([&](auto done) { session->authoring().openDraft("desk", "main", done); });
    VERIFY_OK(opened);
    QCOMPARE(opened->text.typed.at(0).part, std::string("output"));
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
