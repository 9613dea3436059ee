// SPDX-License-Identifier: Apache-2.0
//
// A workflow's life in a real workspace, and single runs of it.

#include <QTest>

#include "desk.h"

using namespace desk;

class TestAuthoring : public QObject {
    Q_OBJECT

private slots:
    void fromDraftToHistory();
    void namesOfNewWorkflows_data();
    void namesOfNewWorkflows();
    void check_data();
    void check();
    void anUnknownCorpusIsAProblem();
    void commitRefuses_data();
    void commitRefuses();
    void commitNeedsTheHead();
    void commitPinsTheCorpus();
    void draftsConflict();
    void twoSessionsLoseNoUpdate();
    void commitKeepsADraftItHasNotSeen();
    void commitKeepsWhatIsNoJson_data();
    void commitKeepsWhatIsNoJson();
    void typedTextIsReadOnAWorker_data();
    void typedTextIsReadOnAWorker();
    void comparesTextsPartByPart();
    void promptsAreComparedAsTheyRead();
    void aNewBranchStandsAtItsVersion();
    void endingSavesAndCallsNobody();
    void readOnlyRefusesWithReason();
    void runStoresItsTrace();
    void runsThatCannotBegin_data();
    void runsThatCannotBegin();
    void feedback();
};

void TestAuthoring::fromDraftToHistory() {
    Desk desk;
    const auto session = desk.create();
    session::Authoring& authoring = session->authoring();

    const auto draft = await<store::Draft>([&](auto done) { authoring.createWorkflow("desk", done); });
    VERIFY_OK(draft);
    const auto report =
        await<session::CheckReport>([&](auto done) { authoring.check(draft->text, std::nullopt, done); });
    VERIFY_OK(report);
    QVERIFY(report->runnable);

    const auto first = await<workflow::Version>([&](auto done) {
        authoring.commit({"desk", "main", draft->text, "Ada", "start", VersionId(), draft->revision}, done);
    });
    VERIFY_OK(first);
    QCOMPARE(first->number, std::int64_t(1));
    QVERIFY(first->parents.empty());

    auto opened = await<session::OpenedDraft>([&](auto done) { authoring.openDraft("desk", "main", done); });
    VERIFY_OK(opened);
    QVERIFY2(!opened->saved, "the commit discards the draft");
    QCOMPARE(opened->draft.base.text, first->id.text);
    const auto changed = document("Answer at length.\n");
    const auto changes =
        await<session::CheckReport>([&](auto done) { authoring.check(toText(changed), first->id, done); });
    VERIFY_OK(changes);
    QCOMPARE(changes->changes.size(), std::size_t(1));
    QCOMPARE(changes->changes[0].part, std::string("instructions"));

    const auto second = commit(*session, changed, first->id, "say more");
    VERIFY_OK(second);
    QCOMPARE(second->number, std::int64_t(2));
    VERIFY_OK(await<void>([&](auto done) { authoring.tag("desk", "v1", "stable", done); }));

    const auto history = await<session::History>([&](auto done) { authoring.history("desk", done); });
    VERIFY_OK(history);
    QCOMPARE(history->versions.size(), std::size_t(2));
    QCOMPARE(history->versions[0].message, std::string("say more"));
    QCOMPARE(history->versions[0].author, std::string("Ada"));
    QCOMPARE(history->versions[0].parents.at(0).text, first->id.text);
    QCOMPARE(history->pointers.size(), std::size_t(2));

    for (const std::string& reference :
         std::vector<std::string>{"stable", "v1", first->id.text, shortText(first->id)}) {
        const auto found = await<workflow::Version>([&](auto done) { authoring.version("desk", reference, done); });
        VERIFY_OK(found);
        QCOMPARE(found->id.text, first->id.text);
    }
    const auto diff =
        await<std::vector<workflow::PartChange>>([&](auto done) { authoring.diff("desk", "stable", "main", done); });
    VERIFY_OK(diff);
    QCOMPARE(diff->size(), std::size_t(1));
    COMPARE_ERROR(await<void>([&](auto done) { authoring.tag("desk", "main", "stable", done); }),
                  ErrorCode::AlreadyExists, "stands at v1");

    const auto workflows = await<std::vector<store::WorkflowInfo>>([&](auto done) { authoring.workflows(done); });
    QCOMPARE(workflows->size(), std::size_t(1));
    QCOMPARE(workflows->front().versions, std::int64_t(2));
}

void TestAuthoring::namesOfNewWorkflows_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("taken by a draft") << QByteArray("desk") << QByteArray("already-exists");
    QTest::newRow("other") << QByteArray("desk-2.b_c") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray("invalid-argument");
    QTest::newRow("capital") << QByteArray("Desk") << QByteArray("invalid-argument");
    QTest::newRow("path") << QByteArray("../desk") << QByteArray("invalid-argument");
    QTest::newRow("too long") << QByteArray(65, 'a') << QByteArray("invalid-argument");
    QTest::newRow("not UTF-8") << QByteArray("a\xff") << QByteArray("invalid-argument");
}

void TestAuthoring::namesOfNewWorkflows() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, code);
    Desk desk;
    const auto session = desk.create();
    VERIFY_OK(await<store::Draft>([&](auto done) { session->authoring().createWorkflow("desk", done); }));
    const auto made =
        await<store::Draft>([&](auto done) { session->authoring().createWorkflow(name.toStdString(), done); });
    QCOMPARE(made.ok() ? std::string() : std::string(toString(made.error().code)), code.toStdString());
}

void TestAuthoring::check_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("pointer");
    Json json = document();
    json["cache"] = {{"mode", "exact"}};
    QTest::newRow("not supported") << QByteArray::fromStdString(toText(json)) << QByteArray("not-supported-yet")
                                   << QByteArray("/cache/mode");
    json = document();
    json["instructions"]["text"] = "{{ nobody }}";
    QTest::newRow("unknown variable") << QByteArray::fromStdString(toText(json)) << QByteArray()
                                      << QByteArray("/instructions/text");
    QTest::newRow("not JSON") << QByteArray("{") << QByteArray("json") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray("json") << QByteArray();
}

void TestAuthoring::check() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, pointer);
    Desk desk;
    const auto session = desk.create();
    const auto report = await<session::CheckReport>(
        [&](auto done) { session->authoring().check(text.toStdString(), std::nullopt, done); });
    VERIFY_OK(report);
    QVERIFY(!report->runnable);
    const Finding& finding = report->findings.front();
    if (!code.isEmpty())
        QCOMPARE(finding.code, code.toStdString());
    QCOMPARE(finding.pointer, pointer.toStdString());
}

void TestAuthoring::anUnknownCorpusIsAProblem() {
    Desk desk;
    desk.write("help/a.md", "# Refunds\n\nA refund takes five days.\n");
    const auto session = desk.create();
    const auto problemOf = [&](const std::string& corpus) {
        Json json = document();
        json["retrieval"] = {{"corpus", corpus}, {"query", "{{ text }}"}};
        const auto report = await<session::CheckReport>(
            [&](auto done) { session->authoring().check(toText(json), std::nullopt, done); });
        return report.ok() && !report->findings.empty() ? toLine(report->findings.front()) : std::string();
    };
    const std::string place = "error /retrieval/corpus: ";
    QCOMPARE(problemOf("help"),
             place + "there is no corpus 'help' in this workspace (import documents as a corpus first)");
    for (const char* name : {"help", "manual"})
        VERIFY_OK(await<store::CorpusInfo>(
            [&](auto done) { session->exchange().importCorpus(name, desk.path("help"), done); }));
    QCOMPARE(problemOf("help"), std::string());
    QCOMPARE(problemOf("halp"), place + "there is no corpus 'halp' in this workspace (did you mean 'help'?)");
    const std::string one = problemOf("zzzzzzzz");
    QVERIFY2(one.find("use one of") != std::string::npos && one.find("manual") != std::string::npos, one.c_str());
    QVERIFY(problemOf("").starts_with(place + "no corpus is named"));
    QVERIFY(problemOf("help@sha256:" + std::string(64, '0')).starts_with(place));
}

void TestAuthoring::commitRefuses_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("says");
    const auto text = [](const Json& json) { return QByteArray::fromStdString(toText(json)); };
    Json other = document();
    other["name"] = "other";
    Json unknown = document();
    unknown["promt"] = 1;
    Json corpus = document();
    corpus["retrieval"] = {{"corpus", "nowhere"}, {"query", "{{ text }}"}};
    QTest::newRow("unchanged") << text(document()) << QByteArray("why") << QByteArray("nothing changed since v1");
    QTest::newRow("no message") << text(document("x")) << QByteArray() << QByteArray("message");
    QTest::newRow("not JSON") << QByteArray("{") << QByteArray("why") << QByteArray("line 1");
    QTest::newRow("not valid") << text(unknown) << QByteArray("why") << QByteArray("promt");
    QTest::newRow("another's document") << text(other) << QByteArray("why") << QByteArray("'other'");
    QTest::newRow("unknown corpus") << text(corpus) << QByteArray("why") << QByteArray("nowhere");
}

void TestAuthoring::commitRefuses() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, says);
    Desk desk;
    const auto session = desk.create();
    const auto first = commit(*session, document(), VersionId());
    VERIFY_OK(first);
    const auto refused = await<workflow::Version>([&](auto done) {
        session->authoring().commit({"desk", "main", text.toStdString(), "Ada", message.toStdString(), first->id},
                                    done);
    });
    QVERIFY(!refused.ok());
    QVERIFY2(holds(refused.error().message, says.toStdString()), refused.error().message.c_str());
    const auto history = await<session::History>([&](auto done) { session->authoring().history("desk", done); });
    QCOMPARE(history->versions.size(), std::size_t(1));
}

void TestAuthoring::commitNeedsTheHead() {
    Desk desk;
    const auto session = desk.create();
    const auto first = commit(*session, document("one"), VersionId());
    VERIFY_OK(first);
    VERIFY_OK(commit(*session, document("two"), first->id));
    COMPARE_ERROR(commit(*session, document("three"), first->id), ErrorCode::Conflict, "main");
    COMPARE_ERROR(commit(*session, document("three"), VersionId()), ErrorCode::Conflict, "main");
    COMPARE_ERROR(commit(*session, document("three"), VersionId(std::string(64, '0'))), ErrorCode::NotFound, "");
}

void TestAuthoring::commitPinsTheCorpus() {
    Desk desk;
    desk.write("help/a.md", "# Refunds\n\nA refund takes five days.\n");
    const auto session = desk.create();
    const auto corpus =
        await<store::CorpusInfo>([&](auto done) { session->exchange().importCorpus("help", desk.path("help"), done); });
    VERIFY_OK(corpus);
    Json json = document();
    json["retrieval"] = {{"corpus", "help"}, {"query", "{{ text }}"}};
    const auto first = commit(*session, json, VersionId());
    VERIFY_OK(first);
    const std::string pinned = first->document["retrieval"]["corpus"];
    QCOMPARE(pinned, "help@sha256:" + corpus->id.text);
    // The same corpus again is no change; a new one is.
    COMPARE_ERROR(commit(*session, json, first->id), ErrorCode::InvalidArgument, "nothing changed");
    desk.write("help/a.md", "# Refunds\n\nA refund takes nine days.\n");
    VERIFY_OK(await<store::CorpusInfo>(
        [&](auto done) { session->exchange().importCorpus("help", desk.path("help"), done); }));
    const auto second = commit(*session, json, first->id);
    VERIFY_OK(second);
    QVERIFY(second->document["retrieval"]["corpus"] != pinned);
    // The first version still reads what it was committed with.
    const auto outcome = await<engine::Outcome>([&](auto done) {
        session->running().run({{first->id, ""}, {{"text", "How long does a refund take?"}}}, {}, {}, done);
    });
    VERIFY_OK(outcome);
    QCOMPARE(outcome->trace.detail.sources.size(), std::size_t(1));
    QCOMPARE(outcome->trace.summary.version.text, first->id.text);
}

void TestAuthoring::draftsConflict() {
    Desk desk;
    const auto session = desk.create();
    session::Authoring& authoring = session->authoring();
    const auto draft = await<store::Draft>([&](auto done) { authoring.createWorkflow("desk", done); });
    VERIFY_OK(draft);
    store::Draft mine = draft.value();
    store::Draft theirs = draft.value();
    mine.text = "{ half typed";
    theirs.text = "theirs";
    const auto saved = await<store::Draft>([&](auto done) { authoring.saveDraft(mine, done); });
    VERIFY_OK(saved);
    COMPARE_ERROR(await<store::Draft>([&](auto done) { authoring.saveDraft(theirs, done); }), ErrorCode::Conflict, "");
    const auto opened = await<session::OpenedDraft>([&](auto done) { authoring.openDraft("desk", "main", done); });
    VERIFY_OK(opened);
    QCOMPARE(opened->draft.text, std::string("{ half typed"));
    QVERIFY(opened->saved && !opened->base);
    COMPARE_ERROR(await<void>([&](auto done) { authoring.discardDraft("desk", "main", mine.revision, done); }),
                  ErrorCode::Conflict, "desk");
    VERIFY_OK(await<void>([&](auto done) { authoring.discardDraft("desk", "main", saved->revision, done); }));
    COMPARE_ERROR(await<session::OpenedDraft>([&](auto done) { authoring.openDraft("desk", "main", done); }),
                  ErrorCode::NotFound, "desk");
}

void TestAuthoring::twoSessionsLoseNoUpdate() {
    Desk desk;
    const auto one = desk.create();
    const auto two = desk.open(store::OpenMode::ReadWrite);
    const auto first = commit(*one, document("start"), VersionId());
    VERIFY_OK(first);
    // Both commit to what they have seen, at once: one wins, the other is told.
    std::promise<Result<workflow::Version>> left;
    std::promise<Result<workflow::Version>> right;
    one->authoring().commit({"desk", "main", toText(document("left")), "Ada", "left", first->id},
                            [&](auto result) { left.set_value(std::move(result)); });
    two->authoring().commit({"desk", "main", toText(document("right")), "Bob", "right", first->id},
                            [&](auto result) { right.set_value(std::move(result)); });
    const auto a = left.get_future().get();
    const auto b = right.get_future().get();
    QVERIFY(a.ok() != b.ok());
    COMPARE_ERROR(a.ok() ? b : a, ErrorCode::Conflict, "main");
    const auto history = await<session::History>([&](auto done) { two->authoring().history("desk", done); });
    QCOMPARE(history->versions.size(), std::size_t(2));
    QCOMPARE(history->versions[0].message, std::string(a.ok() ? "left" : "right"));

    const auto draft =
        await<session::OpenedDraft>([&](auto done) { one->authoring().openDraft("desk", "main", done); });
    const auto other =
        await<session::OpenedDraft>([&](auto done) { two->authoring().openDraft("desk", "main", done); });
    VERIFY_OK(await<store::Draft>([&](auto done) { one->authoring().saveDraft(draft->draft, done); }));
    COMPARE_ERROR(await<store::Draft>([&](auto done) { two->authoring().saveDraft(other->draft, done); }),
                  ErrorCode::Conflict, "");
}

// One window types, another saves in between, the first commits what it saw: what the other saved must not be lost.
void TestAuthoring::commitKeepsADraftItHasNotSeen() {
    Desk desk;
    const auto one = desk.create();
    const auto two = desk.open(store::OpenMode::ReadWrite);
    const auto mine = await<store::Draft>([&](auto done) { one->authoring().createWorkflow("desk", done); });
    VERIFY_OK(mine);
    auto loaded = await<session::OpenedDraft>([&](auto done) { two->authoring().openDraft("desk", "main", done); });
    VERIFY_OK(loaded);
    loaded->draft.text = toPrettyText(document("Theirs.\n"));
    const auto theirs = await<store::Draft>([&](auto done) { two->authoring().saveDraft(loaded->draft, done); });
    VERIFY_OK(theirs);
    session::CommitRequest request{"desk", "main", mine->text, "Ada", "because", {}, mine->revision};
    COMPARE_ERROR(await<workflow::Version>([&](auto done) { one->authoring().commit(request, done); }),
                  ErrorCode::Conflict, "changed elsewhere");
    const auto kept = await<session::OpenedDraft>([&](auto done) { one->authoring().openDraft("desk", "main", done); });
    VERIFY_OK(kept);
    QCOMPARE(kept->draft.text, theirs->text);

    // Knowing it, the draft is committed as it was saved.
    request.text.clear();
    request.draftRevision = theirs->revision;
    const auto version = await<workflow::Version>([&](auto done) { one->authoring().commit(request, done); });
    VERIFY_OK(version);
    QCOMPARE(toPrettyText(version->document), theirs->text);
    const auto none = await<session::OpenedDraft>([&](auto done) { one->authoring().openDraft("desk", "main", done); });
    VERIFY_OK(none);
    QVERIFY(!none->saved && none->draft.revision > theirs->revision);
}

void TestAuthoring::commitKeepsWhatIsNoJson_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("the draft as it was saved") << QByteArray();
    QTest::newRow("a text of the caller") << QByteArray::fromStdString(toText(document("new")));
}

// Half-typed text is in no document; a commit that ended its draft would lose it.
void TestAuthoring::commitKeepsWhatIsNoJson() {
    QFETCH(QByteArray, text);
    Desk desk;
    const auto session = desk.create();
    session::Authoring& authoring = session->authoring();
    VERIFY_OK(commit(*session, document("old"), VersionId()));
    VERIFY_OK(type(*session, "instructions", R"({"text": "new"})"));
    const auto half = type(*session, "output", "{ \"mode\": ");
    VERIFY_OK(half);
    const auto commitDraft = [&](const store::Draft& draft) {
        const session::CommitRequest request{"desk",    "main",     text.toStdString(), "Ada",
                                             "because", draft.base, draft.revision};
        return await<workflow::Version>([&](auto done) { authoring.commit(request, done); });
    };
    COMPARE_ERROR(commitDraft(half.value()), ErrorCode::InvalidArgument, "not valid JSON yet in: output");
    const auto kept = await<session::OpenedDraft>([&](auto done) { authoring.openDraft("desk", "main", done); });
    VERIFY_OK(kept);
    QCOMPARE(kept->text.typed.at(0).text, std::string("{ \"mode\": "));

    const auto whole = type(*session, "output", R"({"mode": "text"})");
    VERIFY_OK(whole);
    VERIFY_OK(commitDraft(whole.value()));
}

void TestAuthoring::typedTextIsReadOnAWorker_data() {
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isTemplate");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("brokenLine");
    QTest::newRow("instructions") << QByteArray("instructions") << QByteArray("Be short.") << true
                                  << QByteArray("/instructions/text") << QByteArray("\"Be short.\"") << 0;
    QTest::newRow("no instructions") << QByteArray("instructions") << QByteArray() << true
                                     << QByteArray("/instructions") << QByteArray() << 0;
    QTest::newRow("prompt") << QByteArray("prompt") << QByteArray("{{ text }}!") << true
                            << QByteArray("/prompt/messages/0/content") << QByteArray("\"{{ text }}!\"") << 0;
    QTest::newRow("source") << QByteArray("output") << QByteArray(" {\"mode\": \"text\"}") << false
                            << QByteArray("/output/mode") << QByteArray("\"text\"") << 0;
    QTest::newRow("blank source") << QByteArray("prompt") << QByteArray(" \n") << false << QByteArray("/prompt")
                                  << QByteArray() << 0;
    QTest::newRow("not JSON") << QByteArray("routing") << QByteArray("{\n  \"tiers\": {\n}") << false
                              << QByteArray("/routing/rules/0/use") << QByteArray("\"large\"") << 3;
}

void TestAuthoring::typedTextIsReadOnAWorker() {
    QFETCH(QByteArray, part);
    QFETCH(QByteArray, text);
    QFETCH(bool, isTemplate);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, value);
    QFETCH(int, brokenLine);
    Desk desk;
    const auto session = desk.create();
    session::DraftText typed;
    typed.document = std::make_shared<const Json>(document());
    typed.typed = {{part.toStdString(), text.toStdString(), isTemplate}};
    const auto report =
        await<session::CheckReport>([&](auto done) { session->authoring().check(typed, std::nullopt, done); });
    VERIFY_OK(report);
    const Json* found = resolvePointer(*report->read.document, pointer.toStdString());
    QCOMPARE(found ? toText(*found) : std::string(), value.toStdString());
    QCOMPARE(report->read.broken.empty(), brokenLine == 0);
    if (brokenLine > 0) {
        QVERIFY(!report->runnable);
        QCOMPARE(report->findings.front().pointer, "/" + part.toStdString());
        QVERIFY(report->findings.front().position.has_value());
        QCOMPARE(report->findings.front().position->line, static_cast<std::size_t>(brokenLine));
    }

    // What is saved comes back as it was typed.
    store::Draft draft;
    draft.workflow = "desk";
    draft.branch = "main";
    VERIFY_OK(await<store::Draft>([&](auto done) { session->authoring().saveDraft(draft, typed, done); }));
    const auto opened =
        await<session::OpenedDraft>([&](auto done) { session->authoring().openDraft("desk", "main", done); });
    VERIFY_OK(opened);
    QCOMPARE(toText(*opened->text.document), toText(*report->read.document));
    QCOMPARE(opened->text.typed.size(), std::size_t(brokenLine > 0 ? 1 : 0));
    if (brokenLine > 0)
        QCOMPARE(opened->text.typed[0].text, text.toStdString());
}

void TestAuthoring::comparesTextsPartByPart() {
    Desk desk;
    const auto session = desk.create();
    session::DraftText mine;
    session::DraftText theirs;
    mine.document = theirs.document = std::make_shared<const Json>(document("one\ntwo\n"));
    mine.typed = {{"routing", "{ broken", false}};
    theirs.typed = {{"instructions", "one\n2\n", true}};
    const auto parts = await<std::vector<session::PartDifference>>(
        [&](auto done) { session->authoring().compareTexts(mine, theirs, done); });
    VERIFY_OK(parts);
    QCOMPARE(parts->size(), std::size_t(2));
    QCOMPARE(parts->at(0).part, std::string("instructions"));
    QCOMPARE(parts->at(0).lines.pieces.size(), std::size_t(3));
    QCOMPARE(parts->at(0).rows.size(), std::size_t(3));  // "two" and "2" share no word
    QVERIFY(parts->at(0).change.has_value());
    QCOMPARE(parts->at(1).part, std::string("routing"));
    QVERIFY(!parts->at(1).change.has_value());  // its text is no JSON
}

void TestAuthoring::promptsAreComparedAsTheyRead() {
    Json prompt = {{"messages", {{{"role", "user"}, {"content", "Dear {{ name }},\nhello"}}}},
                   {"examples", {{{"input", {{"name", "Ada"}}}, {"output", "hi"}}}},
                   {"select", {{"by", "similarity"}}}};
    session::DraftText text;
    text.document = std::make_shared<const Json>(Json{{"prompt", prompt}});
    const auto textOf = [](const session::DraftText& draft) {
        for (const session::PartText& part : session::partTexts(draft))
            if (part.part == "prompt")
                return QString::fromStdString(part.text);
        return QString();
    };
    QCOMPARE(textOf(text), QStringLiteral("--- user ---\nDear {{ name }},\nhello\n\n--- examples ---\n"
                                          "{\"input\":{\"name\":\"Ada\"},\"output\":\"hi\"}\n\n"
                                          "--- select ---\n{\n  \"by\": \"similarity\"\n}\n"));
    prompt["messages"][0]["name"] = "x";  // nothing is hidden: what is more than a message is shown as JSON
    text.document = std::make_shared<const Json>(Json{{"prompt", prompt}});
    QVERIFY(textOf(text).contains(QStringLiteral("\"name\": \"x\"")));
}

void TestAuthoring::aNewBranchStandsAtItsVersion() {
    Desk desk;
    const auto session = desk.create();
    VERIFY_OK(commit(*session, document("one"), VersionId()));
    const auto branch = [&](const std::string& reference, const std::string& name) {
        return await<void>([&](auto done) { session->authoring().branch("desk", reference, name, done); });
    };
    VERIFY_OK(branch("v1", "polite"));
    const auto history = await<session::History>([&](auto done) { session->authoring().history("desk", done); });
    VERIFY_OK(history);
    QVERIFY(std::ranges::any_of(history->pointers, [&](const store::Pointer& pointer) {
        return pointer.kind == store::PointerKind::Branch && pointer.name == "polite" &&
               pointer.version == history->versions.front().id;
    }));
    QVERIFY(branch("v1", "polite").error().code != ErrorCode::Internal);
    QVERIFY(!branch("v1", "polite").ok());
    QVERIFY(!branch("v1", "v7").ok());
    QVERIFY(!branch("v9", "other").ok());
}

// A session that ends does what it was asked to save, in order, and calls nobody who could act through it.
void TestAuthoring::endingSavesAndCallsNobody() {
    Desk desk;
    for (int round = 0; round < 20; ++round) {
        auto session = desk.open(round == 0 ? store::OpenMode::Create : store::OpenMode::ReadWrite);
        session::Authoring& authoring = session->authoring();
        store::Draft draft;
        draft.workflow = "desk";
        draft.branch = "main";
        draft.revision = await<std::int64_t>([&](auto done) { authoring.draftRevision("desk", "main", done); }).value();
        std::atomic<int> calls = 0;
        std::atomic<bool> ended = false;
        std::atomic<int> late = 0;
        // Each report asks for more, as a window does.
        const auto again = [&](const auto&) {
            ++calls;
            late += ended ? 1 : 0;
            authoring.workflows([](const auto&) {});
        };
        const auto subscription = session->onChanged([&](store::Change) { again(0); });
        for (int i = 0; i < 10; ++i) {
            draft.text = std::to_string(round) + "." + std::to_string(i);
            authoring.saveDraft(draft, again);
            session->traces().flush(again);
            ++draft.revision;
        }
        session.reset();
        ended = true;
        QVERIFY(calls <= 40);
        QCOMPARE(late.load(), 0);
    }
    const auto session = desk.open(store::OpenMode::ReadWrite);
    const auto opened =
        await<session::OpenedDraft>([&](auto done) { session->authoring().openDraft("desk", "main", done); });
    VERIFY_OK(opened);
    QCOMPARE(opened->draft.text, std::string("19.9"));
}

void TestAuthoring::readOnlyRefusesWithReason() {
    Desk desk;
    VersionId first;
    {
        const auto session = desk.create();
        first = commit(*session, document(), VersionId()).value().id;
    }
    const auto session = desk.open(store::OpenMode::ReadOnly);
    QVERIFY(session->readOnly());
    const auto info = await<store::WorkspaceInfo>([&](auto done) { session->info(done); });
    VERIFY_OK(info);
    QVERIFY(!info->readOnlyWhy.empty());
    COMPARE_ERROR(commit(*session, document("new"), first), ErrorCode::PermissionDenied, "");
    COMPARE_ERROR(await<store::Draft>([&](auto done) { session->authoring().createWorkflow("other", done); }),
                  ErrorCode::PermissionDenied, "");
    COMPARE_ERROR(await<void>([&](auto done) { session->authoring().tag("desk", "v1", "t", done); }),
                  ErrorCode::PermissionDenied, "");
    // Runs work; the answer says that its trace was not kept.
    const auto outcome = await<engine::Outcome>([&](auto done) {
        session->running().run({{first, ""}, {{"text", "hello"}}}, {}, {}, done);
    });
    VERIFY_OK(outcome);
    QVERIFY(outcome->status == trace::Status::Ok);
    QVERIFY2(holds(outcome->error, "not stored"), outcome->error.c_str());
}

void TestAuthoring::runStoresItsTrace() {
    Desk desk;
    const auto session = desk.create();
    const auto first = commit(*session, document(), VersionId());
    VERIFY_OK(first);
    session::RunInput input{{first->id, ""}, {{"text", "The cat sat on the mat."}}};
    input.journey = "checkout";
    const auto outcome = await<engine::Outcome>([&](auto done) { session->running().run(input, {}, {}, done); });
    VERIFY_OK(outcome);
    QVERIFY2(outcome->status == trace::Status::Ok, outcome->error.c_str());
    VERIFY_OK(await<void>([&](auto done) { session->traces().flush(done); }));
    const auto loaded =
        await<trace::Trace>([&](auto done) { session->traces().load(outcome->trace.summary.id.text, done); });
    VERIFY_OK(loaded);
    QCOMPARE(loaded->summary.version.text, first->id.text);
    QCOMPARE(loaded->summary.context.journey, std::string("checkout"));
    QCOMPARE(loaded->detail.output, outcome->output);
    QCOMPARE(loaded->detail.spans.size(), outcome->trace.detail.spans.size());
    QVERIFY(loaded->summary.cost == outcome->trace.summary.cost);

    // A draft runs as it stands in the editor.
    input.subject = {VersionId(), toText(document("Be {{ text }}."))};
    const auto draft = await<engine::Outcome>([&](auto done) { session->running().run(input, {}, {}, done); });
    VERIFY_OK(draft);
    QVERIFY(draft->trace.summary.version.empty());
    QVERIFY(draft->trace.summary.document != outcome->trace.summary.document);
    const auto totals = await<store::TraceTotals>(
        [&](auto done) { session->traces().flush([&, done](Result<void>) { session->traces().totals({}, done); }); });
    VERIFY_OK(totals);
    QCOMPARE(totals->count, std::int64_t(2));
}

void TestAuthoring::runsThatCannotBegin_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("says");
    Json json = document();
    json["retrieval"] = {{"corpus", "nowhere"}, {"query", "{{ text }}"}};
    QTest::newRow("not JSON") << QByteArray("{") << QByteArray("line 1");
    QTest::newRow("not a workflow") << QByteArray("[]") << QByteArray("not valid");
    QTest::newRow("no corpus") << QByteArray::fromStdString(toText(json)) << QByteArray("nowhere");
    json = document();
    json["cache"] = {{"mode", "exact"}};
    QTest::newRow("not supported") << QByteArray::fromStdString(toText(json)) << QByteArray("/cache/mode");
}

void TestAuthoring::runsThatCannotBegin() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, says);
    Desk desk;
    const auto session = desk.create();
    const auto refused = await<engine::Outcome>([&](auto done) {
        session->running().run({{VersionId(), text.toStdString()}, {{"text", "x"}}}, {}, {}, done);
    });
    QVERIFY(!refused.ok());
    QVERIFY2(holds(refused.error().message, says.toStdString()), refused.error().message.c_str());
}

void TestAuthoring::feedback() {
    Desk desk;
    const auto session = desk.create();
    const auto outcome = await<engine::Outcome>([&](auto done) {
        session->running().run({{VersionId(), toText(document())}, {{"text", "hello"}}}, {}, {}, done);
    });
    VERIFY_OK(outcome);
    VERIFY_OK(await<void>([&](auto done) { session->traces().flush(done); }));
    const TraceId id = outcome->trace.summary.id;
    VERIFY_OK(await<void>([&](auto done) { session->traces().addFeedback(id, {trace::Thumb::Down, "no", {}}, done); }));
    const auto loaded = await<trace::Trace>([&](auto done) { session->traces().load(id.text, done); });
    VERIFY_OK(loaded);
    QVERIFY(loaded->summary.feedback == trace::Thumb::Down);
    QCOMPARE(loaded->detail.feedback.at(0).comment, std::string("no"));
    COMPARE_ERROR(await<void>([&](auto done) {
                      session->traces().addFeedback(TraceId(std::string(32, '0')), {trace::Thumb::Up, "", {}}, done);
                  }),
                  ErrorCode::NotFound, "");
}

QTEST_GUILESS_MAIN(TestAuthoring)
#include "tst_authoring.moc"
