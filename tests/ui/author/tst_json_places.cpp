// SPDX-License-Identifier: GPL-3.0-or-later

#include "uiauthor/json_places.h"

#include "support/printing.h"

using namespace touchstone;

class JsonPlacesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");

        const QByteArray nested =
            "{\n  \"a\": {\"x\": [1, 2]},\n  \"list\": [\n    {\"k\": \"v\"},\n    {\"k\": \"w\"}\n  ]\n}\n";
        QTest::newRow("whole") << nested << QByteArray("") << 1 << 1;
        QTest::newRow("member") << nested << QByteArray("/list") << 3 << 3;
        QTest::newRow("nested member") << nested << QByteArray("/a/x") << 2 << 9;
        QTest::newRow("item") << nested << QByteArray("/a/x/1") << 2 << 18;
        QTest::newRow("member of item") << nested << QByteArray("/list/1/k") << 5 << 6;
        QTest::newRow("absent member: its parent") << nested << QByteArray("/list/0/z") << 4 << 5;
        QTest::newRow("absent item: its list") << nested << QByteArray("/list/7") << 3 << 3;
        QTest::newRow("not a number in a list") << nested << QByteArray("/list/x") << 3 << 3;
        QTest::newRow("huge number in a list") << nested << QByteArray("/list/99999999999999999999999") << 3 << 3;
        QTest::newRow("below a value") << nested << QByteArray("/a/x/0/deep") << 2 << 15;

        QTest::newRow("escaped pointer") << QByteArray("{\"a/b\": 1, \"m~n\": 2}") << QByteArray("/m~0n") << 1 << 12;
        QTest::newRow("slash in key") << QByteArray("{\"a/b\": 1}") << QByteArray("/a~1b") << 1 << 2;
        QTest::newRow("escape in key") << QByteArray("{\"q\\\"q\": 1, \"z\": 2}") << QByteArray("/z") << 1 << 13;
        QTest::newRow("braces in text") << QByteArray("{\"t\": \"}{][\", \"z\": 2}") << QByteArray("/z") << 1 << 15;
        QTest::newRow("columns are code points")
            << QByteArray("{\"t\": \"é€\", \"z\": 2}") << QByteArray("/z") << 1 << 13;

        QTest::newRow("empty text") << QByteArray("") << QByteArray("/a") << 1 << 1;
        QTest::newRow("cut short") << QByteArray("{\"a\": {\"b\": [1, 2") << QByteArray("/a/b/1") << 1 << 17;
        QTest::newRow("cut in a text") << QByteArray("{\"a\": \"never ends") << QByteArray("/z") << 1 << 1;
        QTest::newRow("typing a value") << QByteArray("{\"a\": tru, \"b\": 1}") << QByteArray("/b") << 1 << 12;
        QTest::newRow("missing comma") << QByteArray("{\"a\": 1 \"b\": 2}") << QByteArray("/b") << 1 << 1;
        QTest::newRow("closed too often") << QByteArray("{\"a\": 1}}}") << QByteArray("/b") << 1 << 1;
        QTest::newRow("not a pointer") << nested << QByteArray("list") << 1 << 1;
    }
    void finds() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, pointer);
        const TextPosition place = ui::placeOfPointer(json.toStdString(), pointer.toStdString());
        QTEST(static_cast<int>(place.line), "line");
        QTEST(static_cast<int>(place.column), "column");
    }

    void survivesDepth() {
        const std::string deep(2'000'000, '[');
        const TextPosition place = ui::placeOfPointer("{\"a\": " + deep, "/b");
        QCOMPARE(place, (TextPosition{1, 1}));
        QCOMPARE(ui::placeOfPointer(std::string(1'000'000, '}'), "/b"), (TextPosition{1, 1}));
    }
};

QTEST_APPLESS_MAIN(JsonPlacesTest)
#include "tst_json_places.moc"
