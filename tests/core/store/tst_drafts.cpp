// SPDX-License-Identifier: Apache-2.0

#include "fixtures.h"

#include <set>

using namespace touchstone;
using store::Draft;

namespace {

Draft draft(std::string text, std::int64_t revision = 0) {
    Draft made;
    made.workflow = "triage";
    made.branch = "main";
    made.text = std::move(text);
    made.editorState = {{"cursor", {{"line", 3}}}};
    made.revision = revision;
    return made;
}

}  // namespace

class DraftsTest : public QObject {
    Q_OBJECT

private slots:
    void keepsWhatWasTyped_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("half a document") << QByteArray("{\"format\": \"touchstone.wor");
        QTest::newRow("not UTF-8") << QByteArray("\xFF\xFE{\"a\":\xC3}");
        QTest::newRow("with NUL") << QByteArray("a\0b", 3);
        QTest::newRow("large") << QByteArray(3'000'000, 'x');
    }
    void keepsWhatWasTyped() {
        QFETCH(QByteArray, text);
        fixtures::Desk desk;
        {
            const auto workspace = desk.create();
            const auto saved = workspace->drafts().save(draft(text.toStdString())).wait();
            REQUIRE_OK(saved);
            QCOMPARE(saved->revision, std::int64_t{1});
        }
        const auto loaded = desk.reopen()->drafts().load("triage", "main");
        REQUIRE_OK(loaded);
        QVERIFY(loaded.value().has_value());
        QCOMPARE(loaded.value()->text, text.toStdString());
        QCOMPARE(toText(loaded.value()->editorState), std::string(R"({"cursor":{"line":3}})"));
    }

    void losesNoUpdate() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        REQUIRE_OK(workspace->drafts().save(draft("one")).wait());
        const auto second = workspace->drafts().save(draft("two", 1)).wait();
        REQUIRE_OK(second);
        const auto stale = workspace->drafts().save(draft("three", 1)).wait();
        QVERIFY(!stale.ok());
        QVERIFY(stale.error().code == ErrorCode::Conflict);
        QCOMPARE(workspace->drafts().load("triage", "main").value()->text, std::string("two"));
    }

    void discards() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        REQUIRE_OK(workspace->drafts().discard("nothing", "main", 0).wait());
        REQUIRE_OK(workspace->drafts().save(draft("one")).wait());
        QCOMPARE(workspace->drafts().list()->size(), std::size_t{1});
        QVERIFY(workspace->drafts().discard("triage", "main", 0).wait().error().code == ErrorCode::Conflict);
        QCOMPARE(workspace->drafts().list()->size(), std::size_t{1});
        REQUIRE_OK(workspace->drafts().discard("triage", "main", 1).wait());
        QVERIFY(!workspace->drafts().load("triage", "main").value().has_value());
        QVERIFY(workspace->drafts().list()->empty());
        QCOMPARE(workspace->info()->drafts, std::int64_t{0});
        QCOMPARE(workspace->versions().workflows()->front().drafts, std::int64_t{0});
    }

    // Who holds the revision of a draft that has ended never overwrites the next one by chance.
    void aRevisionNeverComesTwice() {
        fixtures::Desk desk;
        std::set<std::int64_t> seen;
        std::int64_t revision = 0;
        for (int round = 0; round < 3; ++round) {
            const auto workspace = round == 0 ? desk.create() : desk.reopen();
            QCOMPARE(workspace->drafts().revision("triage", "main").value(), revision);
            const auto saved = workspace->drafts().save(draft("mine", revision)).wait();
            REQUIRE_OK(saved);
            QVERIFY(seen.insert(saved->revision).second);
            REQUIRE_OK(workspace->drafts().discard("triage", "main", saved->revision).wait());
            revision = workspace->drafts().revision("triage", "main").value();
            for (const std::int64_t old : seen)
                QVERIFY(workspace->drafts().save(draft("stale", old)).wait().error().code == ErrorCode::Conflict);
        }
        QCOMPARE(seen.size(), std::size_t{3});
    }

    void refusesWhatIsTooLarge() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        const auto refused = workspace->drafts().save(draft(std::string(17U << 20U, 'x'))).wait();
        QVERIFY(refused.error().code == ErrorCode::InvalidArgument);
    }

    void callsBackOnce() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        std::atomic<int> calls = 0;
        const auto saving = workspace->drafts().save(draft("one"));
        saving.then([&calls](const Result<Draft>& saved) { calls += saved.ok() ? 1 : 100; });
        REQUIRE_OK(saving.wait());
        REQUIRE_OK(workspace->traces().flush().wait());
        QCOMPARE(calls.load(), 1);
    }
};

QTEST_GUILESS_MAIN(DraftsTest)
#include "tst_drafts.moc"
