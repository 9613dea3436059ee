// SPDX-License-Identifier: Apache-2.0

#include "session/files.h"

#include "database_files.h"
#include "descriptor.h"
#include "file_calls.h"
#include "staged_file.h"

#include <array>
#include <cerrno>
#include <utility>
#include <vector>

namespace touchstone::session {
namespace {

namespace fs = std::filesystem;

// Whole and on disk beside its place.
Result<StagedFile> stage(const fs::path& path, std::string_view content) {
    TOUCHSTONE_TRY(StagedFile staged, StagedFile::make(path));
    TOUCHSTONE_TRY_VOID(staged.append(content));
    TOUCHSTONE_TRY_VOID(staged.finish());
    return staged;
}

// A pipe, a terminal, /dev/stdout: what is written to and cannot be replaced.
bool isStream(const fs::path& path) {
    std::error_code problem;
    const fs::file_status status = fs::status(path, problem);
    return !problem && fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

Result<void> writeStream(const fs::path& path, std::string_view content) {
    const Descriptor stream(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (stream.value() < 0)
        return systemError(path, "write");
    return writeAll(stream.value(), content, path);
}

// Where a symbolic link leads, so that the link stays.
fs::path withoutLinks(const fs::path& path) {
    std::error_code problem;
    if (!fs::is_symlink(path, problem))
        return path;
    const fs::path target = fs::canonical(path, problem);
    return problem ? path : target;
}

}  // namespace

Result<void> checkInput(const fs::path& path) {
    std::error_code problem;
    if (fs::is_directory(path, problem))
        return Error{ErrorCode::InvalidArgument, path.string() + " is a folder, not a file"};
    if (isDatabaseFile(path))
        return Error{ErrorCode::InvalidArgument, path.string() +
                                                     " is a workspace or another SQLite database, which cannot be "
                                                     "read here; give the file that was meant"};
    return {};
}

Result<std::string> readFile(const fs::path& path, std::size_t limit) {
    TOUCHSTONE_TRY_VOID(checkInput(path));
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.value() < 0)
        return systemError(path, "read");
    std::string content;
    std::array<char, 1U << 16U> block{};
    for (;;) {
        const ssize_t got = ::read(file.value(), block.data(), block.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(path, "read");
        if (got == 0)
            return content;
        content.append(block.data(), static_cast<std::size_t>(got));
        if (content.size() > limit)
            return Error{ErrorCode::InvalidArgument,
                         path.string() + " is larger than the limit of " + std::to_string(limit) + " bytes"};
    }
}

Result<void> checkOutput(const fs::path& path) {
    std::error_code problem;
    if (fs::is_directory(path, problem))
        return Error{ErrorCode::InvalidArgument, path.string() + " is a folder; give the name of a file"};
    if (isDatabaseFile(path))
        return Error{ErrorCode::AlreadyExists, path.string() +
                                                   " is a workspace or another SQLite database, which is never "
                                                   "overwritten; give another file"};
    return {};
}

Result<void> writeFile(const fs::path& path, std::string_view content) {
    TOUCHSTONE_TRY_VOID(checkOutput(path));
    if (isStream(path))
        return writeStream(path, content);
    TOUCHSTONE_TRY(StagedFile staged, stage(withoutLinks(path), content));
    return staged.put();
}

std::optional<std::string> wholeNameOf(std::string_view path) {
    const auto end = path.rfind(kPart);
    if (end == std::string_view::npos || path.find_first_not_of("0123456789", end + kPart.size()) != path.npos)
        return std::nullopt;
    return std::string(path.substr(0, end));
}

Result<void> writeFiles(const fs::path& folder, const std::map<std::string, std::string>& files) {
    std::vector<StagedFile> staged;
    for (const auto& [path, content] : files) {
        TOUCHSTONE_TRY_VOID(checkOutput(folder / path));
        TOUCHSTONE_TRY(StagedFile file, stage(folder / path, content));
        staged.push_back(std::move(file));
    }
    for (StagedFile& file : staged) {
        TOUCHSTONE_TRY_VOID(file.put());
    }
    return {};
}

Result<std::unique_ptr<GrowingFile>> GrowingFile::make(fs::path path, std::string head) {
    TOUCHSTONE_TRY_VOID(checkOutput(path));
    return std::unique_ptr<GrowingFile>(new GrowingFile(std::move(path), std::move(head)));
}

GrowingFile::~GrowingFile() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<void> GrowingFile::open() {
    TOUCHSTONE_TRY_VOID(checkOutput(m_path));  // again, for by now a workspace may have been made there
    m_descriptor = ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0644);
    return m_descriptor >= 0 ? writeAll(m_descriptor, m_head, m_path) : systemError(m_path, "write");
}

void GrowingFile::append(std::string_view line) {
    const std::lock_guard lock(m_mutex);
    if (m_written.ok() && m_descriptor < 0)
        m_written = open();
    if (m_written.ok())
        m_written = writeAll(m_descriptor, line, m_path);
}

Result<void> GrowingFile::sync() {
    const std::lock_guard lock(m_mutex);
    if (!m_written.ok() || m_descriptor < 0)
        return m_written;
    TOUCHSTONE_TRY_VOID(syncFile(m_descriptor, m_path));
    syncFolder(m_path);  // the file may be new there
    return {};
}

}  // namespace touchstone::session
