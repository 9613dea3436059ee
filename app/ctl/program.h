// SPDX-License-Identifier: Apache-2.0
//
// touchstonectl as a function, so that tests can call it.

#pragma once

#include <ostream>
#include <stop_token>

namespace touchstone::ctl {

// Parses the command line, does what it says, and gives the exit code.
[[nodiscard]] int runProgram(int argc, const char* const* argv, std::ostream& out, std::ostream& err,
                             std::stop_token stop);

}  // namespace touchstone::ctl
