// SPDX-License-Identifier: Apache-2.0

#include "eval/runner.h"

#include <algorithm>
#include <mutex>

namespace touchstone::eval {
namespace {

// The running experiment; kept alive by the runs it has started.
class Course : public std::enable_shared_from_this<Course> {
public:
    Course(engine::Engine& engine, const Clock& clock, RunnerPlan plan, std::stop_token stop, RunnerCallbacks callbacks)
        : m_engine(engine),
          m_clock(clock),
          m_plan(std::move(plan)),
          m_stop(std::move(stop)),
          m_callbacks(std::move(callbacks)),
          m_start(clock.monoNow()) {
        m_progress.total = m_plan.dataset->cases.size() * m_plan.contestants.size();
        m_progress.done = m_plan.completed.size();
    }

    // Once, before anything of it runs.
    void begin() {
        if (m_plan.pause)
            m_wakeOnStop.emplace(m_stop, [pause = m_plan.pause] { pause->wake(); });
        if (m_progress.done >= m_progress.total) {
            m_engine.post([self = shared_from_this()] { self->m_callbacks.onDone(true); });
            return;
        }
        const std::size_t lanes = std::clamp<std::size_t>(m_plan.concurrency, 1, m_progress.total - m_progress.done);
        m_lanes = lanes;
        for (std::size_t lane = 0; lane < lanes; ++lane)
            m_engine.post([self = shared_from_this()] { self->runNext(); });
    }

private:
    struct Task {
        std::size_t contestant;
        std::size_t caseIndex;
    };

    // The next run that is not completed yet, or nothing at the end or after a cancellation.
    std::optional<Task> take() {
        const std::lock_guard lock(m_mutex);
        while (!m_stop.stop_requested() && m_next < m_progress.total) {
            const std::size_t index = m_next++;
            const Task task{index % m_plan.contestants.size(), index / m_plan.contestants.size()};
            if (!std::binary_search(m_plan.completed.begin(), m_plan.completed.end(),
                                    std::pair(task.contestant, task.caseIndex)))
                return task;
        }
        return std::nullopt;
    }

    // The lane waits for the release, which goes on with runNext().
    bool rests() {
        if (!m_plan.pause || m_stop.stop_requested())
            return false;
        beginRest();
        if (!m_plan.pause->park([self = shared_from_this()] {
                self->m_engine.post([self] {
                    self->endRest();
                    self->runNext();
                });
            })) {
            endRest();
            return false;
        }
        if (m_stop.stop_requested())  // since the lane looked: nobody else would wake it
            m_plan.pause->wake();
        return true;
    }

    void beginRest() {
        const std::lock_guard lock(m_mutex);
        if (m_resting++ == 0)
            m_restBegan = m_clock.monoNow();
    }

    void endRest() {
        const std::lock_guard lock(m_mutex);
        if (--m_resting == 0)
            m_rested += m_clock.monoNow() - m_restBegan;
    }

    void runNext() {
        if (rests())
            return;
        const std::optional<Task> task = take();
        if (!task) {
            leave();
            return;
        }
        const Contestant& contestant = m_plan.spec.contestants[task->contestant];
        engine::RunRequest request;
        request.workflow = m_plan.contestants[task->contestant];
        request.version = contestant.version;
        request.input = m_plan.dataset->cases[task->caseIndex].input;
        request.origin = trace::Origin::Experiment;
        request.tier = contestant.tier;
        m_engine.run(std::move(request), m_stop, {}, [self = shared_from_this(), task](engine::Outcome outcome) {
            try {
                self->finish(*task, std::move(outcome));
            } catch (const std::exception&) {
                // Out of memory, say: the case stays undone and a resumed experiment runs it again.
            }
            self->runNext();
        });
    }

    void finish(const Task& task, engine::Outcome outcome) {
        if (outcome.status == trace::Status::Cancelled)
            return;
        CaseResult result = scored(task, outcome);
        const std::lock_guard lock(m_mutex);
        ++m_progress.done;
        if (outcome.status == trace::Status::Failed)
            ++m_progress.failed;
        m_progress.cost += result.cost.value_or(Money());
        m_progress.costKnown = m_progress.costKnown && result.cost.has_value();
        m_callbacks.onResult(std::move(result), outcome.trace);
        report();
    }

    void report() {
        m_progress.elapsed = m_clock.monoNow() - m_start - m_rested;
        const std::size_t finishedNow = m_progress.done - m_plan.completed.size();
        if (finishedNow > 0)
            m_progress.remaining = m_progress.elapsed / static_cast<std::int64_t>(finishedNow) *
                                   static_cast<std::int64_t>(m_progress.total - m_progress.done);
        m_callbacks.onProgress(m_progress);
    }

    // A lane found nothing more to do; the last one closes.
    void leave() {
        bool complete = false;
        {
            const std::lock_guard lock(m_mutex);
            if (--m_lanes > 0)
                return;
            complete = m_progress.done == m_progress.total;
        }
        m_callbacks.onDone(complete);
    }

    [[nodiscard]] CaseResult scored(const Task& task, const engine::Outcome& outcome) const {
        const trace::Summary& summary = outcome.trace.summary;
        CaseResult result;
        result.contestant = task.contestant;
        result.caseIndex = task.caseIndex;
        result.trace = summary.id;
        result.status = outcome.status;
        result.output = outcome.output;
        result.latency = summary.duration;
        result.cost = summary.cost;
        result.error = outcome.error;
        result.fellBack = outcome.fellBack;
        result.tier = summary.tier;
        scoreInto(result, outcome);
        return result;
    }

    void scoreInto(CaseResult& result, const engine::Outcome& outcome) const {
        const bool answered = outcome.status == trace::Status::Ok || outcome.status == trace::Status::Invalid;
        const Json facts = factsOf(outcome);
        const ScorerInput input{m_plan.dataset->cases[result.caseIndex], outcome.output,
                                outcome.value.is_null() ? nullptr : &outcome.value, facts};
        double weights = 0;
        double sum = 0;
        result.passed = true;
        for (const Scorer& scorer : m_plan.scorers) {
            Result<Score> judged = answered ? scorer.score(input) : Result<Score>(Score{.reason = outcome.error});
            if (!judged.ok() && judged.error().code == ErrorCode::NotFound)
                continue;  // the case expects nothing that this scorer could compare
            const Score score = judged.ok() ? std::move(judged).value() : Score{.reason = judged.error().message};
            result.scores.push_back({scorer.name(), score.value, score.passed, score.reason});
            result.passed = result.passed && score.passed;
            weights += scorer.weight();
            sum += scorer.weight() * score.value;
        }
        result.score = weights > 0 ? sum / weights : 0;
    }

    static Json factsOf(const engine::Outcome& outcome) {
        const trace::Summary& summary = outcome.trace.summary;
        return {{"status", toString(outcome.status)},
                {"valid", outcome.status == trace::Status::Ok},
                {"latency_ms", static_cast<double>(summary.duration.count()) / 1e6},
                {"cost_usd", summary.cost ? Json(summary.cost->dollars()) : Json(nullptr)},
                {"tier", summary.tier},
                {"input_tokens", summary.inputTokens},
                {"output_tokens", summary.outputTokens},
                {"sources", outcome.trace.detail.sources.size()}};
    }

    engine::Engine& m_engine;
    const Clock& m_clock;
    const RunnerPlan m_plan;
    const std::stop_token m_stop;
    const RunnerCallbacks m_callbacks;
    const MonoTime m_start;

    std::mutex m_mutex;
    // Guarded by m_mutex, which is held while onResult and onProgress run: that makes them one at a time
    std::size_t m_next = 0;
    std::size_t m_lanes = 0;
    Progress m_progress;
    std::size_t m_resting = 0;  // lanes
    MonoTime m_restBegan;       // of the first of them
    std::chrono::nanoseconds m_rested{0};
    // Last member: calls m_plan.pause when the experiment is stopped
    std::optional<std::stop_callback<std::function<void()>>> m_wakeOnStop;
};

}  // namespace

void Runner::start(RunnerPlan plan, std::stop_token stop, RunnerCallbacks callbacks) {
    std::make_shared<Course>(m_engine, m_clock, std::move(plan), std::move(stop), std::move(callbacks))->begin();
}

}  // namespace touchstone::eval
