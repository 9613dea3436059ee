// SPDX-License-Identifier: Apache-2.0
//
// A new file beside the place it is meant for, which takes that place when it is whole, and goes away when it does not.
// Until then, what was there stays; nobody's file is overwritten or removed, and several may be written at a time.
//
// One thread at a time.

#pragma once

#include "base/result.h"

#include <filesystem>
#include <string_view>

namespace touchstone::session {

// What a file's name has behind it while it is staged; then perhaps a number.
inline constexpr std::string_view kPart = ".part";

class StagedFile {
public:
    // An empty file. Makes the folder of `path`, when there is none.
    [[nodiscard]] static Result<StagedFile> make(const std::filesystem::path& path);
    ~StagedFile();
    StagedFile(StagedFile&& other) noexcept;
    StagedFile& operator=(StagedFile&&) = delete;

    [[nodiscard]] Result<void> append(std::string_view content);
    // On the disk, and closed: nothing more can be appended.
    [[nodiscard]] Result<void> finish();
    // Takes its place, durably. REQUIRES: finish() did not fail
    [[nodiscard]] Result<void> put();

private:
    StagedFile(std::filesystem::path path, std::filesystem::path part, int descriptor);
    void close();

    std::filesystem::path m_path;
    std::filesystem::path m_part;  // empty: it was put
    int m_descriptor;              // negative: closed
};

}  // namespace touchstone::session
