// SPDX-License-Identifier: Apache-2.0

#include "support/printing.h"
#include "trace/trace_json.h"

using namespace touchstone;
using namespace touchstone::trace;
using namespace std::chrono_literals;

namespace {

Detail fullDetail() {
    Detail detail;
    detail.input = {{"question", "Où?"}, {"n", 1.5}};
    detail.output = "Là.\n";
    detail.messages = Json::array({{{"role", "user"}, {"content", "Où?"}}});
    detail.sources = {{1, "dns.md", "DNS", 10, 90, 0.75, 20}, {2, "vat.md", "VAT", 0, 0, 0, 0}};
    detail.validation = {{"/label", "expected one of"}};
    detail.policy = {{"no-pii", "input", "redact", "/question", 3, "masked"}};
    Span root{SpanId("00f067aa0ba902b7"), {}, "run", 0ns, 1'234'567ns};
    root.attributes = {{"gen_ai.request.model", "m"}};
    Span child{SpanId("00f067aa0ba902b8"), root.id, "attempt", 17ns, 9ns, SpanStatus::Cancelled, "stopped"};
    detail.spans = {root, child};
    detail.error = "no answer";
    detail.feedback = {{Thumb::Down, "wrong", WallTime(1'700'000'000'123ms)},
                       {Thumb::Up, "", WallTime(0ms), 0.5, "Paris"}};
    return detail;
}

}  // namespace

class TraceJsonTest : public QObject {
    Q_OBJECT

private slots:
    void detailRoundTrips_data() {
        QTest::addColumn<bool>("payload");
        QTest::newRow("with payload") << true;
        QTest::newRow("without payload") << false;
    }
    void detailRoundTrips() {
        QFETCH(bool, payload);
        const Json written = toJson(fullDetail(), payload);
        // Through text, as the store does it.
        const auto parsed = parseDetail(parseJson(toText(written)).value());
        VERIFY_OK(parsed);
        QCOMPARE(toText(toJson(parsed.value(), payload)), toText(written));
        QCOMPARE(parsed->output, payload ? std::string("Là.\n") : std::string());
        QCOMPARE(parsed->feedback.size(), payload ? std::size_t{2} : std::size_t{0});
        QCOMPARE(parsed->spans[0].duration.count(), std::int64_t{1'234'567});
        QVERIFY(parsed->spans[1].status == SpanStatus::Cancelled);
        QCOMPARE(parsed->sources[0].end, std::size_t{90});
        QCOMPARE(parsed->policy[0].hits, std::int64_t{3});
    }

    void payloadStaysOut() {
        const Json json = toJson(fullDetail(), false);
        for (const char* key : {"input", "output", "messages", "feedback"})
            QVERIFY2(!json.contains(key), key);
    }

    void emptyDetailRoundTrips() {
        const auto parsed = parseDetail(Json::object());
        VERIFY_OK(parsed);
        QVERIFY(parsed->spans.empty() && parsed->messages.is_array() && parsed->error.empty());
    }

    void refusesOtherShapes_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("place");
        const auto row = [](const char* json, const char* place) {
            QTest::newRow(json) << QByteArray(json) << QByteArray(place);
        };
        row("[]", "it is not an object");
        row("null", "it is not an object");
        row(R"({"messages":"hi"})", "/messages is not a list");
        row(R"({"spans":{}})", "/spans is not a list");
        row(R"({"spans":[{"status":"ok"},7]})", "/spans/1 ");
        row(R"({"spans":[{"status":"fine"}]})", "/spans/0 ");
        row(R"({"spans":[{"status":"ok","attributes":[]}]})", "/spans/0 ");
        row(R"({"sources":[{"begin":-1,"end":4}]})", "/sources/0 ");
        row(R"({"sources":[{"begin":5,"end":4}]})", "/sources/0 ");
        row(R"({"policy":[null]})", "/policy/0 ");
        row(R"({"validation":["x"]})", "/validation/0 ");
        row(R"({"feedback":[{"thumb":"up","at":"yesterday"}]})", "/feedback/0 ");
        row(R"({"feedback":[{"thumb":"sideways","at":"2026-01-01T00:00:00.000Z"}]})", "/feedback/0 ");
    }
    void refusesOtherShapes() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, place);
        const auto parsed = parseDetail(parseJson(json.toStdString()).value());
        QVERIFY(!parsed.ok());
        QVERIFY(parsed.error().code == ErrorCode::Corrupt);
        QVERIFY2(parsed.error().message.find(place.toStdString()) != std::string::npos, parsed.error().message.c_str());
    }

    void writesIsoTimes_data() {
        QTest::addColumn<qint64>("ns");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](std::chrono::nanoseconds time, const char* text) {
            QTest::newRow(text) << qint64{time.count()} << QByteArray(text);
        };
        row(0ns, "1970-01-01T00:00:00.000Z");
        row(1ms, "1970-01-01T00:00:00.001Z");
        row(-1ms, "1969-12-31T23:59:59.999Z");
        row(-1ns, "1969-12-31T23:59:59.999Z");
        row(-1s, "1969-12-31T23:59:59.000Z");
        row(-86'400s - 250ms, "1969-12-30T23:59:59.750Z");
        row(1'763'905'510'123'999'999ns, "2025-11-23T13:45:10.123Z");
        row(1'709'164'800s, "2024-02-29T00:00:00.000Z");
        row(-9'000'000'000s, "1684-10-19T08:00:00.000Z");
    }
    void writesIsoTimes() {
        QFETCH(qint64, ns);
        QFETCH(QByteArray, text);
        const WallTime time{std::chrono::nanoseconds(ns)};
        QCOMPARE(toIso8601(time), text.toStdString());
        const auto read = parseIso8601(text.toStdString());
        QVERIFY(read && *read == std::chrono::floor<std::chrono::milliseconds>(time));
    }

    void refusesOtherTimes() {
        for (const char* text :
             {"", "2026-01-01", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00.0000Z", "2026-01-01 00:00:00.000Z",
              "2026-13-01T00:00:00.000Z", "2026-02-29T00:00:00.000Z", "2026-01-01T24:00:00.000Z",
              "2026-01-01T00:60:00.000Z", "2026-01-01T00:00:60.000Z", "1600-01-01T00:00:00.000Z",
              "9999-01-01T00:00:00.000Z", "-026-01-01T00:00:00.000Z", "2026-01-01T00:00:00.000z"})
            QVERIFY2(!parseIso8601(text), text);
    }

    void summaryTellsTheUnknown() {
        Summary summary;
        summary.start = WallTime(-1ms);
        summary.duration = 1'500'000ns;
        Json json = toJson(summary);
        QVERIFY(json["cost_usd"].is_null() && json["version"].is_null());
        QCOMPARE(json["start"].get<std::string>(), std::string("1969-12-31T23:59:59.999Z"));
        QCOMPARE(json["duration_ms"].get<double>(), 1.5);
        summary.cost = Money::fromPicodollars(1);
        summary.version = VersionId("ab");
        json = toJson(summary);
        QCOMPARE(json["cost_usd"].get<std::string>(), std::string("0.000000000001"));
        QCOMPARE(json["version"].get<std::string>(), std::string("ab"));
    }

    void wordsRoundTrip() {
        for (const SpanStatus status : {SpanStatus::Ok, SpanStatus::Error, SpanStatus::Cancelled})
            QVERIFY(parseSpanStatus(toString(status)) == status);
        for (const Status status : {Status::Ok, Status::Invalid, Status::Blocked, Status::Failed, Status::Cancelled})
            QVERIFY(parseStatus(toString(status)) == status);
        for (const Origin origin : {Origin::Try, Origin::Experiment, Origin::Production, Origin::Replay})
            QVERIFY(parseOrigin(toString(origin)) == origin);
        for (const Thumb thumb : {Thumb::None, Thumb::Up, Thumb::Down})
            QVERIFY(parseThumb(toString(thumb)) == thumb);
        QVERIFY(!parseStatus("OK") && !parseOrigin("") && !parseThumb("upp") && !parseSpanStatus("unset"));
    }
};

QTEST_APPLESS_MAIN(TraceJsonTest)
#include "tst_trace_json.moc"
