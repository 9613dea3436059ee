// SPDX-License-Identifier: Apache-2.0
//
// What SQLite's result codes mean to a person, and what to do about them.

#pragma once

#include "sqlite.h"

namespace touchstone::store {

// What the last call on `handle` failed with.
[[nodiscard]] Failure sqliteFailure(sqlite3* handle);

}  // namespace touchstone::store
