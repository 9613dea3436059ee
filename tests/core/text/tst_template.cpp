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
        row("{{ '9223372036854775808'|int }}", "", "does not fit into 64 bits");
        row("{{ 1e30|int(7) }}", "", "does not fit into 64 bits");
        row("{{ '9223372036854775807'|int }} {{ 'x'|int(7) }}", "9223372036854775807 7", "");
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

    void escapesThatCannotBeRead() {
        for (const char* escape : {"\\N{BULLET}", "\\x4", "\\xg0", "\\u12", "\\U0011FFFF", "\\ud800"}) {
            const auto parsed = Template::parse(std::string("{{ 'ab") + escape + "' }}");
            QVERIFY2(!parsed.value, escape);
            QVERIFY2(toLine(parsed.findings.front()).find("1:7") != std::string::npos,
                     toLine(parsed.findings.front()).c_str());
        }
        const auto fine = render("{{ '\\q\\x41\\u00e9\\\\N' }}", {}, "{}");
        VERIFY_OK(fine);
        QCOMPARE(fine.value(), std::string("\\qA\xC3\xA9\\N"));
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
            uses += use.path + (use.guarded() ? "? " : " ");
        QCOMPARE(uses, std::string("customer.plan x y.k.z list free d o? "));
        QVERIFY((parsed.value->variables()[0].position == TextPosition{1, 4}));
    }

    // What is there for sure where it is read: "path needed/certain".
    void knowsWhatIsThere_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("reads");
        const auto row = [](const char* source, const char* reads) {
            QTest::newRow(source) << QByteArray(source) << QByteArray(reads);
        };
        row("{% if o %}{{ o.id }}{% endif %}{{ o.id }}", "o 1/0, o.id 2/1, o.id 2/0");
        row("{% if o is defined %}{{ o.id }}{% else %}{{ o }}{% endif %}", "o 0/0, o.id 2/1, o 1/0");
        row("{% if o is undefined %}{{ o }}{% elif a %}{{ o }}{% else %}{{ o }}{{ a }}{% endif %}{{ o }}",
            "o 0/0, o 1/0, a 1/0, o 1/1, o 1/1, a 1/0, o 1/0");
        row("{% if not o is defined %}{{ o }}{% else %}{{ o }}{% endif %}", "o 0/0, o 1/0, o 1/1");
        row("{{ o.id | default('x') }}{{ o | d({}) }}", "o.id 1/0, o 0/0");
        row("{{ o is defined and o.id and o.id == 1 }}", "o 0/0, o.id 2/1, o.id 2/2");
        row("{{ o is not defined or o == 1 or o }}", "o 0/0, o 1/1, o 1/1");
        row("{{ o is not defined and o }}", "o 0/0, o 1/0");
        row("{% if a is defined and b is defined %}{{ a }}{{ b }}{% endif %}", "a 0/0, b 0/0, a 1/1, b 1/1");
        row("{% if a is defined or b is defined %}{{ a }}{% endif %}", "a 0/0, b 0/0, a 1/0");
        row("{% if (a is defined and b) or a == 1 %}{{ a }}{{ b }}{% endif %}", "a 0/0, b 1/0, a 1/0, a 1/1, b 1/0");
        row("{{ a if a is defined else b }}{{ b if not a is defined else a }}",
            "a 1/1, a 0/0, b 1/0, b 1/0, a 0/0, a 1/1");
        row("{% for x in xs | default([]) %}{{ xs }}{{ x }}{% else %}{{ xs }}{% endfor %}", "xs 0/0, xs 1/1, xs 1/0");
        row("{% for x in xs if xs.n is string %}{{ xs.n }}{% endfor %}", "xs 1/0, xs.n 1/1, xs.n 2/2");
        row("{% if o.id == 'x' %}{{ o.id }}{% endif %}{% if o.id != 'x' %}{{ o.id }}{% endif %}",
            "o.id 2/0, o.id 2/2, o.id 2/0, o.id 2/0");
        row("{% if o is none %}{{ o }}{% endif %}{% if o is iterable %}{{ o }}{% endif %}{% if o is odd %}{% endif %}",
            "o 0/0, o 1/1, o 0/0, o 1/0, o 1/0");
        row("{% set o = o | default(1) %}{{ o }}", "o 0/0");
        row("{% macro m(a=b) %}{{ a }}{{ c }}{% endmacro %}{% call m() %}{{ d }}{% endcall %}", "b 1/0, c 1/0, d 1/0");
        row("{{ o['id'] }}{{ o['a b'] }}{{ o[0].id }}{{ o.keys() }}{{ f.g(h.i) }}",
            "o.id 2/0, o 1/0, o 1/0, o 1/0, f 1/0, h.i 2/0");
        row("{% if o | default(false) %}{{ o }}{% endif %}{% if o | default('x') %}{{ o }}{% endif %}",
            "o 0/0, o 1/1, o 0/0, o 1/0");
    }
    void knowsWhatIsThere() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, reads);
        const auto parsed = Template::parse(source.toStdString());
        QVERIFY(parsed.value);
        std::string text;
        for (const VariableUse& use : parsed.value->variables())
            text += (text.empty() ? "" : ", ") + use.path + " " + std::to_string(use.needed) + "/" +
                    std::to_string(use.certain);
        QCOMPARE(text, reads.toStdString());
    }

    void tracesThroughNames_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("sources");  // "text < paths"
        const auto row = [](const char* source, const char* sources) {
            QTest::newRow(source) << QByteArray(source) << QByteArray(sources);
        };
        row("{% for x in xs %}{{ x }}{{ loop.index }}{% endfor %}", "p < xs; q < xs");
        row("{% for x in xs %}{% for y in x %}{{ y ~ a }}{% endfor %}{% endfor %}", "p1 < xs a; q1 < xs a");
        row("{% for k, v in o.items() %}{{ k }}={{ v }}{% endfor %}", "id < o; 7 < o");
        row("{% set s = o.id %}{{ s }}{% set n = 'x' %}{{ n }}", "7 < o.id");
        row("{% set ns = namespace(v='') %}{% for x in xs %}{% set ns.v = ns.v ~ x %}{% endfor %}{{ ns.v }}",
            "pq < xs");
        row("{% set s %}<{{ a }}>{% endset %}{{ s | upper }}", "<1> < a");
        row("{% with s = a %}{{ s }}{% endwith %}", "1 < a");
        row("{% macro m(p) %}{{ p }}{{ b }}{% endmacro %}{{ m(a) }}", "12 < b a");
        row("{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ a }}{% endcall %}", "1 < a");
        row("{% filter upper %}x{{ xs[0] }}{% endfilter %}", "XP < xs");
        row("{{ xs[0] if a else b }}", "p < a xs b");
    }
    void tracesThroughNames() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, sources);
        const auto parsed = Template::parse(source.toStdString());
        QVERIFY(parsed.value);
        const Json variables = {{"xs", {"p", "q"}}, {"a", "1"}, {"b", "2"}, {"o", {{"id", "7"}}}};
        const auto traced = parsed.value->renderTraced(variables);
        VERIFY_OK(traced);
        std::string text;
        for (const OutputSource& piece : traced->sources) {
            if (piece.paths.empty())
                continue;
            text += (text.empty() ? "" : "; ") + traced->text.substr(piece.begin, piece.end - piece.begin) + " <";
            for (const std::string& path : piece.paths)
                text += " " + path;
        }
        QCOMPARE(text, sources.toStdString());
    }

    void tracesItsOutput() {
        const auto parsed = Template::parse("Hi {{ user.name }}, {{ 1 }}{{ a ~ b }}!");
        QVERIFY(parsed.value);
        const auto traced = parsed.value->renderTraced(parseJson(R"({"user":{"name":"Ann"},"a":"x","b":"y"})").value());
        VERIFY_OK(traced);
        QCOMPARE(traced.value().text, std::string("Hi Ann, 1xy!"));
        struct Expected {
            const char* text;
            std::size_t column;
            std::vector<std::string> paths;
        };
        const std::vector<Expected> expected = {{"Hi ", 1, {}}, {"Ann", 4, {"user.name"}}, {", ", 19, {}},
                                                {"1", 21, {}},  {"xy", 28, {"a", "b"}},    {"!", 39, {}}};
        QCOMPARE(traced->sources.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const OutputSource& piece = traced->sources[i];
            QCOMPARE(traced->text.substr(piece.begin, piece.end - piece.begin), std::string(expected[i].text));
            QCOMPARE(piece.position.column, expected[i].column);
            QCOMPARE(piece.paths, expected[i].paths);
        }
    }

    // Text that stands in the template is told by where it stands, also in branches, loops and after trimmed blanks.
    void tracesItsOwnText() {
        const auto parsed =
            Template::parse("{% if a -%}\n\n  yes\n{% endif %}{% for x in xs %}\n- {{ x }}{% endfor %}");
        QVERIFY(parsed.value);
        const auto traced = parsed.value->renderTraced(parseJson(R"({"a":"1","xs":["p","q"]})").value());
        VERIFY_OK(traced);
        std::string places;
        for (const OutputSource& piece : traced->sources)
            places += std::to_string(piece.position.line) + ":" + std::to_string(piece.position.column) + " ";
        QCOMPARE(traced->text, std::string("yes\n\n- p\n- q"));
        QCOMPARE(places, std::string("3:3 4:29 5:3 4:29 5:3 "));
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
