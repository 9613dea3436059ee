// SPDX-License-Identifier: Apache-2.0

#include "provider/openai.h"

#include "base/system_clock.h"
#include "net/curl_transport.h"
#include "policy/gate.h"
#include "support/openai_stub.h"
#include "support/printing.h"

#include <future>

using namespace touchstone;
using namespace touchstone::provider;
using namespace touchstone::testing;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(StubFault)

namespace {

constexpr const char* kAnswer = "The refund was sent on Tuesday.";

Call callWith(workflow::Prompt prompt, Json params = Json::object()) {
    const auto gate = policy::Gate::make({}).value();
    return Call{gate.clear(std::move(prompt), gate.screenInput(Json::object())).value(), OpenAiStub::kModel,
                std::move(params), Deadlines{}};
}

workflow::Prompt promptOf(std::string text) {
    workflow::Prompt prompt;
    prompt.messages = {{workflow::Role::System, "Be brief."}, {workflow::Role::User, std::move(text)}};
    return prompt;
}

struct Outcome {
    Reply reply;
    std::string deltas;

    [[nodiscard]] const Completion* completion() const { return std::get_if<Completion>(&reply); }
    [[nodiscard]] const Failure* failure() const { return std::get_if<Failure>(&reply); }
    [[nodiscard]] std::string kind() const {
        return failure() ? std::string(toString(failure()->kind)) + ": " + failure()->message : "completion";
    }
};

Outcome ask(Provider& provider, const Call& call, std::stop_token stop = {}) {
    std::promise<Outcome> promise;
    auto deltas = std::make_shared<std::string>();
    provider.send(
        call, std::move(stop), [deltas](std::string_view text) { *deltas += text; },
        [&promise, deltas](Reply reply) {
            promise.set_value({std::move(reply), *deltas});
        });
    return promise.get_future().get();
}

}  // namespace

#define VERIFY_COMPLETED(outcome) QVERIFY2((outcome).completion(), (outcome).kind().c_str())

class OpenAiTest : public QObject {
    Q_OBJECT

private:
    SystemClock m_clock;
    net::CurlTransport m_transport;

    [[nodiscard]] std::unique_ptr<OpenAiProvider> providerFor(const std::string& baseUrl,
                                                              std::string key = OpenAiStub::kKey) {
        OpenAiOptions options;
        options.name = "stub";
        options.baseUrl = baseUrl;
        options.apiKey = std::move(key);
        return std::make_unique<OpenAiProvider>(options, m_transport, m_clock);
    }

private slots:
    void streamsAnAnswer() {
        OpenAiStub stub([](const Json& messages) { return "You said: " + stringAt(messages.back(), "content"); });
        const auto provider = providerFor(stub.baseUrl() + "/");
        const Outcome outcome = ask(*provider, callWith(promptOf("Wörter \U0001F600"), {{"temperature", 0.25}}));
        VERIFY_COMPLETED(outcome);
        QCOMPARE(outcome.completion()->text, "You said: Wörter \U0001F600");
        QCOMPARE(outcome.deltas, outcome.completion()->text);
        QVERIFY(outcome.completion()->finish == Finish::Stop);
        QCOMPARE(outcome.completion()->model, "stub-1-2026");
        QCOMPARE(outcome.completion()->responseId, "chatcmpl-stub");
        QVERIFY((outcome.completion()->usage == Usage{12, 4, 4, 0, false}));
        const Json body = stub.chatRequests().at(0);
        QCOMPARE(toText(body),
                 std::string("{\"model\":\"stub-1\",\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},"
                             "{\"role\":\"user\",\"content\":\"Wörter \U0001F600\"}],\"stream\":true,"
                             "\"temperature\":0.25,\"stream_options\":{\"include_usage\":true}}"));
    }

    void readsAWholeAnswer() {
        OpenAiStub stub([](const Json&) { return kAnswer; });
        const auto provider = providerFor(stub.baseUrl());
        const Outcome outcome = ask(*provider, callWith(promptOf("x"), {{"stream", false}}));
        VERIFY_COMPLETED(outcome);
        QCOMPARE(outcome.completion()->text, kAnswer);
        QCOMPARE(outcome.deltas, kAnswer);
        QVERIFY(outcome.completion()->usage);
        QVERIFY(!stub.chatRequests().at(0).contains("stream_options"));
    }

    void answersInFullDespite_data() {
        QTest::addColumn<StubFault>("fault");
        QTest::addColumn<bool>("usage");
        QTest::newRow("no usage: the caller knows that") << StubFault::WithoutUsage << false;
        QTest::newRow("no [DONE] after the finish reason") << StubFault::DoneOmitted << true;
        QTest::newRow("no end after [DONE]: nobody waits for it") << StubFault::SilentAfterDone << true;
    }
    void answersInFullDespite() {
        QFETCH(StubFault, fault);
        QFETCH(bool, usage);
        OpenAiStub stub([](const Json&) { return kAnswer; });
        stub.setFault(fault);
        const auto provider = providerFor(stub.baseUrl());
        const Outcome outcome = ask(*provider, callWith(promptOf("x")));
        VERIFY_COMPLETED(outcome);
        QCOMPARE(outcome.completion()->text, kAnswer);
        QCOMPARE(outcome.completion()->usage.has_value(), usage);
    }

    void fails_data() {
        QTest::addColumn<StubFault>("fault");
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("partial");
        const auto row = [](const char* name, StubFault fault, const char* kind, int status, bool partial = false) {
            QTest::newRow(name) << fault << QByteArray(kind) << status << partial;
        };
        row("rate limit", StubFault::RateLimited, "rate_limited", 429);
        row("spent quota", StubFault::QuotaSpent, "quota_spent", 429);
        row("server error", StubFault::ServerError, "server", 500);
        row("prompt too long", StubFault::ContextTooLong, "context_too_long", 400);
        row("HTML page", StubFault::HtmlPage, "malformed", 200);
        row("HTML from a gateway", StubFault::BadGateway, "server", 502);
        row("empty body", StubFault::EmptyBody, "malformed", 200);
        row("another API", StubFault::NotChat, "malformed", 200);
        row("redirect", StubFault::Redirect, "malformed", 302);
        row("stall", StubFault::Stall, "timeout", 0);
        row("stall inside", StubFault::StallInside, "timeout", 200, true);
        row("cut", StubFault::Cut, "interrupted", 200, true);
        row("ended without a reason", StubFault::NoDone, "interrupted", 200, true);
        row("half JSON", StubFault::HalfJson, "malformed", 200, true);
        row("error inside", StubFault::ErrorInside, "interrupted", 200, true);
        row("error at once", StubFault::ErrorAtOnce, "server", 200);
        row("a key that is echoed", StubFault::EchoesKey, "unauthorized", 401);
    }
    void fails() {
        QFETCH(StubFault, fault);
        QFETCH(QByteArray, kind);
        QFETCH(int, status);
        QFETCH(bool, partial);
        OpenAiStub stub([](const Json&) { return kAnswer; });
        stub.setFault(fault);
        const auto provider = providerFor(stub.baseUrl());
        Call call = callWith(promptOf("secret prompt"));
        if (fault == StubFault::Stall)
            call.deadlines.firstToken = 60ms;
        if (fault == StubFault::StallInside)
            call.deadlines.betweenTokens = 60ms;
        const Outcome outcome = ask(*provider, call);
        QVERIFY(outcome.failure());
        const Failure& failure = *outcome.failure();
        QVERIFY2(outcome.kind().starts_with(kind.toStdString() + ": "), outcome.kind().c_str());
        QCOMPARE(failure.httpStatus, status);
        QCOMPARE(failure.requestId.empty(), status == 0);
        QCOMPARE(!failure.partialText.empty(), partial);
        QCOMPARE(failure.partialText, outcome.deltas);
        QVERIFY(std::string_view(kAnswer).starts_with(failure.partialText));
        QCOMPARE(failure.retryAfter.has_value(), fault == StubFault::RateLimited);
        for (const std::string& text : {failure.message, failure.providerText}) {
            QVERIFY2(text.find("sk-stub") == std::string::npos, text.c_str());
            QVERIFY2(text.find("secret prompt") == std::string::npos, text.c_str());
            QVERIFY2(text.find('\x1b') == std::string::npos, text.c_str());
        }
    }

    void readsRetryAfter() {
        OpenAiStub stub([](const Json&) { return kAnswer; });
        stub.setFault(StubFault::RateLimited);
        const Outcome outcome = ask(*providerFor(stub.baseUrl()), callWith(promptOf("x")));
        QVERIFY(outcome.failure()->retryAfter == 1'500ms);
        QCOMPARE(outcome.failure()->providerText, "Rate limit reached for requests");
    }

    void wrongKeyModelAndAddress() {
        OpenAiStub stub([](const Json&) { return kAnswer; });
        const auto kindOf = [](const Outcome& outcome) { return toString(outcome.failure()->kind); };
        Outcome outcome = ask(*providerFor(stub.baseUrl(), "sk-wrong"), callWith(promptOf("x")));
        QCOMPARE(kindOf(outcome), "unauthorized");
        outcome = ask(*providerFor(stub.baseUrl(), ""), callWith(promptOf("x")));
        QCOMPARE(kindOf(outcome), "unauthorized");
        QVERIFY2(outcome.kind().find("none is set") != std::string::npos, outcome.kind().c_str());
        Call call = callWith(promptOf("x"));
        call.model = "stub-2";
        QCOMPARE(kindOf(ask(*providerFor(stub.baseUrl()), call)), "model_not_found");
        outcome = ask(*providerFor(stub.baseUrl() + "/v2"), callWith(promptOf("x")));
        QCOMPARE(kindOf(outcome), "malformed");
        QVERIFY2(outcome.kind().find("base URL") != std::string::npos, outcome.kind().c_str());
    }

    void noServerAtAll_data() {
        QTest::addColumn<QByteArray>("baseUrl");
        QTest::addColumn<QByteArray>("kind");
        QTest::newRow("refused port") << QByteArray("http://127.0.0.1:") + QByteArray::number(refusedPort())
                                      << QByteArray("network");
        QTest::newRow("plain http off this machine")
            << QByteArray("http://api.example.com/v1") << QByteArray("bad_request");
        QTest::newRow("no URL") << QByteArray("api.example.com") << QByteArray("bad_request");
    }
    void noServerAtAll() {
        QFETCH(QByteArray, baseUrl);
        QFETCH(QByteArray, kind);
        const Outcome outcome = ask(*providerFor(baseUrl.toStdString()), callWith(promptOf("x")));
        QVERIFY(outcome.failure());
        QCOMPARE(std::string(toString(outcome.failure()->kind)), kind.toStdString());
    }

    void refusesParamsThatReplaceThePrompt_data() {
        QTest::addColumn<QByteArray>("params");
        QTest::newRow("messages") << QByteArray(R"({"messages":[]})");
        QTest::newRow("model") << QByteArray(R"({"model":"other"})");
        QTest::newRow("not an object") << QByteArray("[1]");
    }
    void refusesParamsThatReplaceThePrompt() {
        QFETCH(QByteArray, params);
        OpenAiStub stub([](const Json&) { return kAnswer; });
        const Json json = parseJson(params.toStdString()).value();
        const Outcome outcome = ask(*providerFor(stub.baseUrl()), callWith(promptOf("x"), json));
        QVERIFY(outcome.failure());
        QCOMPARE(toString(outcome.failure()->kind), "bad_request");
        QCOMPARE(stub.server().connections(), 0U);
    }

    void asksForJson_data() {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("strict");
        const auto row = [](const char* name, const char* schema, const char* type, bool strict) {
            QTest::newRow(name) << QByteArray(schema) << QByteArray(type) << strict;
        };
        row("no schema", "null", "json_object", false);
        row("strict", R"({"type":"object","properties":{"a":{"type":"string"},"b":{"type":"array","items":
            {"type":"object","properties":{"c":{"enum":[1,2]}},"required":["c"],"additionalProperties":false}}},
            "required":["a","b"],"additionalProperties":false})",
            "json_schema", true);
        row("an optional property", R"({"type":"object","properties":{"a":{"type":"string"}},"required":[],
            "additionalProperties":false})",
            "json_schema", false);
        row("an open object", R"({"type":"object","properties":{"a":{"type":"string"}},"required":["a"]})",
            "json_schema", false);
        row("an open object inside", R"({"type":"object","properties":{"a":{"type":"object","properties":{},
            "required":[]}},"required":["a"],"additionalProperties":false})",
            "json_schema", false);
        row("a keyword strict mode does not know", R"({"type":"object","properties":{"a":{"type":"string",
            "minLength":2}},"required":["a"],"additionalProperties":false})",
            "json_schema", false);
        row("not an object", R"({"type":"array","items":{"type":"string"}})", "json_schema", false);
    }
    void asksForJson() {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, type);
        QFETCH(bool, strict);
        OpenAiStub stub([](const Json&) { return "{}"; });
        workflow::Prompt prompt = promptOf("x");
        prompt.outputMode = workflow::OutputMode::Json;
        prompt.outputSchema = parseJson(schema.toStdString()).value();
        VERIFY_COMPLETED(ask(*providerFor(stub.baseUrl()), callWith(prompt)));
        const Json format = stub.chatRequests().at(0)["response_format"];
        QCOMPARE(stringAt(format, "type"), type.toStdString());
        if (format.contains("json_schema")) {
            QCOMPARE(boolAt(format["json_schema"], "strict", !strict), strict);
            QVERIFY(format["json_schema"]["schema"] == prompt.outputSchema);
        }
    }

    void cancelsInsideAnAnswer() {
        OpenAiStub stub([](const Json&) { return kAnswer; });
        stub.setFault(StubFault::StallInside);
        const auto provider = providerFor(stub.baseUrl());
        Call call = callWith(promptOf("x"));
        call.deadlines = {};
        std::stop_source stop;
        std::promise<Reply> promise;
        provider->send(
            call, stop.get_token(), [&stop](std::string_view) { stop.request_stop(); },
            [&promise](Reply reply) { promise.set_value(std::move(reply)); });
        const Reply reply = promise.get_future().get();
        const auto* failure = std::get_if<Failure>(&reply);
        QVERIFY(failure);
        QCOMPARE(toString(failure->kind), "cancelled");
        QVERIFY(!failure->partialText.empty());
        QVERIFY(stub.server().waitForHangUps(1));
    }

    // What comes after a broken piece is of no use, so the server is told to stop and nobody pays for it.
    void hangsUpAfterABrokenPiece() {
        LoopbackServer server([](const ServerRequest&, const Responder& respond) {
            respond.startEvents();
            respond.event("{broken");
        });
        Call call = callWith(promptOf("x"));
        call.deadlines = {};
        const Outcome outcome = ask(*providerFor(server.url("/v1")), call);
        QCOMPARE(toString(outcome.failure()->kind), "malformed");
        QVERIFY(server.waitForHangUps(1));
    }

    // A stream cut anywhere is never an answer, and what had arrived is kept.
    void cutAtEveryByte() {
        std::string stream;
        std::size_t doneAt = 0;
        for (const std::string& event : OpenAiStub::streamOf("Grüße, a b")) {
            doneAt = stream.size();
            stream += "data: " + event + "\n\n";
        }
        const std::string head =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: " + std::to_string(stream.size()) +
            "\r\n\r\n";
        std::atomic<std::size_t> cut = 0;
        LoopbackServer server([&](const ServerRequest&, const Responder& respond) {
            respond.raw(head + stream.substr(0, cut));
            respond.close();
        });
        const auto provider = providerFor(server.url());
        std::size_t longest = 0;
        for (cut = 0; cut <= stream.size(); ++cut) {
            const Outcome outcome = ask(*provider, callWith(promptOf("x")));
            // "data: [DONE]" and the end of its line and event make the answer whole.
            const bool isWhole = cut >= doneAt + std::string_view("data: [DONE]\n\n").size();
            QCOMPARE(outcome.completion() != nullptr, isWhole);
            if (isWhole)
                continue;
            QVERIFY(outcome.failure()->kind == (cut == 0 ? FailureKind::Network : FailureKind::Interrupted));
            QCOMPARE(outcome.failure()->partialText, outcome.deltas);
            QVERIFY(outcome.deltas.size() >= longest && std::string_view("Grüße, a b").starts_with(outcome.deltas));
            longest = outcome.deltas.size();
        }
        QCOMPARE(longest, std::string_view("Grüße, a b").size());
    }
};

QTEST_GUILESS_MAIN(OpenAiTest)
#include "tst_openai.moc"
