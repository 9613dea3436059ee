// SPDX-License-Identifier: Apache-2.0
//
// From what people ask for to what is run, and whether what they ask for is what ran. Reads the store: for workers.

#pragma once

#include "context.h"
#include "session/experiments.h"

namespace touchstone::session {

// A new experiment, not stored yet. The draft is pinned as it stands, a single input becomes a dataset without a name.
[[nodiscard]] Result<eval::Experiment> describe(Context& context, const ExperimentRequest& request);

// Conflict when what was asked for beside the experiment is not what it ran with.
[[nodiscard]] Result<void> requireSame(Context& context, const eval::Experiment& experiment,
                                       const ExperimentRequest& expected);

}  // namespace touchstone::session
