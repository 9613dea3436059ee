// SPDX-License-Identifier: Apache-2.0
//
// Runs every contestant of an experiment on every case, several at a time, and scores what comes back.
//
// Thread-safe: start() may be called from any thread and returns at once. Callbacks come from worker threads, one at a
// time.

#pragma once

#include "engine/engine.h"
#include "eval/dataset.h"
#include "eval/experiment.h"
#include "eval/pause.h"
#include "eval/scorer.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace touchstone::eval {

// What is left to do of an experiment, ready to run.
struct RunnerPlan {
    ExperimentSpec spec;
    std::vector<std::shared_ptr<const engine::Prepared>> contestants;  // one for each of spec.contestants
    std::shared_ptr<const Dataset> dataset;
    std::vector<Scorer> scorers;
    std::vector<std::pair<std::size_t, std::size_t>> completed = {};  // (contestant, case), sorted: not run again
    std::size_t concurrency = 8;                                      // runs at a time
    std::shared_ptr<Pause> pause = {};                                // null: it cannot rest
};

struct Progress {
    std::size_t done = 0;    // runs finished, those of an earlier start included
    std::size_t total = 0;   // contestants × cases
    std::size_t failed = 0;  // of this start: runs without an answer
    Money cost;              // of this start, as far as prices are known
    bool costKnown = true;
    std::chrono::nanoseconds elapsed{0};  // without the time it rested
    // By the pace so far; empty until there is one.
    std::optional<std::chrono::nanoseconds> remaining;
};

struct RunnerCallbacks {
    // Each finished run with its trace. Cancelled runs are not results.
    std::function<void(CaseResult, const trace::Trace&)> onResult;
    std::function<void(const Progress&)> onProgress;
    // Once and last; true when everything was run, false after a cancellation.
    std::function<void(bool complete)> onDone;
};

class Runner {
public:
    // Both outlive every run.
    Runner(engine::Engine& engine, const Clock& clock) : m_engine(engine), m_clock(clock) {}

    // Cases in order, and for each case its contestants, so that what is finished can be compared at any time.
    // REQUIRES: all callbacks are set; plan.contestants matches plan.spec.contestants
    void start(RunnerPlan plan, std::stop_token stop, RunnerCallbacks callbacks);

private:
    engine::Engine& m_engine;
    const Clock& m_clock;
};

}  // namespace touchstone::eval
