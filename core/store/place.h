// SPDX-License-Identifier: Apache-2.0
//
// What can be known of a path without opening the file: opening and closing it would drop SQLite's locks.

#pragma once

#include "sqlite.h"
#include "store/workspace.h"

#include <string>

namespace touchstone::store {

struct Place {
    std::string path;  // absolute
    Access access = Access::ReadOnly;
    std::string readOnlyWhy;  // empty: writable
};

// Throws Failure when nothing can be opened at `path` in this mode.
[[nodiscard]] Place examinePlace(const std::string& path, OpenMode mode);

}  // namespace touchstone::store
