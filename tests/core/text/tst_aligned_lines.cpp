// SPDX-License-Identifier: Apache-2.0

#include "support/printing.h"

#include "base/random.h"
#include "text/aligned_lines.h"

#include <QStringList>

using namespace touchstone;
using namespace touchstone::text;

namespace {

// "1-1 same", "2-2 [old]{new}", "3-0 [gone]"
QStringList picture(const std::vector<AlignedLine>& rows) {
    QStringList lines;
    for (const AlignedLine& row : rows) {
        QString line = QStringLiteral("%1-%2 ").arg(row.before).arg(row.after);
        for (const DiffPiece& piece : row.pieces) {
            const QString text = QString::fromStdString(piece.text);
            line += piece.change == Change::Equal      ? text
                    : piece.change == Change::Inserted ? QLatin1Char('{') + text + QLatin1Char('}')
                                                       : QLatin1Char('[') + text + QLatin1Char(']');
        }
        lines.append(line.trimmed());
    }
    return lines;
}

std::string sideOf(const std::vector<AlignedLine>& rows, Change without) {
    std::string text;
    for (const AlignedLine& row : rows) {
        if ((without == Change::Inserted ? row.before : row.after) == 0)
            continue;
        for (const DiffPiece& piece : row.pieces)
            text += piece.change == without ? std::string() : piece.text;
        text += '\n';
    }
    return text;
}

std::string randomText(Random& random) {
    constexpr const char* kWords[] = {"the", "refund", "card", "was", "taken", "twice", "{{ plan }}", ""};
    std::string text;
    for (std::uint64_t lines = random.below(30); lines > 0; --lines) {
        for (std::uint64_t words = random.below(6); words > 0; --words)
            text.append(kWords[random.below(std::size(kWords))]).append(" ");
        text += '\n';
    }
    return text;
}

}  // namespace

class AlignedLinesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pairs_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("nothing") << ""
                                 << "" << QStringList();
        QTest::newRow("equal") << "a\nb\n"
                               << "a\nb\n"
                               << QStringList{"1-1 a", "2-2 b"};
        QTest::newRow("added") << "a\n"
                               << "a\nb\n"
                               << QStringList{"1-1 a", "0-2 {b}"};
        QTest::newRow("removed") << "a\nb\n"
                                 << "b\n"
                                 << QStringList{"1-0 [a]", "2-1 b"};
        QTest::newRow("reworded") << "one two three\n"
                                  << "one two four\n"
                                  << QStringList{"1-1 one two [three]{four}"};
        QTest::newRow("unlike lines stay apart") << "the cat sat\n"
                                                 << "entirely other words\n"
                                                 << QStringList{"1-0 [the cat sat]", "0-1 {entirely other words}"};
        QTest::newRow("the like ones are paired, not the first ones")
            << "a b c d\n"
            << "x y z w\na b c e\n"
            << QStringList{"0-1 {x y z w}", "1-2 a b c [d]{e}"};
        QTest::newRow("blank line added") << "a\nb\n"
                                          << "a\n\nb\n"
                                          << QStringList{"1-1 a", "0-2", "2-3 b"};
        QTest::newRow("end of the last line") << "a\nb"
                                              << "a\nb\n"
                                              << QStringList{"1-1 a", "2-2 b"};
        QTest::newRow("line ends") << "a\r\nb\r\n"
                                   << "a\nb\n"
                                   << QStringList{"1-1 a", "2-2 b"};
    }

    void pairs() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(picture(alignLines(before.toStdString(), after.toStdString())), "expected");
    }

    void lineEndsAloneAreNoDifference() {
        for (const AlignedLine& row : alignLines("a b\nc", "a b\r\nc\r\n"))
            QVERIFY(row.isEqual());
        QVERIFY(!alignLines("a", "b").front().isEqual());
        QVERIFY(!alignLines("", "\n").front().isEqual());  // a line more, even if it is empty
    }

    void bothTextsAreThereInOrder() {
        const auto random = makeSeededRandom(7);
        for (int i = 0; i < 300; ++i) {
            const std::string before = randomText(*random);
            const std::string after = randomText(*random);
            const auto rows = alignLines(before, after);
            QCOMPARE(sideOf(rows, Change::Inserted), before);
            QCOMPARE(sideOf(rows, Change::Deleted), after);
            std::size_t number = 0;
            for (const AlignedLine& row : rows)
                if (row.after != 0)
                    QCOMPARE(row.after, ++number);
        }
    }

    void aLargeRewriteIsQuickEnoughToShow() {
        std::string before;
        std::string after;
        for (int i = 0; i < 3000; ++i) {
            before += "old line " + std::to_string(i) + "\n";
            after += "new text " + std::to_string(i * 7) + "\n";
        }
        const auto rows = alignLines(before, after);
        QCOMPARE(sideOf(rows, Change::Inserted), before);
        QCOMPARE(sideOf(rows, Change::Deleted), after);
    }
};

QTEST_APPLESS_MAIN(AlignedLinesTest)
#include "tst_aligned_lines.moc"
