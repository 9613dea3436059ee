// SPDX-License-Identifier: Apache-2.0
//
// What servers of this API are known to say, word for word, and what it means to us.

#include "provider/openai.h"

#include "base/system_clock.h"
#include "net/curl_transport.h"
#include "policy/gate.h"
#include "support/loopback_server.h"
#include "support/printing.h"

#include <future>

using namespace touchstone;
using namespace touchstone::provider;
using namespace touchstone::testing;
using namespace std::chrono_literals;

namespace {

Call plainCall() {
    workflow::Prompt prompt;
    prompt.messages = {{workflow::Role::User, "x"}};
    const auto gate = policy::Gate::make({}).value();
    return Call{gate.clear(std::move(prompt), gate.screenInput(Json::object())).value(), "m", Json::object(),
                Deadlines{1'000ms, 500ms, 500ms, 5'000ms}};
}

std::string show(const Reply& reply) {
    if (const auto* failure = std::get_if<Failure>(&reply))
        return std::string(toString(failure->kind)) + (failure->partialText.empty() ? "" : "|" + failure->partialText);
    const Completion& completion = std::get<Completion>(reply);
    return std::string(toString(completion.finish)) + "|" + completion.text;
}

std::string show(const std::optional<Usage>& usage) {
    if (!usage)
        return "unknown";
    return std::to_string(usage->input) + "+" + std::to_string(usage->output) + " cached " +
           std::to_string(usage->cachedInput) + " reasoning " + std::to_string(usage->reasoning);
}

}  // namespace

class OpenAiWireTest : public QObject {
    Q_OBJECT

private:
    SystemClock m_clock;
    net::CurlTransport m_transport;

    Reply ask(const LoopbackServer& server) {
        OpenAiOptions options;
        options.baseUrl = server.url("/v1");
        options.apiKey = "sk-test-0123456789";
        OpenAiProvider provider(options, m_transport, m_clock);
        std::promise<Reply> promise;
        provider.send(plainCall(), {}, {}, [&promise](Reply reply) { promise.set_value(std::move(reply)); });
        return promise.get_future().get();
    }

    Reply askForStatus(int status, const std::string& body) {
        LoopbackServer server([&](const ServerRequest&, const Responder& respond) { respond.reply(status, body); });
        return ask(server);
    }

    Reply askForEvents(const std::vector<std::string>& events) {
        LoopbackServer server([&](const ServerRequest&, const Responder& respond) {
            respond.startEvents();
            for (const std::string& event : events)
                respond.event(event);
            respond.finish();
        });
        return ask(server);
    }

private slots:
    void errors_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("kind");
        const auto row = [](const char* name, int status, const char* body, const char* kind) {
            QTest::newRow(name) << status << QByteArray(body) << QByteArray(kind);
        };
        row("wrong parameter", 400,
            R"({"error":{"message":"Unsupported parameter: 'max_tokens'","type":"invalid_request_error","param":"max_tokens","code":"unsupported_parameter"}})",
            "bad_request");
        row("Azure content filter", 400,
            R"({"error":{"message":"The response was filtered","type":null,"param":"prompt","code":"content_filter","status":400}})",
            "content_filter");
        row("vLLM context", 400,
            R"({"object":"error","error":{"message":"The model has a maximum context length of 4096 tokens. However, you requested 5000","type":"BadRequestError","param":null,"code":400}})",
            "context_too_long");
        row("llama.cpp context", 400,
            R"({"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error","n_prompt_tokens":9000}})",
            "context_too_long");
        row("key not accepted", 401, R"({"error":{"message":"No auth credentials found","code":401}})", "unauthorized");
        row("no credit", 402, R"({"error":{"message":"Insufficient credits","code":402}})", "quota_spent");
        row("region", 403,
            R"({"error":{"code":"unsupported_country_region_territory","message":"Country not supported","type":"request_forbidden"}})",
            "unauthorized");
        row("no model", 404,
            R"({"error":{"message":"The model x does not exist","type":"invalid_request_error","code":"model_not_found"}})",
            "model_not_found");
        row("Ollama: no model", 404,
            R"({"error":{"message":"model x not found, try pulling it first","type":"api_error","param":null,"code":null}})",
            "model_not_found");
        row("FastAPI: no path", 404, R"({"detail":"Not Found"})", "malformed");
        row("no path", 404, "404 page not found", "malformed");
        row("slow request", 408, "", "timeout");
        row("conflict", 409, "{}", "server");
        row("too large", 413, "<html>", "bad_request");
        row("unprocessable", 422, R"({"detail":[{"loc":["body","temperature"],"msg":"too high"}]})", "bad_request");
        row("rate limit", 429, R"({"error":{"message":"Slow down","type":"tokens","code":"rate_limit_exceeded"}})",
            "rate_limited");
        row("rate limit without words", 429, "", "rate_limited");
        row("quota by type", 429, R"({"error":{"message":"No money","type":"insufficient_quota","code":null}})",
            "quota_spent");
        row("quota by code", 429, R"({"error":{"message":"No money","type":null,"code":"insufficient_quota"}})",
            "quota_spent");
        row("llama.cpp loading", 503, R"({"error":{"code":503,"message":"Loading model","type":"unavailable_error"}})",
            "server");
        row("overloaded", 529, "overloaded", "server");
        row("a server in trouble says anything", 500, R"({"error":{"message":"x","code":"insufficient_quota"}})",
            "server");
        row("nothing", 204, "", "malformed");
        row("error with status 200", 200, R"({"error":{"message":"boom","code":502}})", "server");
        row("error with status 200, a limit", 200, R"({"error":{"message":"boom","code":429}})", "rate_limited");
        row("error as a string", 200, R"({"error":"model is loading"})", "server");
        row("a list", 200, "[]", "malformed");
        row("half", 200, "{\"choices\":[{\"mess", "malformed");
        row("deep", 200, QByteArray(5000, '[').constData(), "malformed");
    }
    void errors() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, kind);
        QCOMPARE(show(askForStatus(status, body.toStdString())), kind.toStdString());
    }

    void streams_data() {
        QTest::addColumn<QStringList>("events");
        QTest::addColumn<QByteArray>("reply");
        const auto row = [](const char* name, const QStringList& events, const char* reply) {
            QTest::newRow(name) << events << QByteArray(reply);
        };
        const QString a = R"({"choices":[{"index":0,"delta":{"content":"a"}}]})";
        const QString stop = R"({"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})";
        row("plain", {a, stop, "[DONE]"}, "stop|a");
        row("reason with the last text",
            {R"({"choices":[{"index":0,"delta":{"content":"a"},"finish_reason":"stop"}]})"}, "stop|a");
        row("cut by length", {a, R"({"choices":[{"index":0,"delta":{},"finish_reason":"length"}]})", "[DONE]"},
            "length|a");
        row("filtered", {a, R"({"choices":[{"index":0,"delta":{},"finish_reason":"content_filter"}]})"},
            "content_filter|a");
        row("refusal", {R"({"choices":[{"index":0,"delta":{"refusal":"No."}}]})", stop, "[DONE]"},
            "content_filter|No.");
        row("no index", {R"({"choices":[{"delta":{"content":"a"}}]})", stop}, "stop|a");
        row("a second choice is not the answer", {a, R"({"choices":[{"index":1,"delta":{"content":"b"}}]})", stop},
            "stop|a");
        row("Azure's first chunk", {R"({"choices":[],"prompt_filter_results":[{"prompt_index":0}]})", a, stop},
            "stop|a");
        row("thoughts are not the answer", {R"({"choices":[{"index":0,"delta":{"reasoning_content":"hm"}}]})", a, stop},
            "stop|a");
        row("nulls",
            {R"({"error":null,"choices":[{"index":0,"delta":{"content":null,"tool_calls":null},"finish_reason":null}],"usage":null})",
             a, stop},
            "stop|a");
        row("an empty answer", {stop, "[DONE]"}, "stop|");
        row("[DONE] with more behind it", {a, stop, "[DONE] "}, "stop|a");
        row("nothing after [DONE] counts", {a, stop, "[DONE]", a}, "stop|a");
        row("[DONE] without a reason", {a, "[DONE]"}, "interrupted|a");
        row("[DONE] alone", {"[DONE]"}, "interrupted");
        row("no event", {}, "interrupted");
        row("a tool call",
            {R"({"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"c","function":{"name":"f","arguments":"{}"}}]}}]})",
             R"({"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]})", "[DONE]"},
            "malformed");
        row("not JSON", {a, "hello"}, "malformed|a");
        row("JSON of something else", {R"({"type":"ping"})"}, "malformed");
        row("text that is no string", {R"({"choices":[{"index":0,"delta":{"content":{"a":1}}}]})", stop}, "stop|");
        row("choices of numbers", {R"({"choices":[1,null,"x"]})", stop}, "stop|");
        row("an error before text", {R"({"error":{"message":"x","type":"rate_limit_exceeded"}})"}, "rate_limited");
        row("an error after text", {a, R"({"error":{"message":"x","type":"rate_limit_exceeded"}})", stop},
            "interrupted|a");
    }
    void streams() {
        QFETCH(QStringList, events);
        QFETCH(QByteArray, reply);
        std::vector<std::string> texts;
        for (const QString& event : events)
            texts.push_back(event.toStdString());
        QCOMPARE(show(askForEvents(texts)), reply.toStdString());
    }

    void usages_data() {
        QTest::addColumn<QByteArray>("usage");
        QTest::addColumn<QByteArray>("counts");
        const auto row = [](const char* usage, const char* counts) {
            QTest::newRow(usage) << QByteArray(usage) << QByteArray(counts);
        };
        row(R"({"prompt_tokens":5,"completion_tokens":2})", "5+2 cached 0 reasoning 0");
        row(R"({"prompt_tokens":5,"completion_tokens":0})", "5+0 cached 0 reasoning 0");
        row(R"({"prompt_tokens":5,"completion_tokens":2,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":1}})",
            "5+2 cached 4 reasoning 1");
        row(R"({"prompt_tokens":5,"completion_tokens":2,"prompt_tokens_details":null})", "5+2 cached 0 reasoning 0");
        row(R"({"prompt_tokens":5,"completion_tokens":2,"prompt_tokens_details":{"cached_tokens":6}})", "unknown");
        row(R"({"prompt_tokens":5,"completion_tokens":2,"completion_tokens_details":{"reasoning_tokens":3}})",
            "unknown");
        row(R"({"prompt_tokens":0,"completion_tokens":2})", "unknown");
        row(R"({"prompt_tokens":-5,"completion_tokens":2})", "unknown");
        row(R"({"prompt_tokens":5.5,"completion_tokens":2})", "unknown");
        row(R"({"prompt_tokens":"5","completion_tokens":2})", "unknown");
        row(R"({"prompt_tokens":1e308,"completion_tokens":2})", "unknown");
        row(R"({"prompt_tokens":18446744073709551615,"completion_tokens":2})", "unknown");
        row(R"({"prompt_tokens":5})", "unknown");
        row("{}", "unknown");
        row("null", "unknown");
        row("7", "unknown");
    }
    void usages() {
        QFETCH(QByteArray, usage);
        QFETCH(QByteArray, counts);
        const Reply reply = askForEvents({R"({"choices":[{"index":0,"delta":{"content":"a"},"finish_reason":"stop"}]})",
                                          R"({"choices":[],"usage":)" + usage.toStdString() + "}", "[DONE]"});
        QVERIFY(std::holds_alternative<Completion>(reply));
        QCOMPARE(show(std::get<Completion>(reply).usage), counts.toStdString());
    }

    void providerTextIsSafe_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, QByteArray body, QByteArray text) {
            QTest::newRow(name) << body << text;
        };
        row("the key", "bad key sk-test-0123456789, sorry", "bad key [key] sorry");
        row("the key, masked", "bad key: sk-test-****6789. See", "bad key: [key] See");
        row("the key in a header", "Authorization:Bearer sk-test-0123456789", "Authorization:Bearer [key] ");
        row("control characters", "a\x1b[31mb\nc\x07", "a [31mb c ");
        row("not UTF-8",
            "a\xFF"
            "b",
            "a\xEF\xBF\xBD"
            "b");
        row("long", QByteArray(2000, 'x'), QByteArray(512, 'x'));
        row("long, cut between characters", 'x' + QByteArray("\xC3\xA4").repeated(1000),
            'x' + QByteArray("\xC3\xA4").repeated(255));
    }
    void providerTextIsSafe() {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, text);
        const Reply reply = askForStatus(400, body.toStdString());
        QCOMPARE(std::get<Failure>(reply).providerText, text.toStdString());
        QVERIFY(std::get<Failure>(reply).message.find("sk-test") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(OpenAiWireTest)
#include "tst_openai_wire.moc"
