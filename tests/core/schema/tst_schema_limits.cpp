// SPDX-License-Identifier: Apache-2.0
//
// Hostile schemas and values: each must end soon, with an error that says which limit was met.

#include "schema/schema.h"
#include "support/printing.h"

using namespace touchstone;
using namespace touchstone::schema;

namespace {

// JSON with ' for ", which reads better in a table.
Json json(QByteArray text) {
    return parseJson(text.replace('\'', '"').toStdString()).value();
}

Json nested(const char* key, std::size_t depth, Json inner) {
    for (std::size_t i = 0; i < depth; ++i) {
        Json outer = Json::object();
        outer[key] = std::move(inner);
        inner = std::move(outer);
    }
    return inner;
}

Json nestedArrays(std::size_t depth) {
    Json inner = Json::array();
    for (std::size_t i = 0; i < depth; ++i) {
        Json outer = Json::array();
        outer.push_back(std::move(inner));
        inner = std::move(outer);
    }
    return inner;
}

// A megabyte that almost matches the evil patterns.
Json longText() {
    return std::string(1'000'000, 'a') + "cb";
}

// Definition i combines definition i + 1 with itself, so the last is reached 2^n times.
Json doubling(const std::string& keyword, int levels) {
    Json schema = json("{'$ref':'#/$defs/d0'}");
    for (int i = 0; i < levels; ++i) {
        const Json next = {{"$ref", "#/$defs/d" + std::to_string(i + 1)}};
        schema["$defs"]["d" + std::to_string(i)] = {{keyword, Json::array({next, next})}};
    }
    schema["$defs"]["d" + std::to_string(levels)] = json("{'type':['array','number'],'maximum':1}");
    return schema;
}

void stopsWith(const Json& schema, const Json& value, ErrorCode code, const char* says) {
    const auto compiled = Schema::compile(schema);
    VERIFY_OK(compiled);
    QVERIFY(!compiled.value().isValid(value));
    const Validation validation = compiled.value().validate(value);
    QVERIFY(!validation.valid());
    QVERIFY(validation.stopped.has_value());
    QVERIFY2(validation.stopped->code == code, validation.stopped->message.c_str());
    QVERIFY2(validation.stopped->message.find(says) != std::string::npos, validation.stopped->message.c_str());
}

}  // namespace

class SchemaLimitsTest : public QObject {
    Q_OBJECT

private slots:
    void deepSchema() {
        const auto compiled = Schema::compile(nested("not", 100'000, Json::object()));
        QVERIFY(!compiled.ok());
        QVERIFY(compiled.error().message.find("nested deeper than 128") != std::string::npos);
    }

    void deepEnum() {
        Json schema = Json::object();
        schema["enum"].push_back(nestedArrays(100'000));
        const auto compiled = Schema::compile(schema);
        QVERIFY(!compiled.ok());
        QVERIFY(compiled.error().message.find("nested deeper") != std::string::npos);
        QCOMPARE(lintSchema(schema).size(), std::size_t{1});
    }

    void largeSchema() {
        Json schema = Json::object();
        for (int i = 0; i < 250'000; ++i)
            schema["enum"].push_back(i);
        const auto compiled = Schema::compile(schema);
        QVERIFY(!compiled.ok());
        QVERIFY(compiled.error().message.find("more than 200000 values") != std::string::npos);
    }

    void deepValue() {
        stopsWith(json("{'items':{'$ref':'#'}}"), nestedArrays(100'000), ErrorCode::InvalidArgument,
                  "nested too deeply");
        stopsWith(json("{'additionalProperties':{'$ref':'#'}}"), nested("a", 100'000, Json()),
                  ErrorCode::InvalidArgument, "nested too deeply");
    }

    void deepValueCompared() {
        Json pair = Json::array({nestedArrays(100'000), nestedArrays(100'000)});
        stopsWith(json("{'uniqueItems':true}"), pair, ErrorCode::Timeout, "steps");
        stopsWith(json("{'enum':[1,2,3,4,5,6,7,8,9]}"), pair, ErrorCode::Timeout, "steps");
        QVERIFY(!Schema::compile(json("{'const':[[[1]]]}")).value().isValid(pair));
    }

    void deepValueIgnored() {
        QVERIFY(Schema::compile(json("{'type':'array'}")).value().isValid(nestedArrays(100'000)));
    }

    void referenceLoops_data() {
        QTest::addColumn<QByteArray>("schema");
        for (const char* schema : {
                 "{'$ref':'#'}",
                 "{'$ref':'#/$defs/a','$defs':{'a':{'$ref':'#/$defs/b'},'b':{'$ref':'#/$defs/a'}}}",
                 "{'anyOf':[{'type':'null'},{'$ref':'#'}]}",
                 "{'not':{'$ref':'#'}}",
                 "{'if':{'$ref':'#'}}",
                 "{'if':true,'else':{'oneOf':[{'$ref':'#'}]}}",
                 "{'dependentSchemas':{'a':{'$ref':'#'}}}",
                 "{'$dynamicRef':'#/allOf/0','allOf':[{'$ref':'#'}]}",
                 "{'items':{'$ref':'#/items'}}",
             })
            QTest::newRow(schema) << QByteArray(schema);
    }
    void referenceLoops() {
        QFETCH(QByteArray, schema);
        const auto compiled = Schema::compile(json(schema));
        QVERIFY(!compiled.ok());
        QVERIFY2(compiled.error().message.find("no check would ever end") != std::string::npos,
                 compiled.error().message.c_str());
    }

    // Which schema a $dynamicRef means is only known while a value is checked.
    void dynamicLoop() {
        stopsWith(json("{'$id':'https://e.example/a','$dynamicAnchor':'x','$ref':'b', "
                       "'$defs':{'b':{'$id':'b','$ref':'#/$defs/c', "
                       "'$defs':{'c':{'$dynamicRef':'#x'},'d':{'$dynamicAnchor':'x'}}}}}"),
                  json("1"), ErrorCode::InvalidArgument, "nested too deeply");
    }

    void exponentialCombinations_data() {
        QTest::addColumn<QByteArray>("keyword");
        for (const char* keyword : {"allOf", "anyOf", "oneOf"})
            QTest::newRow(keyword) << QByteArray(keyword);
    }
    void exponentialCombinations() {
        QFETCH(QByteArray, keyword);
        // The first alternative that fits ends anyOf, so there nothing may fit.
        const Json value = keyword == "anyOf" ? json("2") : json("1");
        const Json schema = doubling(keyword.toStdString(), 40);
        if (keyword == "oneOf") {
            QVERIFY(!Schema::compile(schema).value().isValid(value));
            return;
        }
        stopsWith(schema, value, ErrorCode::Timeout, "used up its steps");
    }

    void manyItemsTimesManySchemas() {
        Json schema = Json::object();
        for (int i = 0; i < 2'000; ++i)
            schema["allOf"].push_back(json("{'items':{'type':'integer'}}"));
        stopsWith(schema, Json(std::vector<int>(100'000, 1)), ErrorCode::Timeout, "used up its steps");
    }

    void giantEnum() {
        Json schema = Json::object();
        for (int i = 0; i < 100'000; ++i)
            schema["items"]["enum"].push_back("value " + std::to_string(i));
        const auto compiled = Schema::compile(schema);
        VERIFY_OK(compiled);
        Json value = Json::array();
        for (int i = 0; i < 100'000; ++i)
            value.push_back("value " + std::to_string(99'999 - i));
        QVERIFY(compiled.value().isValid(value));
        value.push_back("value x");
        QCOMPARE(compiled.value().validate(value).problems.size(), std::size_t{1});
    }

    void manyUniqueItems() {
        Json value = Json::array();
        for (int i = 0; i < 200'000; ++i)
            value.push_back({{"id", i}});
        const Schema schema = Schema::compile(json("{'uniqueItems':true}")).value();
        QVERIFY(schema.isValid(value));
        value.push_back({{"id", 7.0}});
        QVERIFY(!schema.isValid(value));
    }

    void manyProperties() {
        Json schema = Json::object();
        Json value = Json::object();
        auto& members = value.get_ref<Json::object_t&>();
        for (int i = 0; i < 50'000; ++i) {
            const std::string name = "property number " + std::to_string(i);
            schema["required"].push_back(name);
            members.Json::object_t::Container::emplace_back(name, i);
        }
        const auto compiled = Schema::compile(schema);
        VERIFY_OK(compiled);
        QVERIFY(compiled.value().isValid(value));
        const Validation validation = compiled.value().validate(Json::object());
        QCOMPARE(validation.problems.size(), std::size_t{100});
        QVERIFY(validation.truncated);
    }

    void evilPatterns_data() {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<bool>("givesUp");
        const auto row = [](const char* pattern, bool givesUp) {
            QTest::newRow(pattern) << QByteArray(pattern) << givesUp;
        };
        row("(a+)+$x", false);
        row("^(a|aa)+b$", false);
        row("(.*a){12}b", false);
        row("(a?){50}a{50}b", false);
        row("(?=(a+)+b)a", true);
        row("(?=a*b)a", true);
        row("(a*)\\1b", true);
        row("^(?=(.*){9}x)", true);
        row("(?:x?){1001}b(?=c)", true);
    }
    void evilPatterns() {
        QFETCH(QByteArray, pattern);
        QFETCH(bool, givesUp);
        const Json schema = {{"pattern", pattern.toStdString()}};
        const Json value = longText();
        if (givesUp)
            return stopsWith(schema, value, ErrorCode::Timeout, "takes too many steps");
        const auto compiled = Schema::compile(schema);
        VERIFY_OK(compiled);
        QVERIFY(!compiled.value().isValid(value));
        QVERIFY(!compiled.value().validate(value).stopped.has_value());
    }

    // All patterns of a check share its steps.
    void manyEvilPatterns() {
        Json value = Json::array();
        for (int i = 0; i < 10'000; ++i)
            value.push_back(std::string(3'000, 'a'));
        stopsWith(json("{'items':{'pattern':'(?=a*b)c|a$'}}"), value, ErrorCode::Timeout, "steps");
    }

    void patternTooLong() {
        const auto compiled = Schema::compile({{"pattern", std::string(10'000, 'a')}});
        QVERIFY(!compiled.ok());
        QVERIFY(compiled.error().message.find("10000 bytes") != std::string::npos);
    }

    // A stopped check must not read as "does not match" and so satisfy a `not`.
    void stoppedIsNeverValid() {
        stopsWith(json("{'not':{'pattern':'(?=(a+)+b)a'}}"), longText(), ErrorCode::Timeout, "steps");
        stopsWith(json("{'oneOf':[true,{'pattern':'(?=(a+)+b)a'}]}"), longText(), ErrorCode::Timeout, "steps");
    }
};

QTEST_APPLESS_MAIN(SchemaLimitsTest)
#include "tst_schema_limits.moc"
