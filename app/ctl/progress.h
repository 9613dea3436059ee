// SPDX-License-Identifier: Apache-2.0
//
// A line of progress on a terminal, rewritten at most ten times a second; nothing where errors go to a file.

#pragma once

#include "eval/runner.h"

#include <chrono>
#include <ostream>

namespace touchstone::ctl {

class ProgressLine {
public:
    // Shows nothing when `quiet` or when standard error is not a terminal.
    ProgressLine(std::ostream& err, bool quiet);
    ~ProgressLine();  // clears the line
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    // One call at a time.
    void show(const eval::Progress& progress);

private:
    std::ostream& m_err;
    const bool m_shown;
    std::chrono::nanoseconds m_last{-1};
};

}  // namespace touchstone::ctl
