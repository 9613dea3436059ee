// SPDX-License-Identifier: Apache-2.0

#include "provider/replay.h"

#include "base/system_clock.h"
#include "net/curl_transport.h"
#include "policy/gate.h"
#include "provider/builtin.h"
#include "provider/openai.h"
#include "support/openai_stub.h"
#include "support/printing.h"

#include <future>

using namespace touchstone;
using namespace touchstone::provider;
using touchstone::testing::OpenAiStub;
using touchstone::testing::StubFault;

Q_DECLARE_METATYPE(touchstone::provider::FailureKind)

namespace {

Call callWith(const std::string& text, std::string model = "builtin/small", Json params = Json::object()) {
    workflow::Prompt prompt;
    prompt.messages = {{workflow::Role::System, "Answer."}, {workflow::Role::User, text}};
    const auto gate = policy::Gate::make({}).value();
    return {gate.clear(std::move(prompt), gate.screenInput(Json::object())).value(), std::move(model),
            std::move(params)};
}

struct Seen {
    Reply reply;
    std::string deltas;
};

Seen ask(Provider& provider, const Call& call, std::stop_token stop = {}) {
    std::promise<Seen> promise;
    auto deltas = std::make_shared<std::string>();
    provider.send(
        call, std::move(stop), [deltas](std::string_view text) { *deltas += text; },
        [&promise, deltas](Reply reply) {
            promise.set_value({std::move(reply), *deltas});
        });
    return promise.get_future().get();
}

// Everything a reply says, to compare two of them.
std::string told(const Reply& reply) {
    return recordingLine("k", reply);
}

// Answers what it is told to: what no server can be made to say at will.
class Scripted final : public Provider {
public:
    explicit Scripted(std::vector<Reply> replies) : m_replies(std::move(replies)) {}

    [[nodiscard]] std::string_view name() const override { return "scripted"; }
    void send(const Call& /*call*/, std::stop_token /*stop*/, OnDelta /*onDelta*/, OnDone onDone) override {
        onDone(m_replies.at(m_next++));
    }

private:
    std::vector<Reply> m_replies;
    std::size_t m_next = 0;
};

// A recording on its way into a file.
struct Tape {
    std::string lines = std::string(kRecordingHead);

    [[nodiscard]] RecordingProvider::OnLine writer() {
        return [this](std::string_view line) { lines += line; };
    }
    [[nodiscard]] std::shared_ptr<Recording> reread() const { return Recording::parse(lines).value(); }
};

Failure fullFailure(FailureKind kind) {
    Failure failure;
    failure.kind = kind;
    failure.message = "the server is busy";
    failure.providerText = "Überlastet\n\"jetzt\"";
    failure.httpStatus = 429;
    failure.requestId = "req_1";
    failure.retryAfter = std::chrono::milliseconds(1500);
    failure.partialText = "half an ans";
    failure.usage = Usage{7, 3, 2, 1, true};
    return failure;
}

}  // namespace

class ReplayTest : public QObject {
    Q_OBJECT

private slots:
    void builtinPlaysBack() {
        Tape tape;
        RecordingProvider live(std::make_shared<BuiltinProvider>(), tape.writer());
        QCOMPARE(std::string(live.name()), std::string("builtin"));
        const std::vector<Call> calls = {callWith("Question: Where is it?\n\nIt is here. It was there."),
                                         callWith("Question: Who?"), callWith("Question: Who?", "builtin/large"),
                                         callWith("Question: Who?", "builtin/huge"),
                                         callWith("Question: Who?", "builtin/large", {{"max_tokens", 0}})};
        std::vector<Seen> seen;
        for (const Call& call : calls)
            seen.push_back(ask(live, call));
        QVERIFY(std::holds_alternative<Completion>(seen[0].reply));
        QVERIFY(std::get<Failure>(seen[3].reply).kind == FailureKind::ModelNotFound);
        QVERIFY(std::get<Failure>(seen[4].reply).kind == FailureKind::BadRequest);

        ReplayProvider replay("builtin", tape.reread());
        for (std::size_t i = calls.size(); i-- > 0;) {
            const Seen again = ask(replay, calls[i]);
            QCOMPARE(told(again.reply), told(seen[i].reply));
            QCOMPARE(again.deltas, seen[i].deltas);
        }
    }

    void everyFailureSurvives_data() {
        QTest::addColumn<FailureKind>("kind");
        for (const FailureKind kind :
             {FailureKind::Unauthorized, FailureKind::ModelNotFound, FailureKind::BadRequest,
              FailureKind::ContextTooLong, FailureKind::ContentFilter, FailureKind::RateLimited,
              FailureKind::QuotaSpent, FailureKind::Server, FailureKind::Network, FailureKind::Timeout,
              FailureKind::Interrupted, FailureKind::Malformed, FailureKind::NotRecorded})
            QTest::newRow(std::string(toString(kind)).c_str()) << kind;
    }
    void everyFailureSurvives() {
        QFETCH(FailureKind, kind);
        Tape tape;
        const Failure sent = fullFailure(kind);
        RecordingProvider live(std::make_shared<Scripted>(std::vector<Reply>{sent}), tape.writer());
        ask(live, callWith("x"));
        ReplayProvider replay("scripted", tape.reread());
        const Seen again = ask(replay, callWith("x"));
        const auto& failure = std::get<Failure>(again.reply);
        QVERIFY(failure.kind == kind && failure.message == sent.message && failure.providerText == sent.providerText);
        QVERIFY(failure.httpStatus == 429 && failure.requestId == "req_1" && failure.retryAfter == sent.retryAfter);
        QVERIFY(failure.partialText == sent.partialText && failure.usage == sent.usage);
        QCOMPARE(again.deltas, sent.partialText);
    }

    void completionSurvives() {
        for (const Finish finish : {Finish::Stop, Finish::Length, Finish::ContentFilter}) {
            const Completion sent{"Ünï code\n", finish, Usage{5, 4, 3, 2, false}, "m-2026", "resp_1"};
            Tape tape;
            tape.writer()(recordingLine("k", sent));
            const auto got = std::get<Completion>(*tape.reread()->next("k"));
            QVERIFY(got.text == sent.text && got.finish == finish && got.usage == sent.usage);
            QVERIFY(got.model == sent.model && got.responseId == sent.responseId);
        }
    }

    // A call that was made several times gets its answers in their order, then the last one for ever.
    void repeatedCalls() {
        Tape tape;
        RecordingProvider live(
            std::make_shared<Scripted>(std::vector<Reply>{
                fullFailure(FailureKind::RateLimited), Completion{"other", Finish::Stop, {}, "m"},
                Completion{"first", Finish::Stop, {}, "m"}, Completion{"second", Finish::Stop, {}, "m"}}),
            tape.writer());
        ask(live, callWith("same"));
        ask(live, callWith("another"));
        ask(live, callWith("same"));
        ask(live, callWith("same"));
        ReplayProvider replay("scripted", tape.reread());
        QVERIFY(std::get<Failure>(ask(replay, callWith("same")).reply).kind == FailureKind::RateLimited);
        QCOMPARE(ask(replay, callWith("same")).deltas, std::string("first"));
        QCOMPARE(ask(replay, callWith("another")).deltas, std::string("other"));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(ask(replay, callWith("same")).deltas, std::string("second"));
    }

    void cancelledCallsAreNotRecorded() {
        Tape tape;
        RecordingProvider live(std::make_shared<BuiltinProvider>(), tape.writer());
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(std::get<Failure>(ask(live, callWith("x"), stop.get_token()).reply).kind == FailureKind::Cancelled);
        QCOMPARE(tape.lines, std::string(kRecordingHead));
    }

    void unknownCallsFail() {
        Tape tape;
        RecordingProvider live(std::make_shared<BuiltinProvider>(), tape.writer());
        const Call call = callWith("secret question", "builtin/small", {{"max_tokens", 9}});
        ask(live, call);
        ReplayProvider replay("builtin", tape.reread());
        const auto kindOf = [](Provider& provider, const Call& asked, std::stop_token stop = {}) {
            const Seen seen = ask(provider, asked, std::move(stop));
            const auto* failure = std::get_if<Failure>(&seen.reply);
            return failure ? std::string(toString(failure->kind)) : "completion";
        };
        QCOMPARE(kindOf(replay, call), std::string("completion"));
        QCOMPARE(kindOf(replay, callWith("secret question")), std::string("not_recorded"));
        QCOMPARE(kindOf(replay, callWith("secret question", "builtin/large", {{"max_tokens", 9}})),
                 std::string("not_recorded"));
        QCOMPARE(kindOf(replay, callWith("secret question ", "builtin/small", {{"max_tokens", 9}})),
                 std::string("not_recorded"));
        ReplayProvider other("openai", tape.reread());
        QCOMPARE(kindOf(other, call), std::string("not_recorded"));
        const Seen seen = ask(other, call);
        const std::string& message = std::get<Failure>(seen.reply).message;
        QVERIFY(message.find("builtin/small") != std::string::npos && message.find("secret") == std::string::npos);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(kindOf(replay, call, stop.get_token()), std::string("cancelled"));
    }

    void keysNameTheWholeCall() {
        const auto keyOf = [](const Call& call) { return recordingKey("p", call); };
        const std::string key = keyOf(callWith("x", "m", {{"a", 1}, {"b", 2}}));
        QCOMPARE(key.size(), std::size_t{64});
        QCOMPARE(keyOf(callWith("x", "m", {{"b", 2.0}, {"a", 1}})), key);
        QVERIFY(keyOf(callWith("x", "m", {{"a", 1}, {"b", 3}})) != key);
        // Integers that canonical JSON refuses still name a call.
        const Json seed = {{"seed", std::int64_t{9'007'199'254'740'993}}};
        QVERIFY(keyOf(callWith("x", "m", seed)) == keyOf(callWith("x", "m", seed)));
        QVERIFY(keyOf(callWith("x", "m", seed)) != keyOf(callWith("x", "m", {{"seed", 1}})));
        // Deadlines do not decide an answer.
        Call hurried = callWith("x", "m", {{"a", 1}, {"b", 2}});
        hurried.deadlines.total = std::chrono::milliseconds(1);
        QCOMPARE(keyOf(hurried), key);
        workflow::Prompt structured;
        structured.messages = {{workflow::Role::System, "Answer."}, {workflow::Role::User, "x"}};
        structured.outputSchema = {{"type", "object"}};
        const auto gate = policy::Gate::make({}).value();
        const Call json{gate.clear(structured, gate.screenInput({})).value(), "m", {{"a", 1}, {"b", 2}}};
        QVERIFY(keyOf(json) != key);
    }

    // Neither when the server answers nor when it throws the key back at us.
    void recordingsHoldNoKey_data() {
        QTest::addColumn<int>("fault");
        QTest::newRow("answer") << static_cast<int>(StubFault::None);
        QTest::newRow("echoed key") << static_cast<int>(StubFault::EchoesKey);
        QTest::newRow("cut") << static_cast<int>(StubFault::Cut);
    }
    void recordingsHoldNoKey() {
        QFETCH(int, fault);
        OpenAiStub stub([](const Json& messages) { return "You said: " + stringAt(messages.back(), "content"); });
        stub.setFault(static_cast<StubFault>(fault));
        SystemClock clock;
        net::CurlTransport transport;
        OpenAiOptions options;
        options.baseUrl = stub.baseUrl();
        options.apiKey = OpenAiStub::kKey;
        Tape tape;
        RecordingProvider live(std::make_shared<OpenAiProvider>(options, transport, clock), tape.writer());
        const Call call = callWith("hello", OpenAiStub::kModel);
        const Seen seen = ask(live, call);
        const std::string& lines = tape.lines;
        QVERIFY(lines.size() > kRecordingHead.size());
        QVERIFY2(lines.find("sk-stub") == std::string::npos, lines.c_str());
        QVERIFY2(lines.find("Bearer") == std::string::npos, lines.c_str());
        ReplayProvider replay("openai", tape.reread());
        const Seen again = ask(replay, call);
        QCOMPARE(told(again.reply), told(seen.reply));
        QCOMPARE(again.deltas, seen.deltas);
    }

    void badLines_data() {
        QTest::addColumn<QByteArray>("line");
        for (const char* line :
             {"not json", "[]", "{}", "7", R"({"key":"k"})", R"({"reply":{"text":"a","finish":"stop"}})",
              R"({"key":"","reply":{"text":"a","finish":"stop"}})", R"({"key":"k","reply":"a"})",
              R"({"key":"k","reply":{"text":"a","finish":"tired"}})", R"({"key":"k","reply":{"finish":"stop"}})",
              R"({"key":"k","reply":{"text":7,"finish":"stop"}})", R"({"key":"k","reply":{"failure":"gone"}})",
              R"({"key":"k","reply":{"failure":7}})",
              R"({"key":"k","reply":{"text":"a","finish":"stop","usage":{"input":-1,"output":1}}})",
              R"({"key":"k","reply":{"text":"a","finish":"stop","usage":3}})",
              R"({"key":"k","reply":{"failure":"server","retry_after_ms":-5}})"})
            QTest::newRow(line) << QByteArray(line);
    }
    void badLines() {
        QFETCH(QByteArray, line);
        const std::string good = R"({"key":"k","reply":{"text":"a","finish":"stop"}})";
        const auto parsed = Recording::parse(good + "\n\n \t\r\n" + line.toStdString() + "\n" + good);
        QVERIFY(!parsed.ok());
        QVERIFY2(parsed.error().message.starts_with("recording, line 4: "), parsed.error().message.c_str());
    }

    void blankLinesAndMissingEnds() {
        const std::string good = R"({"key":"k","reply":{"text":"a","finish":"stop"}})";
        QVERIFY(!Recording::parse("").value()->next("k"));
        const auto parsed = Recording::parse("\r\n" + good + "\r\n" + good);
        VERIFY_OK(parsed);
        QVERIFY(parsed.value()->next("k") && !parsed.value()->isCut());
    }

    // As a program leaves it that is killed while it writes.
    void everyCutOfTheLastLineIsLeftOut() {
        const std::string first = recordingLine("a", Completion{"whole", Finish::Stop, {}, "m"});
        const std::string last = recordingLine("b", Completion{"cut", Finish::Stop, {}, "m"});
        for (std::size_t length = 1; length + 1 < last.size(); ++length) {
            const auto parsed = Recording::parse(std::string(kRecordingHead) + first + last.substr(0, length));
            VERIFY_OK(parsed);
            QVERIFY(parsed.value()->isCut());
            QVERIFY(parsed.value()->next("a") && !parsed.value()->next("b"));
        }
        const auto whole = Recording::parse(std::string(kRecordingHead) + first + last);
        QVERIFY(whole.value()->next("b") && !whole.value()->isCut());
    }

    void otherFormatsAreRefused() {
        const auto parsed = Recording::parse("{\"format\":\"touchstone.recording/2\"}\n");
        QVERIFY(!parsed.ok());
        QVERIFY2(parsed.error().message.find("touchstone.recording/1") != std::string::npos,
                 parsed.error().message.c_str());
    }
};

QTEST_APPLESS_MAIN(ReplayTest)
#include "tst_replay.moc"
