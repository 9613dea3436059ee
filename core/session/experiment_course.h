// SPDX-License-Identifier: Apache-2.0
//
// What is left to run of a stored experiment, and the right to run it. Reads and writes the store: for workers.

#pragma once

#include "context.h"
#include "session/experiments.h"

#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace touchstone::session {

// The experiments that a session runs, so that none is run twice at a time. Thread-safe.
class Claims {
public:
    // False when somebody has it.
    [[nodiscard]] bool take(const std::string& id) {
        const std::lock_guard lock(m_mutex);
        return m_ids.insert(id).second;
    }
    void giveBack(const std::string& id) {
        const std::lock_guard lock(m_mutex);
        m_ids.erase(id);
    }
    [[nodiscard]] bool has(const std::string& id) const {
        const std::lock_guard lock(m_mutex);
        return m_ids.contains(id);
    }

private:
    mutable std::mutex m_mutex;
    std::set<std::string> m_ids;  // guarded by m_mutex
};

// The right to run an experiment, given back when the last copy goes.
using Claim = std::shared_ptr<const void>;

struct Course {
    ExperimentId id;
    eval::RunnerPlan plan;
    Claim claim;
    std::shared_ptr<eval::ResultFeed> feed;  // null: nobody looks
};

// What an experiment found so far, by contestant, then case. Corrupt when it holds what the experiment cannot have
// found.
[[nodiscard]] Result<std::vector<eval::CaseResult>> resultsOf(Context& context, const eval::Experiment& experiment,
                                                              const eval::Dataset& dataset);

// A new experiment, which is stored now.
[[nodiscard]] Result<Course> begin(Context& context, const std::shared_ptr<Claims>& claims,
                                   const ExperimentRequest& request);
// What is left of one that was started before, which says Running again.
[[nodiscard]] Result<Course> takeUp(Context& context, const std::shared_ptr<Claims>& claims,
                                    const std::string& reference, const ExperimentRequest& expected);

}  // namespace touchstone::session
