// SPDX-License-Identifier: Apache-2.0

#include "support/printing.h"

#include "retrieval/context.h"

using namespace touchstone;
using retrieval::Corpus;
using retrieval::Document;
using retrieval::Retriever;
using workflow::ChunkMethod;
using workflow::WhenOver;

namespace {

const std::vector<Document> kHelp = {
    {"refunds", "Refunds",
     "# Refunds\n\n## Monthly plans\nA new monthly plan can be refunded within 14 days. Write to support.\n\n"
     "## Yearly plans\nA yearly plan can be refunded within 30 days.\n"},
    {"dns", "DNS", "# DNS\n\nEnter the nameservers at your registrar. Changes take up to 48 hours.\n"},
    {"mail", "Mail", "# Mail\n\nA mailbox holds 10 GB. Mail in the spam folder is deleted after 30 days.\n"},
};

Retriever retrieverOf(std::vector<Document> documents, ChunkMethod method = ChunkMethod::Markdown) {
    return Retriever::make(Corpus::make(std::move(documents)).value(), {method, 120, 20});
}

std::size_t sumOfTokens(const retrieval::Context& context) {
    std::size_t tokens = 0;
    for (const retrieval::Source& source : context.sources)
        tokens += source.tokens;
    return tokens;
}

}  // namespace

class RetrieverTest : public QObject {
    Q_OBJECT

private slots:
    void corpusIdIsItsContent() {
        std::vector<Document> turned(kHelp.rbegin(), kHelp.rend());
        QCOMPARE(Corpus::make(turned)->id(), Corpus::make(kHelp)->id());
        turned[0].text += " ";
        QVERIFY(Corpus::make(turned)->id() != Corpus::make(kHelp)->id());
        QVERIFY(Corpus::make({{"a", "bc", ""}})->id() != Corpus::make({{"ab", "c", ""}})->id());
        QCOMPARE(Corpus::make({})->id().text.size(), std::size_t{64});
    }

    void corpusRefuses() {
        QVERIFY(Corpus::make({{"", "untitled", ""}}).error().code == ErrorCode::InvalidArgument);
        const auto twice = Corpus::make({{"a", "", ""}, {"b", "", ""}, {"a", "", ""}});
        QVERIFY(twice.error().code == ErrorCode::AlreadyExists);
        QVERIFY(twice.error().message.find("\"a\"") != std::string::npos);
    }

    void finds_data() {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("title");
        QTest::newRow("words") << QByteArray("refund of a yearly plan") << QByteArray("Refunds › Yearly plans");
        QTest::newRow("stems") << QByteArray("refunding monthly") << QByteArray("Refunds › Monthly plans");
        QTest::newRow("title") << QByteArray("dns") << QByteArray("DNS");
        QTest::newRow("other") << QByteArray("How large is a mailbox?") << QByteArray("Mail");
    }
    void finds() {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, title);
        const auto hits = retrieverOf(kHelp).search(query.toStdString(), 5);
        QVERIFY(!hits.empty());
        QCOMPARE(hits[0].title, title.toStdString());
        for (std::size_t i = 0; i < hits.size(); ++i) {
            QVERIFY(hits[i].score > 0 && hits[i].score <= 1);
            QVERIFY(i == 0 || hits[i - 1].score >= hits[i].score);
        }
    }

    void rangesPointIntoTheDocument() {
        const Retriever retriever = retrieverOf(kHelp);
        for (const auto& hit : retriever.search("plan mailbox nameserver refund", 9)) {
            const auto& documents = retriever.corpus().documents();
            const auto document = std::ranges::find(documents, hit.documentId, &Document::id);
            QVERIFY(document->text.substr(hit.begin, hit.end - hit.begin).find(hit.text) != std::string::npos);
        }
    }

    void scoresAreHonest() {
        const Retriever retriever = retrieverOf(kHelp);
        QVERIFY(retriever.search("quantum cat", 5).empty());
        QVERIFY(retriever.search("", 5).empty());
        const double plain = retriever.search("mailbox", 1)[0].score;
        QVERIFY(retriever.search("mailbox quantum cat", 1)[0].score < plain);
        QVERIFY(retriever.search("mailbox", 5, plain + 0.01).empty());
        QCOMPARE(retriever.search("mailbox", 5, plain).size(), std::size_t{1});
    }

    void tiesFollowTheOrderOfDocuments() {
        const Retriever retriever = retrieverOf({{"b", "", "same"}, {"a", "", "same"}, {"c", "", "other"}});
        const auto hits = retriever.search("same", 5);
        QCOMPARE(hits[0].documentId, std::string("a"));
        QCOMPARE(hits[1].documentId, std::string("b"));
    }

    void hostileDocuments() {
        const Retriever retriever = retrieverOf({{"no blank", "", std::string(1U << 20U, 'x')},
                                                 {"empty", "", ""},
                                                 {"malformed", "", "\xff\xfe needle \xc3"},
                                                 {"nul", "", std::string("a\0b", 3)}});
        QCOMPARE(retriever.search("needle", 5).size(), std::size_t{1});
        QVERIFY(retriever.search(std::string(1U << 20U, 'x'), 3).size() <= 3);
        QVERIFY(retrieverOf({}).search("anything", 3).empty());
        QCOMPARE(retrieverOf({}).chunkCount(), std::size_t{0});
    }

    void contextFitsTheBudget() {
        const auto hits = retrieverOf(kHelp).search("refund plan mailbox nameservers days", 9);
        QCOMPARE(hits.size(), std::size_t{4});
        const std::string query = "refund plan";
        const auto all = retrieval::assembleContext(hits, query, 10'000, WhenOver::Drop);
        QCOMPARE(all.sources.size(), hits.size());
        QCOMPARE(all.sources[0].index, std::size_t{1});
        QVERIFY(all.dropped.empty());
        for (std::int64_t budget = -1; budget < 160; ++budget)
            for (const WhenOver whenOver : {WhenOver::Drop, WhenOver::Compress}) {
                const auto context = retrieval::assembleContext(hits, query, budget, whenOver);
                QVERIFY(context.tokens <= static_cast<std::size_t>(std::max<std::int64_t>(budget, 0)));
                QCOMPARE(context.tokens, sumOfTokens(context));
                QCOMPARE(context.sources.size() + context.dropped.size(), hits.size());
            }
    }

    void compressKeepsTheBestSentences() {
        const retrieval::Hit hit{
            "d", "T", "Cats sleep a lot. A refund takes five days. Dogs bark. Refunds are paid by card.", 0, 80, 1};
        const std::vector<retrieval::Hit> hits = {hit};
        const auto dropped = retrieval::assembleContext(hits, "refund days", 14, WhenOver::Drop);
        QVERIFY(dropped.sources.empty());
        QVERIFY(dropped.dropped[0].reason == retrieval::DropReason::OverBudget);
        const auto one = retrieval::assembleContext(hits, "refund days", 14, WhenOver::Compress);
        QCOMPARE(one.sources[0].text, std::string("A refund takes five days."));
        QVERIFY(one.sources[0].compressed);
        const auto two = retrieval::assembleContext(hits, "refund days", 20, WhenOver::Compress);
        QCOMPARE(two.sources[0].text, std::string("A refund takes five days. … Refunds are paid by card."));
    }

    void repeatedHitsAreDropped() {
        const retrieval::Hit outer{"d", "", "one two three", 0, 13, 0.9};
        const retrieval::Hit inner{"d", "", "two", 4, 7, 0.5};
        const std::vector<retrieval::Hit> hits = {outer, inner};
        const auto context = retrieval::assembleContext(hits, "two", 100, WhenOver::Drop);
        QCOMPARE(context.sources.size(), std::size_t{1});
        QVERIFY(context.dropped[0].reason == retrieval::DropReason::Repeated);
    }
};

QTEST_APPLESS_MAIN(RetrieverTest)
#include "tst_retriever.moc"
