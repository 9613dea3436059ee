// SPDX-License-Identifier: Apache-2.0
//
// Experiments and their results, written while they run so that an interrupted one can be resumed.
//
// Thread-safe. Queries block on SQLite. create() and finish() are on disk (synchronous=FULL) when they complete;
// results are batched (NORMAL) and keep their order before a finish() that follows them.

#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "eval/experiment.h"
#include "store/pending.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace touchstone::store {

class Database;

struct ExperimentInfo {
    eval::Experiment experiment;
    std::int64_t results = 0;  // stored so far
    std::optional<WallTime> finished;
};

// Which contestant on which case.
using ResultKey = std::pair<std::size_t, std::size_t>;

class ExperimentStore {
public:
    explicit ExperimentStore(Database& database) : m_database(database) {}

    // AlreadyExists when an experiment has this id.
    [[nodiscard]] Pending<void> create(eval::Experiment experiment);
    // Adds results; one for a contestant and case that has one already replaces it. NotFound for an unknown experiment.
    [[nodiscard]] Pending<void> appendResults(ExperimentId experiment, std::vector<eval::CaseResult> results);
    // Running takes a finished experiment up again.
    [[nodiscard]] Pending<void> finish(ExperimentId experiment, eval::ExperimentStatus status);

    // Newest first; of one workflow, or of all when it is empty; without the text of drafts. One that says Running may
    // belong to a program that died: whoever resumes decides.
    [[nodiscard]] Result<std::vector<ExperimentInfo>> list(std::string_view workflow) const;
    // By id, or by a prefix of at least four digits that fits one experiment only.
    [[nodiscard]] Result<ExperimentInfo> load(std::string_view idOrPrefix) const;
    // By contestant, then case.
    [[nodiscard]] Result<std::vector<eval::CaseResult>> results(const ExperimentId& experiment) const;
    // What needs no second run; sorted.
    [[nodiscard]] Result<std::vector<ResultKey>> completed(const ExperimentId& experiment) const;

private:
    Database& m_database;
};

}  // namespace touchstone::store
