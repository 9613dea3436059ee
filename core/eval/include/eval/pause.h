// SPDX-License-Identifier: Apache-2.0
//
// Lets an experiment rest between two runs. What is under way is finished and kept; no further run begins until it is
// released. A stop that comes while it rests ends it as usual.
//
// Thread-safe. A Pause belongs to one experiment.

#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <vector>

namespace touchstone::eval {

class Pause {
public:
    void hold();
    void release();
    [[nodiscard]] bool held() const;
    // How many lanes of the experiment wait for the release.
    [[nodiscard]] std::size_t resting() const;

    // For the experiment: keeps `goOn` until the release, or false, and nothing is kept, when it is not held.
    [[nodiscard]] bool park(std::function<void()> goOn);
    // Calls all that is parked, held or not: the experiment was stopped.
    void wake();

private:
    mutable std::mutex m_mutex;
    // Guarded by m_mutex
    bool m_held = false;
    std::vector<std::function<void()>> m_parked;
};

}  // namespace touchstone::eval
