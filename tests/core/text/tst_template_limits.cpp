// SPDX-License-Identifier: Apache-2.0
//
// Hostile templates: each is refused with a typed error before it costs time, memory or stack.

#include "base/json.h"
#include "support/printing.h"
#include "text/expression.h"

using namespace touchstone;
using namespace touchstone::text;

namespace {

std::string repeated(std::string_view part, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += part;
    return text;
}

}  // namespace

class TemplateLimitsTest : public QObject {
    Q_OBJECT

private slots:
    void refusesToRun_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char* name, const std::string& source, const char* word) {
            QTest::newRow(name) << QByteArray::fromStdString(source) << QByteArray(word);
        };
        row("huge range", "{{ range(10**9) }}", "step-limit");
        row("endless range", "{{ range(0, 9223372036854775807, 9) }}", "step-limit");
        row("nested loops", "{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}",
            "step-limit");
        row("huge text", "{{ 'x' * 10**9 }}", "output-limit");
        row("huge list", "{{ ([1] * 10**9)|length }}", "step-limit");
        row("huge output", "{% set a = 'x' * 1000000 %}{% for i in range(20) %}{{ a }}{% endfor %}", "output-limit");
        row("doubling text",
            "{% set n = namespace(s='xx') %}{% for i in range(99) %}{% set n.s = n.s ~ n.s %}{% endfor %}",
            "output-limit");
        row("doubling list",
            "{% set n = namespace(l=[1]) %}{% for i in range(99) %}{% set n.l = n.l + n.l %}{% endfor %}",
            "step-limit");
        row("deep list",
            "{% set n = namespace(l=[]) %}{% for i in range(9999) %}{% set n.l = [n.l] %}{% endfor %}{{ n.l|tojson }}",
            "size-limit");
        row("many copies of a large text", "{{ (['x' * 1000000] * 1000)|join }}", "output-limit");
        row("recursive macro", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "recursion-limit");
        row("recursive caller",
            "{% macro m() %}{{ caller() }}{% call m() %}x{% endcall %}{% endmacro %}{% call m() %}y{% endcall %}",
            "recursion-limit");
        row("wide padding", "{{ '%99999999d'|format(1) }}", "size-limit");
        row("wide centring", "{{ 'x'|center(999999999) }}", "output-limit");
        row("deep indentation", "{{ 'x'|indent(999999999) }}", "output-limit");
        row("growing replacement", "{{ ('x' * 100000)|replace('x', 'y' * 100000) }}", "output-limit");
        row("huge power", "{{ 10**10**10 }}", "value-error");
        row("huge float", "{{ 10.0**400 }}", "value-error");
        row("many batches", "{{ [1]|slice(10**9) }}", "step-limit");
        row("smallest integer", "{{ (-9223372036854775807 - 1) // -1 }}", "value-error");
    }
    void refusesToRun() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, word);
        const auto parsed = Template::parse(source.toStdString(), TemplateOptions::jinja());
        QVERIFY2(parsed.value, parsed.findings.empty() ? "" : toLine(parsed.findings.front()).c_str());
        const auto text = parsed.value->render(Json::object());
        QVERIFY(!text.ok());
        QCOMPARE(text.error().detail, word.toStdString());
    }

    void refusesToParse_data() {
        QTest::addColumn<QByteArray>("source");
        const auto row = [](const char* name, const std::string& source) {
            QTest::newRow(name) << QByteArray::fromStdString(source);
        };
        constexpr std::size_t kMany = 100'000;
        row("parentheses", "{{ " + repeated("(", kMany) + "1" + repeated(")", kMany) + " }}");
        row("open parentheses", "{{ " + repeated("(", kMany));
        row("lists", "{{ " + repeated("[", kMany) + repeated("]", kMany) + " }}");
        row("mappings", "{{ " + repeated("{1:", kMany) + " }}");
        row("filters", "{{ 1" + repeated("|abs", kMany) + " }}");
        row("signs", "{{ " + repeated("-", kMany) + "1 }}");
        row("nots", "{{ " + repeated("not ", kMany) + "1 }}");
        row("attributes", "{{ a" + repeated(".b", kMany) + " }}");
        row("calls", "{{ a" + repeated("()", kMany) + " }}");
        row("sums", "{{ 1" + repeated("+1", kMany) + " }}");
        row("powers", "{{ 1" + repeated("**1", kMany) + " }}");
        row("conditions", "{{ " + repeated("1 if 1 else ", kMany) + "1 }}");
        row("ifs", repeated("{% if 1 %}", kMany));
        row("loops", repeated("{% for a in b %}", 50'000));
        row("macros", repeated("{% macro m() %}", 50'000));
        row("targets", "{% set " + repeated("(", kMany) + "a = 1 %}");
        row("too large", repeated("x", (1U << 20U) + 1));
        row("not UTF-8", "a\xff");
        row("many errors", repeated("{{ + }}", kMany));
    }
    void refusesToParse() {
        QFETCH(QByteArray, source);
        const auto parsed = Template::parse(source.toStdString());
        QVERIFY(!parsed.value);
        QVERIFY(!parsed.findings.empty() && parsed.findings.size() <= 200);
        QVERIFY(parsed.findings.front().position.has_value());
    }

    void deepVariablesAreFine() {
        std::string json = repeated("[", 120) + repeated("]", 120);
        const auto parsed = Template::parse("{{ x|tojson }}{{ x == x }}", TemplateOptions::jinja());
        const auto text = parsed.value->render(parseJson("{\"x\":" + json + "}").value());
        VERIFY_OK(text);
        QCOMPARE(text.value(), json + "True");
    }

    void ordinaryWorkFitsTheBudget() {
        Json rows = Json::array();
        for (int i = 0; i < 10'000; ++i)
            rows.push_back({{"id", i}, {"name", "row"}});
        const auto parsed = Template::parse("{% for r in rows %}{{ r.id }}: {{ r.name|upper }}\n{% endfor %}");
        const auto text = parsed.value->render({{"rows", rows}});
        VERIFY_OK(text);
        QVERIFY(text.value().size() > 80'000);
    }
};

QTEST_APPLESS_MAIN(TemplateLimitsTest)
#include "tst_template_limits.moc"
