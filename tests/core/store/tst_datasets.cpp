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
        QCOMPARE(datasets.list()->size(), std::size_t{1});
        REQUIRE_OK(datasets.put(dataset(3), Json::array()).wait());
        QCOMPARE(datasets.load("support-50")->cases.size(), std::size_t{3});
        QCOMPARE(datasets.list()->size(), std::size_t{1});
    }

    void twoNamesShareContent() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        auto& datasets = workspace->datasets();
        eval::Dataset cases = dataset(3);
        const Json strict = Json::array({{{"type", "equals"}}});
        const Json lenient = Json::array({{{"type", "label"}}});
        const auto first = datasets.put(cases, strict).wait();
        REQUIRE_OK(first);
        QCOMPARE(datasets.info(first->id.text)->name, cases.name);
        cases.name = "other";
        const auto second = datasets.put(cases, lenient).wait();
        REQUIRE_OK(second);
        QCOMPARE(second->id.text, first->id.text);

        QCOMPARE(datasets.info("support-50")->name, std::string("support-50"));
        QCOMPARE(toText(datasets.info("support-50")->scorers), toText(strict));
        QCOMPARE(datasets.load("support-50")->name, std::string("support-50"));
        QCOMPARE(toText(datasets.info("other")->scorers), toText(lenient));
        QCOMPARE(datasets.list()->size(), std::size_t{2});
        QCOMPARE(workspace->info()->datasets, std::int64_t{2});
        // By its id it is content alone: none of the two names is meant, nor their scorers.
        const auto content = datasets.info(first->id.text.substr(0, 8));
        REQUIRE_OK(content);
        QCOMPARE(content->name, std::string());
        QVERIFY(content->scorers.empty());
        QCOMPARE(content->cases, std::int64_t{3});
    }

    void casesWithoutANameAreKept() {
        fixtures::Desk desk;
        DatasetId id;
        {
            const auto workspace = desk.create();
            const auto stored = workspace->datasets().putNameless(dataset(1).cases).wait();
            REQUIRE_OK(stored);
            id = stored.value();
            QCOMPARE(workspace->datasets().putNameless(dataset(1).cases).wait()->text, id.text);
        }
        const auto workspace = desk.reopen();
        QCOMPARE(workspace->datasets().load(id)->cases.size(), std::size_t{1});
        QCOMPARE(workspace->datasets().info(id.text)->name, std::string());
        QVERIFY(workspace->datasets().list()->empty());
    }

    void aNameKeepsItsScorers() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        auto& datasets = workspace->datasets();
        const Json scorers = Json::array({{{"type", "label"}}});
        QVERIFY(datasets.put(dataset(3), std::nullopt).wait()->scorers.empty());
        REQUIRE_OK(datasets.put(dataset(3), scorers).wait());
        QCOMPARE(toText(datasets.put(dataset(5), std::nullopt).wait()->scorers), toText(scorers));
        QCOMPARE(toText(datasets.info("support-50")->scorers), toText(scorers));
        QVERIFY(datasets.put(dataset(5), Json::array()).wait()->scorers.empty());
    }

    void anIdMeansItsContentWhateverNamesSay() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        auto& datasets = workspace->datasets();
        const auto meant = datasets.put(dataset(3), Json::array()).wait();
        REQUIRE_OK(meant);
        eval::Dataset impostor = dataset(5);
        impostor.name = meant->id.text;
        REQUIRE_OK(datasets.put(impostor, Json::array()).wait());
        QCOMPARE(datasets.load(meant->id)->cases.size(), std::size_t{3});
        QVERIFY(datasets.load(DatasetId(std::string(64, '0'))).error().code == ErrorCode::NotFound);
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
        REQUIRE_OK(workspace->datasets().put(dataset(1), Json::array()).wait());
        const auto near = workspace->datasets().load("suport-50");
        QVERIFY(near.error().code == ErrorCode::NotFound);
        QVERIFY(near.error().message.ends_with("did you mean \"support-50\"?"));
        QVERIFY(workspace->datasets().load("nothing").error().message.ends_with("there is: support-50"));
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
        QCOMPARE(workspace->corpora().list()->size(), std::size_t{1});
        QVERIFY(workspace->corpora().load("kbb").error().code == ErrorCode::NotFound);
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
