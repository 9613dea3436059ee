// SPDX-License-Identifier: Apache-2.0

#include "support/printing.h"
#include "text/search_terms.h"
#include "text/sentences.h"

#include <random>

using namespace touchstone;

namespace {

std::vector<std::string> sentencesOf(const std::string& text) {
    std::vector<std::string> sentences;
    for (const text::ByteRange& range : text::splitSentences(text)) {
        std::string sentence = text.substr(range.begin, range.end - range.begin);
        while (!sentence.empty() && (sentence.back() == ' ' || sentence.back() == '\n'))
            sentence.pop_back();
        sentences.push_back(sentence);
    }
    return sentences;
}

bool coversAll(const std::string& text) {
    std::size_t at = 0;
    for (const text::ByteRange& range : text::splitSentences(text)) {
        if (range.begin != at || range.end <= range.begin)
            return false;
        at = range.end;
    }
    return at == text.size();
}

}  // namespace

class SentencesTest : public QObject {
    Q_OBJECT

private slots:
    void splits_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("expected");
        const auto row = [](const char* name, const char* text, const QByteArrayList& expected) {
            QTest::newRow(name) << QByteArray(text) << expected;
        };
        row("plain", "One. Two! Three?", {"One.", "Two!", "Three?"});
        row("empty", "", {});
        row("no end", "never ends", {"never ends"});
        row("numbers", "It costs 3.50 a month. Pay v2.1 now.", {"It costs 3.50 a month.", "Pay v2.1 now."});
        row("abbreviations", "Dr. Smith, e.g. J. Doe, paid approx. 5. Thanks.",
            {"Dr. Smith, e.g. J. Doe, paid approx. 5.", "Thanks."});
        row("quotes", "He said \"No.\" Then he left (at last!). Bye.",
            {"He said \"No.\"", "Then he left (at last!).", "Bye."});
        row("paragraphs", "A heading\n\nThe text\ngoes on.", {"A heading", "The text\ngoes on."});
        row("list", "Steps:\n- open it\n- close it\n1. Wait. Then go.",
            {"Steps:", "- open it", "- close it", "1. Wait.", "Then go."});
        row("markdown", "# Title\nText here. More.", {"# Title", "Text here.", "More."});
        row("dots", "Wait... what?! Yes.", {"Wait... what?!", "Yes."});
        row("japanese", "これは文です。次の文です。", {"これは文です。", "次の文です。"});
        row("address", "Write to a.b@c.example. Now.", {"Write to a.b@c.example.", "Now."});
    }
    void splits() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, expected);
        QByteArrayList found;
        for (const std::string& sentence : sentencesOf(text.toStdString()))
            found.append(QByteArray::fromStdString(sentence));
        QCOMPARE(found, expected);
        QVERIFY(coversAll(text.toStdString()));
    }

    void coversRandomText() {
        const std::vector<std::string> pieces = {"a",  "Be", ". ", "? ", "\n",  "\n\n", " ",  "1",  "- ", "# ",
                                                 "。", "é",  ")",  "\"", "...", "\xff", "\t", "Dr", "| "};
        std::mt19937 random(11);
        for (unsigned round = 0; round < 2000; ++round) {
            std::string text;
            for (unsigned i = 0; i < round % 40; ++i)
                text += pieces[random() % pieces.size()];
            QVERIFY2(coversAll(text), text.c_str());
        }
    }

    void survivesHostileText() {
        for (const char* piece : {".", "\n", ". ", " ", "x", "1", ")", "\n ", "。", "\xff", "\n1"}) {
            std::string text;
            while (text.size() < (1U << 20U))
                text += piece;
            QVERIFY2(coversAll(text), piece);
        }
    }

    void stems_data() {
        QTest::addColumn<QByteArrayList>("family");
        QTest::newRow("refund") << QByteArrayList{"refund", "refunds", "refunded", "refunding"};
        QTest::newRow("plan") << QByteArrayList{"plan", "plans", "planned", "planning"};
        QTest::newRow("price") << QByteArrayList{"price", "prices", "priced"};
        QTest::newRow("cancel") << QByteArrayList{"cancel", "cancelled", "canceled", "cancelling", "cancellation"};
        QTest::newRow("pay") << QByteArrayList{"pay", "pays", "paying", "payment", "payments"};
        QTest::newRow("copy") << QByteArrayList{"copy", "copies", "copied"};
        QTest::newRow("mailbox") << QByteArrayList{"mailbox"};
    }
    void stems() {
        QFETCH(QByteArrayList, family);
        for (const QByteArray& word : family)
            QCOMPARE(text::stemmed(word.toStdString()), text::stemmed(family.front().toStdString()));
    }

    void keepsDifferentWordsApart() {
        for (const auto& [a, b] : {std::pair("bus", "but"), std::pair("string", "strong"), std::pair("need", "new"),
                                   std::pair("thing", "three"), std::pair("station", "state")})
            QVERIFY2(text::stemmed(a) != text::stemmed(b), a);
    }

    void searchTerms() {
        const std::vector<std::string> expected = {"refund", "14", "dai"};
        QCOMPARE(text::searchTerms("When do I get my REFUNDS? In 14 days!"), expected);
        QCOMPARE(text::searchTerms("To be or not to be").size(), std::size_t{6});
        QVERIFY(text::searchTerms("?! ...").empty());
        QCOMPARE(text::searchTerms("don't Größe"), (std::vector<std::string>{"dont", "größe"}));
        QCOMPARE(text::searchTerms(std::string(1U << 20U, 'x')).size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(SentencesTest)
#include "tst_sentences.moc"
