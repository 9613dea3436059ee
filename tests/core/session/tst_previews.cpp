// SPDX-License-Identifier: Apache-2.0
//
// Previews of the sample's workflows, beside the runs that they foretell.

#include <QTest>

#include "desk.h"
#include "session/preview.h"

#include "wiring/places.h"

using namespace desk;

namespace {

Result<session::Preview> previewOf(session::Session& session, session::DraftText text, const Json& input,
                                   const std::stop_token& stop = {}) {
    return await<session::Preview>(
        [&](auto done) { session.running().preview(std::move(text), input, {}, stop, std::move(done)); });
}

session::DraftText draftOf(const Json& document) {
    return {std::make_shared<const Json>(document), {}};
}

const trace::Span* spanNamed(const trace::Trace& trace, std::string_view name) {
    for (const trace::Span& span : trace.detail.spans)
        if (span.name == name)
            return &span;
    return nullptr;
}

}  // namespace

class TestPreviews : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void foretellsTheRun_data();
    void foretellsTheRun();
    void brokenTextIsAProblemNotAnError_data();
    void brokenTextIsAProblemNotAnError();
    void typedTextIsWhatIsShown();
    void cancelled();
    void anotherCorpusUnderTheSameNameIsSeen();
    void cleanupTestCase();

private:
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<session::Session> m_session;

    [[nodiscard]] Json documentOf(const std::string& workflow, const std::string& reference) {
        return await<workflow::Version>([&](auto done) { m_session->authoring().version(workflow, reference, done); })
            .value()
            .document;
    }
};

void TestPreviews::initTestCase() {
    m_desk = std::make_unique<Desk>();
    m_session = m_desk->create();
    const auto filled = await<session::SampleSummary>(
        [&](auto done) { m_session->sample().fill(wiring::resourceFolder() / "sample", {}, done); });
    VERIFY_OK(filled);
}

void TestPreviews::cleanupTestCase() {
    m_session.reset();
    m_desk.reset();
}

void TestPreviews::foretellsTheRun_data() {
    QTest::addColumn<QByteArray>("workflow");
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("input");
    const auto rows = [](const char* workflow, int versions, const char* input) {
        for (int version = 1; version <= versions; ++version)
            QTest::addRow("%s v%d", workflow, version)
                << QByteArray(workflow) << QByteArray("v" + QByteArray::number(version)) << QByteArray(input);
    };
    rows("support-triage", 4, R"({"ticket": "I was charged twice, please refund me", "plan": "team"})");
    rows("help-answers", 3, R"({"question": "How do I cancel my subscription and get a refund?"})");
    rows("email-extraction", 3,
         R"({"sender": "ann@example.com", "subject": "Invoice 7", "body": "Please find invoice 7 over 49 EUR."})");
}

void TestPreviews::foretellsTheRun() {
    QFETCH(QByteArray, workflow);
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, input);
    const Json document = documentOf(workflow.toStdString(), version.toStdString());
    const auto preview = previewOf(*m_session, draftOf(document), Json::parse(input.constData()));
    VERIFY_OK(preview);
    QVERIFY2(!preview->problem, preview->problem ? preview->problem->error.message.c_str() : "");

    session::RunInput request;
    request.subject.text = toText(document);
    request.input = Json::parse(input.constData());
    const auto run =
        await<engine::Outcome>([&](auto done) { m_session->running().run(std::move(request), {}, {}, done); });
    VERIFY_OK(run);
    const trace::Trace& trace = run->trace;

    QCOMPARE(preview->messages.size(), trace.detail.messages.size());
    for (std::size_t i = 0; i < preview->messages.size(); ++i) {
        QCOMPARE(preview->messages[i].content, stringAt(trace.detail.messages[i], "content"));
        QCOMPARE(std::string(toString(preview->messages[i].role)), stringAt(trace.detail.messages[i], "role"));
    }
    QCOMPARE(preview->tokens.total, integerAt(spanNamed(trace, "render")->attributes, "touchstone.prompt.tokens"));
    const Json& tiers = spanNamed(trace, "route")->attributes["touchstone.route.tiers"];
    QCOMPARE(preview->tier->name, tiers[0].get<std::string>());
    QCOMPARE(preview->tier->fallback.size(), tiers.size() - 1);
    QCOMPARE(preview->tier->reason, stringAt(spanNamed(trace, "route")->attributes, "touchstone.route.reason"));
    QCOMPARE(preview->sources.size(), trace.detail.sources.size());
    for (std::size_t i = 0; i < preview->sources.size(); ++i)
        QCOMPARE(preview->sources[i].source.begin, trace.detail.sources[i].begin);
    QVERIFY(preview->cost.prompt && *preview->cost.prompt > Money());
}

void TestPreviews::brokenTextIsAProblemNotAnError_data() {
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isTemplate");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("not JSON") << QByteArray("routing") << QByteArray("{\"tiers\": ") << false << QByteArray("routing");
    QTest::newRow("template") << QByteArray("prompt") << QByteArray("{{ ticket") << true
                              << QByteArray("/prompt/messages/0/content");
    QTest::newRow("not valid") << QByteArray("routing") << QByteArray("{}") << false << QByteArray("/routing");
}

void TestPreviews::brokenTextIsAProblemNotAnError() {
    QFETCH(QByteArray, part);
    QFETCH(QByteArray, text);
    QFETCH(bool, isTemplate);
    QFETCH(QByteArray, message);
    session::DraftText draft = draftOf(documentOf("support-triage", "main"));
    draft.typed.push_back({part.toStdString(), text.toStdString(), isTemplate});
    const auto preview = previewOf(*m_session, draft, Json::object());
    VERIFY_OK(preview);
    QVERIFY(preview->problem && preview->problem->stage == engine::Stage::Prepare);
    QVERIFY2(preview->problem->error.message.find(message.toStdString()) != std::string::npos,
             preview->problem->error.message.c_str());
    QVERIFY(preview->messages.empty());
}

void TestPreviews::typedTextIsWhatIsShown() {
    session::DraftText draft = draftOf(documentOf("support-triage", "main"));
    for (const char* word : {"one", "two"}) {
        draft.typed = {{"instructions", word, true}};
        const auto preview = previewOf(*m_session, draft, Json::parse(R"({"ticket": "x", "plan": "team"})"));
        VERIFY_OK(preview);
        QCOMPARE(preview->messages.front().content, std::string(word));
    }
}

void TestPreviews::cancelled() {
    std::stop_source stop;
    stop.request_stop();
    const auto preview =
        previewOf(*m_session, draftOf(documentOf("support-triage", "main")), Json::object(), stop.get_token());
    QVERIFY(!preview.ok() && preview.error().code == ErrorCode::Cancelled);
}

void TestPreviews::anotherCorpusUnderTheSameNameIsSeen() {
    const auto import = [&](const char* text) {
        const fs::path file = m_desk->write("notes.md", text);
        const fs::path folder = file.parent_path() / "notes";
        fs::create_directories(folder);
        fs::rename(file, folder / "notes.md");
        return await<store::CorpusInfo>([&](auto done) { m_session->exchange().importCorpus("notes", folder, done); });
    };
    Json document = documentOf("help-answers", "main");
    document["retrieval"]["corpus"] = "notes";
    document["retrieval"]["min_score"] = 0;
    for (const char* text : {"Refunds take three days.", "Refunds take nine weeks."}) {
        VERIFY_OK(import(text));
        const auto preview =
            previewOf(*m_session, draftOf(document), Json::parse(R"({"question": "how long do refunds take"})"));
        VERIFY_OK(preview);
        QCOMPARE(preview->sources.size(), std::size_t(1));
        QCOMPARE(preview->sources[0].source.text, std::string(text));
    }
}

QTEST_APPLESS_MAIN(TestPreviews)
#include "tst_previews.moc"
