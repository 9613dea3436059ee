// SPDX-License-Identifier: Apache-2.0
//
// An experiment while it runs.

#include <QTest>

#include "core/engine/bench.h"

#include "eval/runner.h"

#include <set>
#include <thread>

using namespace bench;
using touchstone::testing::answers;
using touchstone::testing::fails;
using touchstone::testing::ScriptedProvider;
using touchstone::testing::ScriptedStep;

namespace {

// Cases "case 0", "case 1", … that expect to hear "right".
std::shared_ptr<eval::Dataset> casesOf(std::size_t count) {
    auto dataset = std::make_shared<eval::Dataset>();
    for (std::size_t i = 0; i < count; ++i) {
        eval::Case testCase;
        testCase.input = {{"ticket", "case " + std::to_string(i)}};
        testCase.expected = "right";
        dataset->cases.push_back(std::move(testCase));
    }
    return dataset;
}

eval::RunnerPlan planFor(std::shared_ptr<const eval::Dataset> dataset, std::size_t contestants,
                         const char* scorers = R"([{"type": "equals"}])") {
    eval::RunnerPlan plan;
    const char* const tiers[] = {"small", "large", "other"};
    for (std::size_t i = 0; i < contestants; ++i) {
        plan.contestants.push_back(prepare(document()).value());
        plan.spec.contestants.push_back({VersionId("v" + std::to_string(i)), "V" + std::to_string(i), tiers[i]});
    }
    plan.spec.scorers = Json::parse(scorers);
    plan.scorers = eval::makeScorers(plan.spec.scorers).value();
    plan.dataset = std::move(dataset);
    plan.concurrency = 1;
    return plan;
}

// Everything the callbacks said.
struct Course {
    std::vector<eval::CaseResult> results;
    std::vector<eval::Progress> progress;
    std::vector<bool> done;

    [[nodiscard]] std::string order() const {
        std::string text;
        for (const eval::CaseResult& result : results)
            text += std::to_string(result.contestant) + "/" + std::to_string(result.caseIndex) + " ";
        return text;
    }
};

Course runPlan(Bench& desk, eval::RunnerPlan plan, std::stop_token stop = {},
               const std::function<void(const Course&)>& afterResult = {}) {
    Course course;
    std::promise<void> finished;
    eval::RunnerCallbacks callbacks;
    callbacks.onResult = [&](eval::CaseResult result, const trace::Trace& trace) {
        if (trace.summary.id == result.trace)
            course.results.push_back(std::move(result));
        if (afterResult)
            afterResult(course);
    };
    callbacks.onProgress = [&](const eval::Progress& progress) { course.progress.push_back(progress); };
    callbacks.onDone = [&](bool complete) {
        course.done.push_back(complete);
        if (course.done.size() == 1)
            finished.set_value();
    };
    eval::Runner(desk.engine, desk.clock).start(std::move(plan), std::move(stop), std::move(callbacks));
    finished.get_future().wait();
    return course;
}

}  // namespace

class TestRunner : public QObject {
    Q_OBJECT

private slots:
    void casesInOrderContestantsWithin();
    void concurrentRunsAllArriveOnce();
    void resumeSkipsWhatIsCompleted();
    void nothingLeftIsDoneAtOnce();
    void emptyDatasetIsDoneAtOnce();
    void cancelKeepsWhatIsFinished();
    void cancelledBeforeTheStart();
    void failedRunsScoreZero();
    void runsThatEndAtOnceDoNotPileUp();
    void scorersWithNothingToCompareAreSkipped();
    void scoresAreWeighted();
    void progressCountsAndEstimates();
    void expressionsSeeTheRun();
    void restsBetweenRuns();
    void stoppedWhileItRests();
    void restIsNoWork();
};

void TestRunner::casesInOrderContestantsWithin() {
    Bench desk;
    desk.provider.play([](std::size_t, const auto&) { return answers("right"); });
    const Course course = runPlan(desk, planFor(casesOf(3), 2));
    QCOMPARE(course.order(), std::string("0/0 1/0 0/1 1/1 0/2 1/2 "));
    QCOMPARE(course.done, std::vector<bool>{true});
    const auto calls = desk.provider.calls();
    QCOMPARE(calls[0].model + calls[1].model, std::string("s1l1"));
    QCOMPARE(calls[2].prompt.messages.back().content, std::string("case 1"));
    QVERIFY(course.results[0].passed && course.results[0].score == 1 && course.results[0].output == "right");
}

void TestRunner::concurrentRunsAllArriveOnce() {
    Bench desk;
    desk.provider.play([](std::size_t, const auto&) { return answers("right"); });
    eval::RunnerPlan plan = planFor(casesOf(200), 3);
    plan.concurrency = 8;
    const Course course = runPlan(desk, std::move(plan));
    std::set<std::pair<std::size_t, std::size_t>> seen;
    for (const eval::CaseResult& result : course.results)
        seen.emplace(result.contestant, result.caseIndex);
    QCOMPARE(course.results.size(), std::size_t(600));
    QCOMPARE(seen.size(), std::size_t(600));
    QCOMPARE(course.done, std::vector<bool>{true});
}

void TestRunner::resumeSkipsWhatIsCompleted() {
    Bench desk;
    desk.provider.play([](std::size_t, const auto&) { return answers("right"); });
    eval::RunnerPlan plan = planFor(casesOf(3), 2);
    plan.completed = {{0, 0}, {0, 2}, {1, 1}};
    const Course course = runPlan(desk, std::move(plan));
    QCOMPARE(course.order(), std::string("1/0 0/1 1/2 "));
    QCOMPARE(course.progress.front().done, std::size_t(4));
    QCOMPARE(course.progress.back().done, std::size_t(6));
    QCOMPARE(course.done, std::vector<bool>{true});
}

void TestRunner::nothingLeftIsDoneAtOnce() {
    Bench desk;
    eval::RunnerPlan plan = planFor(casesOf(1), 2);
    plan.completed = {{0, 0}, {1, 0}};
    const Course course = runPlan(desk, std::move(plan));
    QVERIFY(course.results.empty() && desk.provider.calls().empty());
    QCOMPARE(course.done, std::vector<bool>{true});
}

void TestRunner::emptyDatasetIsDoneAtOnce() {
    Bench desk;
    QCOMPARE(runPlan(desk, planFor(casesOf(0), 2)).done, std::vector<bool>{true});
}

void TestRunner::cancelKeepsWhatIsFinished() {
    Bench desk;
    desk.provider.play([](std::size_t, const auto&) { return answers("right"); });
    std::stop_source stop;
    const Course course = runPlan(desk, planFor(casesOf(50), 2), stop.get_token(), [&](const Course& soFar) {
        if (soFar.results.size() == 5)
            stop.request_stop();
    });
    QCOMPARE(course.results.size(), std::size_t(5));
    QCOMPARE(course.done, std::vector<bool>{false});
}

void TestRunner::cancelledBeforeTheStart() {
    Bench desk;
    std::stop_source stop;
    stop.request_stop();
    eval::RunnerPlan plan = planFor(casesOf(50), 2);
    plan.concurrency = 8;
    const Course course = runPlan(desk, std::move(plan), stop.get_token());
    QVERIFY(course.results.empty() && desk.provider.calls().empty());
    QCOMPARE(course.done, std::vector<bool>{false});
}

void TestRunner::failedRunsScoreZero() {
    Bench desk;
    desk.provider.play({answers("right"), fails(provider::FailureKind::Server), answers("wrong")});
    const Course course = runPlan(desk, planFor(casesOf(3), 1, R"([{"type": "equals"},
        {"type": "expression", "name": "always", "expression": "true"}])"));
    QCOMPARE(course.results[0].score, 1.0);
    const eval::CaseResult& failed = course.results[1];
    QVERIFY(failed.status == trace::Status::Failed && !failed.passed && failed.score == 0);
    QCOMPARE(failed.scores.size(), std::size_t(2));
    QVERIFY2(holds(failed.scores[1].reason, "scripted failure"), failed.scores[1].reason.c_str());
    QVERIFY(holds(failed.error, "scripted failure"));
    QCOMPARE(course.results[2].score, 0.5);
    QVERIFY(!course.results[2].passed);
    QCOMPARE(course.progress.back().failed, std::size_t(1));
    QCOMPARE(course.done, std::vector<bool>{true});
}

// A run that fails before it waits for anything must not start the next one on its own stack.
void TestRunner::runsThatEndAtOnceDoNotPileUp() {
    Bench desk;
    auto dataset = casesOf(20000);
    for (eval::Case& testCase : dataset->cases)
        testCase.input = {{"ticket", 5}};  // not what the input schema says
    const Course course = runPlan(desk, planFor(std::move(dataset), 1));
    QCOMPARE(course.results.size(), std::size_t(20000));
    QVERIFY(course.results.back().status == trace::Status::Failed);
    QCOMPARE(course.done, std::vector<bool>{true});
}

void TestRunner::scorersWithNothingToCompareAreSkipped() {
    Bench desk;
    desk.provider.play([](std::size_t, const auto&) { return answers("right"); });
    auto dataset = casesOf(2);
    dataset->cases[1].expected.reset();
    const Course course = runPlan(desk, planFor(dataset, 1, R"([{"type": "equals"},
        {"type": "icontains", "value": "wrong"}])"));
    QCOMPARE(course.results[0].scores.size(), std::size_t(2));
    QCOMPARE(course.results[0].score, 0.5);
    QCOMPARE(course.results[1].scores.size(), std::size_t(1));
    QCOMPARE(course.results[1].scores[0].scorer, std::string("icontains"));
    QCOMPARE(course.results[1].score, 0.0);
}

void TestRunner::scoresAreWeighted() {
    Bench desk;
    desk.provider.play({answers("right")});
    const Course course = runPlan(desk, planFor(casesOf(1), 1, R"([{"type": "equals", "weight": 3},
        {"type": "icontains", "value": "wrong"}])"));
    QCOMPARE(course.results[0].score, 0.75);
}

void TestRunner::progressCountsAndEstimates() {
    Bench desk;
    desk.provider.play([&desk](std::size_t, const auto&) {
        auto step = answers("right");
        step.before = [&desk] { desk.clock.advance(2s); };
        return step;
    });
    eval::RunnerPlan plan = planFor(casesOf(5), 1);
    plan.completed = {{0, 0}};
    const Course course = runPlan(desk, std::move(plan));
    QCOMPARE(course.progress.size(), std::size_t(4));
    for (std::size_t i = 0; i < 4; ++i) {
        const eval::Progress& progress = course.progress[i];
        QCOMPARE(progress.done, i + 2);
        QCOMPARE(progress.total, std::size_t(5));
        QVERIFY(progress.elapsed == (i + 1) * 2s);
        QVERIFY(progress.remaining == (3 - i) * 2s);
        QVERIFY(!progress.costKnown);
    }
}

void TestRunner::expressionsSeeTheRun() {
    Bench desk;
    desk.provider.play([&desk](std::size_t, const auto&) {
        auto step = answers("right");
        step.before = [&desk] { desk.clock.advance(20ms); };
        return step;
    });
    const Course course = runPlan(desk, planFor(casesOf(1), 1, R"([{"type": "expression", "expression":
        "trace.latency_ms == 20 and trace.valid and trace.tier == 'small' and trace.input_tokens == 10"}])"));
    QVERIFY2(course.results[0].passed, course.results[0].scores[0].reason.c_str());
    QVERIFY(course.results[0].latency == 20ms);
}

// Holds after the third result; nothing of the hundred runs begins until the release, and all are run once.
void TestRunner::restsBetweenRuns() {
    Bench desk;
    desk.provider.play([](std::size_t, const auto&) { return answers("right"); });
    eval::RunnerPlan plan = planFor(casesOf(50), 2);
    plan.concurrency = 3;
    const auto pause = plan.pause = std::make_shared<eval::Pause>();
    std::vector<std::size_t> callsMeanwhile;
    std::jthread other;
    const Course course = runPlan(desk, std::move(plan), {}, [&](const Course& soFar) {
        if (soFar.results.size() != 3)
            return;
        pause->hold();
        other = std::jthread([&] {
            while (pause->resting() < 3)
                std::this_thread::yield();
            callsMeanwhile.push_back(desk.provider.calls().size());
            pause->release();
        });
    });
    QVERIFY(callsMeanwhile.front() <= 3 + 3);
    QCOMPARE(course.results.size(), std::size_t(100));
    QCOMPARE(course.done, std::vector<bool>{true});
}

void TestRunner::stoppedWhileItRests() {
    Bench desk;
    desk.provider.play([](std::size_t, const auto&) { return answers("right"); });
    eval::RunnerPlan plan = planFor(casesOf(50), 2);
    const auto pause = plan.pause = std::make_shared<eval::Pause>();
    std::stop_source stop;
    std::jthread other;
    const Course course = runPlan(desk, std::move(plan), stop.get_token(), [&](const Course& soFar) {
        if (soFar.results.size() != 5)
            return;
        pause->hold();
        other = std::jthread([&] { stop.request_stop(); });
    });
    QCOMPARE(course.results.size(), std::size_t(5));
    QCOMPARE(course.done, std::vector<bool>{false});
}

// An hour of rest changes neither the time elapsed nor the time left.
void TestRunner::restIsNoWork() {
    Bench desk;
    eval::RunnerPlan plan = planFor(casesOf(4), 1);
    const auto pause = plan.pause = std::make_shared<eval::Pause>();
    std::jthread other;
    desk.provider.play([&](std::size_t, const auto&) {
        auto step = answers("right");
        step.before = [&desk] { desk.clock.advance(2s); };
        return step;
    });
    const Course course = runPlan(desk, std::move(plan), {}, [&](const Course& soFar) {
        if (soFar.results.size() != 2)
            return;
        pause->hold();
        other = std::jthread([&] {
            while (pause->resting() == 0)
                std::this_thread::yield();
            desk.clock.advance(std::chrono::hours(1));
            pause->release();
        });
    });
    QVERIFY(course.progress.back().elapsed == 8s);
    QVERIFY(course.progress[2].remaining == 2s);
}

QTEST_GUILESS_MAIN(TestRunner)
#include "tst_runner.moc"
