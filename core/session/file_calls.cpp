// SPDX-License-Identifier: Apache-2.0

#include "file_calls.h"

#include "descriptor.h"

#include <cerrno>
#include <cstring>

namespace touchstone::session {

Error systemError(const std::filesystem::path& path, const std::string& what) {
    const int code = errno;
    ErrorCode kind = ErrorCode::Unavailable;
    if (code == ENOENT)
        kind = ErrorCode::NotFound;
    else if (code == EACCES || code == EPERM || code == EROFS)
        kind = ErrorCode::PermissionDenied;
    return {kind, "cannot " + what + " " + path.string() + ": " + std::strerror(code)};
}

Result<void> writeAll(int descriptor, std::string_view content, const std::filesystem::path& path) {
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return systemError(path, "write");
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> syncFile(int descriptor, const std::filesystem::path& path) {
    // A pipe has nothing to sync and says so.
    if (::fsync(descriptor) != 0 && errno != EINVAL && errno != EROFS)
        return systemError(path, "write");
    return {};
}

void syncFolder(const std::filesystem::path& path) {
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    if (const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)); directory.value() >= 0)
        ::fsync(directory.value());
}

}  // namespace touchstone::session
