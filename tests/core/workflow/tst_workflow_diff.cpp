// SPDX-License-Identifier: Apache-2.0

#include "support/printing.h"
#include "workflow/diff.h"
#include "workflow/parse.h"

using namespace touchstone;
using namespace touchstone::workflow;

class WorkflowDiffTest : public QObject {
    Q_OBJECT

private slots:
    void changes_data() {
        QTest::addColumn<QByteArray>("set");    // pointers of values set in the starter document, one a line
        QTest::addColumn<QByteArray>("value");  // "" removes
        QTest::addColumn<QByteArray>("changes");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char* name, const char* set, const char* value, const char* changes,
                            const char* message) {
            QTest::newRow(name) << QByteArray(set) << QByteArray(value) << QByteArray(changes) << QByteArray(message);
        };
        row("nothing", "/name", "\"starter\"", "[]", "");
        row("key order and 1.0", "/routing/tiers/small", R"({"model":"builtin/small","provider":"builtin"})", "[]", "");
        row("name is not content", "/name", "\"other\"", "[]", "");
        row("one value", "/instructions/text", "\"Be brief.\"",
            R"([{"part":"instructions","change":"changed","values":
                [{"pointer":"/text","before":"Answer briefly.\n","after":"Be brief."}]}])",
            "change instructions text");
        row("deep value", "/prompt/messages/0/content", "\"x\"",
            R"([{"part":"prompt","change":"changed","values":
                [{"pointer":"/messages/0/content","before":"{{ text }}","after":"x"}]}])",
            "change prompt messages/0/content");
        row("added value", "/prompt/messages/1", R"({"role":"user","content":"y"})",
            R"([{"part":"prompt","change":"changed","values":
                [{"pointer":"/messages/1","after":{"role":"user","content":"y"}}]}])",
            "change prompt messages/1");
        row("removed value", "/routing/fallback", "",
            R"([{"part":"routing","change":"changed","values":[{"pointer":"/fallback","before":["small"]}]}])",
            "change routing fallback");
        row("added part", "/cache", R"({"mode":"off"})",
            R"([{"part":"cache","change":"added","values":[{"pointer":"","after":{"mode":"off"}}]}])", "add cache");
        row("removed part", "/instructions", "",
            R"([{"part":"instructions","change":"removed","values":
                [{"pointer":"","before":{"text":"Answer briefly.\n"}}]}])",
            "remove instructions");
        row("part of another type", "/instructions", "7",
            R"([{"part":"instructions","change":"changed","values":
                [{"pointer":"","before":{"text":"Answer briefly.\n"},"after":7}]}])",
            "change instructions");
        row("description", "/description", "\"New\"",
            R"([{"part":"description","change":"changed","values":[{"pointer":"","before":"","after":"New"}]}])",
            "change description");
        row("several values", "/routing/tiers", R"({"small":{"provider":"x","model":"y"}})",
            R"([{"part":"routing","change":"changed","values":[
                {"pointer":"/tiers/small/provider","before":"builtin","after":"x"},
                {"pointer":"/tiers/small/model","before":"builtin/small","after":"y"},
                {"pointer":"/tiers/large","before":{"provider":"builtin","model":"builtin/large"}}]}])",
            "change routing (3 values)");
        row("several parts, in their order", "/cache\n/memory\n/feature", "{}",
            R"([{"part":"feature","change":"changed","values":[{"pointer":"","before":"starter","after":{}}]},
                {"part":"memory","change":"added","values":[{"pointer":"","after":{}}]},
                {"part":"cache","change":"added","values":[{"pointer":"","after":{}}]}])",
            "change feature; add memory; add cache");
    }
    void changes() {
        QFETCH(QByteArray, set);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, changes);
        QFETCH(QByteArray, message);
        const Json before = starterDocument("starter");
        Json after = before;
        for (const QByteArray& line : set.split('\n')) {
            const Json::json_pointer place(line.toStdString());
            if (value.isEmpty())
                after[place.parent_pointer()].erase(place.back());
            else
                after[place] = parseJson(value.toStdString()).value();
        }
        const std::vector<PartChange> found = diffWorkflows(before, after);
        const Json expected = parseJson(changes.toStdString()).value();
        QVERIFY2(jsonEqual(toJson(found), expected), toPrettyText(toJson(found)).c_str());
        QCOMPARE(proposeMessage(found), message.toStdString());

        // The other way round, what was added is removed and what was before comes after.
        const std::vector<PartChange> back = diffWorkflows(after, before);
        QCOMPARE(back.size(), found.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            QCOMPARE(back[i].part, found[i].part);
            QCOMPARE(back[i].values.size(), found[i].values.size());
            QVERIFY((found[i].kind == ChangeKind::Added) == (back[i].kind == ChangeKind::Removed));
            QVERIFY((found[i].kind == ChangeKind::Changed) == (back[i].kind == ChangeKind::Changed));
        }
    }
};

QTEST_APPLESS_MAIN(WorkflowDiffTest)
#include "tst_workflow_diff.moc"
