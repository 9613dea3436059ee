// SPDX-License-Identifier: Apache-2.0
//
// Cases of a file as the examples of a draft.

#include <QTest>

#include "desk.h"

using namespace desk;

class TestExampleImport : public QObject {
    Q_OBJECT

private slots:
    void examplesPerLabel();
    void examplesNeedADraftThatTakesThem();
    void examplesFitTheOutputSchema_data();
    void examplesFitTheOutputSchema();
    void examplesOfTheDraftAreNotLost();
    void examplesOfAVersionMayGo();
    void examplesNeedAPromptThatIsRead();
};

void TestExampleImport::examplesPerLabel() {
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

void TestExampleImport::examplesNeedADraftThatTakesThem() {
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

void TestExampleImport::examplesFitTheOutputSchema_data() {
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

void TestExampleImport::examplesFitTheOutputSchema() {
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

void TestExampleImport::examplesOfTheDraftAreNotLost() {
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
void TestExampleImport::examplesOfAVersionMayGo() {
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
void TestExampleImport::examplesNeedAPromptThatIsRead() {
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

QTEST_GUILESS_MAIN(TestExampleImport)
#include "tst_example_import.moc"
