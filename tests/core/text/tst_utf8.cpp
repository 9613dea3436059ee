// SPDX-License-Identifier: Apache-2.0

#include "support/printing.h"
#include "text/utf8.h"

using namespace touchstone;
using namespace touchstone::text;

class Utf8Test : public QObject {
    Q_OBJECT

private slots:
    void everyCodePointSurvives() {
        for (char32_t point = 0; point <= 0x10FFFF; ++point) {
            if (point >= 0xD800 && point <= 0xDFFF)
                continue;
            std::string text;
            appendUtf8(text, point);
            const DecodedPoint back = decodeUtf8(text, 0);
            QVERIFY(back.valid && back.codePoint == point && back.bytes == text.size());
        }
    }

    // Unicode 15, section 3.9, tables 3-8 to 3-11.
    void repairs_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("repaired");
        const auto row = [](const char* name, QByteArray bytes, const QString& repaired) {
            QTest::newRow(name) << bytes << repaired.toUtf8();
        };
        const QString bad(QChar(0xFFFD));
        row("valid", "aé漢😀", QStringLiteral("aé漢😀"));
        row("overlong", "\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", bad.repeated(8) + QLatin1Char('A'));
        row("surrogates", "\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", bad.repeated(8) + QLatin1Char('A'));
        row("above", "\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42",
            bad.repeated(5) + QLatin1Char('A') + bad.repeated(2) + QLatin1Char('B'));
        row("truncated", "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", bad.repeated(4) + QLatin1Char('A'));
        row("cut at the end", "a\xE2\x82", QLatin1Char('a') + bad);
    }
    void repairs() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, repaired);
        QCOMPARE(repairUtf8(bytes.toStdString()), repaired.toStdString());
        QCOMPARE(isValidUtf8(bytes.toStdString()), bytes == repaired);
        QVERIFY(isValidUtf8(repaired.toStdString()));
        QCOMPARE(countCodePoints(bytes.toStdString()), countCodePoints(repaired.toStdString()));
    }

    void positions() {
        const std::string text = "aé\n漢x\n";
        QVERIFY((positionAt(text, 0) == TextPosition{1, 1}));
        QVERIFY((positionAt(text, 3) == TextPosition{1, 3}));
        QVERIFY((positionAt(text, 4) == TextPosition{2, 1}));
        QVERIFY((positionAt(text, 7) == TextPosition{2, 2}));
        QVERIFY((positionAt(text, 99) == TextPosition{3, 1}));
        PositionCursor cursor(text);
        QVERIFY((cursor.positionAt(7) == TextPosition{2, 2}));
        QVERIFY((cursor.positionAt(0) == TextPosition{1, 1}));
        QCOMPARE(offsetOfCodePoint(text, 3), std::size_t{4});
        QCOMPARE(offsetOfCodePoint(text, 99), text.size());
    }

    void iterates() {
        std::u32string points;
        const std::string text = "é漢😀";
        for (const char32_t point : CodePoints(text))
            points.push_back(point);
        QVERIFY(points == U"é漢😀");
    }
};

QTEST_APPLESS_MAIN(Utf8Test)
#include "tst_utf8.moc"
