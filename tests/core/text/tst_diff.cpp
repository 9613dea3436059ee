// SPDX-License-Identifier: Apache-2.0

#include "base/json.h"
#include "base/random.h"
#include "support/printing.h"
#include "text/diff.h"
#include "text/tokens.h"

using namespace touchstone;
using namespace touchstone::text;

namespace {

std::string side(const TextDiff& diff, Change without) {
    std::string text;
    for (const DiffPiece& piece : diff.pieces)
        text += piece.change == without ? std::string() : piece.text;
    return text;
}

std::string picture(const TextDiff& diff) {
    std::string text;
    for (const DiffPiece& piece : diff.pieces) {
        const char* const marks = piece.change == Change::Equal ? "()" : piece.change == Change::Inserted ? "{}" : "[]";
        text.append(1, marks[0]).append(piece.text).append(1, marks[1]);
    }
    return text;
}

std::size_t edits(const TextDiff& diff) {
    std::size_t count = 0;
    for (const DiffPiece& piece : diff.pieces)
        count += piece.change == Change::Equal ? 0 : piece.text.size() / 2;
    return count;
}

// Length of the longest common subsequence, by the textbook's table.
std::size_t commonLines(const std::vector<int>& a, const std::vector<int>& b) {
    std::vector<std::vector<std::size_t>> best(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j)
            best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
    }
    return best[a.size()][b.size()];
}

std::string linesOf(const std::vector<int>& numbers) {
    std::string text;
    for (const int number : numbers)
        text += std::to_string(number) + "\n";
    return text;
}

std::vector<int> randomDigits(Random& random, std::size_t most) {
    std::vector<int> digits(random.below(most));
    for (int& digit : digits)
        digit = static_cast<int>(random.below(5));
    return digits;
}

}  // namespace

class DiffTest : public QObject {
    Q_OBJECT

private slots:
    void words_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("wanted");
        const auto row = [](const char* before, const char* after, const char* wanted) {
            QTest::newRow(wanted) << QByteArray(before) << QByteArray(after) << QByteArray(wanted);
        };
        row("", "", "");
        row("a b", "a b", "(a b)");
        row("", "new", "{new}");
        row("the quick fox", "the slow fox", "(the )[quick]{slow}( fox)");
        row("one two three", "uno dos three", "[one two]{uno dos}( three)");
        row("Stop.", "Stop!", "(Stop)[.]{!}");
        row("漢字仮名", "漢語仮名", "(漢)[字]{語}(仮名)");
    }
    void words() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, wanted);
        QCOMPARE(picture(diffWords(before.toStdString(), after.toStdString())), wanted.toStdString());
    }

    void joiningGivesBothTextsAndFewestEdits() {
        const auto random = makeSeededRandom(7);
        for (int turn = 0; turn < 400; ++turn) {
            const std::vector<int> a = randomDigits(*random, 40);
            const std::vector<int> b = randomDigits(*random, 40);
            const TextDiff lines = diffLines(linesOf(a), linesOf(b));
            QCOMPARE(side(lines, Change::Inserted), linesOf(a));
            QCOMPARE(side(lines, Change::Deleted), linesOf(b));
            QVERIFY(!lines.coarse);
            QCOMPARE(edits(lines), a.size() + b.size() - 2 * commonLines(a, b));
            const TextDiff words = diffWords(linesOf(a), linesOf(b));
            QCOMPARE(side(words, Change::Inserted), linesOf(a));
            QCOMPARE(side(words, Change::Deleted), linesOf(b));
        }
    }

    void hugeInputsAreCoarseButRight() {
        std::string before;
        std::string after;
        for (int i = 0; i < 50'000; ++i) {
            before += "a" + std::to_string(i) + "\n";
            after += "b" + std::to_string(i) + "\n";
        }
        const TextDiff diff = diffLines(before, after, {1'000'000});
        QVERIFY(diff.coarse);
        QCOMPARE(side(diff, Change::Inserted), before);
        QCOMPARE(side(diff, Change::Deleted), after);
    }

    void json() {
        const Json before = parseJson(R"({"a":1,"b":{"x":[1,2,3],"y/z":true},"gone":null,"same":[1.0]})").value();
        const Json after = parseJson(R"({"same":[1],"a":2,"b":{"x":[1,9,3,4],"y/z":false},"new":"n"})").value();
        std::string changes;
        for (const JsonChange& change : jsonDiff(before, after))
            changes += change.pointer + " " + (change.before ? toText(*change.before) : "-") + ">" +
                       (change.after ? toText(*change.after) : "-") + "\n";
        QCOMPARE(changes,
                 std::string("/a 1>2\n/b/x/1 2>9\n/b/x/3 ->4\n/b/y~1z true>false\n/gone null>-\n/new ->\"n\"\n"));
        QVERIFY(jsonDiff(before, before).empty());
        QCOMPARE(jsonDiff(parseJson("[1,2,3]").value(), parseJson("[2,3]").value()).size(), std::size_t{1});
        QCOMPARE(jsonDiff(Json(1), Json("1"))[0].pointer, std::string());
    }

    void tokens() {
        QCOMPARE(estimateTokens(""), std::int64_t{0});
        QCOMPARE(estimateTokens("The quick brown fox"), std::int64_t{5});
        QCOMPARE(estimateTokens("漢字仮名"), std::int64_t{4});
        QCOMPARE(estimateTokens("\xff\xff\xff\xff\xff"), std::int64_t{2});
    }
};

QTEST_APPLESS_MAIN(DiffTest)
#include "tst_diff.moc"
