// SPDX-License-Identifier: Apache-2.0
//
// How one trace looks in a terminal.

#pragma once

#include "trace/trace.h"

#include <ostream>

namespace touchstone::ctl {

// Everything: what ran, for whom, what it cost; input, prompt and answer; what validation and policy said; its spans.
void printTrace(std::ostream& out, const trace::Trace& trace);

}  // namespace touchstone::ctl
