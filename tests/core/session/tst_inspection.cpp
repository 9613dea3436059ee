// SPDX-License-Identifier: Apache-2.0
//
// What an editor is told about corpora, searches and policy.

#include <QTest>

#include "desk.h"

#include <future>

using namespace desk;
using session::Fate;
using workflow::PolicyAction;
using workflow::PolicyStage;

namespace {

Json withRetrieval(Json retrieval = {{"corpus", "help"}, {"query", "{{ text }}"}}) {
    Json json = document();
    json["retrieval"] = std::move(retrieval);
    json["chunking"] = {{"method", "markdown"}, {"size", 60}, {"overlap", 0}};
    return json;
}

Result<session::SearchResult> search(session::Session& session, session::SearchRequest request,
                                     std::stop_token stop = {}) {
    return await<session::SearchResult>(
        [&](auto done) { session.inspection().search(std::move(request), stop, std::move(done)); });
}

Result<session::ScreenResult> screen(session::Session& session, const char* policy, const std::string& text,
                                     PolicyStage stage = PolicyStage::Input, Json inputs = {}) {
    return await<session::ScreenResult>([&](auto done) {
        session.inspection().screen({Json::parse(policy), std::move(inputs), stage, text}, {}, std::move(done));
    });
}

std::string shown(const session::RuleSighting& sighting, const std::string& text) {
    std::string line = sighting.id + (sighting.applies ? "!" : "");
    for (const policy::Hit& hit : sighting.hits)
        line += " " + hit.kind + "=" + text.substr(hit.begin, hit.end - hit.begin);
    return sighting.broken.empty() ? line : line + " broken";
}

// Rules of the input that redact e-mail addresses, flag what is left of an address, and block a word.
constexpr const char* kRules =
    "["
    "{\"id\":\"pii\",\"stage\":\"input\",\"detect\":{\"pii\":[\"email\"]},\"action\":\"redact\"},"
    "{\"id\":\"word\",\"stage\":\"input\",\"detect\":{\"terms\":[\"email\",\"bob\"]},\"action\":\"flag\"},"
    "{\"id\":\"stop\",\"stage\":\"input\",\"detect\":{\"terms\":[\"forbidden\"]},\"action\":\"block\"},"
    "{\"id\":\"out\",\"stage\":\"output\",\"detect\":{\"regex\":\"a+\"},\"action\":\"redact\"}]";

}  // namespace

class TestInspection : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        fs::create_directories(m_desk.path("help"));
        m_desk.write(
            "help/billing.md",
            "# Billing\n\n## Refunds\n\nRefunds arrive in five days.\n\n## Invoices\n\nInvoices come monthly.\n");
        m_desk.write("help/login.md", "# Login\n\nReset your password on the sign in page.\n");
        m_session = m_desk.create();
        const auto imported = await<store::CorpusInfo>(
            [&](auto done) { m_session->exchange().importCorpus("help", m_desk.path("help"), std::move(done)); });
        QVERIFY(imported.ok());
        m_pinned = "help@sha256:" + imported->id.text;
    }

    void aCorpusIsListedAndRead() {
        for (const std::string& reference : {std::string("help"), m_pinned}) {
            const auto contents = await<session::CorpusContents>(
                [&](auto done) { m_session->inspection().corpus(reference, std::move(done)); });
            QVERIFY(contents.ok());
            QCOMPARE(contents->documents.size(), 2U);
            QCOMPARE(contents->documents[0].id, std::string("billing.md"));
            QCOMPARE(contents->documents[1].bytes, 50);
        }
        const auto text = await<std::string>(
            [&](auto done) { m_session->inspection().documentText("help", "login.md", std::move(done)); });
        QVERIFY(text.ok());
        QVERIFY(text->starts_with("# Login"));
    }

    void whatIsMissingIsSaid() {
        COMPARE_ERROR(
            await<session::CorpusContents>([&](auto done) { m_session->inspection().corpus("halp", std::move(done)); }),
            ErrorCode::NotFound, "help");
        COMPARE_ERROR(await<std::string>([&](auto done) {
                          m_session->inspection().documentText("help", "nothing.md", std::move(done));
                      }),
                      ErrorCode::NotFound, "nothing.md");
        COMPARE_ERROR(search(*m_session, {document(), "x"}), ErrorCode::NotFound, "no retrieval");
    }

    void chunksCoverTheDocument() {
        const auto chunks = await<session::DocumentChunks>([&](auto done) {
            m_session->inspection().chunk("help", "billing.md", {{"method", "tokens"}, {"size", 8}, {"overlap", 2}}, {},
                                          std::move(done));
        });
        QVERIFY(chunks.ok());
        QVERIFY(chunks->chunks.size() > 2);
        QCOMPARE(chunks->chunks.front().begin, 0U);
        QCOMPARE(chunks->chunks.back().end, chunks->text.size());
        for (std::size_t i = 1; i < chunks->chunks.size(); ++i)
            QVERIFY(chunks->chunks[i].begin <= chunks->chunks[i - 1].end);
        QVERIFY(chunks->fewestTokens > 0);
        QVERIFY(chunks->medianTokens <= chunks->mostTokens);
    }

    void chunkingIsCheckedFirst_data() {
        QTest::addColumn<QString>("chunking");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("size") << QStringLiteral("{\"method\":\"tokens\",\"size\":2}")
                              << QStringLiteral("/chunking/size");
        QTest::newRow("unknown key") << QStringLiteral("{\"method\":\"tokens\",\"colour\":2}")
                                     << QStringLiteral("/chunking");
        QTest::newRow("no object") << QStringLiteral("[1]") << QStringLiteral("/chunking");
    }
    void chunkingIsCheckedFirst() {
        QFETCH(QString, chunking);
        QFETCH(QString, pointer);
        const auto chunks = await<session::DocumentChunks>([&](auto done) {
            m_session->inspection().chunk("help", "billing.md", Json::parse(chunking.toStdString()), {},
                                          std::move(done));
        });
        COMPARE_ERROR(chunks, ErrorCode::InvalidArgument, pointer.toStdString());
    }

    void searchesAsARunWould() {
        const auto found = search(*m_session, {withRetrieval(), {}, {{"text", "when do refunds arrive?"}}});
        QVERIFY2(found.ok(), found.ok() ? "" : found.error().message.c_str());
        QCOMPARE(found->query, std::string("when do refunds arrive?"));
        QVERIFY(found->chunks >= 3);
        QVERIFY(!found->hits.empty());
        QCOMPARE(found->hits[0].documentId, std::string("billing.md"));
        QCOMPARE(found->hits[0].title, std::string("Billing › Refunds"));
        QVERIFY(found->hits[0].score > 0 && found->hits[0].score <= 1);
        QCOMPARE(found->hits[0].fate, Fate::Chosen);
        QCOMPARE(found->tokens, found->hits[0].tokens);
    }

    void everyHitHasItsFate_data() {
        QTest::addColumn<QString>("settings");
        QTest::addColumn<int>("fate");
        QTest::newRow("budget") << QStringLiteral("{\"budget_tokens\":1}") << int(Fate::OverBudget);
        QTest::newRow("score") << QStringLiteral("{\"min_score\":0.99}") << int(Fate::LowScore);
        QTest::newRow("top_k") << QStringLiteral("{\"top_k\":1}") << int(Fate::BeyondTopK);
    }
    void everyHitHasItsFate() {
        QFETCH(QString, settings);
        QFETCH(int, fate);
        Json part = {{"corpus", m_pinned}, {"query", "-"}};
        part.update(Json::parse(settings.toStdString()));
        const auto found = search(*m_session, {withRetrieval(part), "refunds invoices password"});
        QVERIFY2(found.ok(), found.ok() ? "" : found.error().message.c_str());
        QVERIFY(found->hits.size() >= 2);
        QCOMPARE(found->hits.back().fate, static_cast<Fate>(fate));
    }

    void unsupportedSearchesAreRefused() {
        Json part = {{"corpus", "help"}, {"query", "-"}, {"strategy", "hybrid"}};
        COMPARE_ERROR(search(*m_session, {withRetrieval(part), "refunds"}), ErrorCode::Unsupported,
                      "/retrieval/strategy");
    }

    // Parts that are not needed may be anything.
    void draftsNeedNotRun() {
        Json draft = withRetrieval();
        draft["prompt"] = 7;
        draft["routing"] = Json::array();
        QVERIFY(search(*m_session, {draft, "refunds"}).ok());
        draft["inputs"] = "none";
        QVERIFY(search(*m_session, {draft, "refunds"}).ok());
        COMPARE_ERROR(search(*m_session, {draft, {}}), ErrorCode::InvalidArgument, "/inputs");
    }

    void nobodyWaitsForWhatIsOutdated() {
        std::stop_source stop;
        stop.request_stop();
        COMPARE_ERROR(search(*m_session, {withRetrieval(), "refunds"}, stop.get_token()), ErrorCode::Cancelled, "");
    }

    void anImportChangesWhatANameMeans() {
        const fs::path other = m_desk.path("other");
        fs::create_directories(other);
        m_desk.write("other/a.md", "refunds refunds refunds");
        const auto put = [&](const fs::path& folder) {
            return await<store::CorpusInfo>(
                       [&](auto done) { m_session->exchange().importCorpus("moving", folder, std::move(done)); })
                .ok();
        };
        const Json draft = withRetrieval({{"corpus", "moving"}, {"query", "-"}});
        QVERIFY(put(m_desk.path("help")));
        QCOMPARE(search(*m_session, {draft, "refunds"})->hits.at(0).documentId, std::string("billing.md"));
        QVERIFY(put(other));
        QCOMPARE(search(*m_session, {draft, "refunds"})->hits.at(0).documentId, std::string("a.md"));
    }

    void policySpans_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sightings");
        QTest::addColumn<QString>("after");
        QTest::newRow("nothing") << QStringLiteral("hello") << QStringLiteral("pii|word|stop")
                                 << QStringLiteral("hello");
        // The second rule sees "[email]", which stands where the address stood.
        QTest::newRow("redacted before") << QStringLiteral("ü: a@b.example, bob")
                                         << QStringLiteral(
                                                "pii! email=a@b.example|word! term=a@b.example term=bob|stop")
                                         << QStringLiteral("ü: [email], bob");
        QTest::newRow("two") << QStringLiteral("a@b.example bob c@d.example bob")
                             << QStringLiteral(
                                    "pii! email=a@b.example email=c@d.example|word! term=a@b.example term=bob "
                                    "term=c@d.example term=bob|stop")
                             << QStringLiteral("[email 1] bob [email 2] bob");
        QTest::newRow("blocked") << QStringLiteral("a forbidden word")
                                 << QStringLiteral("pii|word|stop! term=forbidden") << QString();
    }
    void policySpans() {
        QFETCH(QString, text);
        const auto result = screen(*m_session, kRules, text.toStdString());
        QVERIFY2(result.ok(), result.ok() ? "" : result.error().message.c_str());
        QStringList lines;
        for (const session::RuleSighting& sighting : result->rules)
            lines.append(QString::fromStdString(shown(sighting, text.toStdString())));
        QTEST(lines.join(QLatin1Char('|')), "sightings");
        QTEST(QString::fromStdString(result->text), "after");
        QCOMPARE(result->blocked, lines.last().contains(QLatin1Char('!')));
        QCOMPARE(result->blockedBy, std::string(result->blocked ? "stop" : ""));
    }

    void stagesLookAtTheirOwnRules() {
        const auto result = screen(*m_session, kRules, "banana", PolicyStage::Output);
        QVERIFY(result.ok());
        QCOMPARE(result->rules.size(), 1U);
        QCOMPARE(result->rules[0].rule, 3U);
        QCOMPARE(result->rules[0].hits.size(), 3U);
        QCOMPARE(result->text, std::string("b[regex]n[regex]n[regex]"));
        COMPARE_ERROR(screen(*m_session, kRules, "x", PolicyStage::Tool), ErrorCode::InvalidArgument, "tool");
    }

    void oneBrokenRuleLeavesTheOthers() {
        const auto result =
            screen(*m_session,
                   "[{\"id\":\"bad\",\"stage\":\"input\",\"detect\":{\"regex\":\"(\"},\"action\":\"block\"},"
                   "{\"id\":\"none\",\"stage\":\"input\",\"action\":\"block\"},"
                   "{\"id\":\"good\",\"stage\":\"input\",\"detect\":{\"terms\":[\"x\"]},\"action\":\"flag\"}]",
                   "an x");
        QVERIFY(result.ok());
        QCOMPARE(shown(result->rules[0], "an x"), std::string("bad broken"));
        QCOMPARE(shown(result->rules[1], "an x"), std::string("none broken"));
        QCOMPARE(shown(result->rules[2], "an x"), std::string("good! term=x"));
    }

    void conditionsReadTheOtherFields() {
        const Json inputs = Json::parse(
            "{\"type\":\"object\",\"properties\":{\"plan\":{\"type\":\"string\",\"enum\":[\"pro\",\"free\"]},"
            "\"ticket\":{\"type\":\"string\"},\"age\":{\"type\":\"integer\"}}}");
        const auto result =
            screen(*m_session,
                   "[{\"id\":\"big\",\"stage\":\"input\",\"detect\":{\"when\":\"plan == 'pro' and age == 0 "
                   "and ticket == 'hi'\"},\"action\":\"route\",\"to\":\"large\"}]",
                   "hi", PolicyStage::Input, inputs);
        QVERIFY(result.ok());
        QCOMPARE(result->field, std::string("ticket"));
        QCOMPARE(shown(result->rules[0], "hi"), std::string("big!"));
        QCOMPARE(result->routeTo, std::string("large"));
        QCOMPARE(result->text, std::string("hi"));
    }

    // What was asked for when the session ends is reported as cancelled, or not at all; nothing hangs or leaks.
    void theEndOfTheSessionEndsTheWork() {
        auto session = m_desk.open(store::OpenMode::ReadOnly);
        for (int i = 0; i < 50; ++i)
            session->inspection().search({withRetrieval(), "refunds"}, {}, [](const auto&) {});
        session.reset();
    }

private:
    Desk m_desk;
    std::unique_ptr<session::Session> m_session;
    std::string m_pinned;
};

QTEST_GUILESS_MAIN(TestInspection)
#include "tst_inspection.moc"
