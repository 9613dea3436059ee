// SPDX-License-Identifier: GPL-3.0-or-later

#include "uihistory/change_words.h"

#include "support/printing.h"
#include "uistate/text.h"

#include <QTest>

using namespace touchstone;
using namespace touchstone::ui;

namespace {

Json document(const char* text) {
    return parseJson(text).value();
}

}  // namespace

class ChangeWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const char* before, const char* after, const char* message) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QString::fromUtf8(message);
        };
        row("nothing", "{}", "{}", "");
        row("added", "{}", "{\"cache\": {\"mode\": \"off\"}}", "cache added");
        row("removed and added", "{\"cache\": {\"mode\": \"off\"}}", "{\"budget\": {\"per_run_usd\": 1}}",
            "budget added; cache removed");
        row("value", "{\"routing\": {\"tiers\": {\"small\": {\"max_tokens\": 200}}}}",
            "{\"routing\": {\"tiers\": {\"small\": {\"max_tokens\": 300}}}}", "routing: small max tokens 200 → 300");
        row("message", "{\"prompt\": {\"messages\": [{\"role\": \"user\", \"content\": \"one two three four five\"}]}}",
            "{\"prompt\": {\"messages\": [{\"role\": \"user\", \"content\": \"one two six seven three four five\"}]}}",
            "prompt: message 1 reworded (+2 words)");
        row("examples",
            "{\"prompt\": {\"examples\": [{\"input\": 1, \"output\": \"a\"}, {\"input\": 2, \"output\": \"b\"}]}}",
            "{\"prompt\": {\"examples\": [{\"input\": 1, \"output\": \"c\"}, {\"input\": 2, \"output\": \"b\"}, "
            "{\"input\": 3, \"output\": \"d\"}, {\"input\": 4, \"output\": \"e\"}]}}",
            "prompt: 2 example(s) added, 1 example(s) changed");
        row("rules", "{\"policy\": [{\"id\": \"a\"}]}", "{\"policy\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}",
            "policy: 1 rule(s) added");
        row("many values", "{\"retrieval\": {\"a\": 1, \"b\": 1, \"c\": 1, \"d\": 1, \"e\": 1}}",
            "{\"retrieval\": {\"a\": 2, \"b\": 2, \"c\": 2, \"d\": 2, \"e\": 2}}",
            "retrieval: a 1 → 2, b 1 → 2, c 1 → 2, 2 more");
    }
    void words() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const auto changes = workflow::diffWorkflows(document(before.constData()), document(after.constData()));
        QTEST(commitMessageFor(changes), "message");
    }

    void longMessagesNameTheParts() {
        std::vector<workflow::PartChange> changes;
        for (const char* part : {"inputs", "prompt", "retrieval", "output", "routing", "policy"})
            changes.push_back({part,
                               workflow::ChangeKind::Changed,
                               {{"/first_long_setting", Json(100000), Json(200000)},
                                {"/second_long_setting", Json(100000), Json(200000)}}});
        QCOMPARE(commitMessageFor(changes),
                 QStringLiteral("inputs, prompt, retrieval, output, routing, policy changed"));
    }
};

QTEST_APPLESS_MAIN(ChangeWordsTest)
#include "tst_change_words.moc"
