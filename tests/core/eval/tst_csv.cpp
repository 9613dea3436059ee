// SPDX-License-Identifier: Apache-2.0

#include "eval/csv.h"

#include "base/random.h"
#include "support/printing.h"

#include <string>
#include <vector>

using namespace touchstone;
using namespace touchstone::eval;

namespace {

// "a|b/c|d@3": cells, records, and the line of each record that does not start one line below the last.
QString shown(std::string_view text, char delimiter = ',') {
    CsvReader reader(text, delimiter);
    CsvRow row;
    QStringList records;
    std::size_t expectedLine = 1;
    while (reader.next(row)) {
        QStringList cells;
        for (const std::string& cell : row.cells)
            cells << QString::fromStdString(cell);
        records << cells.join('|') + (row.line == expectedLine ? "" : QString("@%1").arg(row.line));
        expectedLine = row.line + 1;
    }
    if (reader.problem())
        records << QString::fromStdString("!" + reader.problem()->code) +
                       QString::number(reader.problem()->position->line);
    return records.join('/');
}

}  // namespace

class CsvTest : public QObject {
    Q_OBJECT

private slots:
    void records_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << QByteArray("a,b\nc,d\n") << "a|b/c|d";
        QTest::newRow("no last line end") << QByteArray("a,b\nc,d") << "a|b/c|d";
        QTest::newRow("CRLF") << QByteArray("a,b\r\nc,d\r\n") << "a|b/c|d";
        QTest::newRow("CR alone") << QByteArray("a,b\rc,d\r") << "a|b/c|d";
        QTest::newRow("BOM") << QByteArray("\xEF\xBB\xBF\"a\",b\nc,d") << "a|b/c|d";
        QTest::newRow("empty cells") << QByteArray(",\n,\n") << "|/|";
        QTest::newRow("trailing delimiter") << QByteArray("a,") << "a|";
        QTest::newRow("quotes") << QByteArray("\"a,b\",\"c\"\"d\"\n\"\",x") << "a,b|c\"d/|x";
        QTest::newRow("embedded lines") << QByteArray("\"a\r\nb\nc\rd\",x\ny,z") << "a\r\nb\nc\rd|x/y|z@5";
        QTest::newRow("blank lines") << QByteArray("\n\na,b\n\r\n\nc,d\n\n") << "a|b@3/c|d@6";
        QTest::newRow("quote inside") << QByteArray("5\" pipe,it's\n") << "5\" pipe|it's";
        QTest::newRow("spaces stay") << QByteArray(" a , b \n") << " a | b ";
        QTest::newRow("only a quoted empty cell") << QByteArray("\"\"\n\"\"\n") << "/";
        QTest::newRow("nothing") << QByteArray("") << "";
        QTest::newRow("open quote") << QByteArray("a,b\nc,\"d\ne,f\n") << "a|b/!open-quote2";
        QTest::newRow("text after quote") << QByteArray("a,b\n\"c\"d,e\n") << "a|b/!text-after-quote2";
        QTest::newRow("space after quote") << QByteArray("\"a\" ,b\n") << "!text-after-quote1";
        QTest::newRow("lone quote") << QByteArray("\"") << "!open-quote1";
        QTest::newRow("quote at the end") << QByteArray("a,\"\"") << "a|";
    }
    void records() {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QCOMPARE(shown({text.constData(), static_cast<std::size_t>(text.size())}), expected);
    }

    void limits() {
        CsvRow row;
        CsvReader wide("a,b,c\n", ',', {.columns = 2});
        QVERIFY(!wide.next(row));
        QCOMPARE(wide.problem()->code, std::string("too-many-columns"));
        QVERIFY(!wide.next(row));
        for (const char* text : {"x\naaaaaaaaa,b\n", "x\n\"aaaa\"\"aaaa\",b\n"}) {
            CsvReader large(text, ',', {.cellBytes = 8});
            QVERIFY(large.next(row));
            QVERIFY(!large.next(row));
            QCOMPARE(large.problem()->code, std::string("cell-too-large"));
            QCOMPARE(large.problem()->position->line, std::size_t{2});
        }
        CsvReader exact("aaaaaaaa,b\n", ',', {.cellBytes = 8});
        QVERIFY(exact.next(row));
    }

    void delimiters_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<char>("delimiter");
        QTest::newRow("comma") << QByteArray("a,b\n1,2\n") << ',';
        QTest::newRow("semicolon") << QByteArray("a;b\n1,5;2\n") << ';';
        QTest::newRow("semicolon among commas") << QByteArray("text;label\na, b, c;x\nd, e, f;y\n") << ';';
        QTest::newRow("tab") << QByteArray("a\tb\n1, one\t2\n") << '\t';
        QTest::newRow("one column") << QByteArray("text\nhello\n") << ',';
        QTest::newRow("ragged") << QByteArray("a;b;c\n1;2\n") << ';';
        QTest::newRow("quoted") << QByteArray("\"a;b\",c\n\"d;e;f\",g\n") << ',';
        QTest::newRow("nothing") << QByteArray("") << ',';
    }
    void delimiters() {
        QFETCH(QByteArray, text);
        QFETCH(char, delimiter);
        QCOMPARE(sniffDelimiter(text.toStdString()), delimiter);
    }

    // Whatever is written comes back, and whatever is read ends.
    void randomCellsComeBack() {
        const auto random = makeSeededRandom(9);
        const std::string alphabet = ",;\t\"\r\n a\xC3\xA9";
        for (int round = 0; round < 2000; ++round) {
            const std::size_t columns = 1 + random->below(4);
            std::vector<std::vector<std::string>> table(1 + random->below(4));
            std::string text;
            for (auto& cells : table) {
                for (std::size_t i = 0; i < columns; ++i) {
                    std::string cell;
                    for (std::size_t length = random->below(6); length > 0; --length)
                        cell += alphabet[random->below(alphabet.size())];
                    text += (i > 0 ? "," : "") + csvCell(cell);
                    cells.push_back(cell);
                }
                text += "\n";
            }
            CsvReader reader(text);
            CsvRow row;
            for (const auto& cells : table) {
                QVERIFY(reader.next(row));
                QVERIFY(row.cells == cells);
            }
            QVERIFY(!reader.next(row));
            QVERIFY(!reader.problem());
        }
    }

    void randomTextEnds() {
        const auto random = makeSeededRandom(10);
        const std::string alphabet = ",\"\r\nab";
        for (int round = 0; round < 5000; ++round) {
            std::string text;
            for (std::size_t length = random->below(30); length > 0; --length)
                text += alphabet[random->below(alphabet.size())];
            CsvReader reader(text);
            CsvRow row;
            std::size_t records = 0;
            while (reader.next(row))
                QVERIFY(++records <= text.size());
        }
    }
};

QTEST_APPLESS_MAIN(CsvTest)
#include "tst_csv.moc"
