// SPDX-License-Identifier: Apache-2.0
//
// Reading and writing whole files, with limits and errors that name the file. SQLite databases, above all an open
// workspace, are neither read nor overwritten. Thread-safe.

#pragma once

#include "base/result.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace touchstone::session {

inline constexpr std::size_t kLargestTextFile = 64U << 20U;

// Whether readFile() may open it: not a folder, not a database. For those who read a file by other means.
[[nodiscard]] Result<void> checkInput(const std::filesystem::path& path);

[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit = kLargestTextFile);

// Whether writeFile() may write there: not over a folder, a database or what belongs to one. Ask before the work whose
// result goes there.
[[nodiscard]] Result<void> checkOutput(const std::filesystem::path& path);

// Checks the same, writes beside `path` and renames, so that readers see the old file or the whole new one; on disk
// when it returns. A symbolic link stays and what it leads to is written; a pipe or a terminal is written to directly.
[[nodiscard]] Result<void> writeFile(const std::filesystem::path& path, std::string_view content);
// The file that a program had not put in its place when it was killed in writeFile() or writeFiles(): "a.md" for
// "a.md.part" and "a.md.part7"; nothing for any other name.
[[nodiscard]] std::optional<std::string> wholeNameOf(std::string_view path);
// Writes all of `files` (relative path → content) below `folder`, making folders. While not every one of them is whole
// on the disk, no file is replaced: a disk that is full or read-only leaves the folder's files as they were.
[[nodiscard]] Result<void> writeFiles(const std::filesystem::path& folder,
                                      const std::map<std::string, std::string>& files);

// A file that grows line by line. What append() was given survives the end of the program, however it ends.
class GrowingFile {
public:
    // Fails as checkOutput() does. The file is made, over what was there, when its first line comes; then it begins
    // with `head`.
    [[nodiscard]] static Result<std::unique_ptr<GrowingFile>> make(std::filesystem::path path, std::string head);
    ~GrowingFile();
    GrowingFile(const GrowingFile&) = delete;
    GrowingFile& operator=(const GrowingFile&) = delete;

    // Whole lines, also when several threads append. Nothing more is written after the first failure.
    void append(std::string_view line);
    // Makes everything durable; fails with the first failure so far.
    [[nodiscard]] Result<void> sync();

private:
    GrowingFile(std::filesystem::path path, std::string head) : m_path(std::move(path)), m_head(std::move(head)) {}
    [[nodiscard]] Result<void> open();

    const std::filesystem::path m_path;
    const std::string m_head;
    std::mutex m_mutex;
    // Guarded by m_mutex
    int m_descriptor = -1;
    Result<void> m_written;
};

}  // namespace touchstone::session
