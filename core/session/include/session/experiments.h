// SPDX-License-Identifier: Apache-2.0
//
// Versions × cases, and what the comparison says. Thread-safe, see session.h.

#pragma once

#include "eval/report.h"
#include "eval/result_feed.h"
#include "eval/runner.h"
#include "session/done.h"
#include "store/experiments.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace touchstone::session {

class Context;
class Claims;

struct ExperimentRequest {
    std::string workflow;
    std::vector<std::string> versions;            // references, or "draft"; the first is the baseline
    std::string branch = "main";                  // whose draft it is; its text is pinned when the experiment starts
    std::string dataset;                          // name or id
    std::optional<Json> input = {};               // instead of a dataset: the variables of the only case
    Json scorers = Json::array();                 // empty: those stored with the dataset; a single input needs none
    std::string tier = {};                        // overrules routing for every contestant
    std::size_t concurrency = 8;                  // runs at a time
    std::shared_ptr<eval::Pause> pause = {};      // lets it rest; null: it cannot
    std::shared_ptr<eval::ResultFeed> feed = {};  // gets what is found as it comes; null: nobody looks
};

enum class ReportFormat { Html, Csv, Json };

// "label, json-schema": what a list of scorers is called, by names or else by types.
[[nodiscard]] std::string scorerNames(const Json& scorers);

class Experiments {
public:
    using OnProgress = std::function<void(const eval::Progress&)>;

    explicit Experiments(Context& context);

    // Runs every version on every case, stores results and traces as they come, and reports. Cancelling keeps what is
    // finished: the report then covers it and resume() runs the rest; one that is stopped while it rests stays
    // Running, as a program that died leaves it. Fails before anything runs with NotFound (a
    // version, the dataset, a corpus, the tier), InvalidArgument (a scorer, a draft that is not valid) or Unsupported
    // (a setting).
    void start(ExperimentRequest request, std::stop_token stop, OnProgress onProgress, Done<eval::Report> done);
    // Runs what an interrupted experiment has not run yet; one that is complete is only reported. What `expected` says
    // must be what the experiment ran with, else Conflict; what it leaves empty is not compared. Of it only the
    // concurrency, the pause and the feed are used. NotFound when there is no such experiment, Conflict while this
    // session runs it.
    void resume(std::string experiment, ExperimentRequest expected, std::stop_token stop, OnProgress onProgress,
                Done<eval::Report> done);

    // Whether this session runs it now; one that is stored as Running and is not, was left unfinished.
    [[nodiscard]] bool runs(const ExperimentId& experiment) const;

    // Newest first; of one workflow, or of all when it is empty.
    void list(std::string workflow, Done<std::vector<store::ExperimentInfo>> done);
    // What it found so far. NotFound when there is no such experiment.
    void report(std::string experiment, Done<eval::Report> done);
    // Writes a report that stands alone, whole or not at all; fails as session::writeFile(), and with Cancelled when it
    // is stopped. `onWritten` hears how many cases are written; it may be empty.
    void save(std::shared_ptr<const eval::Report> report, ReportFormat format, std::string file, std::stop_token stop,
              std::function<void(std::size_t cases)> onWritten, Done<void> done);

private:
    Context& m_context;
    const std::shared_ptr<Claims> m_claims;
};

}  // namespace touchstone::session
