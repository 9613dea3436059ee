// SPDX-License-Identifier: Apache-2.0

#include "fixtures.h"

using namespace touchstone;
using store::Pointer;
using store::PointerKind;

class VersionsTest : public QObject {
    Q_OBJECT

private slots:
    void comesBackExactly() {
        fixtures::Desk desk;
        const Json document = fixtures::document("triage");
        const auto made = fixtures::version(document);
        {
            const auto workspace = desk.create();
            const auto stored = workspace->versions().put(made, "main", {}).wait();
            REQUIRE_OK(stored);
            QCOMPARE(stored->number, std::int64_t{1});
        }
        const auto workspace = desk.reopen();
        const auto loaded = workspace->versions().load(shortText(made.id));
        REQUIRE_OK(loaded);
        QCOMPARE(toText(loaded->document), toText(document));
        QCOMPARE(workflow::hashDocument(loaded->document).value(), workflow::hashDocument(document).value());
        QCOMPARE(loaded->id.text, made.id.text);
        QCOMPARE(loaded->author, std::string("Ada"));
        QVERIFY(loaded->created == made.created);
        QVERIFY(loaded->parts == made.parts);
    }

    void numbersAndParents() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        auto& versions = workspace->versions();
        const auto first = fixtures::version(fixtures::document("triage"));
        REQUIRE_OK(versions.put(first, "main", {}).wait());
        const auto second = fixtures::version(fixtures::document("triage", "Shorter."), {first.id}, "second");
        REQUIRE_OK(versions.put(second, "main", first.id).wait());
        const auto list = versions.list("triage").value();
        QCOMPARE(list.size(), std::size_t{2});
        QCOMPARE(list[0].number, std::int64_t{2});
        QCOMPARE(list[0].message, std::string("second"));
        QVERIFY(list[0].parents == second.parents);
        QVERIFY(list[0].parts == second.parts);
        QCOMPARE(list[0].document, workflow::hashDocument(second.document).value());
        const auto workflows = versions.workflows().value();
        QCOMPARE(workflows.size(), std::size_t{1});
        QCOMPARE(workflows[0].versions, std::int64_t{2});
        QVERIFY(versions.list("nothing").value().empty());
    }

    // The version, the branch and the draft's end are one transaction.
    void commitsWhatWasSeenOrNothing() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        auto& versions = workspace->versions();
        auto& drafts = workspace->drafts();
        store::Draft draft;
        draft.workflow = "triage";
        draft.branch = "main";
        draft.text = "mine";
        const auto mine = drafts.save(draft).wait();
        REQUIRE_OK(mine);
        draft.text = "theirs";
        draft.revision = mine->revision;
        const auto theirs = drafts.save(draft).wait();
        REQUIRE_OK(theirs);

        const auto made = fixtures::version(fixtures::document("triage"));
        QVERIFY(versions.commit(made, "main", {}, mine->revision).wait().error().code == ErrorCode::Conflict);
        QVERIFY(versions.commit(made, "main", {}, {}).wait().error().code == ErrorCode::Conflict);
        QVERIFY(versions.list("triage").value().empty());
        QVERIFY(versions.pointers("triage").value().empty());
        QCOMPARE(drafts.load("triage", "main").value()->text, std::string("theirs"));

        REQUIRE_OK(versions.commit(made, "main", {}, theirs->revision).wait());
        QVERIFY(!drafts.load("triage", "main").value().has_value());
        draft.revision = theirs->revision;
        QVERIFY(drafts.save(draft).wait().error().code == ErrorCode::Conflict);

        // Also who began with no draft at all is told of the commit.
        const auto other = fixtures::version(fixtures::document("other"));
        REQUIRE_OK(versions.commit(other, "main", {}, {}).wait());
        draft.workflow = "other";
        draft.revision = 0;
        QVERIFY(drafts.save(draft).wait().error().code == ErrorCode::Conflict);
    }

    void sharesParts() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        const std::string large(100'000, 'x');
        VersionId head;
        for (int i = 0; i < 20; ++i) {
            Json document = fixtures::document("triage", large);
            document["description"] = std::to_string(i);
            const auto made = fixtures::version(document);
            REQUIRE_OK(workspace->versions().put(made, "main", head).wait());
            head = made.id;
        }
        QVERIFY(workspace->info()->bytes < 1'000'000);
    }

    void conflictsWhenTheBranchMoved() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        const auto first = fixtures::version(fixtures::document("triage"));
        const auto other = fixtures::version(fixtures::document("triage", "Other."));
        REQUIRE_OK(workspace->versions().put(first, "main", {}).wait());
        const auto refused = workspace->versions().put(other, "main", {}).wait();
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().code == ErrorCode::Conflict);
        QVERIFY(refused.error().message.find(shortText(first.id)) != std::string::npos);
        QCOMPARE(workspace->versions().list("triage")->size(), std::size_t{1});
        const auto again = workspace->versions().put(first, "main", first.id).wait();
        REQUIRE_OK(again);
        QCOMPARE(again->number, std::int64_t{1});
    }

    void refusesWhatDoesNotFit() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        auto changed = fixtures::version(fixtures::document("triage"));
        changed.message = "another";
        QVERIFY(workspace->versions().put(changed, "main", {}).wait().error().code == ErrorCode::InvalidArgument);
        auto badName = fixtures::version(fixtures::document("Tri/age"));
        QVERIFY(workspace->versions().put(badName, "main", {}).wait().error().code == ErrorCode::InvalidArgument);
        const auto good = fixtures::version(fixtures::document("triage"));
        for (const char* branch : {"", "a b", "a//b", "../a", "a/", "-a", "a\nb"})
            QVERIFY2(!workspace->versions().put(good, branch, {}).wait().ok(), branch);
        QVERIFY(workspace->versions().workflows()->empty());
    }

    void pointersMove() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        auto& versions = workspace->versions();
        const auto first = fixtures::version(fixtures::document("triage"));
        const auto second = fixtures::version(fixtures::document("triage", "Two."), {first.id});
        REQUIRE_OK(versions.put(first, "main", {}).wait());
        REQUIRE_OK(versions.put(second, "main", first.id).wait());
        const Pointer tag{PointerKind::Tag, "triage", "release/1", first.id};
        REQUIRE_OK(versions.point(tag, {}).wait());
        QVERIFY(versions.point(tag, {}).wait().error().code == ErrorCode::AlreadyExists);
        REQUIRE_OK(versions.point({PointerKind::Tag, "triage", "release/1", second.id}, first.id).wait());
        QCOMPARE(versions.pointers("triage")->size(), std::size_t{2});
        QVERIFY(versions.removePointer(tag).wait().error().code == ErrorCode::Conflict);
        REQUIRE_OK(versions.removePointer({PointerKind::Tag, "triage", "release/1", second.id}).wait());
        QVERIFY(versions.removePointer(tag).wait().error().code == ErrorCode::NotFound);
        const Pointer nowhere{PointerKind::Branch, "triage", "new", VersionId(std::string(64, '0'))};
        QVERIFY(versions.point(nowhere, {}).wait().error().code == ErrorCode::NotFound);
    }

    // The tag is part of the commit, and does not move by itself.
    void commitsWithATagOrNotAtAll() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        auto& versions = workspace->versions();
        const auto first = fixtures::version(fixtures::document("triage"));
        REQUIRE_OK(versions.commit(first, "main", {}, {}, store::NewTag{"1.0"}).wait());
        const auto second = fixtures::version(fixtures::document("triage", "Two."), {first.id});
        const auto commit = [&](const char* tag, bool move) {
            return versions.commit(second, "main", first.id, {}, store::NewTag{tag, move}).wait();
        };
        QVERIFY(commit("release 2", false).error().code == ErrorCode::InvalidArgument);
        const Error taken = commit("1.0", false).error();
        QVERIFY(taken.code == ErrorCode::AlreadyExists);
        QVERIFY2(taken.message.find("stands at v1 (" + shortText(first.id)) != std::string::npos,
                 taken.message.c_str());
        QCOMPARE(versions.list("triage")->size(), std::size_t{1});
        QCOMPARE(versions.find("triage", "main")->text, first.id.text);
        REQUIRE_OK(commit("1.0", true));
        QCOMPARE(versions.find("triage", "1.0")->text, second.id.text);
    }

    void refusesNamesThatMeanAnotherVersion_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("words");
        QTest::newRow("draft") << "draft"
                               << "draft";
        QTest::newRow("a branch's draft") << "draft:x"
                                          << "is not allowed";
        QTest::newRow("number") << "v1"
                                << "the number of a version";
        QTest::newRow("number to come") << "v007"
                                        << "the number of a version";
        QTest::newRow("short id") << "beef"
                                  << "the beginning of a version's id";
        QTest::newRow("digits") << "20261123"
                                << "the beginning of a version's id";
        QTest::newRow("whole id") << QString(64, 'a') << "the beginning of a version's id";
    }

    void refusesNamesThatMeanAnotherVersion() {
        QFETCH(const QString, name);
        QFETCH(const QString, words);
        fixtures::Desk desk;
        const auto workspace = desk.create();
        auto& versions = workspace->versions();
        const auto made = fixtures::version(fixtures::document("triage"));
        REQUIRE_OK(versions.put(made, "main", {}).wait());
        store::Draft draft;
        draft.workflow = "triage";
        draft.branch = name.toStdString();
        for (const Error& error :
             {versions.put(made, name.toStdString(), {}).wait().error(),
              versions.point({PointerKind::Tag, "triage", name.toStdString(), made.id}, {}).wait().error(),
              workspace->drafts().save(draft).wait().error()}) {
            QVERIFY(error.code == ErrorCode::InvalidArgument);
            QVERIFY2(QString::fromStdString(error.message).contains(words), error.message.c_str());
        }
    }

    void acceptsNamesThatOnlyResembleOthers() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        const auto made = fixtures::version(fixtures::document("triage"));
        for (const char* branch : {"v1.2", "v", "bee", "drafts", "2.0", "deadbeer", "V1"})
            REQUIRE_OK(workspace->versions().put(made, branch, {}).wait());
    }

    // A branch and a tag of one name would hide each other.
    void namesNothingTwice() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        auto& versions = workspace->versions();
        const auto made = fixtures::version(fixtures::document("triage"));
        REQUIRE_OK(versions.put(made, "main", {}).wait());
        REQUIRE_OK(versions.point({PointerKind::Tag, "triage", "2.0", made.id}, {}).wait());
        store::Draft draft;
        draft.workflow = "triage";
        draft.branch = "2.0";
        QVERIFY(versions.put(made, "2.0", {}).wait().error().code == ErrorCode::InvalidArgument);
        QVERIFY(workspace->drafts().save(draft).wait().error().code == ErrorCode::InvalidArgument);
        draft.branch = "short";
        REQUIRE_OK(workspace->drafts().save(draft).wait());
        for (const char* tag : {"main", "short"})
            QVERIFY2(versions.point({PointerKind::Tag, "triage", tag, made.id}, {}).wait().error().code ==
                         ErrorCode::InvalidArgument,
                     tag);
    }

    void findsReferences() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        auto& versions = workspace->versions();
        const auto made = fixtures::version(fixtures::document("triage"));
        REQUIRE_OK(versions.put(made, "main", {}).wait());
        REQUIRE_OK(versions.point({PointerKind::Tag, "triage", "stable", made.id}, {}).wait());
        for (const std::string& reference :
             {std::string("main"), std::string("stable"), std::string("v1"), made.id.text, made.id.text.substr(0, 4)}) {
            const auto found = versions.find("triage", reference);
            REQUIRE_OK(found);
            QCOMPARE(found->text, made.id.text);
        }
        for (const char* reference : {"v2", "other", "ab", ""})
            QVERIFY2(!versions.find("triage", reference).ok(), reference);
        QVERIFY(versions.find("nothing", "main").error().code == ErrorCode::NotFound);
        QVERIFY(versions.load("zzzz").error().code == ErrorCode::NotFound);
    }

    void tellsOfChanges() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        std::atomic<int> changes = 0;
        auto subscription = workspace->onChanged([&changes](store::Change change) {
            if (change == store::Change::Versions)
                ++changes;
        });
        const auto made = fixtures::version(fixtures::document("triage"));
        REQUIRE_OK(workspace->versions().put(made, "main", {}).wait());
        REQUIRE_OK(workspace->traces().flush().wait());  // the thread has gone on, so it has told
        QCOMPARE(changes.load(), 1);
        subscription = {};
        REQUIRE_OK(workspace->versions().put(made, "other", {}).wait());
        REQUIRE_OK(workspace->traces().flush().wait());
        QCOMPARE(changes.load(), 1);
    }
};

QTEST_GUILESS_MAIN(VersionsTest)
#include "tst_versions.moc"
