// SPDX-License-Identifier: Apache-2.0
//
// An input's new name in templates, rules and conditions: everything that read it reads it still, and nothing else
// does.

#include "support/printing.h"
#include "workflow/parse.h"
#include "workflow/rename.h"

#include <fstream>
#include <iterator>

using namespace touchstone;
using namespace touchstone::workflow;

namespace {

Json good() {
    std::ifstream in(TEST_DIR "/data/good.json", std::ios::binary);
    return parseJson(std::string(std::istreambuf_iterator<char>(in), {})).value();
}

// The sample with the text at one of its places, and an example whose input has `field`.
Json documentWith(const std::string& pointer, const std::string& text, const std::string& field, bool retrieves) {
    Json document = good();
    document["routing"]["rules"][0] = {{"when", "tokens.prompt > 1"}, {"use", "small"}};
    document["policy"] = Json::array(
        {{{"id", "rule"}, {"stage", "output"}, {"detect", {{"when", "text == 'x'"}}}, {"action", "block"}}});
    document.erase("retrieval");
    if (retrieves)
        document["retrieval"] = {{"corpus", "help"}, {"query", "help"}};
    document["prompt"]["examples"][0]["input"] = {{field, "v"}};
    document[Json::json_pointer(pointer)] = text;
    return document;
}

constexpr const char* kTemplate = "/instructions/text";
constexpr const char* kQuery = "/retrieval/query";
constexpr const char* kRule = "/routing/rules/0/when";
constexpr const char* kCondition = "/policy/0/detect/when";

}  // namespace

class RenameTest : public QObject {
    Q_OBJECT

private slots:
    void texts_data();
    void texts();
    void refuses_data();
    void refuses();
    void whatCannotBeRenamedIsNotOffered();
};

void RenameTest::texts_data() {
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* place, const char* text, const char* from, const char* to,
                        const char* expected) {
        QTest::newRow(name) << QByteArray(place) << QByteArray(text) << QByteArray(from) << QByteArray(to)
                            << QByteArray(expected);
    };
    row("text of a condition", kCondition, "'secret' in text", "text", "body", "'secret' in text");
    row("text through the input", kCondition, "text == input.text", "text", "body", "text == input.body");
    row("tokens of a rule", kRule, "tokens.prompt > 8 and input.tokens > 1", "tokens", "count",
        "tokens.prompt > 8 and input.count > 1");
    row("tokens of a template", kTemplate, "{{ tokens }}", "tokens", "count", "{{ count }}");
    row("text of a rule", kRule, "text == 'x'", "text", "body", "body == 'x'");
    row("becomes text", kCondition, "'x' in plan.name and text == 'y'", "plan", "text",
        "'x' in input.text.name and text == 'y'");
    row("becomes tokens", kRule, "plan > 1", "plan", "tokens", "input.tokens > 1");
    row("becomes input", kRule, "plan > input.plan", "plan", "input", "input.input > input.input");
    row("sources of a template", kTemplate, "{{ sources | length }}", "sources", "links", "{{ sources | length }}");
    row("sources of a query", kQuery, "{{ sources }}", "sources", "links", "{{ links }}");
    row("examples of a template", kTemplate, "{{ examples | length }}", "examples", "cases", "{{ examples | length }}");
    row("subscript", kRule, "input['ticket'] == input[ \"ticket\" ].x", "ticket", "message",
        "input['message'] == input[ \"message\" ].x");
    row("input is a name like others in templates", kTemplate, "{{ input.ticket }} {{ ticket }}", "ticket", "message",
        "{{ input.ticket }} {{ message }}");
    row("local of the old name", kTemplate, "{% set ticket = ticket | trim %}{{ ticket }}", "ticket", "message",
        "{% set ticket = message | trim %}{{ ticket }}");
}

void RenameTest::texts() {
    QFETCH(QByteArray, place);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, expected);
    const Json document = documentWith(place.toStdString(), text.toStdString(), from.toStdString(), true);
    const Json renamed = withInputCalled(document, from.toStdString(), to.toStdString());
    QCOMPARE(QByteArray::fromStdString(renamed[Json::json_pointer(place.toStdString())].get<std::string>()), expected);
    QVERIFY(renamed["prompt"]["examples"][0]["input"].contains(to.toStdString()));
}

void RenameTest::refuses_data() {
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<bool>("retrieves");
    QTest::addColumn<bool>("refused");
    const auto row = [](const char* name, const char* place, const char* text, const char* to, bool refused = true,
                        bool retrieves = false) {
        QTest::newRow(name) << QByteArray(place) << QByteArray(text) << QByteArray(to) << retrieves << refused;
    };
    row("captured by a loop", kTemplate, "{% for item in items %}{{ ticket }}{% endfor %}", "item");
    row("beside a loop", kTemplate, "{% for item in items %}{{ item }}{% endfor %}{{ ticket }}", "item", false);
    row("captured by a set", kTemplate, "{% set item = 1 %}{{ ticket }}", "item");
    row("captured by a macro", kTemplate, "{% macro m(item) %}{{ ticket }}{% endmacro %}{{ m(1) }}", "item");
    row("keyword", kRule, "ticket == 'x'", "not");
    row("name that is a keyword elsewhere", kTemplate, "{{ ticket }}", "in", false);
    row("constant", kTemplate, "{{ ticket }}", "true");
    row("function", kTemplate, "{{ ticket }}", "range");
    row("taken by retrieval", kTemplate, "{{ ticket }}", "sources", true, true);
    row("not taken without retrieval", kTemplate, "{{ ticket }}", "sources", false);
    row("taken by examples", kTemplate, "{{ ticket }}", "examples");
    row("no name of the language", kTemplate, "{{ ticket }}", "the ticket");
    row("no name, and not read", kTemplate, "Hello", "the ticket", false);
    row("a path", kRule, "input.ticket == 'x'", "a.b");
}

// All places or none: half a rename is worse than what it mends.
void RenameTest::refuses() {
    QFETCH(QByteArray, place);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, to);
    QFETCH(bool, retrieves);
    QFETCH(bool, refused);
    Json document = documentWith(place.toStdString(), text.toStdString(), "ticket", retrieves);
    document["prompt"]["messages"] = Json::array({{{"role", "user"}, {"content", "Go on."}}});
    const Json renamed = withInputCalled(document, "ticket", to.toStdString());
    QCOMPARE(renamed == document, refused);
}

void RenameTest::whatCannotBeRenamedIsNotOffered() {
    Json document = good();
    Json& properties = document["inputs"]["properties"];
    properties["the message"] = properties["ticket"];
    properties.erase("ticket");
    document["inputs"]["required"] = Json::array({"the message"});
    for (const Finding& finding : parseWorkflow(document).findings)
        QVERIFY2(finding.code != "renamed-field", toLine(finding).c_str());
}

QTEST_APPLESS_MAIN(RenameTest)
#include "tst_rename.moc"
