// SPDX-License-Identifier: Apache-2.0

#include "staged_file.h"

#include "file_calls.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <utility>

namespace touchstone::session {
namespace {

namespace fs = std::filesystem;

Error unwritable(const fs::path& path, const std::error_code& problem) {
    const bool denied = problem == std::errc::permission_denied || problem == std::errc::operation_not_permitted ||
                        problem == std::errc::read_only_file_system;
    return {denied ? ErrorCode::PermissionDenied : ErrorCode::Unavailable,
            "cannot write " + path.string() + ": " + problem.message()};
}

}  // namespace

Result<StagedFile> StagedFile::make(const fs::path& path) {
    constexpr int kMostLeftOvers = 100;
    std::error_code problem;
    if (path.has_parent_path())
        fs::create_directories(path.parent_path(), problem);
    if (problem)
        return unwritable(path, problem);
    for (int i = 0; i < kMostLeftOvers; ++i) {
        const fs::path part = path.string() + std::string(kPart) + (i > 0 ? std::to_string(i) : "");
        const int descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
        if (descriptor >= 0)
            return StagedFile(path, part, descriptor);
        if (errno != EEXIST)
            break;
    }
    return systemError(path, "write");
}

StagedFile::StagedFile(fs::path path, fs::path part, int descriptor)
    : m_path(std::move(path)), m_part(std::move(part)), m_descriptor(descriptor) {}

StagedFile::~StagedFile() {
    close();
    std::error_code ignored;
    if (!m_part.empty())
        fs::remove(m_part, ignored);
}

StagedFile::StagedFile(StagedFile&& other) noexcept
    : m_path(std::move(other.m_path)),
      m_part(std::exchange(other.m_part, fs::path())),
      m_descriptor(std::exchange(other.m_descriptor, -1)) {}

Result<void> StagedFile::append(std::string_view content) {
    return writeAll(m_descriptor, content, m_path);
}

Result<void> StagedFile::finish() {
    TOUCHSTONE_TRY_VOID(syncFile(m_descriptor, m_path));
    close();
    return {};
}

Result<void> StagedFile::put() {
    std::error_code problem;
    fs::rename(m_part, m_path, problem);
    if (problem)
        return unwritable(m_path, problem);
    m_part.clear();
    syncFolder(m_path);
    return {};
}

void StagedFile::close() {
    if (const int descriptor = std::exchange(m_descriptor, -1); descriptor >= 0)
        ::close(descriptor);
}

}  // namespace touchstone::session
