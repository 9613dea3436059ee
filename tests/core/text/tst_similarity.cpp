// SPDX-License-Identifier: Apache-2.0

#include "support/printing.h"
#include "text/similarity.h"

#include <atomic>
#include <random>
#include <thread>

using namespace touchstone;
using text::Neighbour;
using text::SimilarityIndex;

namespace {

SimilarityIndex indexOf(const std::vector<std::string>& texts, const text::SimilarityOptions& options = {}) {
    return SimilarityIndex::build(std::span<const std::string>(texts), options);
}

std::string randomText(std::mt19937& random, std::size_t words) {
    std::string text;
    for (std::size_t i = 0; i < words; ++i)
        text += "w" + std::to_string(random() % 300) + " ";
    return text;
}

const std::vector<std::string> kComplaints = {
    "My card has not arrived yet",
    "The exchange rate on my statement is wrong",
    "I want to change my PIN",
    "Why was I charged a fee for a transfer?",
};

}  // namespace

class SimilarityTest : public QObject {
    Q_OBJECT

private slots:
    void findsTheNearest_data() {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("expected");
        QTest::newRow("words") << QByteArray("where is my card, it hasn't arrived") << 0;
        QTest::newRow("other form of the words") << QByteArray("exchanging rates") << 1;
        QTest::newRow("case and punctuation") << QByteArray("CHANGE!!! (pin)") << 2;
        QTest::newRow("misspelt") << QByteArray("chargd for transfering") << 3;
    }
    void findsTheNearest() {
        QFETCH(QByteArray, query);
        QFETCH(int, expected);
        const auto nearest = indexOf(kComplaints).nearest(query.toStdString(), 2);
        QCOMPARE(nearest.size(), std::size_t{2});
        QCOMPARE(nearest[0].index, static_cast<std::size_t>(expected));
        QVERIFY(nearest[0].similarity > nearest[1].similarity);
    }

    void similarityIsACosine() {
        const SimilarityIndex index = indexOf(kComplaints);
        for (std::size_t i = 0; i < kComplaints.size(); ++i) {
            const auto nearest = index.nearest(kComplaints[i], kComplaints.size());
            QCOMPARE(nearest[0].index, i);
            QVERIFY(std::abs(nearest[0].similarity - 1) < 1e-5);
            for (const Neighbour& neighbour : nearest)
                QVERIFY(neighbour.similarity >= 0 && neighbour.similarity <= 1);
        }
    }

    void unknownWordsLowerSimilarity() {
        const SimilarityIndex index = indexOf(kComplaints);
        const double alone = index.nearest("change my PIN", 1)[0].similarity;
        const double amongOthers = index.nearest("change my PIN zzz yyy qqq", 1)[0].similarity;
        QVERIFY(amongOthers < alone);
    }

    void tiesGoToTheFirst() {
        const SimilarityIndex index = indexOf({"other", "same words", "same words", "same words"});
        const auto nearest = index.nearest("same words", 4);
        QCOMPARE(nearest[0].index, std::size_t{1});
        QCOMPARE(nearest[1].index, std::size_t{2});
        QCOMPARE(nearest[2].index, std::size_t{3});
        QCOMPARE(nearest[3].index, std::size_t{0});
        QCOMPARE(nearest[3].similarity, 0.0);
    }

    void sharedTextCanBeIgnored() {
        std::vector<std::string> rendered;
        for (const std::string& complaint : kComplaints)
            rendered.push_back("Classify the message of a customer of the bank. Message: " + complaint);
        const std::string query = "Classify the message of a customer of the bank. Message: PIN";
        const auto with = indexOf(rendered).nearest(query, 4);
        const auto without = indexOf(rendered, {.ignoreShared = true}).nearest(query, 4);
        QCOMPARE(without[0].index, std::size_t{2});
        QVERIFY(without[1].similarity < 0.05);
        QVERIFY(with[1].similarity > without[1].similarity);
    }

    void wordsOnlyMissesWhatGramsFind() {
        const text::SimilarityOptions wordsOnly{.wordPairs = false, .characterGrams = false};
        QCOMPARE(indexOf(kComplaints, wordsOnly).nearest("exchanging", 1)[0].similarity, 0.0);
        QVERIFY(indexOf(kComplaints).nearest("exchanging", 1)[0].similarity > 0.2);
    }

    void oddInput() {
        QVERIFY(indexOf({}).nearest("anything", 5).empty());
        QCOMPARE(indexOf({}).size(), std::size_t{0});
        QVERIFY(indexOf(kComplaints).nearest("anything", 0).empty());
        QCOMPARE(indexOf(kComplaints).nearest("", 9).size(), std::size_t{4});
        QCOMPARE(indexOf({"", "?!", "word"}).nearest("word", 1)[0].index, std::size_t{2});
        const std::string noBlank(4U << 20U, 'x');
        const std::string malformed = "\xff\xc3 \x80\x80\x80\x80\x80 \xf0\x9f";
        const SimilarityIndex index = indexOf({noBlank, malformed, std::string("a\0b", 3)});
        QCOMPARE(index.nearest(noBlank, 1)[0].index, std::size_t{0});
        QCOMPARE(index.nearest(malformed, 1)[0].index, std::size_t{1});
    }

    void gramsAreCharactersNotBytes() {
        const SimilarityIndex index = indexOf({"Überweisung", "Kontoauszug", "日本語の文章です"});
        QCOMPARE(index.nearest("Überweisungen", 1)[0].index, std::size_t{0});
        QCOMPARE(index.nearest("日本語の文", 1)[0].index, std::size_t{2});
    }

    void agreesWithItselfOnAllThreads() {
        std::mt19937 random(7);
        std::vector<std::string> texts;
        for (int i = 0; i < 3000; ++i)
            texts.push_back(randomText(random, 12));
        const SimilarityIndex index = indexOf(texts);
        const std::string query = randomText(random, 12);
        const auto expected = index.nearest(query, 40);
        std::vector<std::jthread> threads;
        std::atomic<int> different{0};
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                const auto found = index.nearest(query, 40);
                for (std::size_t k = 0; k < expected.size(); ++k)
                    different += found[k].index == expected[k].index ? 0 : 1;
            });
        threads.clear();
        QCOMPARE(different.load(), 0);
        for (std::size_t k = 1; k < expected.size(); ++k)
            QVERIFY(expected[k - 1].similarity >= expected[k].similarity);
    }
};

QTEST_APPLESS_MAIN(SimilarityTest)
#include "tst_similarity.moc"
