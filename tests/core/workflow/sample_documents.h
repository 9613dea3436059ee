// SPDX-License-Identifier: Apache-2.0
//
// Every version of the sample workspace's workflows, put together as resources/sample/README.md says.

#pragma once

#include "base/json.h"

#include <map>
#include <string>

namespace touchstone::testing {

// By place: "support-triage/2". Stops the test when the sample cannot be read.
[[nodiscard]] std::map<std::string, Json> sampleDocuments();

}  // namespace touchstone::testing
