// SPDX-License-Identifier: Apache-2.0
//
// Keeps what a running experiment produces: results and traces in the store, and its end.
//
// Thread-safe; the runner calls one member at a time.

#pragma once

#include "experiment_course.h"

#include <memory>
#include <mutex>
#include <optional>

namespace touchstone::session {

// What an experiment found so far.
[[nodiscard]] Result<eval::Report> reportOf(Context& context, const std::string& experiment);

class Keeper : public std::enable_shared_from_this<Keeper> {
public:
    Keeper(Context& context, const Course& course, Done<eval::Report> done);

    void keep(eval::CaseResult result, const trace::Trace& trace);
    // The last call; reports.
    void close(bool complete);

private:
    [[nodiscard]] eval::ExperimentStatus statusAt(bool complete) const;
    void note(const Result<void>& stored);
    [[nodiscard]] std::optional<Error> lost() const;

    Context& m_context;
    const ExperimentId m_id;
    Claim m_claim;  // until its end is stored
    const std::shared_ptr<const eval::Pause> m_pause;
    const std::shared_ptr<eval::ResultFeed> m_feed;
    const Done<eval::Report> m_done;
    mutable std::mutex m_mutex;
    // Guarded by m_mutex; the last thing that could not be stored
    std::optional<Error> m_lost;
};

}  // namespace touchstone::session
