// SPDX-License-Identifier: Apache-2.0
//
// The same comparison with a real HTTP hop between: a server on loopback that streams what the built-in model answers.
// Then that server misbehaves in every way a provider may, and the command line says so.

#include "ctl/command_line.h"
#include "integration/folder_files.h"
#include "policy/gate.h"
#include "provider/builtin.h"
#include "support/openai_stub.h"
#include "support/printing.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <map>

using namespace touchstone;
using namespace touchstone::testing;

namespace {

constexpr auto kKeyVariable = "TOUCHSTONE_TEST_HOP_KEY";
constexpr auto kWrongKeyVariable = "TOUCHSTONE_TEST_WRONG_KEY";
constexpr auto kUnsetKeyVariable = "TOUCHSTONE_TEST_UNSET_KEY";
constexpr std::size_t kCases = 300;

workflow::Role roleOf(const std::string& name) {
    if (name == "system")
        return workflow::Role::System;
    return name == "assistant" ? workflow::Role::Assistant : workflow::Role::User;
}

// What the built-in model answers to messages as they came over the wire.
std::string builtinAnswer(const Json& messages) {
    workflow::Prompt prompt;
    for (const Json& message : messages)
        prompt.messages.push_back({roleOf(stringAt(message, "role")), stringAt(message, "content")});
    const auto gate = policy::Gate::make({});
    const provider::Call call{gate->clear(std::move(prompt), gate->screenInput(Json::object())).value(),
                              "builtin/large"};
    std::string text;
    provider::BuiltinProvider().send(call, {}, {}, [&text](const provider::Reply& reply) {
        if (const auto* completion = std::get_if<provider::Completion>(&reply))
            text = completion->text;
    });
    return text;
}

// A server that fails the first request as it is told and answers every later one.
class OnceFailing {
public:
    explicit OnceFailing(int status, HeaderList headers = {})
        : m_server([this, status, headers = std::move(headers)](const ServerRequest&, const Responder& respond) {
              if (m_requests++ == 0)
                  return respond.reply(status, R"({"error":{"message":"not now","type":"server_error"}})",
                                       "application/json", headers);
              respond.startEvents();
              for (const std::string& event : OpenAiStub::streamOf("an answer at last"))
                  respond.event(event);
              respond.finish();
          }) {}

    [[nodiscard]] std::string baseUrl() const { return m_server.url("/v1"); }
    [[nodiscard]] int requests() const { return m_requests; }

private:
    std::atomic<int> m_requests = 0;
    // Last member: its thread uses what is above
    LoopbackServer m_server;
};

Json tierAt(const std::string& baseUrl, const std::string& keyVariable = kKeyVariable,
            const std::string& model = OpenAiStub::kModel) {
    return {{"provider", "openai"}, {"model", model}, {"base_url", baseUrl}, {"api_key_env", keyVariable}};
}

}  // namespace

class HttpHopTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void comparesAsIfThereWereNoHop();
    void countsTokensAndCost();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void repeatsWhatTheServerSays();
    void fallsBackWhereItMay_data() { saysWhatIsWrong_data(); }
    void fallsBackWhereItMay();
    void triesAgainAfterARateLimit();
    void triesAgainAfterAServerError();
    void givesUpOnALongRateLimit();
    void anInterruptedComparisonGoesOn();

private:
    void succeeds(const std::vector<std::string>& arguments) const;
    void importEcho(const Json& tier, bool fallsBack) const;
    [[nodiscard]] std::map<std::string, std::string> outputsOf(const std::string& tier, Json& report) const;
    [[nodiscard]] Said ask() const { return m_ctl({"run", "echo", "draft", "--set", "text=hello", "--json"}); }
    [[nodiscard]] Json storedTrace(const Json& outcome) const;

    QTemporaryDir m_folder;
    CommandLine m_ctl;
    OpenAiStub m_stub{builtinAnswer};
};

void HttpHopTest::succeeds(const std::vector<std::string>& arguments) const {
    const Said said = m_ctl(arguments);
    QVERIFY2(said.code == 0, said.all().c_str());
}

// The draft of a workflow that passes a text on to one tier.
void HttpHopTest::importEcho(const Json& tier, bool fallsBack) const {
    Json routing = {{"tiers", {{"main", tier}, {"spare", {{"provider", "builtin"}, {"model", "builtin/small"}}}}},
                    {"rules", Json::array({{{"use", "main"}}})},
                    {"retry", {{"attempts", 2}, {"backoff_ms", 1}, {"on", {"rate_limited", "server"}}}},
                    {"timeout_ms", 1500}};
    if (fallsBack)
        routing["fallback"] = Json::array({"spare"});
    const Json document = {
        {"format", "touchstone.workflow/1"},
        {"name", "echo"},
        {"feature", "tests.echo"},
        {"inputs", {{"type", "object"}, {"properties", {{"text", {{"type", "string"}}}}}, {"required", {"text"}}}},
        {"prompt", {{"messages", Json::array({{{"role", "user"}, {"content", "{{ text }}"}}})}}},
        {"routing", std::move(routing)}};
    succeeds({"import", "workflow", put(m_folder, "echo.json", toPrettyText(document)), "--force"});
}

Json HttpHopTest::storedTrace(const Json& outcome) const {
    return m_ctl({"traces", "show", outcome.at("trace").at("id").get<std::string>(), "--json"}).json();
}

void HttpHopTest::initTestCase() {
    qputenv(kKeyVariable, OpenAiStub::kKey);
    qputenv(kWrongKeyVariable, "sk-other-987654321");
    qunsetenv(kUnsetKeyVariable);
    m_ctl = CommandLine(pathIn(m_folder, "hop.touchstone"));
    succeeds({"workspace", "new", m_ctl.workspace()});
}

std::map<std::string, std::string> HttpHopTest::outputsOf(const std::string& tier, Json& report) const {
    const Said said = m_ctl({"compare", "banking", "v1", "v2", "--dataset", "test", "--tier", tier, "--json"});
    report = said.json();
    std::map<std::string, std::string> outputs;
    if (said.code != 0 || !report.is_object())
        return outputs;
    for (const Json& result : report.at("results"))
        outputs[toText({result.at("contestant"), result.at("case")})] = result.at("output").get<std::string>();
    return outputs;
}

void HttpHopTest::comparesAsIfThereWereNoHop() {
    QFile test(TOUCHSTONE_TEST_DATA "/banking77/test.csv");
    if (!test.open(QIODevice::ReadOnly))
        QSKIP("no Banking77 in " TOUCHSTONE_TEST_DATA ": the comparison over HTTP was not checked");
    QByteArrayList lines = test.readAll().split('\n');
    QByteArrayList some = {lines.takeFirst()};
    for (qsizetype i = 0; i < lines.size(); i += lines.size() / static_cast<qsizetype>(kCases))
        some << lines[i];
    put(m_folder, "some.csv", some.join('\n').toStdString());
    put(m_folder, "wf/workflow.json", R"({"name":"banking","feature":"banking.intent"})");
    put(m_folder, "wf/inputs.json", R"({"type":"object","properties":{"text":{"type":"string"}},"required":["text"]})");
    put(m_folder, "wf/instructions.md", "Name the intent of the message of a bank customer.\n");
    put(m_folder, "wf/prompt/01-user.md", "Message: {{ text }}\n");
    put(m_folder, "wf/prompt/select.json", R"({"by":"similarity","count":24})");
    put(m_folder, "wf/routing.json",
        toText({{"tiers",
                 {{"here", {{"provider", "builtin"}, {"model", "builtin/large"}}},
                  {"there", tierAt(m_stub.baseUrl())}}}}));
    succeeds({"import", "workflow", pathIn(m_folder, "wf")});
    succeeds({"import", "dataset", pathIn(m_folder, "some.csv"), "--name", "test", "--expected", "category",
              "--scorers", R"([{"type":"label"}])"});
    for (const char* count : {"1", "10"}) {
        succeeds({"import", "examples", "banking", TOUCHSTONE_TEST_DATA "/banking77/train.csv", "--expected",
                  "category", "--per-label", count});
        succeeds({"commit", "banking"});
    }
    Json direct;
    const auto here = outputsOf("here", direct);
    QVERIFY(here.size() >= kCases * 2);
    QElapsedTimer timer;
    timer.start();
    Json hopped;
    const auto there = outputsOf("there", hopped);
    qInfo("%zu answers over HTTP, %.0f a second", there.size(),
          static_cast<double>(there.size()) * 1000 / static_cast<double>(timer.elapsed()));
    QCOMPARE(there.size(), here.size());
    for (const auto& [key, output] : here)
        QCOMPARE(there.at(key), output);
    QCOMPARE(m_stub.chatRequests().size(), there.size());
    QVERIFY(m_stub.server().connections() < 64);
    const auto measure = [](const Json& report) { return report.at("comparisons").at(0).at("measures").at("label"); };
    QCOMPARE(stringAt(measure(hopped), "sentence"), stringAt(measure(direct), "sentence"));
    QCOMPARE(stringAt(measure(hopped), "verdict"), std::string("better"));
}

// The stub says 12 tokens in, 4 of them cached, and one out for each word.
void HttpHopTest::countsTokensAndCost() {
    Json tier = tierAt(m_stub.baseUrl());
    tier["price"] = {{"input_per_mtok", 3}, {"output_per_mtok", 15}};
    importEcho(tier, false);
    const Json outcome = ask().json();
    QCOMPARE(stringAt(outcome, "status"), std::string("ok"));
    const Json& trace = outcome.at("trace");
    const auto words = 1 + std::ranges::count(stringAt(outcome, "output"), ' ');
    QCOMPARE(integerAt(trace, "input_tokens"), 12);
    QCOMPARE(integerAt(trace, "output_tokens"), words);
    const auto cost = Money::parse(stringAt(trace, "cost_usd"));
    VERIFY_OK(cost);
    QCOMPARE(cost->picodollars(), (12 * 3 + words * 15) * 1'000'000);
    importEcho(tierAt(m_stub.baseUrl()), false);
    QVERIFY(ask().json().at("trace").at("cost_usd").is_null());
}

void HttpHopTest::saysWhatIsWrong_data() {
    QTest::addColumn<std::string>("tier");
    QTest::addColumn<int>("fault");
    QTest::addColumn<QStringList>("words");  // the place first, then the remedy
    const auto row = [](const char* name, const Json& tier, StubFault fault, const QStringList& words) {
        QTest::newRow(name) << toText(tier) << static_cast<int>(fault) << words;
    };
    const std::string url = m_stub.baseUrl();
    const std::string refused = "http://127.0.0.1:" + std::to_string(refusedPort()) + "/v1";
    row("wrong key", tierAt(url, kWrongKeyVariable), StubFault::None,
        {"main: openai", "does not accept the API key", "check the key", "HTTP 401"});
    row("no key", tierAt(url, kUnsetKeyVariable), StubFault::None, {"main: ", kUnsetKeyVariable, "is not set"});
    row("unknown model", tierAt(url, kKeyVariable, "gpt-none"), StubFault::None,
        {"main: openai", "has no such model", "check the model's name"});
    row("server error", tierAt(url), StubFault::ServerError, {"main: openai", "try again later", "HTTP 500"});
    row("quota spent", tierAt(url), StubFault::QuotaSpent, {"main: openai", "no credit left", "billing page"});
    row("stall", tierAt(url), StubFault::Stall,
        {"main: ", "127.0.0.1", "no whole answer within 1500 ms", "raise routing.timeout_ms"});
    row("cut stream", tierAt(url), StubFault::Cut, {"main: ", "127.0.0.1", "closed", "try again"});
    row("half JSON", tierAt(url), StubFault::HalfJson,
        {"main: openai", "no part of a Chat Completions answer", "check that the base URL"});
    row("page for people", tierAt(url), StubFault::HtmlPage, {"main: openai", "check the base URL"});
    row("no server", tierAt(refused), StubFault::None, {"main: ", "127.0.0.1", "connect", "that the server runs"});
    row("no such host", tierAt("https://nowhere.invalid/v1"), StubFault::None,
        {"main: ", "resolve host: nowhere.invalid", "check the base URL"});
}

void HttpHopTest::saysWhatIsWrong() {
    QFETCH(std::string, tier);
    QFETCH(int, fault);
    QFETCH(QStringList, words);
    m_stub.setFault(static_cast<StubFault>(fault));
    importEcho(parseJson(tier).value(), false);
    const Said said = ask();
    const Json outcome = said.json();
    QVERIFY2(said.code == 4 && said.err.empty(), said.all().c_str());
    QCOMPARE(stringAt(outcome, "status"), std::string("failed"));
    const auto error = QString::fromStdString(stringAt(outcome, "error"));
    qInfo("%s", qPrintable(error));
    for (const QString& word : words)
        QVERIFY2(error.contains(word), qPrintable(error + " should say: " + word));
    QVERIFY(!error.contains("sk-") && !error.contains('\n'));
    const Json stored = storedTrace(outcome);
    QCOMPARE(stringAt(stored.at("detail"), "error"), error.toStdString());
    QCOMPARE(stringAt(stored.at("summary"), "status"), std::string("failed"));
}

void HttpHopTest::fallsBackWhereItMay() {
    QFETCH(std::string, tier);
    QFETCH(int, fault);
    m_stub.setFault(static_cast<StubFault>(fault));
    importEcho(parseJson(tier).value(), true);
    const Said said = ask();
    const Json outcome = said.json();
    QVERIFY2(said.code == 0, said.all().c_str());
    QCOMPARE(stringAt(outcome.at("trace"), "tier"), std::string("spare"));
    QVERIFY(boolAt(outcome.at("trace"), "fell_back"));
    const std::string reason = stringAt(outcome, "fell_back");
    QVERIFY2(reason.starts_with("main: "), said.all().c_str());
    QVERIFY(!stringAt(outcome, "output").empty());
}

// The words are a stranger's: on one line, shortened, and nothing in them steers the terminal.
void HttpHopTest::repeatsWhatTheServerSays() {
    const std::string words = "top_p must be below 1\x1b[31m\nand not above" + std::string(400, '!');
    const LoopbackServer server([&words](const ServerRequest&, const Responder& respond) {
        respond.reply(400, toText({{"error", {{"message", words}}}}), "application/json");
    });
    importEcho(tierAt(server.url("/v1")), false);
    const Said said = m_ctl({"run", "echo", "draft", "--set", "text=hello"});
    QCOMPARE(said.code, 4);
    const std::string shown = "it says: top_p must be below 1 [31m and not above!!!";
    QVERIFY2(said.err.find(shown) != std::string::npos, said.all().c_str());
    const std::string id = stringAt(ask().json().at("trace"), "id");
    const Said trace = m_ctl({"traces", "show", id});
    QVERIFY2(trace.out.find("it says     top_p must be below 1") != std::string::npos, trace.out.c_str());
    for (const std::string& text : {said.err, trace.out}) {
        QVERIFY(text.find('\x1b') == std::string::npos);
        QVERIFY2(text.find(std::string(300, '!')) == std::string::npos, text.c_str());
    }
}

void HttpHopTest::triesAgainAfterARateLimit() {
    OnceFailing server(429, {{"retry-after-ms", "20"}});
    importEcho(tierAt(server.baseUrl()), false);
    const Json outcome = ask().json();
    QCOMPARE(stringAt(outcome, "output"), std::string("an answer at last"));
    QCOMPARE(integerAt(outcome.at("trace"), "retries"), 1);
    QCOMPARE(server.requests(), 2);
    const Json stored = storedTrace(outcome);
    const auto wait = std::ranges::find_if(stored.at("detail").at("spans"),
                                           [](const Json& span) { return stringAt(span, "name") == "wait"; });
    QVERIFY(wait != stored.at("detail").at("spans").end());
    QVERIFY(toText(*wait).find("touchstone.retry.delay_ms") != std::string::npos);
}

void HttpHopTest::triesAgainAfterAServerError() {
    OnceFailing server(500);
    importEcho(tierAt(server.baseUrl()), false);
    const Json outcome = ask().json();
    QCOMPARE(stringAt(outcome, "status"), std::string("ok"));
    QCOMPARE(integerAt(outcome.at("trace"), "attempts"), 2);
    QCOMPARE(server.requests(), 2);
}

void HttpHopTest::givesUpOnALongRateLimit() {
    OnceFailing server(429, {{"retry-after", "3600"}});
    importEcho(tierAt(server.baseUrl()), false);
    const Said said = ask();
    QCOMPARE(said.code, 4);
    QVERIFY2(stringAt(said.json(), "error").find("asked too often") != std::string::npos, said.all().c_str());
    QCOMPARE(server.requests(), 1);
}

// Ctrl+C while the server answers the 25th case.
void HttpHopTest::anInterruptedComparisonGoesOn() {
    constexpr int kLines = 60;
    std::stop_source interrupt;
    std::atomic<int> answers = 0;
    OpenAiStub server([&](const Json& messages) {
        if (++answers == 25)
            interrupt.request_stop();
        return stringAt(messages.back(), "content");
    });
    importEcho(tierAt(server.baseUrl()), false);
    succeeds({"commit", "echo"});
    std::string cases = "text,category\n";
    for (int i = 0; i < kLines; ++i)
        cases += "line " + std::to_string(i) + ",line " + std::to_string(i % 2 == 0 ? i : 0) + "\n";
    succeeds({"import", "dataset", put(m_folder, "lines.csv", cases), "-e", "category", "--scorers",
              R"([{"type":"label"}])"});
    const Said stopped = m_ctl({"compare", "echo", "v1", "main", "-d", "lines", "--json"}, interrupt.get_token());
    QCOMPARE(stopped.code, 130);
    const auto kept = stopped.json().at("results").size();
    QVERIFY2(kept >= 10 && kept < kLines * 2, std::to_string(kept).c_str());
    const int asked = answers;
    const Said resumed = m_ctl(
        {"compare", "echo", "v1", "main", "-d", "lines", "--resume", stringAt(stopped.json(), "experiment"), "--json"});
    QVERIFY2(resumed.code == 0, resumed.err.c_str());
    const Json results = resumed.json().at("results");
    QCOMPARE(results.size(), std::size_t{kLines} * 2);
    for (const Json& result : results)
        QCOMPARE(stringAt(result, "status"), std::string("ok"));
    QVERIFY2(answers - asked <= kLines * 2 - static_cast<int>(kept), "finished cases are not asked again");
}

QTEST_APPLESS_MAIN(HttpHopTest)
#include "tst_http_hop.moc"
