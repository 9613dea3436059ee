// SPDX-License-Identifier: Apache-2.0

#include "session/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace touchstone::session {
namespace {

Error systemError(const std::filesystem::path& path, const std::string& what) {
    const int code = errno;
    ErrorCode kind = ErrorCode::Unavailable;
    if (code == ENOENT)
        kind = ErrorCode::NotFound;
    else if (code == EACCES || code == EPERM || code == EROFS)
        kind = ErrorCode::PermissionDenied;
    return {kind, "cannot " + what + " " + path.string() + ": " + std::strerror(code)};
}

// Closes what it holds.
class Descriptor {
public:
    explicit Descriptor(int value) : m_value(value) {}
    ~Descriptor() {
        if (m_value >= 0)
            ::close(m_value);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int value() const { return m_value; }

private:
    int m_value;
};

Result<void> writeAll(int descriptor, std::string_view content, const std::filesystem::path& path) {
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return systemError(path, "write");
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(descriptor) != 0)
        return systemError(path, "write");
    return {};
}

}  // namespace

Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit) {
    std::error_code problem;
    if (std::filesystem::is_directory(path, problem))
        return Error{ErrorCode::InvalidArgument, path.string() + " is a folder, not a file"};
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

Result<void> writeFile(const std::filesystem::path& path, std::string_view content) {
    std::error_code problem;
    if (path.has_parent_path())
        std::filesystem::create_directories(path.parent_path(), problem);
    const std::filesystem::path part = path.string() + ".part";
    {
        const Descriptor file(::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
        if (file.value() < 0)
            return systemError(path, "write");
        if (auto written = writeAll(file.value(), content, path); !written.ok()) {
            std::filesystem::remove(part, problem);
            return written;
        }
    }
    std::filesystem::rename(part, path, problem);
    if (problem) {
        Error error{ErrorCode::Unavailable, "cannot write " + path.string() + ": " + problem.message()};
        std::filesystem::remove(part, problem);
        return error;
    }
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    if (const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)); directory.value() >= 0)
        ::fsync(directory.value());
    return {};
}

}  // namespace touchstone::session
