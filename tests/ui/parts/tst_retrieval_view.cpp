// SPDX-License-Identifier: GPL-3.0-or-later

#include "chunk_text.h"
#include "documents_model.h"
#include "hits_model.h"

#include "part_view_desk.h"

#include "session/files.h"

#include "ui/gui_test.h"

#include <QAbstractItemModelTester>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QToolButton>

#include <filesystem>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

constexpr const char* kRefunds =
    "# Refunds\n\nRefunds arrive in five working days. Ask billing when they do not.\n\n"
    "## Double charges\n\nA double charge is refunded at once. The invoice shows both payments.\n\n"
    "## Cards\n\nRefunds go to the card that paid, even when it has expired since.\n";

Json helpSearch() {
    return {{"corpus", "help"}, {"query", "{{ text }}"}, {"top_k", 2}};
}

QStringList names(const QAbstractItemModel& model) {
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list.append(model.index(row, 0).data().toString());
    return list;
}

std::shared_ptr<const session::DocumentChunks> chunksOf(std::string text, std::vector<session::InspectedChunk> chunks) {
    auto made = std::make_shared<session::DocumentChunks>();
    made->text = std::move(text);
    made->chunks = std::move(chunks);
    return made;
}

}  // namespace

class RetrievalViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_desk = std::make_unique<PartViewDesk>();
        write("refunds.md", kRefunds);
        write("login.md", "# Login\n\nReset the password on the sign in page.\n");
        write("ärger.txt", "Ein Rückruf hilft. 🦊 Oder zwei Rückrufe.\n");
        importCorpus("help");
    }
    void cleanup() { m_desk->view.reset(); }

    void modelsAreSound() {
        DocumentsModel documents;
        QAbstractItemModelTester tester(&documents, QAbstractItemModelTester::FailureReportingMode::QtTest);
        documents.setDocuments({{"a/b.md", "Beta", 1200}, {"c.md", "", 3}});
        QCOMPARE(names(documents), (QStringList{QStringLiteral("Beta"), QStringLiteral("c.md")}));
        QCOMPARE(documents.index(0).data(DocumentsModel::SizeRole).toString(), QStringLiteral("1.2\u00A0kB"));
        documents.setFilter(QStringLiteral("BETA a/"));
        QCOMPARE(names(documents), QStringList{QStringLiteral("Beta")});
        QCOMPARE(documents.rowOf(QStringLiteral("c.md")), -1);
        HitsModel hits;
        QAbstractItemModelTester hitsTester(&hits, QAbstractItemModelTester::FailureReportingMode::QtTest);
        session::FoundChunk found;
        found.title = "T";
        found.fate = session::Fate::OverBudget;
        hits.setHits({found});
        QVERIFY(hits.index(0).data(HitsModel::FateRole).toString().contains(QStringLiteral("budget")));
        QVERIFY(!hits.index(0).data(HitsModel::ChosenRole).toBool());
    }

    void theCorpusIsBrowsed() {
        open(helpSearch());
        QTRY_COMPARE(documents().model()->rowCount(), 3);
        QLineEdit& search = m_desk->child<QLineEdit>("corpus.search");
        search.setFocus();
        QTest::keyClicks(&search, QStringLiteral("login"));
        QCOMPARE(documents().model()->rowCount(), 1);
        QTRY_VERIFY(text().toPlainText().contains(QStringLiteral("password")));
        QTest::keyClick(&search, Qt::Key_Escape);
        QCOMPARE(documents().model()->rowCount(), 3);
        QTest::keyClick(&search, Qt::Key_Down);
        QVERIFY(documents().hasFocus());
        QTest::keyClick(&documents(), Qt::Key_End);
        QTRY_VERIFY(text().toPlainText().contains(QString::fromUtf8("Rückruf")));
        QCOMPARE(m_desk->what.size(), 0);
    }

    void chunksAreWalkedByKeyboard() {
        m_desk->draft->setSource("chunking",
                                 QStringLiteral("{\"method\": \"markdown\", \"size\": 40, \"overlap\": 0}"));
        open(helpSearch());
        QTRY_COMPARE(documents().model()->rowCount(), 3);
        showDocument(QStringLiteral("refunds.md"));
        QVERIFY(text().chunks()->chunks.size() >= 3);
        text().setFocus();
        QTest::keyClick(&text(), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(text().currentChunk(), 1);
        QLabel& fact = m_desk->child<QLabel>("corpus.fact");
        QVERIFY2(fact.text().contains(QStringLiteral("Refunds › Double charges")), qPrintable(fact.text()));
        QCOMPARE(text().textCursor().block().text(), QStringLiteral("## Double charges"));
        QTest::keyClick(&text(), Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(text().currentChunk(), static_cast<int>(text().chunks()->chunks.size()) - 1);
        m_desk->draft->setSource("chunking", {});
    }

    void hitsLeadToTheirPlace() {
        m_desk->draft->setSource("chunking",
                                 QStringLiteral("{\"method\": \"markdown\", \"size\": 40, \"overlap\": 0}"));
        open(helpSearch());
        QTRY_COMPARE(documents().model()->rowCount(), 3);
        QLineEdit& query = m_desk->child<QLineEdit>("retrieval.query");
        QListView& hits = m_desk->child<QListView>("retrieval.hits");
        query.setFocus();
        QTest::keyClicks(&query, QStringLiteral("double charge refunded"));
        QTRY_VERIFY(hits.model()->rowCount() > 2);
        QLabel& fact = m_desk->child<QLabel>("retrieval.fact");
        QVERIFY2(fact.text().startsWith(QStringLiteral("2 of")), qPrintable(fact.text()));
        QVERIFY(hits.model()->index(0, 0).data(HitsModel::ChosenRole).toBool());
        QVERIFY(!hits.model()->index(2, 0).data(HitsModel::ChosenRole).toBool());
        QTest::keyClick(&query, Qt::Key_Down);
        QVERIFY(hits.hasFocus());
        QTest::keyClick(&hits, Qt::Key_Home);
        QTRY_COMPARE(text().textCursor().block().text(), QStringLiteral("## Double charges"));
        QTest::mouseClick(hits.viewport(), Qt::LeftButton, {}, hits.visualRect(hits.model()->index(1, 0)).center());
        QTRY_VERIFY(text().textCursor().block().text() != QStringLiteral("## Double charges"));
        m_desk->draft->setSource("chunking", {});
    }

    void settingsChangeWhatIsFound() {
        open(helpSearch());
        QLineEdit& query = m_desk->child<QLineEdit>("retrieval.query");
        query.setText(QStringLiteral("refunds password"));
        QLabel& fact = m_desk->child<QLabel>("retrieval.fact");
        QTRY_VERIFY2(fact.text().startsWith(QStringLiteral("2 of")), qPrintable(fact.text()));
        auto& passages = m_desk->child<QAbstractSpinBox>("field.retrieval.top_k");
        passages.setFocus();
        passages.selectAll();
        QTest::keyClicks(&passages, QStringLiteral("1"));
        QCOMPARE(toText(m_desk->part), std::string("{\"corpus\":\"help\",\"query\":\"{{ text }}\",\"top_k\":1}"));
        QTRY_VERIFY2(fact.text().startsWith(QStringLiteral("1 of")), qPrintable(fact.text()));
    }

    void whatIsWrongIsSaidInPlace() {
        Json part = helpSearch();
        part["corpus"] = "halp";
        open(part);
        QTRY_VERIFY(m_desk->view->findChild<QLabel*>() && says(QStringLiteral("halp")));
        part["corpus"] = "help";
        part["strategy"] = "hybrid";
        m_desk->view->setPart(part);
        m_desk->child<QLineEdit>("retrieval.query").setText(QStringLiteral("refunds"));
        QLabel& fact = m_desk->child<QLabel>("retrieval.fact");
        QTRY_VERIFY2(fact.text().contains(QStringLiteral("not supported yet")), qPrintable(fact.text()));
        QVERIFY(says(QStringLiteral("does not carry this out yet")));
    }

    void anImportIsSeen() {
        open(helpSearch());
        QTRY_COMPARE(documents().model()->rowCount(), 3);
        write("new.md", "A new page.\n");
        importCorpus("help");
        QTRY_COMPARE(documents().model()->rowCount(), 4);
        std::filesystem::remove(folder() / "new.md");
        importCorpus("help");
        QTRY_COMPARE(documents().model()->rowCount(), 3);
    }

    void chunkingIsSeenWhileItIsTyped() {
        m_desk->open("chunking", parsed("{\"method\": \"tokens\", \"size\": 20, \"overlap\": 4}"));
        QTRY_COMPARE(documents().model()->rowCount(), 3);
        showDocument(QStringLiteral("refunds.md"));
        const std::size_t before = text().chunks()->chunks.size();
        auto& size = m_desk->child<QAbstractSpinBox>("field.chunking.size");
        size.setFocus();
        size.selectAll();
        QTest::keyClicks(&size, QStringLiteral("40"));
        QCOMPARE(toText(m_desk->part), std::string("{\"method\":\"tokens\",\"size\":40,\"overlap\":4}"));
        QTRY_VERIFY(text().chunks()->chunks.size() < before);
        m_desk->view->setPart(parsed("{\"method\": \"tokens\", \"size\": 1}"));
        QLabel& problem = m_desk->child<QLabel>("corpus.problem");
        QTRY_VERIFY2(problem.text().contains(QStringLiteral("/chunking/size")), qPrintable(problem.text()));
        QVERIFY(text().chunks());
    }

    void overlapAndBoundariesAreDrawn() {
        ChunkText view(m_desk->theme);
        view.resize(400, 120);
        view.setChunks(chunksOf("aaaaaaaaaa", {{0, 6, {}, 2}, {4, 10, {}, 2}}), false);
        view.show();
        const QImage drawn = view.grab().toImage();
        int hatched = 0;
        int begins = 0;
        for (int y = 0; y < drawn.height(); ++y)
            for (int x = 0; x < drawn.width(); ++x) {
                hatched += drawn.pixelColor(x, y) == m_desk->theme.color(Role::BorderStrong);
                begins += drawn.pixelColor(x, y) == m_desk->theme.color(Role::Accent);
            }
        QVERIFY(hatched > 5);
        QVERIFY(begins > 20);
    }

    // Any text, any chunks: positions are those of the bytes.
    void chunksStandWhereTheirBytesAre() {
        const std::string text = "é🦊\nzwei drei 🦊🦊 vier\n";
        std::vector<session::InspectedChunk> chunks;
        for (std::size_t begin = 0; begin < text.size();) {
            std::size_t end = std::min(begin + 5, text.size());
            while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
                ++end;
            chunks.push_back({begin, end, {}, 1});
            begin = end;
        }
        ChunkText view(m_desk->theme);
        view.setChunks(chunksOf(text, chunks), false);
        for (std::size_t i = 0; i < chunks.size(); ++i) {
            view.goToChunk(static_cast<int>(i));
            const QString before = QString::fromStdString(text.substr(0, chunks[i].begin));
            QCOMPARE(view.textCursor().position(), static_cast<int>(before.size()));
            QCOMPARE(view.chunkAt(chunks[i].end - 1), static_cast<int>(i));
        }
    }

    void longDocumentsComeByPages() {
        std::string text;
        std::vector<session::InspectedChunk> chunks;
        while (text.size() < (5U << 20U)) {
            const std::size_t begin = text.size();
            text += "A sentence of the long document, number " + std::to_string(chunks.size()) + ".\n";
            chunks.push_back({begin, text.size(), {}, 10});
        }
        ChunkText view(m_desk->theme);
        view.resize(500, 400);
        view.show();
        const auto last = static_cast<int>(chunks.size()) - 1;
        view.setChunks(chunksOf(std::move(text), std::move(chunks)), false);
        QVERIFY(view.pageCount() > 30);
        QVERIFY(static_cast<std::size_t>(view.toPlainText().size()) <= ChunkText::kPageBytes);
        view.goToChunk(last);
        QCOMPARE(view.page(), view.pageCount() - 1);
        QCOMPARE(view.textCursor().block().text(),
                 QStringLiteral("A sentence of the long document, number %1.").arg(last));
        view.goToChunk(0);
        QCOMPARE(view.page(), 0);
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(view.currentChunk(), 0);
    }

    void pagesAreTurnedByMouse() {
        std::string words;
        while (words.size() < 3 * ChunkText::kPageBytes)
            words += "Some words of a long page that goes on. ";
        write("long.txt", words);
        importCorpus("long");
        Json part = helpSearch();
        part["corpus"] = "long";
        open(part);
        QTRY_VERIFY(documents().model()->rowCount() == 4);
        showDocument(QStringLiteral("long.txt"));
        QTest::mouseClick(&m_desk->child<QToolButton>("corpus.forth"), Qt::LeftButton);
        QCOMPARE(text().page(), 1);
        QLabel& fact = m_desk->child<QLabel>("corpus.page");
        QVERIFY2(fact.isVisibleTo(m_desk->view.get()) && fact.text().contains(QStringLiteral("kB")),
                 qPrintable(fact.text()));
        QTest::mouseClick(&m_desk->child<QToolButton>("corpus.back"), Qt::LeftButton);
        QVERIFY(!m_desk->child<QToolButton>("corpus.back").isEnabled());
        std::filesystem::remove(folder() / "long.txt");
    }

    void manyDocumentsAreFiltered() {
        std::vector<session::DocumentInfo> many;
        for (int i = 0; i < 10'000; ++i)
            many.push_back({"doc-" + std::to_string(i) + ".md", "Document " + std::to_string(i), i});
        DocumentsModel model;
        model.setDocuments(many);
        model.setFilter(QStringLiteral("doc-9999"));
        QCOMPARE(model.rowCount(), 1);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 10'000);
        QCOMPARE(model.rowOf(QStringLiteral("doc-9998.md")), 9'998);
    }

    void readOnlyChangesNothing() {
        open(helpSearch());
        m_desk->view->setReadOnly(true);
        QLineEdit& corpus = m_desk->child<QLineEdit>("field.retrieval.corpus");
        QVERIFY(corpus.isReadOnly());
        corpus.setFocus();
        QTest::keyClicks(&corpus, QStringLiteral("x"));
        QCOMPARE(m_desk->what.size(), 0);
        QVERIFY(!m_desk->child<QLineEdit>("retrieval.query").isReadOnly());
    }

    void oddPartsStay() {
        for (const char* odd : {"7", "[]", "\"text\"", "{\"corpus\":5,\"top_k\":\"x\"}"}) {
            open(parsed(odd));
            QCOMPARE(toText(m_desk->part), toText(parsed(odd)));
            QCOMPARE(m_desk->what.size(), 0);
        }
        Json part = helpSearch();
        part["x-note"] = {{"z", 1}, {"a", 2}};
        open(part);
        auto& passages = m_desk->child<QAbstractSpinBox>("field.retrieval.top_k");
        passages.setFocus();
        passages.selectAll();
        QTest::keyClicks(&passages, QStringLiteral("3"));
        part["top_k"] = 3;
        QCOMPARE(toText(m_desk->part), toText(part));
        open(Json());
        QLineEdit& corpus = m_desk->child<QLineEdit>("field.retrieval.corpus");
        corpus.setFocus();
        QTest::keyClicks(&corpus, QStringLiteral("help"));
        QCOMPARE(toText(m_desk->part), std::string("{\"corpus\":\"help\"}"));
    }

    void everyControlHasAName() {
        open(helpSearch());
        QCOMPARE(namelessControls(*m_desk->view).join(QLatin1Char('\n')), QString());
        QVERIFY(m_desk->view->goTo("/retrieval/query"));
        QVERIFY(m_desk->child<QLineEdit>("field.retrieval.query").hasFocus());
        m_desk->open("chunking", Json());
        QCOMPARE(namelessControls(*m_desk->view).join(QLatin1Char('\n')), QString());
    }

private:
    void open(const Json& part) { m_desk->open("retrieval", part); }
    QListView& documents() { return m_desk->child<QListView>("corpus.documents"); }
    ChunkText& text() { return m_desk->child<ChunkText>("corpus.text"); }
    std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    void write(const std::string& name, const std::string& text) {
        VERIFY_OK(session::writeFile(folder() / name, text));
    }
    void importCorpus(const std::string& name) {
        VERIFY_OK(session::await<store::CorpusInfo>(
            [&](auto done) { m_desk->session->exchange().importCorpus(name, folder(), std::move(done)); }));
    }
    // Chooses a document and waits for its chunks.
    void showDocument(const QString& id) {
        for (int row = 0; row < documents().model()->rowCount(); ++row)
            if (documents().model()->index(row, 0).data(DocumentsModel::IdRole).toString() == id)
                documents().setCurrentIndex(documents().model()->index(row, 0));
        QTRY_VERIFY(text().chunks() && m_desk->view->findChildren<QLabel*>().size() > 0 &&
                    text().chunks()->text == session::readFile(folder() / id.toStdString()).value());
    }
    bool says(const QString& words) const {
        for (const QLabel* label : m_desk->view->findChildren<QLabel*>())
            if (label->isVisibleTo(m_desk->view.get()) && label->text().contains(words))
                return true;
        return false;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<PartViewDesk> m_desk;
};

GUI_TEST_MAIN(RetrievalViewTest)
#include "tst_retrieval_view.moc"
