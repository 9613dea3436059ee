// SPDX-License-Identifier: Apache-2.0

#include "base/json.h"
#include "support/printing.h"
#include "text/template.h"

using namespace touchstone;
using namespace touchstone::text;

namespace {

Result<std::string> render(const QByteArray& source, const TemplateOptions& options, const QByteArray& variables) {
    const TemplateParse parsed = Template::parse(source.toStdString(), options);
    if (!parsed.value)
        return Error{ErrorCode::InvalidArgument, toLine(parsed.findings.front()), "syntax"};
    return parsed.value->render(parseJson(variables.toStdString()).value());
}

}  // namespace

class TemplateTest : public QObject {
    Q_OBJECT

private slots:
    // The facts of jinja2 that are easy to get wrong, and where engines disagree.
    void jinjaDialect_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("wanted");
        const auto row = [](const char* source, const char* wanted) {
            QTest::newRow(source) << QByteArray(source) << QByteArray(wanted);
        };
        row("{{ -2**2 }}", "4");
        row("{{ 2**3**2 }}", "64");
        row("{{ -1|abs }}", "1");
        row("{{ 4/2 }} {{ -7//2 }} {{ -7%3 }}", "2.0 -4 2");
        row("{{ 'a' 'b' }}", "ab");
        row("{{ 'x'*3 }}", "xxx");
        row("{{ 1 if false }}", "");
        row("{{ x is none }}", "False");
        row("{{ 2.5|round }} {{ 3.5|round|int }}", "2.0 4");
        row("{{ 'x'|int(9) }}", "9");
        row("{{ 'Hello World'|truncate(8) }}", "Hello World");
        row("{{ [1,2]|join }}", "12");
        row("{% set x=1 %}{% for i in [1] %}{% set x=2 %}{% endfor %}{{ x }}", "1");
        row("{% if true %}{% set y=3 %}{% endif %}{{ y }}", "3");
        row("a  {%- if true %} b {% endif -%}  c", "a b c");
        row("a\n{{- 1 -}}\nb", "a1b");
        row("{% for x in [1,2,3] if x>1 %}{{ loop.index }}/{{ loop.length }} {% endfor %}", "1/2 2/2 ");
        row("{{ ['b','A','c']|sort|join }}", "Abc");
        row("{{ 1_000 }} {{ 0x1F }} {{ 1e3 }}", "1000 31 1000.0");
        row("{{ '%.2f'|format(3.14159) }}", "3.14");
        row("{{ 'a' ~ 1 + 2 }}", "error");
        row("{{ 'a' + 1 }}", "error");
        row("{{ 1/0 }}", "error");
        row("{{ foo() }}", "error");
        row("{{ v.items }}", "data");
        row("{{ v['items'] }}", "data");
        row("{% for k, x in v.items() %}{{ k }}={{ x }}{% endfor %}", "items=data");
        row("{{ one }}", "1.0");
        row("{{ true }} {{ none }}", "True None");
        row("{{ [1,'x',none,true] }}", "[1, 'x', None, True]");
        row("{{ {'k':'v'} }}", "{'k': 'v'}");
        row("{{ '<'|tojson }}", "\"<\"");
        row("{{ x.y.z }}", "error");
        row("{% if [] %}a{% else %}b{% endif %}", "b");
        row("{% raw %}{{ x }}{% endraw %}", "{{ x }}");
        row("{% if true %}\na{% endif %}", "\na");
    }
    void jinjaDialect() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, wanted);
        const auto text = render(source, TemplateOptions::jinja(), R"({"v":{"items":"data"},"one":1.0})");
        QCOMPARE(text.ok() ? text.value() : std::string("error"), wanted.toStdString());
    }

    void strictDialect_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("wanted");
        QTest::addColumn<QByteArray>("error");
        const auto row = [](const char* source, const char* wanted, const char* error) {
            QTest::newRow(source) << QByteArray(source) << QByteArray(wanted) << QByteArray(error);
        };
        row("{{ s }} {{ i }}", "text 7", "");
        row("{{ f }}", "", "1:4: a float prints differently");
        row("{{ f|round(1) }} {{ f|tojson }}", "2.5 2.5", "");
        row("{{ b }}", "", "| tojson");
        row("{{ l }}", "", "a list prints differently");
        row("{{ m }}", "", "a mapping prints differently");
        row("{{ z }}", "", "none prints differently");
        row("{{ l|tojson }} {{ m|tojson }} {{ z|tojson }} {{ b|tojson }}", "[1, 2] {\"a\": \"\xC3\xA9<\"} null true",
            "");
        row("{{ 'x' ~ l }}", "", "a list prints differently");
        row("{{ nope }}", "", "'nope' is undefined");
        row("line\n{{ m.nope }}", "", "2:5: 'nope' is undefined");
        row("{% if nope %}{% endif %}", "", "'nope' is undefined");
        row("{{ nope|default('d') }} {{ m.nope|default('e') }}", "d e", "");
        row("{% if nope is defined %}a{% else %}b{% endif %}", "b", "");
        row("keeps the end\n", "keeps the end\n", "");
        row("keeps\r\nthis", "keeps\r\nthis", "");
        row("{{ big }}", "9007199254740993", "");
        row("{{ 9223372036854775807 + 1 }}", "", "does not fit into 64 bits");
    }
    void strictDialect() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, wanted);
        QFETCH(QByteArray, error);
        const auto text = render(source, {}, R"({"s":"text","i":7,"f":2.5,"b":true,"l":[1,2],"m":{"a":"é<"},"z":null,
                                                  "big":9007199254740993})");
        if (error.isEmpty()) {
            VERIFY_OK(text);
            QCOMPARE(text.value(), wanted.toStdString());
            return;
        }
        QVERIFY(!text.ok());
        QVERIFY2(QByteArray::fromStdString(text.error().message).contains(error), text.error().message.c_str());
    }

    void findsEveryError() {
        const auto parsed =
            Template::parse("{{ 1 + }}\n{% include 'x' %}\n  {{ a|uper }} {% forr x %}{% endforr %}{% if a %}");
        QVERIFY(!parsed.value);
        std::vector<std::string> lines;
        for (const Finding& finding : parsed.findings)
            lines.push_back(toLine(finding));
        QCOMPARE(lines.size(), std::size_t{5});
        QVERIFY2(lines[0].find("1:8") != std::string::npos, lines[0].c_str());
        QVERIFY2(lines[1].find("2:4") != std::string::npos && lines[1].find("not supported") != std::string::npos,
                 lines[1].c_str());
        QVERIFY2(lines[2].find("did you mean 'upper'") != std::string::npos, lines[2].c_str());
        QVERIFY2(lines[3].find("{% for %}") != std::string::npos, lines[3].c_str());
        QVERIFY2(lines[4].find("never closed") != std::string::npos, lines[4].c_str());
    }

    void notesMethodNames() {
        const auto parsed = Template::parse("{{ a.items }} {{ a.items() }} {{ a['keys'] }}");
        QVERIFY(parsed.value);
        QCOMPARE(parsed.findings.size(), std::size_t{1});
        QCOMPARE(parsed.findings[0].code, std::string("method-name"));
        QVERIFY(parsed.findings[0].severity == Severity::Info);
    }

    void namesItsVariables() {
        const auto parsed = Template::parse(
            "{{ customer.plan }}{% set x = x + y['k'].z %}{{ x }}{% for i in list %}{{ i.a }}{{ loop.index }}{% endfor "
            "%}"
            "{% macro m(p) %}{{ p }}{{ free }}{% endmacro %}{{ m(1) }}{{ d.items() }}{{ o|default(1) }}{{ range(2) }}");
        QVERIFY(parsed.value);
        std::string uses;
        for (const VariableUse& use : parsed.value->variables())
            uses += use.path + (use.guarded ? "? " : " ");
        QCOMPARE(uses, std::string("customer.plan x y.k.z list free d o? "));
        QVERIFY((parsed.value->variables()[0].position == TextPosition{1, 4}));
    }

    void tracesItsOutput() {
        const auto parsed = Template::parse("Hi {{ user.name }}, {{ 1 }}{{ a ~ b }}!");
        QVERIFY(parsed.value);
        const auto traced = parsed.value->renderTraced(parseJson(R"({"user":{"name":"Ann"},"a":"x","b":"y"})").value());
        VERIFY_OK(traced);
        QCOMPARE(traced.value().text, std::string("Hi Ann, 1xy!"));
        QCOMPARE(traced.value().sources.size(), std::size_t{2});
        QCOMPARE(traced.value().sources[0].begin, std::size_t{3});
        QCOMPARE(traced.value().sources[0].end, std::size_t{6});
        QCOMPARE(traced.value().sources[0].paths, std::vector<std::string>{"user.name"});
        QCOMPARE(traced.value().sources[1].paths, (std::vector<std::string>{"a", "b"}));
    }

    void listsItsNames() {
        QVERIFY(templateFilters().size() > 40);
        QVERIFY(templateTests().size() > 25);
        QCOMPARE(templateFunctions().size(), std::size_t{3});
        for (const LanguageName& name : templateFilters())
            QVERIFY2(name.signature.starts_with(name.name) && name.help.ends_with('.'), std::string(name.name).c_str());
    }
};

QTEST_APPLESS_MAIN(TemplateTest)
#include "tst_template.moc"
