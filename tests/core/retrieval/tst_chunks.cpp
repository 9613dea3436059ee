// SPDX-License-Identifier: Apache-2.0

#include "retrieval/chunks.h"
#include "support/printing.h"

#include <random>

using namespace touchstone;
using retrieval::Chunk;
using workflow::ChunkingPart;
using workflow::ChunkMethod;

Q_DECLARE_METATYPE(touchstone::workflow::ChunkMethod)

namespace {

constexpr std::array kMethods = {ChunkMethod::Tokens, ChunkMethod::Sentences, ChunkMethod::Recursive,
                                 ChunkMethod::Markdown};

bool splitsCharacter(const std::string& text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

// Empty when the chunks keep what chunks.h promises.
std::string broken(const std::string& text, const std::vector<Chunk>& chunks) {
    std::size_t covered = 0;
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        const Chunk& chunk = chunks[i];
        if (chunk.begin > covered)
            return "a gap before chunk " + std::to_string(i);
        if (chunk.end <= covered || chunk.end > text.size())
            return "chunk " + std::to_string(i) + " adds nothing";
        if (i > 0 && chunk.begin <= chunks[i - 1].begin)
            return "chunk " + std::to_string(i) + " begins too early";
        covered = chunk.end;
    }
    return covered == text.size() ? "" : "the end is missing";
}

std::string repeated(const std::string& piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes)
        text += piece;
    return text;
}

}  // namespace

class ChunksTest : public QObject {
    Q_OBJECT

private slots:
    void coverRandomText_data() {
        QTest::addColumn<ChunkMethod>("method");
        for (const ChunkMethod method : kMethods)
            QTest::addRow("method %d", static_cast<int>(method)) << method;
    }
    void coverRandomText() {
        QFETCH(ChunkMethod, method);
        const std::vector<std::string> pieces = {"word ",       "Größe",      ". ",     "\n\n", "\n",
                                                 "# Heading\n", "## Sub\n",   "日本語", "a",    "- item\n",
                                                 "```\n",       "longerword", "😀",     "  "};
        std::mt19937 random(5);
        for (int round = 0; round < 1500; ++round) {
            std::string text;
            for (unsigned i = 0; i < random() % 120U; ++i)
                text += pieces[random() % pieces.size()];
            const ChunkingPart part{method, 1 + static_cast<std::int64_t>(random() % 40U),
                                    static_cast<std::int64_t>(random() % 20U)};
            const auto chunks = retrieval::chunkText(text, part);
            QCOMPARE(broken(text, chunks), std::string());
            for (const Chunk& chunk : chunks)
                QVERIFY2(!splitsCharacter(text, chunk.begin) && !splitsCharacter(text, chunk.end), text.c_str());
        }
    }

    void hostileText_data() {
        QTest::addColumn<QByteArray>("piece");
        for (const char* piece : {"x", " ", "\n", "\n\n", "\xff", "\x80", "é", "# h\n", "# h\ntext\n", "# ", "a. ", ".",
                                  "```\n", "######## "})
            QTest::newRow(QByteArray(piece).toHex().constData()) << QByteArray(piece);
    }
    void hostileText() {
        QFETCH(QByteArray, piece);
        const std::string text = repeated(piece.toStdString(), 1U << 20U);
        for (const ChunkMethod method : kMethods)
            QCOMPARE(broken(text, retrieval::chunkText(text, {method, 300, 40})), std::string());
    }

    void aHundredThousandHeadings() {
        std::string text;
        for (int i = 0; i < 100'000; ++i)
            text += "## Heading " + std::to_string(i) + "\nText.\n";
        const auto chunks = retrieval::chunkText(text, {ChunkMethod::Markdown, 300, 40});
        QCOMPARE(chunks.size(), std::size_t{100'000});
        QCOMPARE(chunks.back().path, std::string("Heading 99999"));
    }

    void emptyText() {
        for (const ChunkMethod method : kMethods)
            QVERIFY(retrieval::chunkText("", {method, 300, 40}).empty());
    }

    void sizesAndOverlaps() {
        const std::string text = repeated("word ", 4000);
        const auto apart = retrieval::chunkText(text, {ChunkMethod::Tokens, 100, 0});
        const auto sharing = retrieval::chunkText(text, {ChunkMethod::Tokens, 100, 20});
        QVERIFY(sharing.size() > apart.size());
        for (std::size_t i = 1; i < apart.size(); ++i) {
            QCOMPARE(apart[i].begin, apart[i - 1].end);
            QVERIFY(apart[i].end - apart[i].begin <= 400);
        }
        for (std::size_t i = 1; i < sharing.size(); ++i) {
            QVERIFY(sharing[i].begin < sharing[i - 1].end);
            QVERIFY(sharing[i - 1].end - sharing[i].begin <= 80);
            QCOMPARE(text.substr(sharing[i].begin, 4), std::string("word"));
        }
    }

    void sentencesStayWhole() {
        const std::string text = "The first one is here. The second one follows. A third one ends it.";
        const auto chunks = retrieval::chunkText(text, {ChunkMethod::Sentences, 20, 10});
        QVERIFY(chunks.size() >= 2);
        for (const Chunk& chunk : chunks) {
            QCOMPARE(text.substr(chunk.begin, 1), text.substr(chunk.begin, 1) == "A" ? "A" : "T");
            QVERIFY(text.substr(0, chunk.end).find_last_of('.') + 2 >= chunk.end);
        }
        QVERIFY(chunks[1].begin < chunks[0].end);
    }

    void paragraphsStayWhole() {
        const std::string text = "One short paragraph.\n\nAnother short paragraph.\n\nThe last paragraph.";
        const auto chunks = retrieval::chunkText(text, {ChunkMethod::Recursive, 12, 0});
        QCOMPARE(chunks.size(), std::size_t{3});
        QCOMPARE(text.substr(chunks[1].begin, 7), std::string("Another"));
    }

    void markdownKeepsSections() {
        const std::string text =
            "Preface.\n# Billing\n\n## Refunds\nWithin 14 days.\n```\n# not a heading\n```\n## Invoices "
            "##\nMonthly.\n# DNS\nA.";
        const auto chunks = retrieval::chunkText(text, {ChunkMethod::Markdown, 300, 40});
        std::vector<std::string> paths;
        for (const Chunk& chunk : chunks)
            paths.push_back(chunk.path);
        QCOMPARE(paths, (std::vector<std::string>{"", "Billing › Refunds", "Billing › Invoices", "DNS"}));
        QCOMPARE(broken(text, chunks), std::string());
    }
};

QTEST_APPLESS_MAIN(ChunksTest)
#include "tst_chunks.moc"
