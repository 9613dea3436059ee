// SPDX-License-Identifier: Apache-2.0
//
// The row of a workflow, which versions and drafts share.

#pragma once

#include "sqlite.h"

#include "base/clock.h"

#include <string_view>

namespace touchstone::store {

// The number of the workflow's row; 0 when there is none.
[[nodiscard]] std::int64_t findWorkflow(Connection& connection, std::string_view name);
// The same, made when there is none. Throws Failure for a name that is not allowed.
[[nodiscard]] std::int64_t requireWorkflow(Connection& connection, std::string_view name, WallTime created);

}  // namespace touchstone::store
