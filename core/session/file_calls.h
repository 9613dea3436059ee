// SPDX-License-Identifier: Apache-2.0
//
// The system's calls for writing files, whole and with errors that name the file. Thread-safe.

#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace touchstone::session {

// What errno says: "cannot write notes.md: ...".
[[nodiscard]] Error systemError(const std::filesystem::path& path, const std::string& what);

// `path` is for the error.
[[nodiscard]] Result<void> writeAll(int descriptor, std::string_view content, const std::filesystem::path& path);
[[nodiscard]] Result<void> syncFile(int descriptor, const std::filesystem::path& path);

// Makes the names in the folder of `path` durable, where the file system can.
void syncFolder(const std::filesystem::path& path);

}  // namespace touchstone::session
