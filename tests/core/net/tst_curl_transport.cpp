// SPDX-License-Identifier: Apache-2.0

#include "net/curl_transport.h"

#include "base/random.h"
#include "support/loopback_server.h"
#include "support/printing.h"

#include <QProcess>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

using namespace touchstone;
using namespace touchstone::net;
using namespace touchstone::testing;
using namespace std::chrono_literals;
using namespace std::string_literals;

Q_DECLARE_METATYPE(LoopbackServer::Script)
Q_DECLARE_METATYPE(FailureKind)

namespace {

Request get(std::string url) {
    Request request;
    request.url = std::move(url);
    return request;
}

// The deadlines of tests about failures: short, for none of them should be waited for.
Request hurriedGet(std::string url) {
    Request request = get(std::move(url));
    request.deadlines = {1'000ms, 60ms, 60ms, 5'000ms};
    return request;
}

Response fetch(Transport& transport, Request request, std::stop_token stop = {}) {
    std::promise<Response> promise;
    sendAndCollect(transport, std::move(request), std::move(stop),
                   [&promise](Response response) { promise.set_value(std::move(response)); });
    return promise.get_future().get();
}

}  // namespace

class CurlTransportTest : public QObject {
    Q_OBJECT

private slots:
    void sendsWhatWasAsked() {
        LoopbackServer server([](const ServerRequest& request, const Responder& respond) {
            respond.reply(201, request.body, "text/plain", {{"X-Mark", " two  words "}, {"x-mark", "second"}});
        });
        CurlTransport transport;
        Request request = get(server.url("/a/b?c=d"));
        request.method = "POST";
        request.headers = {{"Authorization", "Bearer k"}, {"Content-Type", "application/json"}, {"X-Empty", ""}};
        request.body = "{\"n\":1}\0tail"s;
        const Response response = fetch(transport, request);
        QVERIFY2(!response.failure, response.failure ? response.failure->message.c_str() : "");
        QCOMPARE(response.head.status, 201);
        QCOMPARE(response.body, request.body);
        QCOMPARE(findHeader(response.head.headers, "X-MARK").value(), "two  words");
        const ServerRequest seen = server.requests().at(0);
        QCOMPARE(seen.method, "POST");
        QCOMPARE(seen.path, "/a/b?c=d");
        QCOMPARE(seen.body, request.body);
        QCOMPARE(seen.header("authorization"), "Bearer k");
        QCOMPARE(seen.header("content-type"), "application/json");
        QCOMPARE(seen.header("accept-encoding"), "identity");
        QCOMPARE(seen.header("user-agent"), "touchstone");
        const auto has = [&seen](std::string_view name) {
            return std::ranges::any_of(seen.headers, [name](const auto& header) { return header.first == name; });
        };
        QVERIFY(has("X-Empty"));
        QVERIFY(!has("Expect"));
    }

    void methods_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("GET") << QByteArray("GET") << QByteArray() << QByteArray("GET:");
        QTest::newRow("POST") << QByteArray("POST") << QByteArray("b") << QByteArray("POST:b");
        QTest::newRow("POST without body") << QByteArray("POST") << QByteArray() << QByteArray("POST:");
        QTest::newRow("PUT") << QByteArray("PUT") << QByteArray("b") << QByteArray("PUT:b");
        QTest::newRow("DELETE") << QByteArray("DELETE") << QByteArray() << QByteArray("DELETE:");
        QTest::newRow("HEAD") << QByteArray("HEAD") << QByteArray() << QByteArray("");
    }
    void methods() {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, answer);
        LoopbackServer server([](const ServerRequest& request, const Responder& respond) {
            if (request.method == "HEAD")
                respond.raw("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
            else
                respond.reply(200, request.method + ":" + request.body);
        });
        CurlTransport transport;
        Request request = get(server.url());
        request.method = method.toStdString();
        request.body = body.toStdString();
        const Response response = fetch(transport, request);
        QVERIFY2(!response.failure, response.failure ? response.failure->message.c_str() : "");
        QCOMPARE(response.body, answer.toStdString());
    }

    void streamsInOrder() {
        LoopbackServer server([](const ServerRequest&, const Responder& respond) {
            respond.raw("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
            respond.startEvents({{"X-Id", "7"}});
            for (int i = 0; i < 100; ++i)
                respond.event(std::to_string(i));
            respond.finish();
        });
        CurlTransport transport;
        std::vector<std::string> log;
        std::string body;
        std::promise<void> done;
        transport.send(
            get(server.url()), {},
            [&log](const Head& head) {
                log.push_back("head " + std::to_string(head.status) + " " +
                              std::string(findHeader(head.headers, "x-id").value_or("?")));
            },
            [&](std::string_view bytes) {
                if (body.empty())
                    log.emplace_back("body");
                body += bytes;
            },
            [&](const std::optional<TransportFailure>& failure) {
                log.emplace_back(failure ? failure->message : "done");
                done.set_value();
            });
        done.get_future().wait();
        QCOMPARE(log, (std::vector<std::string>{"head 200 7", "body", "done"}));
        std::string expected;
        for (int i = 0; i < 100; ++i)
            expected += "data: " + std::to_string(i) + "\n\n";
        QCOMPARE(body, expected);
    }

    void usesConnectionsAgain() {
        LoopbackServer server([](const ServerRequest&, const Responder& respond) { respond.reply(200, "ok"); });
        CurlTransport transport;
        for (int i = 0; i < 20; ++i)
            QCOMPARE(fetch(transport, get(server.url())).body, "ok");
        QCOMPARE(server.connections(), 1U);
    }

    void redirectsAreAnswers() {
        LoopbackServer server([](const ServerRequest&, const Responder& respond) {
            respond.reply(302, "moved", "text/plain", {{"Location", "/elsewhere"}});
        });
        CurlTransport transport;
        QCOMPARE(fetch(transport, get(server.url())).head.status, 302);
        QCOMPARE(server.requests().size(), 1U);
    }

    void refusesBeforeSending_data() {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* url, const char* says) {
            QTest::newRow(url) << QByteArray(url) << QByteArray(says);
        };
        row("", "URL");
        row("nonsense", "URL");
        row("api.example.com/v1", "URL");
        row("http://", "URL");
        row("https://exa mple.com/", "URL");
        row("http://example.com/", "plain http to example.com");
        row("http://127.0.0.1.example.com/", "plain http");
        row("http://127.example.com/", "plain http");
        row("http://localhost.example.com/", "plain http");
        row("http://10.0.0.1/", "plain http");
        row("http://[::2]/", "plain http");
        row("http://0.0.0.0/", "plain http");
        row("https://user:secret@example.com/", "user name");
        row("http://user@127.0.0.1/", "user name");
        row("ftp://127.0.0.1/", "ftp");
        row("file:///etc/passwd", "file");
        row("gopher://127.0.0.1/", "gopher");
    }
    void refusesBeforeSending() {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, says);
        CurlTransport transport;
        const Response response = fetch(transport, hurriedGet(url.toStdString()));
        QVERIFY(response.failure);
        QCOMPARE(toString(response.failure->kind), "invalid-request");
        QVERIFY2(QByteArray::fromStdString(response.failure->message).contains(says),
                 response.failure->message.c_str());
        QVERIFY(!QByteArray::fromStdString(response.failure->message).contains("secret"));
    }

    // A name that no server has: what matters is that the refusal is gone.
    void asksInPlainHttpWhomTheUserVouchesFor_data() {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("named") << QByteArray("http://ollama.invalid:11434/v1") << true;
        QTest::newRow("in capitals") << QByteArray("http://OLLAMA.invalid/") << true;
        QTest::newRow("below it") << QByteArray("http://x.ollama.invalid/") << false;
        QTest::newRow("beside it") << QByteArray("http://ollama.invalid.example.invalid/") << false;
        QTest::newRow("user part") << QByteArray("http://ollama.invalid@other.invalid/") << false;
    }
    void asksInPlainHttpWhomTheUserVouchesFor() {
        QFETCH(QByteArray, url);
        QFETCH(bool, allowed);
        CurlOptions options;
        options.plainHttpHosts = {"192.168.7.7", "ollama.invalid"};
        CurlTransport transport(options);
        const Response response = fetch(transport, hurriedGet(url.toStdString()));
        QVERIFY(response.failure);
        QCOMPARE(response.failure->kind != FailureKind::InvalidRequest, allowed);
    }

    void plainHttpIsRefusedWithItsRemedy() {
        CurlTransport transport;
        const Response response = fetch(transport, hurriedGet("http://192.168.7.7:11434/v1"));
        QVERIFY(response.failure);
        QVERIFY2(response.failure->message.find("set TOUCHSTONE_PLAIN_HTTP=192.168.7.7 in the environment") !=
                     std::string::npos,
                 response.failure->message.c_str());
    }

    void loopbackInAnySpelling_data() {
        QTest::addColumn<QByteArray>("host");
        for (const char* host :
             {"127.0.0.1", "localhost", "LOCALHOST", "2130706433", "0x7f000001", "127.1", "0177.0.0.1"})
            QTest::newRow(host) << QByteArray(host);
    }
    void loopbackInAnySpelling() {
        QFETCH(QByteArray, host);
        LoopbackServer server([](const ServerRequest&, const Responder& respond) { respond.reply(200, "ok"); });
        CurlTransport transport;
        const std::string url = "http://" + host.toStdString() + ":" + std::to_string(server.port()) + "/";
        const Response response = fetch(transport, get(url));
        QVERIFY2(!response.failure, response.failure ? response.failure->message.c_str() : "");
        QCOMPARE(response.body, "ok");
    }

    void headersCannotBreakOut_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("line break in a value") << QByteArray("X-A") << QByteArray("1\r\nX-B: 2");
        QTest::newRow("LF in a value") << QByteArray("X-A") << QByteArray("key\n");
        QTest::newRow("NUL in a value") << QByteArray("X-A") << QByteArray("a\0b", 3);
        QTest::newRow("colon in a name") << QByteArray("X-A: b") << QByteArray("c");
        QTest::newRow("empty name") << QByteArray("") << QByteArray("c");
    }
    void headersCannotBreakOut() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        LoopbackServer server([](const ServerRequest&, const Responder& respond) { respond.reply(200, "ok"); });
        CurlTransport transport;
        Request request = hurriedGet(server.url());
        request.headers = {{name.toStdString(), value.toStdString()}};
        const Response response = fetch(transport, request);
        QVERIFY(response.failure);
        QCOMPARE(toString(response.failure->kind), "invalid-request");
        QCOMPARE(server.connections(), 0U);
    }

    void faults_data() {
        QTest::addColumn<LoopbackServer::Script>("script");
        QTest::addColumn<QByteArray>("failure");
        QTest::addColumn<int>("bytes");
        using Script = LoopbackServer::Script;
        const auto row = [](const char* name, const char* failure, int bytes, Script script) {
            QTest::newRow(name) << script << QByteArray(failure) << bytes;
        };
        const auto rawRow = [&row](const char* name, const char* failure, int bytes, std::string text) {
            row(name, failure, bytes, [text](const ServerRequest&, const Responder& respond) {
                respond.raw(text);
                respond.close();
            });
        };
        row("stall before the head", "timeout first-byte", 0, [](const ServerRequest&, const Responder&) {});
        row("stall inside the head", "timeout first-byte", 0,
            [](const ServerRequest&, const Responder& respond) { respond.raw("HTTP/1.1 200 OK\r\nX-A: "); });
        row("stall after the head", "timeout first-byte", 0,
            [](const ServerRequest&, const Responder& respond) { respond.startEvents(); });
        row("stall inside the body", "timeout idle", 9, [](const ServerRequest&, const Responder& respond) {
            respond.startEvents();
            respond.event("a");
        });
        rawRow("hang up before the head", "interrupted ", 0, "");
        rawRow("cut inside the head", "interrupted ", 0, "HTTP/1.1 200 OK\r\nContent-Le");
        rawRow("cut inside the body", "interrupted ", 3, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
        rawRow("cut inside a chunk", "interrupted ", 3,
               "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\nabc");
        rawRow("cut before the last chunk", "interrupted ", 3,
               "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
        row("reset inside the body", "interrupted ", -1, [](const ServerRequest&, const Responder& respond) {
            respond.raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
            respond.reset();
        });
        rawRow("a chunk size that is none", "bad-response ", 0,
               "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n0\r\n\r\n");
        rawRow("Content-Length is a word", "bad-response ", 0, "HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\nabc");
        rawRow("Content-Length is negative", "bad-response ", 0, "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc");
        rawRow("not HTTP", "bad-response ", 0, "SSH-2.0-OpenSSH_9.2\r\n");
        rawRow("binary", "bad-response ", 0, "\x16\x03\x01\0\xFF garbage"s);
        rawRow("two lengths", "bad-response ", 0,
               "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde");
        rawRow("a status line without a status", "bad-response ", 0, "HTTP/1.1 abc\r\n\r\n");
        rawRow("a header line without a colon", "bad-response ", 0, "HTTP/1.1 200 OK\r\nnonsense\r\n\r\n");
        rawRow("NUL inside a header", "bad-response ", 0,
               "HTTP/1.1 200 OK\r\nX-A: a\0b\r\nContent-Length: 0\r\n\r\n"s);
        rawRow("compressed", "bad-response ", 0,
               "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc");
        rawRow("an announced body over the limit", "too-large ", 0,
               "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nabc");
        rawRow("one header without end", "too-large ", 0, "HTTP/1.1 200 OK\r\nX-A: " + std::string(1U << 20U, 'x'));
        row("headers without end", "too-large ", 0, [](const ServerRequest&, const Responder& respond) {
            respond.raw("HTTP/1.1 200 OK\r\n");
            for (int i = 0; i < 2'000; ++i)
                respond.raw("X-" + std::to_string(i) + ": " + std::string(100, 'x') + "\r\n");
        });
        row("a body without end", "too-large ", -1, [](const ServerRequest&, const Responder& respond) {
            respond.startChunked(200, "text/plain");
            for (int i = 0; i < 100; ++i)
                respond.chunk(std::string(1U << 16U, 'x'));
        });
    }
    void faults() {
        QFETCH(LoopbackServer::Script, script);
        QFETCH(QByteArray, failure);
        QFETCH(int, bytes);
        LoopbackServer server(script);
        CurlTransport transport;
        Request request = get(server.url());
        request.limits.bodyBytes = 1U << 20U;
        // Short only where it is what must pass, so that a busy machine changes nothing.
        if (failure == "timeout first-byte")
            request.deadlines.firstByte = 60ms;
        if (failure == "timeout idle")
            request.deadlines.idle = 60ms;
        const Response response = fetch(transport, request);
        QVERIFY(response.failure);
        const std::string deadline(response.failure->deadline ? toString(*response.failure->deadline) : "");
        QCOMPARE(std::string(toString(response.failure->kind)) + " " + deadline, failure.toStdString());
        QCOMPARE(response.failure->bytesReceived, response.body.size());
        if (bytes >= 0)
            QCOMPARE(int(response.body.size()), bytes);
        QVERIFY2(response.failure->message.starts_with("127.0.0.1: "), response.failure->message.c_str());
        // The transport lives on.
        LoopbackServer sound([](const ServerRequest&, const Responder& respond) { respond.reply(200, "ok"); });
        QCOMPARE(fetch(transport, get(sound.url())).body, "ok");
    }

    void totalDeadlineCoversTheBody() {
        std::function<void(const Responder&)> drip = [&drip](const Responder& respond) {
            respond.event("drop");
            respond.later(5ms, [&drip, respond] { drip(respond); });
        };
        LoopbackServer server([&drip](const ServerRequest&, const Responder& respond) {
            respond.startEvents();
            drip(respond);
        });
        CurlTransport transport;
        Request request = get(server.url());
        request.deadlines = {1'000ms, 1'000ms, 1'000ms, 80ms};
        const Response response = fetch(transport, request);
        QVERIFY(response.failure && response.failure->deadline == Deadline::Total);
        QVERIFY(response.failure->bytesReceived > 0);
        QVERIFY(server.waitForHangUps(1));
    }

    void refusedPortFailsToConnect() {
        CurlTransport transport;
        const std::string url = "http://127.0.0.1:" + std::to_string(refusedPort()) + "/";
        const Response response = fetch(transport, hurriedGet(url));
        QVERIFY(response.failure);
        QCOMPARE(toString(response.failure->kind), "connect");
    }

    // A real TLS server with a certificate that only `caFile` vouches for.
    void certificatesDecide() {
        QTemporaryDir folder;
        const QString certificate = folder.filePath("cert.pem");
        const QString key = folder.filePath("key.pem");
        if (QStandardPaths::findExecutable("openssl").isEmpty())
            QSKIP("the openssl program is not installed");
        QCOMPARE(QProcess::execute("openssl",
                                   {"req", "-x509", "-newkey", "ed25519", "-nodes", "-subj", "/CN=loopback", "-addext",
                                    "subjectAltName=IP:127.0.0.1", "-days", "1", "-keyout", key, "-out", certificate}),
                 0);
        QProcess server;
        server.start("openssl", {"s_server", "-accept", "127.0.0.1:0", "-www", "-cert", certificate, "-key", key,
                                 "-naccept", "3"});
        QByteArray said;
        while (!said.contains("ACCEPT 127.0.0.1:") || !said.endsWith('\n')) {
            QVERIFY(server.waitForReadyRead(10'000));
            said += server.readAllStandardOutput();
        }
        const QByteArray port = said.mid(said.indexOf("127.0.0.1:") + 10).trimmed();
        const std::string url = "https://127.0.0.1:" + port.toStdString() + "/";
        CurlTransport suspicious;
        const Response refused = fetch(suspicious, get(url));
        QVERIFY(refused.failure);
        QCOMPARE(toString(refused.failure->kind), "tls");
        QVERIFY2(refused.failure->message.find("certificate") != std::string::npos, refused.failure->message.c_str());
        CurlOptions options;
        options.caFile = certificate.toStdString();
        CurlTransport trusting(options);
        QCOMPARE(fetch(trusting, get(url)).head.status, 200);
        const Response wrongName = fetch(trusting, get("https://localhost:" + port.toStdString() + "/"));
        QVERIFY(wrongName.failure);
        QCOMPARE(toString(wrongName.failure->kind), "tls");
        server.kill();
        server.waitForFinished();
    }

    // The proxy of the environment sees where an https request wants to go, and never one to this machine.
    void proxiesAreForOthers() {
        LoopbackServer proxy([](const ServerRequest&, const Responder& respond) { respond.reply(407, "no"); });
        LoopbackServer server([](const ServerRequest&, const Responder& respond) { respond.reply(200, "ok"); });
        const auto restore = qScopeGuard([] {
            qunsetenv("https_proxy");
            qunsetenv("http_proxy");
        });
        qputenv("https_proxy", QByteArray::fromStdString(proxy.url("")));
        qputenv("http_proxy", QByteArray::fromStdString(proxy.url("")));
        CurlTransport transport;
        QCOMPARE(fetch(transport, get(server.url())).body, "ok");
        QCOMPARE(proxy.requests().size(), 0U);
        Request away = hurriedGet("https://api.example.com/v1");
        away.headers = {{"Authorization", "Bearer secret"}};
        QVERIFY(fetch(transport, away).failure);
        QCOMPARE(proxy.requests().at(0).method, "CONNECT");
        QCOMPARE(proxy.requests().at(0).path, "api.example.com:443");
        QCOMPARE(proxy.requests().at(0).header("Authorization"), "");
    }

    void unknownNameFailsToResolve() {
        CurlTransport transport;
        const Response response = fetch(transport, hurriedGet("https://no-such-host.invalid/"));
        QVERIFY(response.failure);
        // Where no name server answers, the deadline is first.
        QVERIFY(response.failure->kind == FailureKind::Resolve || response.failure->deadline == Deadline::Connect);
    }

    // Whatever bytes come, there is one outcome and the transport lives on.
    void takesAnyBytes() {
        const std::string sound =
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
            "4\r\nabcd\r\n3;x=y\r\nefg\r\n0\r\nX-Trailer: t\r\n\r\n";
        std::string bytes;
        LoopbackServer server([&bytes](const ServerRequest&, const Responder& respond) {
            respond.raw(bytes);
            respond.close();
        });
        CurlTransport transport;
        const auto random = makeSeededRandom(5);
        for (int i = 0; i < 500; ++i) {
            bytes = sound;
            for (auto changes = random->below(4); changes > 0; --changes)
                bytes[random->below(bytes.size())] = static_cast<char>(random->below(256));
            const Response response = fetch(transport, hurriedGet(server.url()));
            QVERIFY(response.failure || response.head.status != 0);
        }
        bytes = sound;
        QCOMPARE(fetch(transport, get(server.url())).body, "abcdefg");
    }

    // libcurl 7.88 reads freed memory here when its handles are used again (curl issue 11620).
    void foldedFirstHeaderAfterAnotherExchange() {
        LoopbackServer server([](const ServerRequest& request, const Responder& respond) {
            respond.raw("HTTP/1.1 200 OK\r\n" + std::string(request.path == "/folded" ? " X-A: b\r\n" : "X-A: b\r\n") +
                        "Content-Length: 2\r\n\r\nok");
            respond.close();
        });
        CurlTransport transport;
        for (int i = 0; i < 50; ++i) {
            QCOMPARE(fetch(transport, get(server.url("/sound"))).body, "ok");
            QVERIFY(fetch(transport, get(server.url("/folded"))).failure);
        }
    }

    void plainServerFailsTheHandshake() {
        LoopbackServer server([](const ServerRequest&, const Responder& respond) { respond.reply(200, "ok"); });
        CurlTransport transport;
        Request request = hurriedGet("https://127.0.0.1:" + std::to_string(server.port()) + "/");
        request.deadlines.connect = 100ms;
        const Response response = fetch(transport, request);
        QVERIFY(response.failure);
        // The server waits for the rest of what it takes for a request head, so either may come first.
        QVERIFY(response.failure->kind == FailureKind::Tls || response.failure->deadline == Deadline::Connect);
    }

    void cancelsPromptly_data() {
        QTest::addColumn<bool>("afterFirstByte");
        QTest::newRow("before the head") << false;
        QTest::newRow("inside the body") << true;
    }
    void cancelsPromptly() {
        QFETCH(bool, afterFirstByte);
        std::promise<void> reached;
        LoopbackServer server([&](const ServerRequest&, const Responder& respond) {
            if (afterFirstByte) {
                respond.startEvents();
                respond.event("a");
            } else {
                reached.set_value();
            }
        });
        CurlTransport transport;
        std::stop_source stop;
        std::promise<std::optional<TransportFailure>> done;
        transport.send(
            get(server.url()), stop.get_token(), {}, [&reached](std::string_view) { reached.set_value(); },
            [&done](const std::optional<TransportFailure>& failure) { done.set_value(failure); });
        reached.get_future().wait();
        stop.request_stop();
        const auto failure = done.get_future().get();
        QVERIFY(failure && failure->kind == FailureKind::Cancelled);
        QVERIFY(server.waitForHangUps(1));
    }

    void stoppedBeforehandSendsNothing() {
        LoopbackServer server([](const ServerRequest&, const Responder& respond) { respond.reply(200, "ok"); });
        CurlTransport transport;
        std::stop_source stop;
        stop.request_stop();
        const Response response = fetch(transport, get(server.url()), stop.get_token());
        QVERIFY(response.failure && response.failure->kind == FailureKind::Cancelled);
        QCOMPARE(server.connections(), 0U);
    }

    void cancelsFromItsOwnCallback() {
        LoopbackServer server([](const ServerRequest&, const Responder& respond) {
            respond.startEvents();
            respond.event("a");
        });
        CurlTransport transport;
        std::stop_source stop;
        std::promise<std::optional<TransportFailure>> done;
        transport.send(
            get(server.url()), stop.get_token(), {}, [&stop](std::string_view) { stop.request_stop(); },
            [&done](const std::optional<TransportFailure>& failure) { done.set_value(failure); });
        const auto failure = done.get_future().get();
        QVERIFY(failure && failure->kind == FailureKind::Cancelled);
        QVERIFY(failure->bytesReceived > 0);
    }

    void destructionCompletesEveryExchangeOnce() {
        LoopbackServer server([](const ServerRequest&, const Responder&) {});
        std::mutex mutex;
        std::vector<int> completions(200, 0);
        bool allCancelled = true;
        {
            CurlTransport transport;
            for (std::size_t i = 0; i < completions.size(); ++i)
                transport.send(get(server.url()), {}, {}, {}, [&, i](const std::optional<TransportFailure>& failure) {
                    const std::lock_guard lock(mutex);
                    ++completions[i];
                    allCancelled = allCancelled && failure && failure->kind == FailureKind::Cancelled;
                });
        }
        QVERIFY(allCancelled);
        QVERIFY(std::ranges::all_of(completions, [](int count) { return count == 1; }));
    }

    void callbacksMaySendMore() {
        LoopbackServer server([](const ServerRequest&, const Responder& respond) { respond.reply(200, "ok"); });
        CurlTransport transport;
        std::promise<Response> second;
        sendAndCollect(transport, get(server.url()), {}, [&](const Response&) {
            sendAndCollect(transport, get(server.url()), {},
                           [&second](Response response) { second.set_value(std::move(response)); });
        });
        QCOMPARE(second.get_future().get().body, "ok");
    }

    // Many exchanges from many threads, half of them cancelled at a random moment: each has one outcome.
    void manyThreadsAtOnce() {
        LoopbackServer server([](const ServerRequest& request, const Responder& respond) {
            respond.startEvents();
            respond.event(request.path);
            respond.finish();
        });
        constexpr int kThreads = 4;
        constexpr int kEach = 100;
        std::mutex mutex;
        std::condition_variable changed;
        int answered = 0;
        int cancelled = 0;
        int other = 0;
        {
            CurlTransport transport;
            std::vector<std::jthread> threads;
            for (int t = 0; t < kThreads; ++t)
                threads.emplace_back([&] {
                    for (int i = 0; i < kEach; ++i) {
                        std::stop_source stop;
                        transport.send(
                            get(server.url("/" + std::to_string(i))), stop.get_token(), {}, {},
                            [&](const std::optional<TransportFailure>& failure) {
                                const std::lock_guard lock(mutex);
                                ++(!failure ? answered : failure->kind == FailureKind::Cancelled ? cancelled : other);
                                changed.notify_all();
                            });
                        if (i % 2 == 0)
                            stop.request_stop();
                    }
                });
            threads.clear();
            std::unique_lock lock(mutex);
            QVERIFY(changed.wait_for(lock, 20s, [&] { return answered + cancelled + other == kThreads * kEach; }));
        }
        QCOMPARE(answered + cancelled, kThreads * kEach);
        QVERIFY(answered >= kThreads * kEach / 2);
    }

    void errorsCarryTheRightCode() {
        const auto codeOf = [](FailureKind kind) { return toString(toError({kind, "m", {}, 0}).code); };
        QCOMPARE(codeOf(FailureKind::Timeout), "timeout");
        QCOMPARE(codeOf(FailureKind::Cancelled), "cancelled");
        QCOMPARE(codeOf(FailureKind::Interrupted), "unavailable");
        QCOMPARE(codeOf(FailureKind::InvalidRequest), "invalid-argument");
        QCOMPARE(codeOf(FailureKind::TooLarge), "corrupt");
    }
};

QTEST_GUILESS_MAIN(CurlTransportTest)
#include "tst_curl_transport.moc"
