// SPDX-License-Identifier: Apache-2.0
//
// What a running experiment has found, for whoever shows it meanwhile: the one that runs it puts results in as they
// come, the one that shows it takes out what is new when it is ready for it. Nobody waits for the other.
//
// Thread-safe. A ResultFeed belongs to one experiment.

#pragma once

#include "eval/dataset.h"
#include "eval/experiment.h"

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace touchstone::eval {

class ResultFeed {
public:
    // What the results belong to.
    struct Subject {
        Experiment experiment;
        std::shared_ptr<const Dataset> dataset;
    };

    // Once, before the first result; `before` are those of an earlier start.
    void begin(Subject subject, std::vector<CaseResult> before);
    void put(CaseResult result);
    // Nobody looks any more: what is in it goes, and what comes.
    void close();

    // Empty until it has begun.
    [[nodiscard]] std::optional<Subject> subject() const;
    [[nodiscard]] bool hasNews() const;
    // Those that nobody took yet, in the order they came; each is given out once.
    [[nodiscard]] std::vector<CaseResult> take();

private:
    mutable std::mutex m_mutex;
    // Guarded by m_mutex
    std::optional<Subject> m_subject;
    std::vector<CaseResult> m_results;
    bool m_closed = false;
};

}  // namespace touchstone::eval
