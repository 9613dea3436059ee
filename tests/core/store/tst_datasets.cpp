// SPDX-License-Identifier: Apache-2.0

#include "fixtures.h"

using namespace touchstone;
using store::CorpusDocument;

namespace {

eval::Dataset dataset(std::size_t cases) {
    eval::Dataset made{"support-50", {}};
    for (std::size_t i = 0; i < cases; ++i)
        made.cases.push_back({"case " + std::to_string(i),
                              {{"ticket", "Nr. " + std::to_string(i) + " ünïcode"}},
                              Json("billing"),
                              {"de"},
                              1.5});
    return made;
}

}  // namespace

class DatasetsTest : public QObject {
    Q_OBJECT

private slots:
    void comesBack() {
        fixtures::Desk desk;
        const eval::Dataset made = dataset(50);
        const Json scorers = Json::array({{{"name", "label"}, {"kind", "exact"}}});
        {
            const auto workspace = desk.create();
            const auto stored = workspace->datasets().put(made, scorers).wait();
            REQUIRE_OK(stored);
            QCOMPARE(stored->cases, std::int64_t{50});
            QCOMPARE(stored->id.text, eval::datasetId(made)->text);
        }
        const auto workspace = desk.reopen();
        const auto loaded = workspace->datasets().load("support-50");
        REQUIRE_OK(loaded);
        QCOMPARE(loaded->cases.size(), std::size_t{50});
        QCOMPARE(eval::datasetId(loaded.value())->text, eval::datasetId(made)->text);
        const auto info = workspace->datasets().info("support-50");
        REQUIRE_OK(info);
        QCOMPARE(toText(info->scorers), toText(scorers));
        const auto page = workspace->datasets().cases(info->id, 45, 10);
        REQUIRE_OK(page);
        QCOMPARE(page->size(), std::size_t{5});
        QCOMPARE(page->front().name, std::string("case 45"));
    }

    void aNameMeansTheLatest() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        auto& datasets = workspace->datasets();
        const auto small = datasets.put(dataset(3), Json::array()).wait();
        REQUIRE_OK(small);
        REQUIRE_OK(datasets.put(dataset(5), Json::array()).wait());
        QCOMPARE(datasets.load("support-50")->cases.size(), std::size_t{5});
        QCOMPARE(datasets.load(small->id.text.substr(0, 8))->cases.size(), std::size_t{3});
        QCOMPARE(datasets.list()->size(), std::size_t{2});
        REQUIRE_OK(datasets.put(dataset(3), Json::array()).wait());
        QCOMPARE(datasets.load("support-50")->cases.size(), std::size_t{3});
        QCOMPARE(datasets.list()->size(), std::size_t{2});
    }

    void refuses() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        eval::Dataset nameless = dataset(1);
        for (const char* name : {"", " x", "a\nb", "\xFF"}) {
            nameless.name = name;
            QVERIFY(workspace->datasets().put(nameless, Json::array()).wait().error().code ==
                    ErrorCode::InvalidArgument);
        }
        QVERIFY(!workspace->datasets().load("nothing").ok());
        QVERIFY(workspace->datasets().load("abcdef").error().code == ErrorCode::NotFound);
    }

    void corporaComeBack() {
        fixtures::Desk desk;
        const std::vector<CorpusDocument> documents = {
            {"a.md", "A", "# Returns\nWithin 30 days."}, {"b.md", "B", std::string(10'000, 'b')}, {"empty.md", "", ""}};
        CorpusId id;
        {
            const auto workspace = desk.create();
            const auto stored = workspace->corpora().put("kb", documents).wait();
            REQUIRE_OK(stored);
            QCOMPARE(stored->id.text, store::corpusId(documents).text);
            QCOMPARE(stored->bytes, std::int64_t{10'025});
            id = stored->id;
            REQUIRE_OK(workspace->corpora().put("kb", {documents[0]}).wait());
        }
        const auto workspace = desk.reopen();
        QCOMPARE(workspace->corpora().load("kb")->documents.size(), std::size_t{1});
        for (const std::string& reference : {id.text, id.text.substr(0, 6), "kb@sha256:" + id.text}) {
            const auto loaded = workspace->corpora().load(reference);
            REQUIRE_OK(loaded);
            QVERIFY(loaded->documents == documents);
        }
        QCOMPARE(workspace->corpora().list()->size(), std::size_t{2});
    }

    void corporaRefuse_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("corpus name") << QByteArray("a@b") << QByteArray("x") << QByteArray("");
        QTest::newRow("document id twice") << QByteArray("kb") << QByteArray("first") << QByteArray("");
        QTest::newRow("no document id") << QByteArray("kb") << QByteArray("") << QByteArray("");
        QTest::newRow("not UTF-8") << QByteArray("kb") << QByteArray("x") << QByteArray("\xC0\x80");
    }
    void corporaRefuse() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, text);
        fixtures::Desk desk;
        const auto workspace = desk.create();
        const auto refused =
            workspace->corpora()
                .put(name.toStdString(), {{"first", "", ""}, {id.toStdString(), "", text.toStdString()}})
                .wait();
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().code == ErrorCode::InvalidArgument);
        QVERIFY(workspace->corpora().list()->empty());
    }
};

QTEST_GUILESS_MAIN(DatasetsTest)
#include "tst_datasets.moc"
