// SPDX-License-Identifier: Apache-2.0

#include "base/json.h"
#include "support/printing.h"
#include "text/expression.h"

using namespace touchstone;
using namespace touchstone::text;

class ExpressionTest : public QObject {
    Q_OBJECT

private slots:
    void evaluates_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char* source, const char* json) {
            QTest::newRow(source) << QByteArray(source) << QByteArray(json);
        };
        row("tokens.prompt > 8000 or customer.plan == 'enterprise'", "true");
        row("tokens.prompt", "9000");
        row("tokens", R"({"prompt":9000})");
        row("tags|map('upper')|list", R"(["A","B"])");
        row("{'score': 1 if 'a' in tags else 0, 'why': none}", R"({"score":1,"why":null})");
        row("score * 2", "1.5");
        row("customer.plan in ['free', 'enterprise']", "true");
        row("1, 2", "[1,2]");
        row("customer.missing", "error");
        row("range", "error");
        row("1e308 * 10", "error");
        row("1 +", "syntax");
        row("1 }}", "syntax");
        row("", "syntax");
        row("a b", "syntax");
    }
    void evaluates() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, json);
        const auto parsed = Expression::parse(source.toStdString());
        QCOMPARE(parsed.value.has_value(), json != "syntax");
        if (!parsed.value) {
            QVERIFY(hasErrors(parsed.findings));
            return;
        }
        const Json variables =
            parseJson(R"({"tokens":{"prompt":9000},"customer":{"plan":"enterprise"},"tags":["a","b"],"score":0.75})")
                .value();
        const auto value = parsed.value->evaluate(variables);
        QCOMPARE(value.ok() ? toText(value.value()) : std::string("error"), json.toStdString());
    }

    void tests() {
        const auto holds = [](const char* source) {
            const auto result = Expression::parse(source).value->test({{"x", 5}, {"s", ""}});
            return result.ok() ? (result.value() ? "true" : "false") : result.error().detail;
        };
        QCOMPARE(holds("x > 4 and not s"), std::string("true"));
        QCOMPARE(holds("s"), std::string("false"));
        QCOMPARE(holds("nope"), std::string("undefined"));
        QCOMPARE(holds("x > 'a'"), std::string("type-error"));
    }

    void lenientIsNull() {
        TemplateOptions options;
        options.undefined = Undefined::Chainable;
        const auto value = Expression::parse("a.b.c", options).value->evaluate(Json::object());
        VERIFY_OK(value);
        QVERIFY(value.value().is_null());
    }

    void namesItsVariables() {
        const auto uses = Expression::parse("tokens.prompt > 8000 or customer.plan == 'x'").value->variables();
        QCOMPARE(uses.size(), std::size_t{2});
        QCOMPARE(uses[1].path, std::string("customer.plan"));
        QVERIFY((uses[1].position == TextPosition{1, 25}));
    }

    void needsAnObject() { QVERIFY(!Expression::parse("1").value->evaluate(Json::array()).ok()); }
};

QTEST_APPLESS_MAIN(ExpressionTest)
#include "tst_expression.moc"
