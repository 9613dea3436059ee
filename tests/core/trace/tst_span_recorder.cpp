// SPDX-License-Identifier: Apache-2.0

#include "support/manual_clock.h"
#include "support/printing.h"
#include "trace/span_recorder.h"

#include <set>

using namespace touchstone;
using namespace touchstone::trace;
using namespace std::chrono_literals;
using touchstone::testing::ManualClock;

class SpanRecorderTest : public QObject {
    Q_OBJECT

private slots:
    void spansComeInOrderOfTheirStart() {
        ManualClock clock;
        clock.advance(1h);  // the trace begins when the root opens, not when the clock did
        const auto random = makeSeededRandom(1);
        SpanRecorder recorder(clock, *random, "run");
        clock.advance(2ms);
        const auto route = recorder.open("route");
        clock.advance(3ms);
        const auto attempt = recorder.open("attempt", route);
        clock.advance(5ms);
        recorder.close(attempt, SpanStatus::Error, "503");
        recorder.close(route);
        const auto guard = recorder.open("guard");
        QCOMPARE(recorder.startOf(guard).count(), std::chrono::nanoseconds(10ms).count());
        clock.advance(1ms);
        recorder.close(guard);
        QCOMPARE(recorder.elapsed().count(), std::chrono::nanoseconds(11ms).count());

        const std::vector<Span> spans = recorder.finish(SpanStatus::Ok, "");
        QCOMPARE(spans.size(), std::size_t{4});
        const std::vector<std::string> names = {spans[0].name, spans[1].name, spans[2].name, spans[3].name};
        QVERIFY((names == std::vector<std::string>{"run", "route", "attempt", "guard"}));
        QVERIFY(spans[0].parent.empty());
        QCOMPARE(spans[1].parent.text, spans[0].id.text);
        QCOMPARE(spans[2].parent.text, spans[1].id.text);
        QCOMPARE(spans[3].parent.text, spans[0].id.text);
        QVERIFY(spans[0].start == 0ns && spans[0].duration == 11ms);
        QVERIFY(spans[1].start == 2ms && spans[1].duration == 8ms);
        QVERIFY(spans[2].start == 5ms && spans[2].duration == 5ms);
        QVERIFY(spans[2].status == SpanStatus::Error && spans[2].message == "503");
        QVERIFY(spans[1].status == SpanStatus::Ok && spans[1].message.empty());
        const std::set<SpanId> ids = {spans[0].id, spans[1].id, spans[2].id, spans[3].id};
        QCOMPARE(ids.size(), std::size_t{4});
    }

    // A run that is cut short closes what it had open, and only that.
    void finishClosesWhatIsOpen() {
        ManualClock clock;
        const auto random = makeSeededRandom(1);
        SpanRecorder recorder(clock, *random, "run");
        const auto closed = recorder.open("render");
        clock.advance(1ms);
        recorder.close(closed);
        const auto open = recorder.open("route");
        recorder.open("attempt", open);
        clock.advance(4ms);
        const auto spans = recorder.finish(SpanStatus::Cancelled, "cancelled by the caller");
        QVERIFY(spans[1].status == SpanStatus::Ok && spans[1].duration == 1ms);
        for (const std::size_t i : {std::size_t{2}, std::size_t{3}}) {
            QVERIFY(spans[i].status == SpanStatus::Cancelled && spans[i].duration == 4ms);
            QCOMPARE(spans[i].message, std::string("cancelled by the caller"));
        }
        QVERIFY(spans[0].status == SpanStatus::Cancelled && spans[0].duration == 5ms);
    }

    void notesAreKeptPerSpan() {
        ManualClock clock;
        const auto random = makeSeededRandom(1);
        SpanRecorder recorder(clock, *random, "run");
        const auto attempt = recorder.open("attempt");
        recorder.note(attempt, "gen_ai.request.model", "m");
        recorder.note(attempt, "touchstone.attempt", 1);
        recorder.note(attempt, "touchstone.attempt", 2);
        const auto spans = recorder.finish(SpanStatus::Ok, "");
        QVERIFY(spans[0].attributes.empty());
        QVERIFY((spans[1].attributes == Json{{"gen_ai.request.model", "m"}, {"touchstone.attempt", 2}}));
    }

    void manualClockWakesInOrder() {
        ManualClock clock;
        const WallTime begin = clock.wallNow();
        std::string order;
        clock.wakeAfter(20ms, [&] { order += clock.wallNow() - begin == 20ms ? 'c' : '!'; });
        clock.wakeAfter(10ms, [&] {
            order += 'a';
            clock.wakeAfter(5ms, [&] { order += clock.wallNow() - begin == 15ms ? 'b' : '!'; });
        });
        clock.wakeAfter(20ms, [&] { order += 'd'; });
        clock.wakeAfter(21ms, [&] { order += 'x'; });
        const TimerId dropped = clock.wakeAfter(1ms, [&] { order += '!'; });
        QVERIFY(clock.cancel(dropped));
        QVERIFY(!clock.cancel(dropped));
        QCOMPARE(order, std::string());
        clock.advance(20ms);
        QCOMPARE(order, std::string("abcd"));
        QCOMPARE(clock.pending(), std::size_t{1});
        clock.advance(1ms);
        QCOMPARE(order, std::string("abcdx"));
    }
};

QTEST_APPLESS_MAIN(SpanRecorderTest)
#include "tst_span_recorder.moc"
