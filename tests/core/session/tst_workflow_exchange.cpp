// SPDX-License-Identifier: Apache-2.0
//
// Workflows as folders and documents: in as drafts, out from versions and drafts, and nothing lost on the way.

#include <QTest>

#include "desk.h"

#include <map>

using namespace desk;

namespace {

// Every file below a folder with its content.
std::map<std::string, std::string> contentsOf(const fs::path& folder) {
    std::map<std::string, std::string> contents;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            contents[entry.path().lexically_relative(folder).string()] = session::readFile(entry.path()).value();
    return contents;
}

Result<session::ImportedWorkflow> importWorkflow(session::Session& session, const fs::path& source,
                                                 bool force = false) {
    return await<session::ImportedWorkflow>([&](auto done) {
        session.exchange().importWorkflow({source, "main", force}, done);
    });
}

Result<void> exportWorkflow(session::Session& session, const std::string& reference, const fs::path& folder) {
    return await<void>([&](auto done) { session.exchange().exportWorkflow("desk", reference, folder, done); });
}

}  // namespace

class TestWorkflowExchange : public QObject {
    Q_OBJECT

private slots:
    void folderRoundTrip();
    void draftsAreNotLost();
    void typedTextIsNotLost();
    void draftsGoOutToo();
    void exportRemovesWhatIsOutdated();
    void leftOversOfAnExportAreInNobodysWay_data();
    void leftOversOfAnExportAreInNobodysWay();
    void exportRefusesForeignFolders_data();
    void exportRefusesForeignFolders();
    void importsJsonAndYaml();
    void importRefuses_data();
    void importRefuses();
};

void TestWorkflowExchange::folderRoundTrip() {
    Desk desk;
    const auto session = desk.create();
    Json json = document("Be kind.\nTo {{ text }}.\n");
    json["prompt"]["examples"] = Json::parse(R"([{"input": {"text": "a"}, "output": "b"}])");
    const auto first = commit(*session, json, VersionId());
    VERIFY_OK(first);
    VERIFY_OK(exportWorkflow(*session, "v1", desk.path("a")));
    const auto draft = importWorkflow(*session, desk.path("a"));
    VERIFY_OK(draft);
    QCOMPARE(draft->draft.base.text, first->id.text);
    QVERIFY(jsonEqual(parseJson(draft->draft.text).value(), first->document));
    VERIFY_OK(exportWorkflow(*session, "main", desk.path("b")));
    QCOMPARE(contentsOf(desk.path("a")), contentsOf(desk.path("b")));
    const auto before = contentsOf(desk.path("a"));
    VERIFY_OK(exportWorkflow(*session, "main", desk.path("a")));
    QCOMPARE(contentsOf(desk.path("a")), before);
}

void TestWorkflowExchange::draftsAreNotLost() {
    Desk desk;
    const auto session = desk.create();
    const auto first = commit(*session, document("one"), VersionId());
    VERIFY_OK(first);
    const fs::path two = desk.write("two.json", toText(document("two")));
    const auto imported = importWorkflow(*session, two);
    VERIFY_OK(imported);
    QCOMPARE(imported->base, std::string("v1"));
    QCOMPARE(imported->changed, std::vector<std::string>{"instructions"});
    QVERIFY(imported->lost.empty());
    VERIFY_OK(importWorkflow(*session, two));  // nothing new, nothing lost
    const fs::path three = desk.write("three.json", toText(document("three")));
    const auto refused = importWorkflow(*session, three);
    COMPARE_ERROR(refused, ErrorCode::Conflict, "has what no version has: instructions");
    COMPARE_ERROR(refused, ErrorCode::Conflict, "diff desk main draft");
    const auto forced = importWorkflow(*session, three, true);
    VERIFY_OK(forced);
    QCOMPARE(forced->lost, std::vector<std::string>{"instructions"});
    // Back to what is committed: the draft's own instructions would be lost.
    const fs::path one = desk.write("one.json", toText(document("one")));
    COMPARE_ERROR(importWorkflow(*session, one), ErrorCode::Conflict, "instructions");
    VERIFY_OK(importWorkflow(*session, one, true));
    // A draft that says what its base says has nothing to lose.
    VERIFY_OK(importWorkflow(*session, three));
}

// What was typed and is no JSON yet is in no document, so it is compared with none.
void TestWorkflowExchange::typedTextIsNotLost() {
    Desk desk;
    const auto session = desk.create();
    VERIFY_OK(commit(*session, document("one"), VersionId()));
    VERIFY_OK(type(*session, "output", "{ \"mode\": "));
    const fs::path one = desk.write("one.json", toText(document("one")));
    COMPARE_ERROR(importWorkflow(*session, one), ErrorCode::Conflict, "output (no valid JSON yet)");
    COMPARE_ERROR(importWorkflow(*session, one), ErrorCode::Conflict, "--force");
    const auto draft = [&] {
        return await<session::OpenedDraft>([&](auto done) { session->authoring().openDraft("desk", "main", done); });
    };
    QCOMPARE(draft()->text.typed.at(0).text, std::string("{ \"mode\": "));
    const auto forced = importWorkflow(*session, one, true);
    VERIFY_OK(forced);
    QCOMPARE(forced->lost, std::vector<std::string>{"output"});
    QVERIFY(draft()->text.typed.empty());
}

void TestWorkflowExchange::draftsGoOutToo() {
    Desk desk;
    const auto session = desk.create();
    VERIFY_OK(importWorkflow(*session, desk.write("one.json", toText(document("one")))));
    COMPARE_ERROR(exportWorkflow(*session, "main", desk.path("out")), ErrorCode::NotFound, "use the word draft");
    VERIFY_OK(exportWorkflow(*session, "draft", desk.path("out")));
    QCOMPARE(session::readFile(desk.path("out/instructions.md")).value(), std::string("one"));
    const auto document = [&](const char* reference) {
        return await<Json>([&](auto done) { session->exchange().document("desk", reference, done); });
    };
    QVERIFY(jsonEqual(document("draft").value(), document("draft:main").value()));
    COMPARE_ERROR(document("draft:other"), ErrorCode::NotFound, "");
    auto draft = await<session::OpenedDraft>([&](auto done) { session->authoring().openDraft("desk", "main", done); });
    VERIFY_OK(draft);
    draft->draft.text = R"({"name": "desk"})";
    VERIFY_OK(await<store::Draft>([&](auto done) { session->authoring().saveDraft(draft->draft, done); }));
    COMPARE_ERROR(exportWorkflow(*session, "draft", desk.path("out")), ErrorCode::InvalidArgument, "has errors");
    QCOMPARE(session::readFile(desk.path("out/instructions.md")).value(), std::string("one"));
}

void TestWorkflowExchange::exportRemovesWhatIsOutdated() {
    Desk desk;
    const auto session = desk.create();
    Json json = document();
    json["prompt"]["messages"].push_back({{"role", "user"}, {"content", "And?"}});
    json["budget"] = {{"per_run_usd", 1}};
    const auto first = commit(*session, json, VersionId());
    VERIFY_OK(first);
    VERIFY_OK(commit(*session, document(), first->id));
    VERIFY_OK(exportWorkflow(*session, "v1", desk.path("out")));
    QVERIFY(fs::exists(desk.path("out/budget.json")) && fs::exists(desk.path("out/prompt/02-user.md")));
    desk.write("out/.git/config", "mine");
    desk.write("out/prompt/.keep", "mine");
    VERIFY_OK(exportWorkflow(*session, "v2", desk.path("out")));
    QVERIFY(!fs::exists(desk.path("out/budget.json")) && !fs::exists(desk.path("out/prompt/02-user.md")));
    QVERIFY2(fs::exists(desk.path("out/.git/config")) && fs::exists(desk.path("out/prompt/.keep")),
             "what is hidden is nobody's business");
}

void TestWorkflowExchange::leftOversOfAnExportAreInNobodysWay_data() {
    QTest::addColumn<QStringList>("halves");
    QTest::addColumn<bool>("exportedBefore");
    QTest::newRow("of a first export") << QStringList{"instructions.md.part", "prompt/01-user.md.part"} << false;
    QTest::newRow("of a first export, half renamed") << QStringList{"instructions.md", "workflow.json.part"} << false;
    QTest::newRow("of a later one") << QStringList{"budget.json.part", "workflow.json.part"} << true;
    QTest::newRow("of several") << QStringList{"workflow.json.part", "workflow.json.part1", "workflow.json.part12"}
                                << true;
}

// A program that is killed leaves what it had written beside the files; the next export takes it away.
void TestWorkflowExchange::leftOversOfAnExportAreInNobodysWay() {
    QFETCH(QStringList, halves);
    QFETCH(bool, exportedBefore);
    Desk desk;
    const auto session = desk.create();
    VERIFY_OK(commit(*session, document(), VersionId()));
    VERIFY_OK(exportWorkflow(*session, "v1", desk.path("whole")));
    if (exportedBefore)
        VERIFY_OK(exportWorkflow(*session, "v1", desk.path("out")));
    for (const QString& half : halves)
        desk.write("out/" + half.toStdString(), "{ half");
    if (exportedBefore)
        VERIFY_OK(importWorkflow(*session, desk.path("out")));
    VERIFY_OK(exportWorkflow(*session, "v1", desk.path("out")));
    QCOMPARE(contentsOf(desk.path("out")), contentsOf(desk.path("whole")));
}

void TestWorkflowExchange::exportRefusesForeignFolders_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<bool>("exportedBefore");
    QTest::newRow("a foreign folder") << QByteArray("out/notes.txt") << false;
    QTest::newRow("a file among ours") << QByteArray("out/README.md") << true;
    QTest::newRow("a foreign file's half") << QByteArray("out/README.md.part") << true;
    QTest::newRow("a name that goes on") << QByteArray("out/budget.json.part-2") << true;
    QTest::newRow("a folder among ours") << QByteArray("out/src/main.c") << true;
    QTest::newRow("a file") << QByteArray("out") << false;
}

void TestWorkflowExchange::exportRefusesForeignFolders() {
    QFETCH(QByteArray, file);
    QFETCH(bool, exportedBefore);
    Desk desk;
    const auto session = desk.create();
    const auto first = commit(*session, document(), VersionId());
    VERIFY_OK(commit(*session, document("changed"), first->id));
    if (exportedBefore)
        VERIFY_OK(exportWorkflow(*session, "v1", desk.path("out")));
    desk.write(file.toStdString(), "precious");
    const auto before = exportedBefore ? contentsOf(desk.path("out")) : std::map<std::string, std::string>();
    QVERIFY(!exportWorkflow(*session, "v2", desk.path("out")).ok());
    QCOMPARE(session::readFile(desk.path(file.toStdString())).value(), std::string("precious"));
    if (exportedBefore)
        QCOMPARE(contentsOf(desk.path("out")), before);
}

void TestWorkflowExchange::importsJsonAndYaml() {
    Desk desk;
    const auto session = desk.create();
    VERIFY_OK(importWorkflow(*session, desk.write("w.json", toText(document()))));
    const char* const yaml =
        "format: touchstone.workflow/1\nname: yam\nfeature: yam\ninputs:\n  type: object\n"
        "  properties: {text: {type: string}}\nprompt:\n  messages:\n  - role: user\n"
        "    content: |\n      {{ text }}\nrouting:\n  tiers:\n"
        "    small: {provider: builtin, model: builtin/small}\n";
    const auto draft = importWorkflow(*session, desk.write("w.yaml", yaml));
    VERIFY_OK(draft);
    QCOMPARE(draft->draft.workflow, std::string("yam"));
    // Again, over the draft that is there.
    const auto again = importWorkflow(*session, desk.path("w.yaml"));
    VERIFY_OK(again);
    QVERIFY(again->draft.revision > draft->draft.revision);
}

void TestWorkflowExchange::importRefuses_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("not there") << QByteArray("a") << QByteArray() << QByteArray("w.json") << QByteArray("w.json");
    QTest::newRow("not JSON") << QByteArray("w.json") << QByteArray("{\n x") << QByteArray("w.json")
                              << QByteArray("line 2");
    QTest::newRow("not YAML") << QByteArray("w.yml") << QByteArray("a: [") << QByteArray("w.yml")
                              << QByteArray("w.yml: not valid YAML");
    QTest::newRow("no workflow") << QByteArray("w.json") << QByteArray("{\"a\": 1}") << QByteArray("w.json")
                                 << QByteArray("was not imported");
    QTest::newRow("a folder of other things")
        << QByteArray("x/notes.txt") << QByteArray("hi") << QByteArray("x") << QByteArray("workflow.json");
    QTest::newRow("unknown file in a folder")
        << QByteArray("x/workflow.json") << QByteArray("{\"promt\": 1}") << QByteArray("x") << QByteArray("promt");
}

void TestWorkflowExchange::importRefuses() {
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, says);
    Desk desk;
    const auto session = desk.create();
    desk.write(file.toStdString(), text.toStdString());
    const auto refused = importWorkflow(*session, desk.path(source.toStdString()));
    QVERIFY(!refused.ok());
    QVERIFY2(holds(refused.error().message, says.toStdString()), refused.error().message.c_str());
    const auto workflows =
        await<std::vector<store::WorkflowInfo>>([&](auto done) { session->authoring().workflows(done); });
    QVERIFY(workflows->empty());
}

QTEST_GUILESS_MAIN(TestWorkflowExchange)
#include "tst_workflow_exchange.moc"
