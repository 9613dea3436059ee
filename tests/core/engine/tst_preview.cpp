// SPDX-License-Identifier: Apache-2.0
//
// What a preview tells of a prompt before any model is called.

#include <QTest>

#include "bench.h"
#include "engine/preview.h"

#include <algorithm>

using namespace bench;
using engine::PromptPart;
using engine::Stage;

namespace {

engine::Preview previewOf(const Json& json, const char* input = R"({"ticket": "hello"})",
                          std::vector<retrieval::Document> corpus = {}, const std::string& tier = {}) {
    const auto prepared = prepare(json, std::move(corpus));
    if (!prepared.ok())
        throw std::runtime_error(prepared.error().message);
    return engine::preview(*prepared.value(), Json::parse(input), tier, cost::PriceTable::shipped());
}

// "system[instructions /instructions/text 1:1 Be kind.]": all that is known of where the text comes from.
std::string provenance(const engine::Preview& preview) {
    std::string text;
    for (const engine::PreviewMessage& message : preview.messages) {
        text += std::string(toString(message.role));
        for (const engine::Piece& piece : message.pieces) {
            text += "[" + std::string(toString(piece.part)) + " " + piece.pointer + " " +
                    std::to_string(piece.position.line) + ":" + std::to_string(piece.position.column);
            for (const std::string& variable : piece.variables)
                text += " <" + variable;
            text += " '" + message.content.substr(piece.begin, piece.end - piece.begin) + "']";
        }
        text += "\n";
    }
    return text;
}

Json withRetrieval(const char* budget = "400") {
    Json json = document();
    json["retrieval"] = {{"corpus", "help"}, {"query", "{{ ticket }}"}, {"budget_tokens", Json::parse(budget)}};
    json["prompt"]["messages"][0]["content"] =
        "{% for s in sources %}[{{ s.index }}] {{ s.text }}\n{% endfor %}Q: {{ ticket }}";
    return json;
}

std::vector<retrieval::Document> corpus() {
    return {{"billing.md", "Billing", "Intro.\n\nA refund takes three days.\n"},
            {"login.md", "Login", "Reset the password on the sign-in page. A parcel that is lost is paid for."}};
}

}  // namespace

class TestPreview : public QObject {
    Q_OBJECT

private slots:
    void textIsFollowedHome_data();
    void textIsFollowedHome();
    void piecesCoverEveryMessage();
    void partsAddUpToTheWhole_data();
    void partsAddUpToTheWhole();
    void sourcesHaveLines();
    void droppedSourcesSayWhy();
    void tierAndReason_data();
    void tierAndReason();
    void windowAndReplyAreDeclaredOrUnknown();
    void aPromptTooLongIsSaid();
    void costHasItsFormula();
    void unknownStaysUnknown();
    void stagesThatFailKeepWhatCameBefore_data();
    void stagesThatFailKeepWhatCameBefore();
    void blockedInputShowsNothing();
    void redactedInputIsShownRedacted();
    void misfitIsShownAsFarAsItGoes();
    void stopEndsIt();
    void likeSharesWhatIsTheSame_data();
    void likeSharesWhatIsTheSame();
};

void TestPreview::textIsFollowedHome_data() {
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* patch, const char* expected) {
        QTest::newRow(name) << QByteArray(patch) << QByteArray(expected);
    };
    row("input", R"({})", "user[input /prompt/messages/0/content 1:1 <ticket 'hello']\n");
    row("own words and input", R"({"prompt": {"messages": [{"role": "user", "content": "Hi\nyou: {{ ticket }}!"}]}})",
        "user[prompt /prompt/messages/0/content 1:1 'Hi\nyou: ']"
        "[input /prompt/messages/0/content 2:6 <ticket 'hello'][prompt /prompt/messages/0/content 2:18 '!']\n");
    row("instructions", R"({"instructions": {"text": "Be kind to {{ ticket }}"}})",
        "system[instructions /instructions/text 1:1 'Be kind to '][input /instructions/text 1:12 <ticket 'hello']\n"
        "user[input /prompt/messages/0/content 1:1 <ticket 'hello']\n");
    row("empty instructions are no message", R"({"instructions": {"text": "{% if ticket == '' %}x{% endif %}"}})",
        "user[input /prompt/messages/0/content 1:1 <ticket 'hello']\n");
    row("examples as turns", R"({"prompt": {"examples": [{"input": {"ticket": "q"}, "output": "a"}]}})",
        "user[examples /prompt/examples/0/input 1:1 'q']\nassistant[examples /prompt/examples/0/output 1:1 'a']\n"
        "user[input /prompt/messages/0/content 1:1 <ticket 'hello']\n");
    row("examples in the template",
        R"({"prompt": {"examples": [{"input": {"ticket": "q"}, "output": "a"}],
            "messages": [{"role": "user", "content": "{% for e in examples %}{{ e.output }};{% endfor %}{{ ticket }}"}]}})",
        "user[examples /prompt/messages/0/content 1:24 <examples 'a'][prompt /prompt/messages/0/content 1:38 ';']"
        "[input /prompt/messages/0/content 1:51 <ticket 'hello']\n");
    row("a constant is the template's own", R"({"prompt": {"messages": [{"role": "user", "content": "{{ 'x' }}"}]}})",
        "user[prompt /prompt/messages/0/content 1:1 'x']\n");
}

void TestPreview::textIsFollowedHome() {
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, expected);
    QCOMPARE(provenance(previewOf(patched(patch.constData()))), expected.toStdString());
}

void TestPreview::piecesCoverEveryMessage() {
    const engine::Preview preview = previewOf(withRetrieval(), R"({"ticket": "refund password"})", corpus());
    QVERIFY(!preview.problem);
    QCOMPARE(preview.messages.size(), std::size_t(1));
    std::size_t end = 0;
    for (const engine::Piece& piece : preview.messages[0].pieces) {
        QCOMPARE(piece.begin, end);
        QVERIFY(piece.end > piece.begin);
        end = piece.end;
    }
    QCOMPARE(end, preview.messages[0].content.size());
    QVERIFY(std::ranges::any_of(preview.messages[0].pieces,
                                [](const engine::Piece& piece) { return piece.part == PromptPart::Context; }));
}

void TestPreview::partsAddUpToTheWhole_data() {
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("short") << QByteArray(R"({"ticket": "a"})");
    QTest::newRow("prose") << QByteArray(R"({"ticket": "my refund did not come, and the password fails"})");
    QTest::newRow("chinese") << QByteArray("{\"ticket\": \"退款 refund 没有到账\"}");
}

void TestPreview::partsAddUpToTheWhole() {
    QFETCH(QByteArray, input);
    Json json = withRetrieval();
    json["instructions"] = {{"text", "Be kind."}};
    json["prompt"]["examples"] =
        Json::array({Json{{"input", {{"ticket", "where is my refund"}}}, {"output", "billing"}}});
    const engine::Preview preview = previewOf(json, input.constData(), corpus());
    std::int64_t sum = 0;
    for (const std::int64_t tokens : preview.tokens.byPart) {
        QVERIFY(tokens >= 0);
        sum += tokens;
    }
    QCOMPARE(sum, preview.tokens.total);
    QVERIFY(preview.tokens.estimated);
    QCOMPARE(preview.tokens.of(PromptPart::Instructions), std::int64_t(2 + 4));
    QVERIFY(preview.tokens.of(PromptPart::Examples) >= 8);
}

void TestPreview::sourcesHaveLines() {
    const engine::Preview preview = previewOf(withRetrieval(), R"({"ticket": "refund"})", corpus());
    QCOMPARE(preview.sources.size(), std::size_t(1));
    QCOMPARE(preview.sources[0].source.documentId, std::string("billing.md"));
    QCOMPARE(preview.sources[0].firstLine, std::size_t(1));
    QCOMPARE(preview.sources[0].lastLine, std::size_t(3));
    QVERIFY(preview.dropped.empty());
}

void TestPreview::droppedSourcesSayWhy() {
    const engine::Preview preview = previewOf(withRetrieval("1"), R"({"ticket": "refund"})", corpus());
    QVERIFY(preview.sources.empty());
    QCOMPARE(preview.dropped.size(), std::size_t(1));
    QVERIFY(preview.dropped[0].dropped.reason == retrieval::DropReason::OverBudget);
    QVERIFY(preview.dropped[0].dropped.tokens > 1);
    QCOMPARE(preview.findings.size(), std::size_t(1));
    const Finding& finding = preview.findings.front();
    QVERIFY(finding.severity == Severity::Info && finding.pointer == "/retrieval/budget_tokens");
    QVERIFY2(holds(finding.text, "1 source is left out"), finding.text.c_str());
    std::size_t all = preview.dropped[0].dropped.tokens;
    for (const engine::PreviewSource& kept : preview.sources)
        all += kept.source.tokens;
    QCOMPARE(finding.suggestion, "raise it to " + std::to_string(all));
    QVERIFY(!preview.problem);
}

void TestPreview::tierAndReason_data() {
    QTest::addColumn<QByteArray>("routing");
    QTest::addColumn<QString>("tier");
    QTest::addColumn<QString>("expected");
    QTest::newRow("first") << QByteArray("{}") << QString() << "small: no rule applies: the first tier";
    QTest::newRow("by hand") << QByteArray("{}") << "large"
                             << "large: chosen by the caller";
    QTest::newRow("rule") << QByteArray(R"({"rules": [{"when": "ticket == 'x'", "use": "large"}, {"use": "other"}],
                                           "fallback": ["small"]})")
                          << QString() << "other: rule 2: always | rule 1 → large: not ticket == 'x' | then small";
    QTest::newRow("by tokens") << QByteArray(R"({"rules": [{"when": "tokens.prompt > 5", "use": "large"}]})")
                               << QString() << "large: rule 1: tokens.prompt > 5";
}

void TestPreview::tierAndReason() {
    QFETCH(QByteArray, routing);
    QFETCH(QString, tier);
    QFETCH(QString, expected);
    Json json = document();
    json["routing"].merge_patch(Json::parse(routing.constData()));
    const engine::Preview preview = previewOf(json, R"({"ticket": "hello"})", {}, tier.toStdString());
    QVERIFY(preview.tier);
    std::string text = preview.tier->name + ": " + preview.tier->reason;
    for (const std::string& rule : preview.tier->passedOver)
        text += " | " + rule;
    for (const std::string& next : preview.tier->fallback)
        text += " | then " + next;
    QCOMPARE(text, expected.toStdString());
    QCOMPARE(preview.tier->provider, std::string("scripted"));
}

void TestPreview::windowAndReplyAreDeclaredOrUnknown() {
    engine::Preview preview = previewOf(document());
    QVERIFY(!preview.tier->window);
    QVERIFY(!preview.tier->longestReply);
    preview =
        previewOf(patched(R"({"routing": {"tiers": {"small": {"params": {"max_tokens": 512, "num_ctx": 4096}}}}})"));
    QCOMPARE(preview.tier->window.value_or(0), std::int64_t(4096));
    QCOMPARE(preview.tier->longestReply.value_or(0), std::int64_t(512));
}

void TestPreview::aPromptTooLongIsSaid() {
    engine::Preview preview =
        previewOf(patched(R"({"routing": {"fallback": ["large"], "tiers": {"small": {"context_window": 4}}}})"));
    QVERIFY(!preview.problem);
    QCOMPARE(preview.findings.size(), std::size_t(1));
    QCOMPARE(preview.findings[0].pointer, std::string("/routing/tiers/small"));
    QVERIFY(preview.findings[0].severity == Severity::Warning);
    QVERIFY2(preview.findings[0].text.ends_with("tokens too long for 'small'"), preview.findings[0].text.c_str());
    QCOMPARE(preview.findings[0].suggestion, std::string("a run goes on to 'large'"));
    QCOMPARE(preview.tier->window, std::optional(std::int64_t{4}));
    preview = previewOf(patched(R"({"routing": {"tiers": {"small": {"context_window": 4}}}})"));
    QVERIFY(preview.problem && preview.problem->stage == engine::Stage::Attempt);
    QVERIFY2(holds(preview.problem->error.message, "more than the context window of s1, 4 tokens"),
             preview.problem->error.message.c_str());
    QVERIFY(preview.findings[0].severity == Severity::Error && preview.tier);
}

void TestPreview::costHasItsFormula() {
    const engine::Preview preview = previewOf(patched(
        R"({"prompt": {"examples": [{"input": {"ticket": "q"}, "output": "a word or 2"}]},
            "budget": {"per_run_usd": 0.5},
            "routing": {"tiers": {"small": {"params": {"max_tokens": 100},
                                            "price": {"input_per_mtok": 1, "output_per_mtok": 4}}}}})"));
    const engine::CostEstimate& cost = preview.cost;
    QCOMPARE(cost.replyTokens.value_or(0), std::int64_t(3));
    QCOMPARE(cost.prompt.value().picodollars(), preview.tokens.total * 1'000'000);
    QCOMPARE(cost.run.value().picodollars(), (preview.tokens.total + 3 * 4) * 1'000'000);
    QCOMPARE(cost.most.value().picodollars(), (preview.tokens.total + 100 * 4) * 1'000'000);
    QCOMPARE(cost.limit.value().toDecimal(), std::string("0.5"));
}

void TestPreview::unknownStaysUnknown() {
    const engine::CostEstimate cost = previewOf(document()).cost;
    QVERIFY(!cost.price && !cost.prompt && !cost.run && !cost.most && !cost.replyTokens && !cost.limit);
}

void TestPreview::stagesThatFailKeepWhatCameBefore_data() {
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("stage");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("sources");
    QTest::addColumn<int>("messages");
    const auto row = [](const char* name, const char* patch, const char* stage, const char* message, int sources,
                        int messages) {
        QTest::newRow(name) << QByteArray(patch) << QByteArray(stage) << QByteArray(message) << sources << messages;
    };
    row("all well", "{}", "", "", 1, 1);
    row("query", R"({"retrieval": {"query": "{{ ticket.no }}"}})", "context", "/retrieval/query 1:", 0, 0);
    row("context policy",
        R"({"policy": [{"id": "no-days", "stage": "context", "detect": {"terms": ["days"]}, "action": "block"}]})",
        "context", "a policy rule blocks what retrieval found", 0, 0);
    row("render", R"({"prompt": {"messages": [{"role": "user", "content": "\n{{ ticket.no }}"}]}})", "render",
        "/prompt/messages/0/content 2:", 1, 0);
    row("route", R"({"routing": {"rules": [{"when": "ticket.no > 2", "use": "large"}]}})", "route",
        "/routing/rules/0/when", 1, 1);
}

void TestPreview::stagesThatFailKeepWhatCameBefore() {
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, stage);
    QFETCH(QByteArray, message);
    QFETCH(int, sources);
    QFETCH(int, messages);
    Json json = withRetrieval();
    json.merge_patch(Json::parse(patch.constData()));
    const engine::Preview preview = previewOf(json, R"({"ticket": "refund"})", corpus());
    QCOMPARE(preview.problem ? std::string(toString(preview.problem->stage)) : "", stage.toStdString());
    if (preview.problem)
        QVERIFY2(holds(preview.problem->error.message, message.constData()), preview.problem->error.message.c_str());
    QCOMPARE(preview.sources.size(), std::size_t(sources));
    QCOMPARE(preview.messages.size(), std::size_t(messages));
}

void TestPreview::blockedInputShowsNothing() {
    const engine::Preview preview = previewOf(patched(
        R"({"policy": [{"id": "stop", "stage": "input", "detect": {"terms": ["hello"]}, "action": "block",
                        "message": "no greetings"}]})"));
    QVERIFY(preview.problem && preview.problem->stage == Stage::Admit);
    QVERIFY(preview.problem->error.code == ErrorCode::PolicyRefused);
    QCOMPARE(preview.policy.size(), std::size_t(1));
    QCOMPARE(preview.policy[0].rule, std::string("stop"));
    QVERIFY(preview.messages.empty() && !preview.tier);
}

void TestPreview::redactedInputIsShownRedacted() {
    const engine::Preview preview = previewOf(
        patched(R"({"policy": [{"id": "mail", "stage": "input", "detect": {"pii": ["email"]}, "action": "redact"}]})"),
        R"({"ticket": "write to ann@example.com"})");
    QVERIFY(!preview.problem);
    QCOMPARE(preview.messages[0].content, std::string("write to [email]"));
    QCOMPARE(preview.policy[0].action, std::string("redact"));
}

void TestPreview::misfitIsShownAsFarAsItGoes() {
    const engine::Preview preview = previewOf(document(), R"({"ticket": "hello", "more": 1})");
    QVERIFY(!preview.problem);
    const engine::Preview misfit = previewOf(patched(R"({"inputs": {"properties": {"ticket": {"minLength": 10}}}})"));
    QVERIFY(misfit.problem && misfit.problem->stage == Stage::Admit);
    QCOMPARE(misfit.messages.size(), std::size_t(1));
    QVERIFY(misfit.tier);
}

void TestPreview::stopEndsIt() {
    const auto prepared = prepare(document());
    VERIFY_OK(prepared);
    std::stop_source stop;
    stop.request_stop();
    const engine::Preview preview = engine::preview(*prepared.value(), Json::parse(R"({"ticket": "x"})"), "",
                                                    cost::PriceTable::shipped(), stop.get_token());
    QVERIFY(preview.problem && preview.problem->error.code == ErrorCode::Cancelled);
    QVERIFY(preview.messages.empty());
}

// Prepared from its predecessor, a workflow must send what it sends when it is prepared anew.
void TestPreview::likeSharesWhatIsTheSame_data() {
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const char* examples = R"("examples": [{"input": {"ticket": "refund money"}, "output": "a"},
                                           {"input": {"ticket": "lost parcel"}, "output": "b"}],
                              "select": {"by": "similarity", "count": 1})";
    const auto prompt = [&](const char* content) {
        return QByteArray("{\"prompt\": {\"messages\": [{\"role\": \"user\", \"content\": \"") + content + "\"}], " +
               examples + "}}";
    };
    QTest::newRow("nothing changed") << prompt("{{ ticket }}") << prompt("{{ ticket }}");
    QTest::newRow("another message") << prompt("{{ ticket }}") << prompt("Say: {{ ticket }}");
    QTest::newRow("examples move into the template")
        << prompt("{{ ticket }}") << prompt("{{ examples | length }} {{ ticket }}");
    QTest::newRow("and out of it") << prompt("{{ examples | length }} {{ ticket }}") << prompt("{{ ticket }}");
    QTest::newRow("other examples") << prompt("{{ ticket }}")
                                    << QByteArray(
                                           R"({"prompt": {"examples": [{"input": {"ticket": "z"}, "output": "c"}],
                                                      "select": {"by": "similarity", "count": 1}}})");
    QTest::newRow("other defaults") << prompt("{{ ticket }}{{ plan | default('none') }}")
                                    << QByteArray(R"({"inputs": {"properties": {"plan": {"default": "pro"}}}})");
    QTest::newRow("other chunks") << QByteArray("{}")
                                  << QByteArray(R"({"chunking": {"method": "recursive", "size": 8, "overlap": 0}})");
    QTest::newRow("no retrieval") << QByteArray("{}") << QByteArray(R"({"retrieval": null})");
}

void TestPreview::likeSharesWhatIsTheSame() {
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    Json old = document();
    old["retrieval"] = {{"corpus", "help"}, {"query", "{{ ticket }}"}};
    old.merge_patch(Json::parse(before.constData()));
    Json now = old;
    now.merge_patch(Json::parse(after.constData()));
    const auto like = prepare(old, corpus());
    VERIFY_OK(like);
    const auto fresh = prepare(now, corpus());
    VERIFY_OK(fresh);
    const auto shared = engine::Prepared::prepare(
        *workflow::parseWorkflow(now).value, [](const std::string&) { return retrieval::Corpus::make(corpus()); },
        like.value().get());
    VERIFY_OK(shared);
    const auto look = [](const engine::Prepared& prepared) {
        const engine::Preview preview =
            engine::preview(prepared, Json::parse(R"({"ticket": "refund parcel"})"), "", cost::PriceTable::shipped());
        std::string text = provenance(preview);
        for (const engine::PreviewSource& source : preview.sources)
            text += source.source.documentId + " " + source.source.text + "\n";
        return text;
    };
    QVERIFY(!look(*fresh.value()).empty());
    QCOMPARE(look(*shared.value()), look(*fresh.value()));
}

QTEST_APPLESS_MAIN(TestPreview)
#include "tst_preview.moc"
