// SPDX-License-Identifier: Apache-2.0
//
// How one trace looks in a terminal.

#pragma once

#include "trace/trace.h"

#include <ostream>
#include <string>

namespace touchstone::ctl {

// Everything: what ran, for whom, what it cost; input, prompt and answer; what validation and policy said; its spans.
void printTrace(std::ostream& out, const trace::Trace& trace);

// What the model's server said of the last call that failed, on one line of at most 300 characters; "" when no call
// did.
[[nodiscard]] std::string providerWords(const trace::Detail& detail);

}  // namespace touchstone::ctl
