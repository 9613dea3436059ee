// SPDX-License-Identifier: Apache-2.0
//
// YAML as it is accepted, and as it is refused.

#include <QTest>

#include "support/printing.h"

#include "yaml.h"

using namespace touchstone;

class TestYaml : public QObject {
    Q_OBJECT

private slots:
    void values_data();
    void values();
    void refusals_data();
    void refusals();
    void limits();
    void manyKeys();
    void anyBytesEndWell();
};

void TestYaml::values_data() {
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("json");
    const auto add = [](const char* yaml, const char* json) {
        QTest::newRow(QByteArray(yaml).simplified().constData()) << QByteArray(yaml) << QByteArray(json);
    };
    add("a: 1\nb: [x, 2.5, true, null, ~]\n", R"({"a":1,"b":["x",2.5,true,null,null]})");
    add("z: 1\na: 2\n", R"({"z":1,"a":2})");
    add("s: '1'\nt: \"true\"\nu: 'null'\n", R"({"s":"1","t":"true","u":"null"})");
    add("[TRUE, False, yes, no, on]", R"([true,false,"yes","no","on"])");
    add("[+5, -5, +-5, 007, 0x1F, 1_000]", R"([5,-5,"+-5",7,"0x1F","1_000"])");
    add("[1e3, .5, -.5, inf, .inf, nan, 1.2.3]", R"([1000.0,0.5,-0.5,"inf",".inf","nan","1.2.3"])");
    add("[9007199254740993, 12345678901234567890]", R"([9007199254740993,1.2345678901234567e+19])");
    add("a:\n", R"({"a":null})");
    add("text: |\n  one\n  two\n", R"({"text":"one\ntwo\n"})");
    add("text: >-\n  one\n  two\n", R"({"text":"one two"})");
    add("a: {b: {c: []}}", R"({"a":{"b":{"c":[]}}})");
    add("# a comment\na: b # another\n", R"({"a":"b"})");
    add("---\na: 1\n...\n", R"({"a":1})");
    add("1: one\ntrue: yes\n", R"({"1":"one","true":"yes"})");
    add("just text", R"("just text")");
    add("a: ü\n", R"({"a":"ü"})");
    add("2026-11-23", R"("2026-11-23")");
    add("a: \"x\ny\"\nb: 'it''s'\n", R"({"a":"x y","b":"it's"})");
    add("a: 'x'\nb: |\n  say \"hi\n", R"({"a":"x","b":"say \"hi\n"})");
    add("b: |\n  \"hi\n", R"({"b":"\"hi\n"})");
    add("a: 'x' # \"\nb: it's\n", R"({"a":"x","b":"it's"})");
    add("\xEF\xBB\xBF"
        "a: ''\n",
        R"({"a":""})");
}

void TestYaml::values() {
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, json);
    const auto parsed = session::parseYaml(yaml.toStdString());
    VERIFY_OK(parsed);
    QCOMPARE(toText(parsed.value()), json.toStdString());
}

void TestYaml::refusals_data() {
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("says");
    const auto add = [](const char* yaml, const char* says) {
        QTest::newRow(QByteArray(yaml).simplified().left(60).constData()) << QByteArray(yaml) << QByteArray(says);
    };
    add("a: &x 1\nb: *x\n", "line 1, column");
    add("a: &x {b: 1}\n", "anchors are not supported");
    add("&x a: 1\n", "anchors are not supported");
    add("a: *x\n", "line 1");
    add("a: 1\na: 2\n", "line 2, column 1: the key 'a' appears twice");
    add("{a: 1, b: {c: 1, c: 2}}", "the key 'c' appears twice");
    add("? [1, 2]\n: 3\n", "keys must be plain text");
    add("? {a: 1}\n: 3\n", "keys must be plain text");
    add("~: 1\n", "keys must be plain text");
    add("null: 1\n", "keys must be plain text");
    add(": 1\n", "keys must be plain text");
    add("a: !!python/object x\n", "tag");
    add("a: !custom {b: 1}\n", "tag");
    add("a: !custom [1]\n", "tag");
    add("!!str a: 1\n", "tag");
    add("", "empty");
    add("# only a comment\n", "empty");
    add("a: 1\n---\nb: 2\n", "more than one document");
    add("a: [1, 2\n", "not valid YAML at line");
    add("a: b: c\n", "not valid YAML at line");
    add("\ta: 1\n", "not valid YAML at line");
    for (const char* open :
         {"a: 1\nb: \"x", "a: 1\nb: \"x\n", "a: 1\nb: \"x\n\n", "a: 1\nb: 'x\nc: d\n", "a: 1\nb: \"", "a: 1\nb: '",
          "a: 1\nb: \"x \\\n", "a: 1\nb: \"x\\\"\n", "a: 1\nb: 'it''\n", "a: 'fine'\nb: \"it's\n",
          "\xEF\xBB\xBF"
          "a: 1\nb: \"x\n"})
        add(open, "line 2, column 4: the quote that opens here is never closed");
    add("ü: [\"x, 2]\n", "line 1, column 6: the quote that opens here is never closed");
    add("\"key: 1\n", "line 1, column 1: the quote that opens here is never closed");
    add("a: \xff\n", "byte 4 is no UTF-8 text");
}

void TestYaml::refusals() {
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, says);
    const auto parsed = session::parseYaml(yaml.toStdString());
    QVERIFY2(!parsed.ok(), parsed.ok() ? toText(parsed.value()).c_str() : "");
    QVERIFY(parsed.error().code == ErrorCode::InvalidArgument);
    QVERIFY2(parsed.error().message.find(says.toStdString()) != std::string::npos, parsed.error().message.c_str());
}

void TestYaml::limits() {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    VERIFY_OK(session::parseYaml(nested(128)));
    for (const std::size_t depth : {129U, 1000U, 100'000U}) {
        const auto parsed = session::parseYaml(nested(depth));
        QVERIFY(!parsed.ok());
        QVERIFY2(parsed.error().message.find("nested deeper than 128") != std::string::npos,
                 parsed.error().message.c_str());
    }
    std::string blocks;
    for (std::size_t i = 0; i < 300; ++i)
        blocks += std::string(i, ' ') + "a:\n";
    QVERIFY(!session::parseYaml(blocks).ok());
    QVERIFY(!session::parseYaml("a: 12345", {.bytes = 7}).ok());
}

void TestYaml::manyKeys() {
    std::string text;
    for (int i = 0; i < 20'000; ++i)
        text += "key" + std::to_string(i) + ": " + std::to_string(i) + "\n";
    const auto parsed = session::parseYaml(text);
    VERIFY_OK(parsed);
    QCOMPARE(parsed->size(), std::size_t(20'000));
}

void TestYaml::anyBytesEndWell() {
    const std::string seed = "a: [1, {b: 'x', \"c\": |\n  text\n }]\n? k\n: v\n- - x\n&a *b !t ~ \xc3\xbc\xff\x80\x01";
    std::uint64_t state = 1;
    const auto next = [&state] { return static_cast<std::size_t>((state = state * 6364136223846793005U + 1) >> 33U); };
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (std::size_t length = next() % 40; length > 0; --length)
            text += seed[next() % seed.size()];
        const auto parsed = session::parseYaml(text);
        if (parsed.ok())
            QVERIFY(!toText(parsed.value()).empty());
    }
}

QTEST_GUILESS_MAIN(TestYaml)
#include "tst_yaml.moc"
