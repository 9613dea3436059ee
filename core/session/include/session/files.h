// SPDX-License-Identifier: Apache-2.0
//
// Reading and writing whole files, with limits and errors that name the file.

#pragma once

#include "base/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace touchstone::session {

inline constexpr std::size_t kLargestTextFile = 64U << 20U;

[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit = kLargestTextFile);

// Writes beside `path` and renames, so that readers see the old file or the whole new one; on disk when it returns.
[[nodiscard]] Result<void> writeFile(const std::filesystem::path& path, std::string_view content);

}  // namespace touchstone::session
