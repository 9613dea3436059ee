// SPDX-License-Identifier: Apache-2.0
//
// What compile() refuses, what problems say to people, and what lintSchema() notices.

#include "schema/schema.h"
#include "support/printing.h"

#include <thread>

using namespace touchstone;
using namespace touchstone::schema;

namespace {

// JSON with ' for ", which reads better in a table.
Json json(QByteArray text) {
    auto parsed = parseJson(text.replace('\'', '"').toStdString());
    if (!parsed.ok())
        qFatal("%s: %s", text.constData(), parsed.error().message.c_str());
    return std::move(parsed).value();
}

// "instance | keyword | message" for each problem.
std::string problemsOf(const Validation& validation) {
    std::string text;
    for (const Problem& problem : validation.problems)
        text += problem.instancePointer + " | " + problem.keywordPointer + " | " + problem.message + "\n";
    return text;
}

std::string linesOf(const std::vector<Finding>& findings) {
    std::string text;
    for (const Finding& finding : findings)
        text += toLine(finding) + "\n";
    return text;
}

}  // namespace

class SchemaTest : public QObject {
    Q_OBJECT

private slots:
    void refuses_data() {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* schema, const char* pointer, const char* says) {
            QTest::newRow(schema) << QByteArray(schema) << QByteArray(pointer) << QByteArray(says);
        };
        row("[]", "", "must be an object or true or false");
        row("{'type':'strng'}", "/type", "unknown type the string \"strng\" (did you mean \"string\"?)");
        row("{'properties':{'a':{'type':['null','int']}}}", "/properties/a/type", "unknown type");
        row("{'type':[]}", "/type", "list of names");
        row("{'minLength':'5'}", "/minLength", "a whole number of at least 0, not the string \"5\"");
        row("{'minLength':-1}", "/minLength", "at least 0");
        row("{'maxItems':1.5}", "/maxItems", "whole number");
        row("{'minimum':'a'}", "/minimum", "must be a number");
        row("{'multipleOf':0}", "/multipleOf", "greater than 0");
        row("{'required':'a'}", "/required", "list of property names");
        row("{'required':['a','a']}", "/required", "names \"a\" twice");
        row("{'properties':[]}", "/properties", "object of schemas");
        row("{'properties':{'a':1}}", "/properties/a", "must be a schema, not the number 1");
        row("{'items':[{}]}", "/items", "must be a schema, not an array of 1 item");
        row("{'allOf':[]}", "/allOf", "at least one schema");
        row("{'anyOf':{}}", "/anyOf", "list of at least one schema");
        row("{'enum':'a'}", "/enum", "a list of values");
        row("{'uniqueItems':1}", "/uniqueItems", "true or false");
        row("{'pattern':'a('}", "/pattern", "not a regular expression");
        row("{'pattern':'(?i)a'}", "/pattern", "at character 1");
        row("{'pattern':'\\\\Aa\\\\Z'}", "/pattern", "not an escape");
        row("{'patternProperties':{'[':{}}}", "/patternProperties/[", "not closed");
        row("{'$ref':'#/$defs/a'}", "/$ref", "leads nowhere");
        row("{'$ref':'https://example.com/a'}", "/$ref", "nothing is fetched");
        row("{'$ref':5}", "/$ref", "a URI reference");
        row("{'items':{'$anchor':'a'},'not':{'$anchor':'a'}}", "/not", "already has the name");
        row("{'$schema':'http://json-schema.org/draft-04/schema#'}", "", "draft-07");
        row("{'$ref':'#'}", "", "no check would ever end");
        row("{'allOf':[{'$ref':'#/$defs/a'}],'$defs':{'a':{'anyOf':[{'$ref':'#'}]}}}", "/$defs/a/anyOf/0",
            "without going further into the value");
    }
    void refuses() {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, says);
        const auto compiled = Schema::compile(json(schema));
        QVERIFY(!compiled.ok());
        QVERIFY2(compiled.error().message.find(says.toStdString()) != std::string::npos,
                 compiled.error().message.c_str());
        QCOMPARE(compiled.error().detail, pointer.toStdString());
    }

    void explains_data() {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("problems");
        const auto row = [](const char* schema, const char* value, const char* problems) {
            QTest::addRow("%s <- %s", schema, value) << QByteArray(schema) << QByteArray(value) << QByteArray(problems);
        };
        row("{'type':'integer'}", "'abc'", " | /type | expected integer, got the string \"abc\"\n");
        row("{'type':['string','null']}", "5", " | /type | expected string or null, got the number 5\n");
        row("{'type':'integer'}", "1.0", "");
        row("{'enum':['red','green']}", "'gren'",
            " | /enum | expected one of \"red\", \"green\"; got the string \"gren\"; did you mean \"green\"?\n");
        row("{'const':{'a':1}}", "{'a':1.0}", "");
        row("{'const':1}", "true", " | /const | expected 1, got true\n");
        row("{'minimum':3}", "2", " | /minimum | expected at least 3, got 2\n");
        row("{'exclusiveMaximum':2.5}", "2.5", " | /exclusiveMaximum | expected less than 2.5, got 2.5\n");
        row("{'maximum':9007199254740992}", "9007199254740993",
            " | /maximum | expected at most 9007199254740992, got 9007199254740993\n");
        row("{'multipleOf':0.1}", "0.3", "");
        row("{'multipleOf':0.01}", "19.99", "");
        row("{'multipleOf':0.1}", "0.35", " | /multipleOf | expected a multiple of 0.1, got 0.35\n");
        row("{'multipleOf':1e-7}", "1.0000001", "");
        row("{'minLength':2}", "'é'", " | /minLength | expected at least 2 characters, got 1\n");
        row("{'maxLength':1}", "'😀'", "");
        row("{'pattern':'^a+$'}", "'b'", " | /pattern | expected text that matches \"^a+$\", got \"b\"\n");
        row("{'minItems':1}", "[]", " | /minItems | expected at least 1 item, got 0\n");
        row("{'uniqueItems':true}", "[1,{'a':1,'b':2},1.0]",
            " | /uniqueItems | expected no two equal items, but number 1 equals number 3: 1\n");
        row("{'prefixItems':[{}],'items':false}", "[1,2]", " | /items | expected at most 1 item, got 2\n");
        row("{'contains':{'const':1},'minContains':2}", "[1]",
            " | /minContains | expected at least 2 items to fit, got 1\n");
        row("{'required':['name']}", "{}", " | /required | the property \"name\" is missing\n");
        row("{'properties':{'name':{}},'additionalProperties':false}", "{'nam':1}",
            "/nam | /additionalProperties | unknown property \"nam\"; did you mean \"name\"?\n");
        row("{'properties':{'a':{'items':{'type':'null'}}}}", "{'a':[null,1]}",
            "/a/1 | /properties/a/items/type | expected null, got the number 1\n");
        row("{'properties':{'a/b':{'$ref':'#/$defs/x~0y'}},'$defs':{'x~y':{'type':'null'}}}", "{'a/b':1}",
            "/a~1b | /$defs/x~0y/type | expected null, got the number 1\n");
        row("{'anyOf':[{'type':'string'},{'properties':{'a':{'type':'null'}}}]}", "{'a':1}",
            " | /anyOf | none of the 2 alternatives fits; the nearest is number 2\n"
            "/a | /anyOf/1/properties/a/type | expected null, got the number 1\n");
        row("{'oneOf':[{'type':'integer'},{'minimum':2}]}", "3",
            " | /oneOf | expected exactly one alternative to fit, but both number 1 and number 2 do\n");
        row("{'not':{'type':'null'}}", "null", " | /not | null fits a schema that it must not fit\n");
        row("{'dependentRequired':{'a':['b']}}", "{'a':1}",
            " | /dependentRequired | the property \"b\" is missing; \"a\" needs it\n");
        row("{'allOf':[{'properties':{'a':true}}],'unevaluatedProperties':false}", "{'a':1,'b':2}",
            "/b | /unevaluatedProperties | unknown property \"b\"\n");
        row("{'properties':{'a':{'type':'null'},'b':{'minimum':5}},'required':['c']}", "{'b':1,'a':2}",
            "/b | /properties/b/minimum | expected at least 5, got 1\n"
            "/a | /properties/a/type | expected null, got the number 2\n"
            " | /required | the property \"c\" is missing\n");
        row("false", "1", " |  | nothing is allowed here\n");
    }
    void explains() {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, problems);
        const auto compiled = Schema::compile(json(schema));
        VERIFY_OK(compiled);
        const Validation validation = compiled.value().validate(json(value));
        QCOMPARE(problemsOf(validation), problems.toStdString());
        QCOMPARE(compiled.value().isValid(json(value)), problems.isEmpty());
        QCOMPARE(validation.valid(), problems.isEmpty());
    }

    void capsTheList() {
        CompileOptions options;
        options.limits.problems = 3;
        const auto schema = Schema::compile(json("{'items':{'type':'null'}}"), options);
        VERIFY_OK(schema);
        const Validation validation = schema.value().validate(Json(std::vector<int>(50, 1)));
        QCOMPARE(validation.problems.size(), std::size_t{3});
        QVERIFY(!validation.valid());
    }

    void documentsOfOthers() {
        const std::vector<Document> documents = {{"https://example.com/money", json("{'type':'number'}")}};
        CompileOptions options;
        options.uri = "https://example.com/order";
        options.documents = documents;
        const auto schema = Schema::compile(json("{'properties':{'total':{'$ref':'money'}}}"), options);
        VERIFY_OK(schema);
        QCOMPARE(problemsOf(schema.value().validate(json("{'total':'1'}"))),
                 std::string("/total | https://example.com/money#/type | expected number, got the string \"1\"\n"));
    }

    void formats_data() {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("valid");
        const auto row = [](const char* format, const char* value, bool valid) {
            QTest::addRow("%s %s", format, value) << QByteArray(format) << QByteArray(value) << valid;
        };
        row("date", "2024-02-29", true);
        row("date", "2023-02-29", false);
        row("date", "2023-2-09", false);
        row("time", "23:59:60Z", true);
        row("time", "12:00:60Z", false);
        row("time", "12:00:00", false);
        row("date-time", "2026-03-14t09:26:53.5+01:00", true);
        row("date-time", "2026-03-14 09:26:53Z", false);
        row("duration", "P1Y2M3DT4H5M6S", true);
        row("duration", "PT", false);
        row("duration", "P1W", true);
        row("email", "a@example.com", true);
        row("email", "a..b@example.com", false);
        row("hostname", "a-b.example", true);
        row("hostname", "-a.example", false);
        row("ipv4", "192.0.2.1", true);
        row("ipv4", "192.0.2.01", false);
        row("ipv6", "::ffff:192.0.2.1", true);
        row("ipv6", "1::2::3", false);
        row("uri", "https://a.example/b?c#d", true);
        row("uri", "/b", false);
        row("uri-reference", "/b", true);
        row("uri-reference", "\\\\b", false);
        row("uuid", "2f1b0f5e-6a55-4a6c-8c8d-0f4a1b3c5d7e", true);
        row("uuid", "2f1b0f5e6a554a6c8c8d0f4a1b3c5d7e", false);
        row("json-pointer", "/a~1b", true);
        row("json-pointer", "/a~2b", false);
        row("regex", "^(?=a)", true);
        row("regex", "^(", false);
        row("no-such-format", "anything", true);
    }
    void formats() {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, value);
        QFETCH(bool, valid);
        const Json schema = {{"format", format.toStdString()}};
        CompileOptions asserting;
        asserting.assertFormats = true;
        QCOMPARE(Schema::compile(schema, asserting).value().isValid(value.toStdString()), valid);
        QVERIFY(Schema::compile(schema).value().isValid(value.toStdString()));
    }

    void patterns_data() {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("found");
        const auto row = [](const char* pattern, const char* text, bool found) {
            QTest::addRow("%s in %s", pattern, text) << QByteArray(pattern) << QByteArray(text) << found;
        };
        row("a$", "a\n", false);
        row("^\\S+$", "a\u00a0b", false);
        row("\\s", "\u2028", true);
        row("[\\s]", "\ufeff", true);
        row("^[\\S]$", "\ufeff", false);
        row("^.$", "\r", false);
        row("^.$", "😀", true);
        row("^\\uD83D\\uDE00$", "😀", true);
        row("^\\u{1F600}$", "😀", true);
        row("^\\cJ$", "\n", true);
        row("^[^]$", "\n", true);
        row("[]", "a", false);
        row("^\\p{Letter}+$", "äß", true);
        row("^\\p{Script=Greek}$", "λ", true);
        row("^[[a]+$", "[a", true);
        row("^\\/$", "/", true);
        row("\\d", "١", false);
        row("\\w", "ä", false);
        row("^(?=.*\\d)(?=.*[a-z]).{4,}$", "abc1", true);
        row("^(?=.*\\d)(?=.*[a-z]).{4,}$", "abcd", false);
        row("^(?!admin$)", "admin", false);
        row("(?<=\\$)5", "$5", true);
        row("^(a|b)\\1$", "aa", true);
        row("^(a|b)\\1$", "ab", false);
        row("^(?<x>a)\\k<x>$", "aa", true);
        row("^a{1001}$", "a", false);
    }
    void patterns() {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, text);
        QFETCH(bool, found);
        const auto schema = Schema::compile({{"pattern", pattern.toStdString()}});
        VERIFY_OK(schema);
        QCOMPARE(schema.value().isValid(text.toStdString()), found);
    }

    void lints_data() {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("lines");
        const auto row = [](const char* schema, const char* lines) {
            QTest::newRow(schema) << QByteArray(schema) << QByteArray(lines);
        };
        row("{'type':'object','properties':{'a':{'type':'string','minLength':1}},'required':['a']}", "");
        row("{'x-mine':1,'propertys':{}}",
            "warning /propertys: \"propertys\" is not a keyword and has no effect (did you mean \"properties\"?)\n");
        row("{'items':{'type':'string','minimum':3}}",
            "warning /items/minimum: minimum says nothing about string, the only type allowed here (remove it or "
            "change the type)\n");
        row("{'properties':{'name':{}},'required':['nme']}",
            "warning /required/0: the required property \"nme\" is not described under properties (did you mean "
            "\"name\"?)\n");
        row("{'type':'strng','minLength':'a'}",
            "error /type: unknown type the string \"strng\" (did you mean \"string\"?)\n"
            "error /minLength: minLength must be a whole number of at least 0, not the string \"a\"\n");
    }
    void lints() {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, lines);
        QCOMPARE(linesOf(lintSchema(json(schema))), lines.toStdString());
    }

    void sharedByThreads() {
        const Schema schema =
            Schema::compile(json("{'items':{'pattern':'^(?=a)\\\\w+$','enum':['ab','ac','ad']}}")).value();
        const Json good = json("['ab','ac','ad','ab']");
        const Json bad = json("['ab','b']");
        std::atomic<int> right = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i)
                threads.emplace_back([&] {
                    for (int round = 0; round < 1'000; ++round)
                        right += schema.isValid(good) && !schema.validate(bad).valid() ? 1 : 0;
                });
        }
        QCOMPARE(right.load(), 4'000);
    }
};

QTEST_APPLESS_MAIN(SchemaTest)
#include "tst_schema.moc"
