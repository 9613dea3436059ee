// SPDX-License-Identifier: Apache-2.0
//
// Stopping a run, wherever it is: Cancelled once, and never a hang.

#include <QTest>

#include "bench.h"

#include <atomic>

using namespace bench;
using provider::FailureKind;
using touchstone::testing::answers;
using touchstone::testing::fails;
using touchstone::testing::hangs;
using trace::Status;

namespace {

// A clock that requests a stop at the n-th question for the time: that is, somewhere inside every stage in turn.
class StoppingClock final : public Clock {
public:
    StoppingClock(std::stop_source source, int after) : m_source(std::move(source)), m_left(after) {}

    [[nodiscard]] WallTime wallNow() const override { return WallTime(std::chrono::seconds(1'700'000'000)); }
    [[nodiscard]] MonoTime monoNow() const override {
        if (m_left.fetch_sub(1) == 0)
            m_source.request_stop();
        return MonoTime();
    }
    TimerId wakeAfter(std::chrono::nanoseconds /*delay*/, std::function<void()> /*wake*/) override { return 1; }
    bool cancel(TimerId /*timer*/) override { return false; }

private:
    mutable std::stop_source m_source;
    mutable std::atomic<int> m_left;
};

}  // namespace

class TestCancellation : public QObject {
    Q_OBJECT

private slots:
    void beforeTheStart();
    void insideEveryStage();
    void duringTheCall();
    void duringTheRetryWait();
    void betweenAnswersAndTiers_data();
    void betweenAnswersAndTiers();
    void afterTheEndChangesNothing();
    void destructorEndsWhatRuns();
    void destructorEndsRunsThatWait();
    void postedWorkRuns();
};

void TestCancellation::beforeTheStart() {
    Bench desk;
    std::stop_source stop;
    stop.request_stop();
    const auto outcome = desk.start(document(), R"({"ticket": "hello"})", stop.get_token()).get();
    COMPARE_STATUS(outcome.status, Status::Cancelled);
    QVERIFY(desk.provider.calls().empty());
    QCOMPARE(spanNames(outcome.trace), (std::vector<std::string>{"run desk", "record"}));
    QVERIFY(outcome.trace.detail.spans.front().status == trace::SpanStatus::Cancelled);
}

// Either the stop came in time and the run is cancelled, or the answer was there already and it is Ok.
void TestCancellation::insideEveryStage() {
    Json json = document();
    json["retrieval"] = {{"corpus", "help"}, {"query", "{{ ticket }}"}};
    auto request = Bench::requestFor(json, R"({"ticket": "hello"})", {{"a", "A", "hello world"}});
    int cancelled = 0;
    bool reachedTheEnd = false;
    for (int moment = 0; !reachedTheEnd && moment < 100; ++moment) {
        std::stop_source stop;
        StoppingClock clock(stop, moment);
        const auto random = makeSeededRandom(1);
        touchstone::testing::ScriptedProvider provider;
        provider.play({hangs()});
        engine::Engine engine({clock, *random, provider, cost::PriceTable::shipped(), 1});
        std::promise<engine::Outcome> promise;
        std::atomic<int> times = 0;
        // A run that got past every stage waits in its call; the test ends it there.
        std::jthread ender([&] {
            if (eventually([&] { return times > 0 || !provider.calls().empty(); }) && !stop.stop_requested()) {
                reachedTheEnd = true;
                stop.request_stop();
            }
        });
        engine.run(request, stop.get_token(), {}, [&](engine::Outcome outcome) {
            ++times;
            promise.set_value(std::move(outcome));
        });
        const auto outcome = promise.get_future().get();
        ender.join();
        COMPARE_STATUS(outcome.status, Status::Cancelled);
        QCOMPARE(times.load(), 1);
        ++cancelled;
    }
    QVERIFY(reachedTheEnd);
    QVERIFY2(cancelled > 8, "the stop came at many different moments");
}

void TestCancellation::duringTheCall() {
    Bench desk;
    desk.provider.play({hangs({"half an"})});
    std::stop_source stop;
    auto running = desk.start(document(), R"({"ticket": "hello"})", stop.get_token());
    QVERIFY(desk.provider.waitForCalls(1));
    stop.request_stop();
    const auto outcome = running.get();
    COMPARE_STATUS(outcome.status, Status::Cancelled);
    QCOMPARE(outcome.output, std::string("half an"));
    QVERIFY(spanNamed(outcome.trace, "attempt small")->status == trace::SpanStatus::Cancelled);
    QVERIFY(spanNamed(outcome.trace, "route")->status == trace::SpanStatus::Cancelled);
    QVERIFY(outcome.trace.detail.spans.front().status == trace::SpanStatus::Cancelled);
}

void TestCancellation::duringTheRetryWait() {
    Bench desk;
    desk.provider.play({fails(FailureKind::RateLimited, 5000ms)});
    std::stop_source stop;
    auto running = desk.start(patched(R"({"routing": {"retry": {"attempts": 3}, "fallback": ["large"]}})"),
                              R"({"ticket": "hello"})", stop.get_token());
    QVERIFY(eventually([&] { return desk.clock.pending() == 1; }));
    stop.request_stop();
    const auto outcome = running.get();
    COMPARE_STATUS(outcome.status, Status::Cancelled);
    QCOMPARE(desk.provider.calls().size(), std::size_t(1));
    QVERIFY(spanNamed(outcome.trace, "wait")->status == trace::SpanStatus::Cancelled);
    QCOMPARE(desk.clock.pending(), std::size_t(0));
}

void TestCancellation::betweenAnswersAndTiers_data() {
    QTest::addColumn<bool>("invalid");
    QTest::newRow("after an invalid answer") << true;
    QTest::newRow("after a failure") << false;
}

// The provider does not notice the stop and replies all the same.
void TestCancellation::betweenAnswersAndTiers() {
    QFETCH(bool, invalid);
    Bench desk;
    std::stop_source stop;
    auto step = invalid ? answers("not JSON") : fails(FailureKind::Server);
    step.before = [&] { stop.request_stop(); };
    desk.provider.play({step});
    const auto outcome = desk.start(patched(R"({"output": {"mode": "json", "schema": {}, "attempts": 2}, "routing":
        {"fallback": ["large"]}})"),
                                    R"({"ticket": "hello"})", stop.get_token())
                             .get();
    COMPARE_STATUS(outcome.status, Status::Cancelled);
    QCOMPARE(desk.provider.calls().size(), std::size_t(1));
}

void TestCancellation::afterTheEndChangesNothing() {
    Bench desk;
    desk.provider.play({answers("ok")});
    std::stop_source stop;
    auto running = desk.start(document(), R"({"ticket": "hello"})", stop.get_token());
    COMPARE_STATUS(running.get().status, Status::Ok);
    stop.request_stop();
}

void TestCancellation::destructorEndsWhatRuns() {
    constexpr int kRuns = 1000;
    std::vector<std::atomic<int>> times(kRuns);
    std::atomic<int> cancelled = 0;
    {
        Bench desk;
        desk.provider.play([](std::size_t, const auto&) { return hangs(); });
        const auto request = Bench::requestFor(document());
        for (int i = 0; i < kRuns; ++i)
            desk.engine.run(request, {}, {}, [&, i](engine::Outcome outcome) {
                ++times[static_cast<std::size_t>(i)];
                cancelled += outcome.status == Status::Cancelled ? 1 : 0;
            });
        QVERIFY(desk.provider.waitForCalls(kRuns / 2));
    }
    QVERIFY(std::all_of(times.begin(), times.end(), [](const std::atomic<int>& count) { return count == 1; }));
    QCOMPARE(cancelled.load(), kRuns);
}

void TestCancellation::destructorEndsRunsThatWait() {
    std::atomic<int> cancelled = 0;
    {
        Bench desk;
        desk.provider.play([](std::size_t, const auto&) { return fails(FailureKind::Server); });
        const auto request = Bench::requestFor(patched(R"({"routing": {"retry": {"attempts": 5, "jitter": false}}})"));
        for (int i = 0; i < 100; ++i)
            desk.engine.run(request, {}, {},
                            [&](engine::Outcome outcome) { cancelled += outcome.status == Status::Cancelled ? 1 : 0; });
        QVERIFY(eventually([&] { return desk.clock.pending() == 100; }));
    }
    QCOMPARE(cancelled.load(), 100);
}

void TestCancellation::postedWorkRuns() {
    std::promise<void> done;
    Bench desk;
    desk.engine.post([&] { done.set_value(); });
    QVERIFY(done.get_future().wait_for(10s) == std::future_status::ready);
}

QTEST_GUILESS_MAIN(TestCancellation)
#include "tst_cancellation.moc"
