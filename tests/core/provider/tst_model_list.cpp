// SPDX-License-Identifier: Apache-2.0

#include "provider/model_list.h"

#include "base/system_clock.h"
#include "net/curl_transport.h"
#include "provider/key_source.h"

#include "support/openai_stub.h"
#include "support/printing.h"

#include <QtTest>

#include <future>

using namespace touchstone;
using namespace touchstone::provider;
using namespace touchstone::testing;

namespace {

class FixedKeys final : public KeySource {
public:
    explicit FixedKeys(Result<std::string> key) : m_key(std::move(key)) {}
    Result<std::string> find(const std::string&) override { return m_key; }

private:
    const Result<std::string> m_key;
};

std::string word(ErrorCode code) {
    return std::string(touchstone::toString(code));
}

}  // namespace

class ModelListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsTheModels() {
        const OpenAiStub stub([](const Json&) { return std::string(); });
        const auto models = ask(stub.baseUrl(), OpenAiStub::kKey);
        VERIFY_OK(models);
        QCOMPARE(models->ids, std::vector<std::string>{OpenAiStub::kModel});
        QVERIFY(models->latency.count() >= 0);
        QCOMPARE(stub.server().requests().back().method, std::string("GET"));
        QCOMPARE(stub.server().requests().back().path, std::string("/v1/models"));
        QCOMPARE(stub.server().requests().back().header("Authorization"), std::string("Bearer ") + OpenAiStub::kKey);
    }

    void slashAtTheEnd() {
        const OpenAiStub stub([](const Json&) { return std::string(); });
        VERIFY_OK(ask(stub.baseUrl() + "/", OpenAiStub::kKey));
    }

    void wrongKey() {
        const OpenAiStub stub([](const Json&) { return std::string(); });
        const auto models = ask(stub.baseUrl(), "sk-wrong-key");
        QVERIFY(!models.ok());
        QCOMPARE(word(models.error().code), word(ErrorCode::PermissionDenied));
        QVERIFY(!models.error().message.empty());
        QVERIFY((models.error().message + models.error().detail).find("sk-wrong") == std::string::npos);
    }

    void theKeyIsNotEchoed() {
        OpenAiStub stub([](const Json&) { return std::string(); });
        stub.setFault(StubFault::EchoesKey);
        const auto models = ask(stub.baseUrl(), OpenAiStub::kKey);
        QVERIFY(!models.ok());
        QVERIFY((models.error().message + models.error().detail).find(OpenAiStub::kKey) == std::string::npos);
    }

    void theKeyGoesToNoOtherHost() {
        const LoopbackServer other([](const ServerRequest&, const Responder& respond) { respond.reply(200, "{}"); });
        const LoopbackServer server([&other](const ServerRequest&, const Responder& respond) {
            respond.reply(302, "", "text/plain", {{"Location", other.url("/v1/models")}});
        });
        const auto models = ask(server.url("/v1"), "sk-0123456789");
        QVERIFY(!models.ok());
        QVERIFY2(models.error().message.find("redirect") != std::string::npos, models.error().message.c_str());
        QCOMPARE(other.requests().size(), std::size_t{0});
    }

    void answersThatAreNoList_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("page") << 200 << QByteArray("<html>hello</html>") << QStringLiteral("unsupported");
        QTest::newRow("empty") << 200 << QByteArray() << QStringLiteral("unsupported");
        QTest::newRow("other JSON") << 200 << QByteArray("{\"data\":{}}") << QStringLiteral("unsupported");
        QTest::newRow("not found") << 404 << QByteArray("nothing here") << QStringLiteral("unsupported");
        QTest::newRow("in trouble") << 503 << QByteArray("later") << QStringLiteral("unavailable");
        QTest::newRow("too often") << 429 << QByteArray("{\"error\":{\"message\":\"slow down\"}}")
                                   << QStringLiteral("rate-limited");
        QTest::newRow("deep") << 200 << QByteArray(100000, '[') << QStringLiteral("unsupported");
    }
    void answersThatAreNoList() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        const LoopbackServer server([&](const ServerRequest&, const Responder& respond) {
            respond.reply(status, std::string_view(body.constData(), static_cast<std::size_t>(body.size())));
        });
        const auto models = ask(server.url("/v1"), "sk-0123456789");
        QVERIFY(!models.ok());
        QCOMPARE(word(models.error().code), code.toStdString());
        QVERIFY(models.error().message.find("here ") != std::string::npos);
    }

    void strangeNamesAreMadeHarmless() {
        const LoopbackServer server([](const ServerRequest&, const Responder& respond) {
            Json list = Json::array({{{"id", "good"}}, {{"id", 7}}, 5, {{"id", "a\nb\x1b[31m"}}});
            list.push_back({{"id", std::string(5000, 'x')}});
            respond.reply(200, Json{{"data", list}}.dump());
        });
        const auto models = ask(server.url("/v1"), "");
        VERIFY_OK(models);
        QCOMPARE(models->ids.front(), std::string("good"));
        for (const std::string& id : models->ids) {
            QVERIFY(id.size() <= 512);
            QVERIFY(id.find('\x1b') == std::string::npos && id.find('\n') == std::string::npos);
        }
        QVERIFY(server.requests().back().header("Authorization").empty());
    }

    void nobodyListens() {
        const auto models = ask("http://127.0.0.1:" + std::to_string(refusedPort()) + "/v1", "");
        QVERIFY(!models.ok());
        QCOMPARE(word(models.error().code), word(ErrorCode::Unavailable));
    }

    void plainHttpOnlyToThisMachine() {
        const auto models = ask("http://gpu.example/v1", "sk-0123456789");
        QVERIFY(!models.ok());
        QVERIFY(models.error().message.find("plain http") != std::string::npos);
    }

    void isCancelled() {
        const LoopbackServer server([](const ServerRequest&, const Responder&) {});
        std::stop_source stop;
        std::promise<Result<ModelList>> promise;
        auto answer = promise.get_future();
        OpenAiOptions options;
        options.name = "here";
        options.baseUrl = server.url("/v1");
        listModels(options, m_transport, m_clock, stop.get_token(),
                   [&promise](Result<ModelList> models) { promise.set_value(std::move(models)); });
        stop.request_stop();
        const auto models = answer.get();
        QVERIFY(!models.ok());
        QCOMPARE(word(models.error().code), word(ErrorCode::Cancelled));
    }

    void environmentComesFirst() {
        EnvironmentKeys environment;
        FixedKeys vault(std::string("from the vault"));
        KeyChain chain({&environment, &vault});
        qputenv("TST_MODEL_LIST_KEY", "from the environment");
        QCOMPARE(chain.find("TST_MODEL_LIST_KEY").value(), std::string("from the environment"));
        qputenv("TST_MODEL_LIST_KEY", "");  // as good as not set
        QCOMPARE(chain.find("TST_MODEL_LIST_KEY").value(), std::string("from the vault"));
        qunsetenv("TST_MODEL_LIST_KEY");
        QCOMPARE(chain.find("TST_MODEL_LIST_KEY").value(), std::string("from the vault"));
    }

    void aMissingKeySaysWhereItWasLookedFor() {
        EnvironmentKeys environment;
        FixedKeys locked(Error{ErrorCode::PermissionDenied, "the key file is locked"});
        KeyChain chain({&environment, &locked});
        const auto key = chain.find("TST_MODEL_LIST_KEY");
        QVERIFY(!key.ok());
        QCOMPARE(word(key.error().code), word(ErrorCode::PermissionDenied));
        QCOMPARE(key.error().message,
                 std::string("the environment variable TST_MODEL_LIST_KEY is not set, the key file is locked"));
    }

private:
    Result<ModelList> ask(const std::string& url, const std::string& key) {
        OpenAiOptions options;
        options.name = "here";
        options.baseUrl = url;
        options.apiKey = key;
        std::promise<Result<ModelList>> promise;
        listModels(options, m_transport, m_clock, {},
                   [&promise](Result<ModelList> models) { promise.set_value(std::move(models)); });
        return promise.get_future().get();
    }

    SystemClock m_clock;
    net::CurlTransport m_transport;
};

QTEST_GUILESS_MAIN(ModelListTest)
#include "tst_model_list.moc"
