// SPDX-License-Identifier: Apache-2.0
//
// An experiment: versions × cases, and what each run of it gave. Plain values.

#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/json.h"
#include "base/money.h"
#include "trace/trace.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace touchstone::eval {

// One column of an experiment: a version or a draft, perhaps with its routing overruled.
struct Contestant {
    VersionId version;          // empty: a draft
    std::string label;          // "v3 · a3f9c21", "draft of main · 09be77a", as people see it
    std::string tier = {};      // empty: as the version routes
    std::string document = {};  // of a draft: its JSON when the experiment began; not read by ExperimentStore::list()
    bool operator==(const Contestant&) const = default;
};

struct ScoreEntry {
    std::string scorer;  // the scorer's name
    double value = 0;    // 0..1
    bool passed = false;
    std::string reason;
};

// The result of one contestant on one case. A case whose run failed scores 0 with the error as reason.
struct CaseResult {
    std::size_t contestant = 0;  // index into ExperimentSpec::contestants
    std::size_t caseIndex = 0;   // index into the dataset's cases
    TraceId trace;
    trace::Status status = trace::Status::Failed;
    std::string output;
    std::vector<ScoreEntry> scores;
    double score = 0;     // weighted mean of the scores
    bool passed = false;  // every scorer passed
    std::chrono::nanoseconds latency{0};
    std::optional<Money> cost;  // empty: unknown
    std::string error = {};
    std::string fellBack = {};  // why tiers that were asked did not answer; empty when the first did
    std::string tier = {};      // that answered; the store takes it from the trace, empty when that is gone
};

struct ExperimentSpec {
    std::string workflow;
    std::string datasetName;
    DatasetId dataset;
    Json scorers = Json::array();  // scorer specs, see eval/scorer.h
    std::vector<Contestant> contestants;
};

enum class ExperimentStatus { Running, Done, Cancelled };

struct Experiment {
    ExperimentId id;
    ExperimentSpec spec;
    ExperimentStatus status = ExperimentStatus::Running;
    WallTime created;
};

}  // namespace touchstone::eval
