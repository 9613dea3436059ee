// SPDX-License-Identifier: Apache-2.0
//
// Small files that only their owner may read.

#pragma once

#include "base/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace touchstone::crypto {

// Fails with NotFound when there is none, and with Corrupt when it is larger than `limit` or no regular file.
[[nodiscard]] Result<std::string> readPrivateFile(const std::filesystem::path& path, std::size_t limit);

// Readers see the old file or the whole new one, of mode 0600, on disk when it returns. Makes the folder, of mode 0700,
// when it is missing.
[[nodiscard]] Result<void> writePrivateFile(const std::filesystem::path& path, std::string_view content);

// Held while a file is read, changed and written again; programs wait for each other. A file beside it, "path.lock".
class PrivateFileLock {
public:
    [[nodiscard]] static Result<PrivateFileLock> take(const std::filesystem::path& path);
    ~PrivateFileLock();
    PrivateFileLock(PrivateFileLock&& other) noexcept;
    PrivateFileLock& operator=(PrivateFileLock&&) = delete;

private:
    explicit PrivateFileLock(int descriptor) : m_descriptor(descriptor) {}

    int m_descriptor;
};

}  // namespace touchstone::crypto
