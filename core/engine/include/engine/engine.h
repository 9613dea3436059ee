// SPDX-License-Identifier: Apache-2.0
//
// Runs a version on an input: the one request flow of workbench, command line and production.
//
//     admit → context → render → route → attempt ⇄ validate → guard → record
//
// Thread-safe: run() may be called from any thread and returns at once. Runs share a pool of worker threads; each is
// one coroutine that moves between them. Destroying the engine cancels what is still running and waits for it.

#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "cost/price_table.h"
#include "engine/prepared.h"
#include "provider/directory.h"
#include "trace/trace.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace touchstone::engine {

struct RunRequest {
    std::shared_ptr<const Prepared> workflow;
    VersionId version;  // empty for a draft
    Json input = Json::object();
    trace::Origin origin = trace::Origin::Try;
    std::string journey = {};
    std::string environment = {};
    std::string tier = {};  // overrules routing when set
};

// What is wrong with an input, and where: `error` of the outcome says the same in a sentence of its own.
struct InputProblem {
    std::string place;    // JSON pointer of the value that is wrong or missing; "" for the whole input
    std::string message;  // for people: what was expected and what was found
};

// What came of a run. Always complete: a failed run has its trace too.
struct Outcome {
    trace::Status status = trace::Status::Failed;
    std::string output;  // the answer's text, after output policy; partial when the run failed half-way
    Json value;          // the parsed answer, when the output mode is JSON and the answer is valid
    std::string error;   // for people; empty when status is Ok
    std::optional<InputProblem> inputProblem;  // set when the input does not fit its schema
    // Why tiers that were asked did not answer, for people: "large: …; other: …". Empty unless summary.fellBack.
    std::string fellBack;
    trace::Trace trace;
};

struct EngineParts {
    Clock& clock;
    Random& random;
    provider::Directory& providers;
    const cost::PriceTable& prices;
    unsigned workers = 0;  // 0: one for each processor
};

class Engine {
public:
    // The answer's text as it arrives, in order, from a worker or network thread. What an abandoned attempt had sent
    // is taken back with `restart` true before the next attempt's first text. A version with output policy sends
    // nothing: its text is shown when it has passed, in the outcome.
    using OnDelta = std::function<void(std::string_view text, bool restart)>;
    using OnDone = std::function<void(Outcome)>;

    explicit Engine(EngineParts parts);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    // Starts a run. `onDone` is called exactly once and last, on a worker thread, also after cancellation.
    // REQUIRES: `request.workflow` and `onDone` are set.
    void run(RunRequest request, std::stop_token stop, OnDelta onDelta, OnDone onDone);

    // What calls cost here.
    [[nodiscard]] const cost::PriceTable& prices() const;

    // Runs other CPU-bound work on the same workers. Dropped when the engine is being destroyed.
    void post(std::function<void()> work);

private:
    class Workers;
    std::unique_ptr<Workers> m_workers;
};

}  // namespace touchstone::engine
