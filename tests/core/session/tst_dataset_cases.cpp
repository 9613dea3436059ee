// SPDX-License-Identifier: Apache-2.0
//
// Cases of a dataset one by one: read a page of them, add what was found while working.

#include <QTest>

#include "desk.h"

using namespace desk;

namespace {

eval::Case caseOf(const std::string& text, std::optional<Json> expected = {}) {
    eval::Case made;
    made.name = text;
    made.input = {{"text", text}};
    made.expected = std::move(expected);
    return made;
}

Result<session::AddedCases> add(session::Session& session, const std::string& name, std::vector<eval::Case> cases) {
    return await<session::AddedCases>([&](auto done) { session.exchange().addCases(name, cases, done); });
}

Result<std::vector<eval::Case>> cases(session::Session& session, const std::string& name, std::size_t first,
                                      std::size_t limit) {
    return await<std::vector<eval::Case>>([&](auto done) { session.exchange().cases(name, first, limit, done); });
}

}  // namespace

class TestDatasetCases : public QObject {
    Q_OBJECT

private slots:
    void addingGrowsADataset() {
        Desk desk;
        const auto session = desk.create();
        auto added = add(*session, "found", {caseOf("one"), caseOf("two", Json("refund"))});
        VERIFY_OK(added);
        QCOMPARE(added->added, std::size_t(2));
        QCOMPARE(added->dataset.cases, 2);
        added = add(*session, "found", {caseOf("two", Json("refund")), caseOf("two"), caseOf("three")});
        VERIFY_OK(added);
        QCOMPARE(added->added, std::size_t(2));
        QCOMPARE(added->known, std::size_t(1));
        const auto all = cases(*session, "found", 0, 10);
        VERIFY_OK(all);
        QCOMPARE(all->size(), std::size_t(4));
        QCOMPARE(all->at(1).expected->get<std::string>(), std::string("refund"));
        QVERIFY(!all->at(2).expected.has_value());
    }

    void scorersStay() {
        Desk desk;
        const auto session = desk.create();
        const fs::path file = desk.write("gold.jsonl", R"({"input":{"text":"a"},"expected":"b"})"
                                                       "\n");
        session::DatasetFile request;
        request.file = file;
        request.scorers = Json::parse(R"([{"type":"equals"}])");
        VERIFY_OK(
            await<session::ImportedDataset>([&](auto done) { session->exchange().importDataset(request, done); }));
        const auto added = add(*session, "gold", {caseOf("more")});
        VERIFY_OK(added);
        QCOMPARE(toText(added->dataset.scorers), std::string(R"([{"type":"equals"}])"));
    }

    void pagesAreReadInOrder() {
        Desk desk;
        const auto session = desk.create();
        std::vector<eval::Case> many;
        for (int i = 0; i < 25; ++i)
            many.push_back(caseOf("case " + std::to_string(i)));
        VERIFY_OK(add(*session, "many", many));
        const auto page = cases(*session, "many", 20, 10);
        VERIFY_OK(page);
        QCOMPARE(page->size(), std::size_t(5));
        QCOMPARE(page->front().name, std::string("case 20"));
        QVERIFY(cases(*session, "nany", 0, 1).error().code == ErrorCode::NotFound);
    }

    void whatCannotBeAddedChangesNothing() {
        Desk desk;
        const auto session = desk.create();
        QVERIFY(add(*session, "", {caseOf("one")}).error().code == ErrorCode::InvalidArgument);
        VERIFY_OK(add(*session, "found", {caseOf("one")}));
        eval::Case tooLarge = caseOf("two");
        tooLarge.input["n"] = std::int64_t{1} << 60;
        QVERIFY(!add(*session, "found", {caseOf("three"), tooLarge}).ok());
        QCOMPARE(cases(*session, "found", 0, 10)->size(), std::size_t(1));
    }

    void noneIsLostWhenManyAreAddedAtOnce() {
        Desk desk;
        auto session = desk.create();
        for (int i = 0; i < 30; ++i)
            session->exchange().addCases("found", {caseOf("case " + std::to_string(i))}, [](const auto&) {});
        session.reset();  // what was asked for is done before it ends
        session = desk.open(store::OpenMode::ReadWrite);
        QCOMPARE(cases(*session, "found", 0, 100)->size(), std::size_t(30));
    }

    // Two sessions on one file are as two programs to each other.
    void noneIsLostWhenTwoProgramsAdd() {
        constexpr int kEach = 25;
        Desk desk;
        auto mine = desk.create();
        auto theirs = desk.open(store::OpenMode::ReadWrite);
        for (int i = 0; i < kEach; ++i)
            for (session::Session* session : {mine.get(), theirs.get()})
                session->exchange().addCases(
                    "found", {caseOf((session == mine.get() ? "mine " : "theirs ") + std::to_string(i))},
                    [](const auto&) {});
        theirs.reset();
        mine.reset();
        mine = desk.open(store::OpenMode::ReadOnly);
        QCOMPARE(cases(*mine, "found", 0, 100)->size(), std::size_t(2 * kEach));
    }
};

QTEST_GUILESS_MAIN(TestDatasetCases)
#include "tst_dataset_cases.moc"
