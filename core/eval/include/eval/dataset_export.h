// SPDX-License-Identifier: Apache-2.0
//
// Datasets to files that import again, with default options, as the same dataset: same id.
//
// Pure functions; safe from any thread.

#pragma once

#include "eval/dataset.h"

#include <string>

namespace touchstone::eval {

// One column for each input field. Fields that are not all strings get the mark ":json" in the header and JSON cells;
// inputs that a header cannot tell apart from other columns go into one column "input:json".
[[nodiscard]] std::string exportCsv(const Dataset& dataset);
// toJson(Case), one a line.
[[nodiscard]] std::string exportJsonl(const Dataset& dataset);

}  // namespace touchstone::eval
