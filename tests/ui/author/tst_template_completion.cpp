// SPDX-License-Identifier: GPL-3.0-or-later

#include "template_completion.h"

#include "support/printing.h"

using namespace touchstone;
using namespace touchstone::ui;

namespace {

const Json kDocument = {
    {"inputs",
     {{"properties",
       {{"ticket", {{"type", "string"}, {"description", "What the customer wrote"}}},
        {"customer", {{"properties", {{"plan", {{"type", "string"}}}, {"since", {{"type", "string"}}}}}}},
        {"orders",
         {{"type", "array"}, {"items", {{"properties", {{"id", Json::object()}, {"total", Json::object()}}}}}}}}}}},
    {"retrieval", {{"corpus", "help"}}}};

QStringList textsOf(const Completions& found) {
    QStringList texts;
    for (const Completion& item : found.items)
        texts.append(item.text);
    return texts;
}

}  // namespace

class TemplateCompletionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void offers_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* before, QStringList expected) {
            QTest::newRow(before) << QString::fromUtf8(before) << expected;
        };
        const auto list = [](std::initializer_list<const char*> words) {
            QStringList texts;
            for (const char* word : words)
                texts.append(QString::fromLatin1(word));
            return texts;
        };
        row("tick", {});
        row("{{ tick", list({"ticket"}));
        row("{{ ticket | tr", list({"trim", "truncate"}));
        row("{% if ticket is str", list({"string"}));
        row("{% if ticket is not str", list({"string"}));
        row("{{ customer.", list({"plan", "since"}));
        row("{{ customer.pl", list({"plan"}));
        row("{{ \"cust", {});
        row("{# cust", {});
        row("{{ done }} tick", {});
        row("{% raw %}{{ tick", {});
        row("{% raw %}{{ x }}{% endraw %}{{ tick", list({"ticket"}));
        row("{% end", list({"endif", "endfor", "endset", "endmacro", "endfilter", "endcall", "endraw", "endwith"}));
        row("{% for o in orders %}{{ o.", list({"id", "total"}));
        row("{% for o in orders | sort %}{{ o.to", list({"total"}));
        row("{% for s in sources %}{{ s.ti", list({"title"}));
        row("{% for o in orders %}{{ loop.l", list({"last", "length"}));
        row("{% for o in orders %}{% endfor %}{{ loop.l", {});
        row("{% set ticked = 1 %}{{ tick", list({"ticked", "ticket"}));
        row("{% macro tickle(ticks) %}{{ tick", list({"ticks", "tickle", "ticket"}));
        row("{% macro tickle(ticks) %}{% endmacro %}{{ tick", list({"tickle", "ticket"}));
        row("{{ nothing.known.", {});
        row("{{ .", {});
        row("{{- tick", list({"ticket"}));
        row("{{ ticket | trim | upp", list({"upper"}));
    }
    void offers() {
        QFETCH(QString, before);
        QTEST(textsOf(completeTemplate(before, false, kDocument)), "expected");
    }

    void nothingIsPushedOnWhoOnlyTypes() {
        QVERIFY(completeTemplate(QStringLiteral("{{ "), false, kDocument).items.empty());
        QVERIFY(textsOf(completeTemplate(QStringLiteral("{{ "), true, kDocument)).contains(QStringLiteral("sources")));
        QVERIFY(completeTemplate(QStringLiteral("text"), true, kDocument).items.empty());
    }

    void kindsAndHelp() {
        const Completions inputs = completeTemplate(QStringLiteral("{{ tick"), false, kDocument);
        QCOMPARE(inputs.prefix, QStringLiteral("tick"));
        QCOMPARE(inputs.items[0].kind, QStringLiteral("input"));
        QCOMPARE(inputs.items[0].help, QStringLiteral("What the customer wrote"));
        const Completions filters = completeTemplate(QStringLiteral("{{ x | trunc"), false, kDocument);
        QVERIFY(filters.items[0].label.startsWith(QStringLiteral("truncate(length")));
        QVERIFY(!filters.items[0].help.isEmpty());
    }

    void argumentsHaveATip() {
        const Completions found = completeTemplate(QStringLiteral("{{ ticket | truncate("), false, kDocument);
        QVERIFY(found.items.empty());
        QVERIFY(found.tip.startsWith(QStringLiteral("truncate(length")));
        QVERIFY(completeTemplate(QStringLiteral("{{ nosuch("), false, kDocument).tip.isEmpty());
    }

    void survivesAnything_data() {
        QTest::addColumn<QString>("before");
        for (const char* text : {"{", "{{", "{%", "{#", "{% for", "{% for x", "{% for in in in %}{{ x.", "{% endfor %}",
                                 "{% macro", "{% set %}", "{{ ((((", "{{ ))))(", "{{ a.b.c.d.", "{% raw %}", "{{ '\\"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QString loops;
        for (int i = 0; i < 500; ++i)
            loops += QStringLiteral("{% for a in a %}");
        QTest::newRow("loops over themselves") << loops + QStringLiteral("{{ a.");
    }
    void survivesAnything() {
        QFETCH(QString, before);
        QVERIFY(completeTemplate(before, true, kDocument).prefix.size() <= before.size());
        QVERIFY(completeTemplate(before, false, Json()).prefix.size() <= before.size());
    }
};

QTEST_APPLESS_MAIN(TemplateCompletionTest)
#include "tst_template_completion.moc"
