// SPDX-License-Identifier: Apache-2.0
//
// Files that nobody but SQLite may touch. Thread-safe.

#pragma once

#include <filesystem>

namespace touchstone::session {

// Whether `path` leads to a SQLite database, or to the -wal, -shm or -journal of one. A file that this process has open
// is not opened for the answer: closing it would drop the locks that SQLite holds on it (fcntl(2), "Advisory record
// locking").
[[nodiscard]] bool isDatabaseFile(const std::filesystem::path& path);

}  // namespace touchstone::session
