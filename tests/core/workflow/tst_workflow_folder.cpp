// SPDX-License-Identifier: Apache-2.0

#include "base/canonical_json.h"
#include "sample_documents.h"
#include "support/printing.h"
#include "workflow/folder.h"
#include "workflow/parse.h"

using namespace touchstone;
using namespace touchstone::workflow;

namespace {

Folder smallFolder() {
    return {{"workflow.json", R"({"name":"n"})"}, {"prompt/01-user.md", "{{ text }}\n"}};
}

std::string pathsOf(const Folder& folder) {
    std::string text;
    for (const auto& file : folder)
        text += (text.empty() ? "" : " ") + file.first;
    return text;
}

}  // namespace

class WorkflowFolderTest : public QObject {
    Q_OBJECT

private slots:
    void roundTrips_data() {
        QTest::addColumn<QByteArray>("document");
        for (const auto& [place, document] : touchstone::testing::sampleDocuments())
            QTest::newRow(place.c_str()) << QByteArray::fromStdString(toText(document));
        QTest::newRow("starter") << QByteArray::fromStdString(toText(starterDocument("n")));
        Json odd = starterDocument("odd");
        odd["instructions"]["text"] = "\r\n  blanks, Ünïcödé, \"quotes\"\n\n";
        odd["prompt"]["messages"] = Json::array({{{"role", "system"}, {"content", ""}},
                                                 {{"role", "assistant"}, {"content", "no line end"}},
                                                 {{"role", "user"}, {"content", "line end\n"}}});
        odd["prompt"]["examples"] = Json::array({{{"input", {{"text", "two\nlines"}}}, {"output", "\u2028"}}});
        odd["tools"] = Json::array();
        QTest::newRow("odd texts") << QByteArray::fromStdString(toText(odd));
        odd["prompt"]["examples"] = Json::array();
        QTest::newRow("no examples") << QByteArray::fromStdString(toText(odd));
        Json many = starterDocument("many");
        for (int i = 0; i < 99; ++i)
            many["prompt"]["messages"].push_back(
                {{"role", i % 2 ? "user" : "assistant"}, {"content", std::to_string(i)}});
        QTest::newRow("100 messages") << QByteArray::fromStdString(toText(many));
    }
    void roundTrips() {
        QFETCH(QByteArray, document);
        const Json before = parseJson(document.toStdString()).value();
        const auto after = fromFolder(toFolder(before));
        VERIFY_OK(after);
        QCOMPARE(canonicalJson(after.value()).value(), canonicalJson(before).value());
    }

    void filesAreNamedForPeople() {
        const auto document = touchstone::testing::sampleDocuments().at("support-triage/3");
        const Folder folder = toFolder(document);
        QCOMPARE(pathsOf(folder),
                 std::string("budget.json inputs.json instructions.md output.json policy.json prompt/01-user.md "
                             "prompt/examples.jsonl prompt/select.json routing.json workflow.json"));
        QCOMPARE(folder.at("instructions.md"), document["instructions"]["text"].get<std::string>());
        const std::string& examples = folder.at("prompt/examples.jsonl");
        QCOMPARE(static_cast<std::size_t>(std::count(examples.begin(), examples.end(), '\n')),
                 document["prompt"]["examples"].size());
        QVERIFY(folder.at("routing.json").ends_with("}\n"));
    }

    void messagesStandInOrderOfTheirNumbers() {
        Folder folder = smallFolder();
        folder["prompt/2-assistant.md"] = "two";
        folder["prompt/010-user.md"] = "ten";
        folder["prompt/100-system.md"] = "hundred";
        folder["prompt/11-user.md"] = "eleven";
        const auto document = fromFolder(folder);
        VERIFY_OK(document);
        std::string order;
        for (const Json& message : document.value()["prompt"]["messages"])
            order += stringAt(message, "role") + ":" + stringAt(message, "content") + " ";
        QCOMPARE(order, std::string("user:{{ text }}\n assistant:two user:ten user:eleven system:hundred "));
    }

    void addsTheFormat() {
        QCOMPARE(stringAt(fromFolder(smallFolder()).value(), "format"), std::string(kFormat));
        Folder folder = smallFolder();
        folder["workflow.json"] = R"({"format":"touchstone.workflow/9","name":"n"})";
        QCOMPARE(stringAt(fromFolder(folder).value(), "format"), std::string("touchstone.workflow/9"));
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char* path, const char* content, const char* message) {
            QTest::newRow(path) << QByteArray(path) << QByteArray(content) << QByteArray(message);
        };
        const char* unknown = " is not a file of a workflow";
        row("notes.txt", "x", "notes.txt is not a file of a workflow; remove it or rename it");
        row("README.md", "x", unknown);
        row("retreival.json", "{}", unknown);
        row("prompt.json", "{}", unknown);
        row("instructions.json", "{}", unknown);
        row("sub/routing.json", "{}", unknown);
        row("commit.json", "{}", unknown);
        row("prompt/user.md", "x", "messages are named prompt/01-user.md");
        row("prompt/1-robot.md", "x", unknown);
        row("prompt/1-user.md~", "x", unknown);
        row("prompt/x/02-user.md", "x", unknown);
        row("prompt/99999-user.md", "x", unknown);
        row("prompt/", "x", unknown);
        row("prompt/1-assistant.md", "x", "prompt/1-assistant.md: another file holds message 1");
        row("routing.json", "{\n  \"tiers\": oops\n}", "routing.json: not valid JSON at line 2, column 12");
        row("prompt/select.json", "{", "prompt/select.json: not valid JSON at line 1");
        row("prompt/examples.jsonl", "{\"input\":{},\"output\":1}\n\n{\"input\":}\n", "prompt/examples.jsonl line 3: ");
    }
    void refuses() {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, message);
        Folder folder = smallFolder();
        folder[path.toStdString()] = content.toStdString();
        const auto document = fromFolder(folder);
        QVERIFY(!document.ok());
        QVERIFY2(document.error().message.find(message.toStdString()) != std::string::npos,
                 document.error().message.c_str());
        QVERIFY2(document.error().message.starts_with(path.toStdString()), document.error().message.c_str());
    }

    void refusesBadHeads_data() {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("none") << QByteArray() << QByteArray("there is no workflow.json");
        QTest::newRow("list") << QByteArray("[]") << QByteArray("workflow.json must hold an object");
        QTest::newRow("bad JSON") << QByteArray("{\"name\":") << QByteArray("workflow.json: not valid JSON at line 1");
        QTest::newRow("part") << QByteArray(R"({"name":"n","prompt":7})")
                              << QByteArray("workflow.json: 'prompt' does not belong here");
    }
    void refusesBadHeads() {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, message);
        Folder folder = smallFolder();
        folder.erase("workflow.json");
        if (!head.isEmpty())
            folder["workflow.json"] = head.toStdString();
        const auto document = fromFolder(folder);
        QVERIFY(!document.ok());
        QVERIFY2(document.error().message.starts_with(message.toStdString()), document.error().message.c_str());
    }
};

QTEST_APPLESS_MAIN(WorkflowFolderTest)
#include "tst_workflow_folder.moc"
