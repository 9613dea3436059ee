// SPDX-License-Identifier: Apache-2.0

#include "net/sse.h"
#include "support/printing.h"

#include <vector>

using namespace touchstone;
using namespace touchstone::net;

namespace {

struct Decoded {
    std::vector<SseEvent> events;
    std::string error;
    std::optional<std::chrono::milliseconds> retry;
    bool insideEvent = false;
    bool operator==(const Decoded&) const = default;
};

// Feeds the pieces in order, the way reads from a socket would.
Decoded decode(const std::vector<std::string_view>& pieces, SseLimits limits = {}) {
    SseDecoder decoder(limits);
    Decoded decoded;
    for (const std::string_view piece : pieces) {
        const auto fed = decoder.feed(piece, [&](SseEvent event) { decoded.events.push_back(std::move(event)); });
        if (!fed.ok()) {
            decoded.error = fed.error().message;
            return decoded;
        }
    }
    decoded.retry = decoder.retry();
    decoded.insideEvent = decoder.insideEvent();
    return decoded;
}

std::vector<std::string_view> bytesOf(std::string_view text) {
    std::vector<std::string_view> pieces;
    for (std::size_t i = 0; i < text.size(); ++i)
        pieces.push_back(text.substr(i, 1));
    return pieces;
}

std::string print(const std::vector<SseEvent>& events) {
    std::string text;
    for (const SseEvent& event : events)
        text += "[" + event.type + "|" + event.data + "|" + event.id + "]";
    return text;
}

}  // namespace

class SseTest : public QObject {
    Q_OBJECT

private:
    static void addStreams() {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QByteArray>("events");
        const auto row = [](const char* name, QByteArray stream, const char* events) {
            QTest::newRow(name) << stream << QByteArray(events);
        };
        row("one event", "data: a\n\n", "[message|a|]");
        row("no space", "data:a\n\n", "[message|a|]");
        row("only one space goes", "data:  a \n\n", "[message| a |]");
        row("a tab stays", "data:\ta\n\n", "[message|\ta|]");
        row("lines join", "data: a\ndata: b\n\n", "[message|a\nb|]");
        row("empty lines join", "data\ndata\n\n", "[message|\n|]");
        row("empty data is an event", "data:\n\n", "[message||]");
        row("a field name alone", "data\n\n", "[message||]");
        row("CR", "data: a\rdata: b\r\r", "[message|a\nb|]");
        row("CR LF", "data: a\r\ndata: b\r\n\r\n", "[message|a\nb|]");
        row("mixed ends", "data: a\ndata: b\rdata: c\r\n\n", "[message|a\nb\nc|]");
        row("LF CR ends a line and then an event", "data: a\n\rdata: b\n\n", "[message|a|][message|b|]");
        row("no final blank line", "data: a\n\ndata: b\n", "[message|a|]");
        row("no final line end", "data: a\n\ndata: b", "[message|a|]");
        row("comments", ": keep-alive\n\n:\ndata: a\n: between\n\n", "[message|a|]");
        row("type", "event: ping\ndata: a\n\ndata: b\n\n", "[ping|a|][message|b|]");
        row("a type without data is forgotten", "event: ping\n\ndata: b\n\n", "[message|b|]");
        row("an empty type is message", "event:\ndata: b\n\n", "[message|b|]");
        row("ids stay", "id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n", "[message|a|1][message|b|1][message|c|]");
        row("an id with NUL is ignored", QByteArray("id: 1\ndata: a\n\nid: 2\0x\ndata: b\n\n", 32),
            "[message|a|1][message|b|1]");
        row("an id without data is remembered", "id: 7\n\ndata: b\n\n", "[message|b|7]");
        row("unknown fields", "foo: bar\nDATA: x\n data: y\ndata: a\n\n", "[message|a|]");
        row("byte order mark",
            "\xEF\xBB\xBF"
            "data: a\n\n",
            "[message|a|]");
        row("two marks: the second is text",
            "\xEF\xBB\xBF\xEF\xBB\xBF"
            "data: a\n\ndata: b\n\n",
            "[message|b|]");
        row("half a mark is text",
            "\xEF\xBB"
            "data: a\n\ndata: b\n\n",
            "[message|b|]");
        row("only blank lines", "\n\r\n\r\r\n", "");
        row("nothing", "", "");
        row("colons in data", "data: {\"a\":\"b:c\"}\n\n", "[message|{\"a\":\"b:c\"}|]");
        row("UTF-8", "data: \xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80\n\n",
            "[message|\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80|]");
        row("broken UTF-8", "data: \xC3(\xE2\x82|\xFF\xED\xA0\x80\xF5\n\n",
            "[message|\xEF\xBF\xBD(\xEF\xBF\xBD|\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD|]");
        row("overlong forms", "data: \xC0\xAF\xE0\x80\xAF\n\n",
            "[message|\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD|]");
        row("a chat stream",
            "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\n: OPENROUTER PROCESSING\n\ndata: [DONE]\n\n",
            "[message|{\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}|][message|[DONE]|]");
    }

private slots:
    void decodes_data() { addStreams(); }
    void decodes() {
        QFETCH(QByteArray, stream);
        QFETCH(QByteArray, events);
        const std::string text = stream.toStdString();
        QCOMPARE(print(decode({text}).events), events.toStdString());
    }

    // However the bytes are cut, the same comes out.
    void everyCutIsTheSame_data() { addStreams(); }
    void everyCutIsTheSame() {
        QFETCH(QByteArray, stream);
        const std::string text = stream.toStdString();
        const Decoded whole = decode({text});
        QVERIFY(decode(bytesOf(text)) == whole);
        for (std::size_t cut = 0; cut <= text.size(); ++cut)
            QVERIFY(decode({std::string_view(text).substr(0, cut), std::string_view(text).substr(cut)}) == whole);
    }

    void retryTimes_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("milliseconds");
        QTest::newRow("digits") << QByteArray("1500") << qint64(1500);
        QTest::newRow("negative") << QByteArray("-1") << qint64(-1);
        QTest::newRow("fraction") << QByteArray("1.5") << qint64(-1);
        QTest::newRow("empty") << QByteArray("") << qint64(-1);
        QTest::newRow("too large") << QByteArray("99999999999999999999999") << qint64(-1);
    }
    void retryTimes() {
        QFETCH(QByteArray, value);
        QFETCH(qint64, milliseconds);
        const auto retry = decode({"retry:" + value.toStdString() + "\n\n"}).retry;
        QCOMPARE(retry ? qint64(retry->count()) : qint64(-1), milliseconds);
    }

    void knowsWhetherAnEventIsOpen() {
        QVERIFY(!decode({"data: a\n\n"}).insideEvent);
        QVERIFY(decode({"data: a\n\ndata: b\n"}).insideEvent);
        QVERIFY(decode({"data: a\n\nda"}).insideEvent);
        QVERIFY(!decode({"data: a\n\n: comment\n"}).insideEvent);
    }

    void limits_data() {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QByteArray>("events");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("a line at its limit")
            << QByteArray("data: 34567890\n\n") << QByteArray("[message|34567890|]") << QByteArray("");
        QTest::newRow("a line over its limit")
            << QByteArray("data: a\n\ndata: 345678901\n\n") << QByteArray("[message|a|]") << QByteArray("line");
        QTest::newRow("a line without end") << QByteArray(100, 'x') << QByteArray("") << QByteArray("line");
        QTest::newRow("a comment without end") << ':' + QByteArray(100, 'x') << QByteArray("") << QByteArray("line");
        QTest::newRow("an event over its limit") << QByteArray("data: a\n\n") + QByteArray("data: 5678\n").repeated(5)
                                                 << QByteArray("[message|a|]") << QByteArray("event");
    }
    void limits() {
        QFETCH(QByteArray, stream);
        QFETCH(QByteArray, events);
        QFETCH(QByteArray, error);
        const SseLimits tight{14, 20};
        const std::string text = stream.toStdString();
        const Decoded whole = decode({text}, tight);
        QCOMPARE(print(whole.events), events.toStdString());
        QCOMPARE(whole.error.empty(), error.isEmpty());
        QVERIFY(whole.error.find(error.toStdString()) != std::string::npos);
        QVERIFY(decode(bytesOf(text), tight) == whole);
        for (std::size_t cut = 0; cut <= text.size(); ++cut)
            QVERIFY(decode({std::string_view(text).substr(0, cut), std::string_view(text).substr(cut)}, tight) ==
                    whole);
    }

    void staysFailed() {
        SseDecoder decoder({4, 4});
        int events = 0;
        const auto count = [&events](const SseEvent&) { ++events; };
        QVERIFY(!decoder.feed("data: long", count).ok());
        QVERIFY(!decoder.feed("\n\ndata\n\n", count).ok());
        QCOMPARE(events, 0);
    }
};

QTEST_GUILESS_MAIN(SseTest)
#include "tst_sse.moc"
