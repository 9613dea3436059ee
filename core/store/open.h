// SPDX-License-Identifier: Apache-2.0
//
// From a path to an open workspace, or to the sentence that says why not.

#pragma once

#include "database.h"
#include "store/workspace.h"

namespace touchstone::store {

// Throws Failure. Leaves a file that is not a workspace, or a newer one, as it is.
[[nodiscard]] Opened openFile(const std::string& path, OpenMode mode);

}  // namespace touchstone::store
