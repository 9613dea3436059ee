// SPDX-License-Identifier: Apache-2.0
//
// What can be known of a path without opening the file: opening and closing it would drop SQLite's locks.

#pragma once

#include "sqlite.h"
#include "store/workspace.h"

#include <cstdint>
#include <optional>
#include <string>

namespace touchstone::store {

struct Place {
    std::string path;  // absolute
    Access access = Access::ReadOnly;
    std::string readOnlyWhy;  // empty: writable
};

// Which file it is, whatever its name.
struct FileId {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    bool operator==(const FileId&) const = default;
};
// Nothing when there is none.
[[nodiscard]] std::optional<FileId> fileIdAt(const std::string& path);
// Throws Failure when there is another file, or none, at `path`.
void requireSameFile(const std::string& path, const std::optional<FileId>& file);

// Throws Failure when nothing can be opened at `path` in this mode.
[[nodiscard]] Place examinePlace(const std::string& path, OpenMode mode);

}  // namespace touchstone::store
