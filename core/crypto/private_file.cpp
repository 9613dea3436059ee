// SPDX-License-Identifier: Apache-2.0

#include "private_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace touchstone::crypto {
namespace {

namespace fs = std::filesystem;

Error systemError(const std::string& what, const fs::path& path) {
    const int code = errno;
    ErrorCode kind = ErrorCode::Unavailable;
    if (code == ENOENT)
        kind = ErrorCode::NotFound;
    else if (code == EACCES || code == EPERM || code == EROFS)
        kind = ErrorCode::PermissionDenied;
    return {kind, "cannot " + what + " " + path.string() + ": " + std::generic_category().message(code)};
}

class Descriptor {
public:
    explicit Descriptor(int value) : m_value(value) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (m_value >= 0)
            ::close(m_value);
    }
    [[nodiscard]] int value() const { return m_value; }

private:
    int m_value;
};

Result<void> writeAll(int descriptor, std::string_view content, const fs::path& path) {
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno != EINTR)
            return systemError("write", path);
        if (written > 0)
            content.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(descriptor) != 0)
        return systemError("write", path);
    return {};
}

Result<void> makeFolder(const fs::path& path) {
    std::error_code problem;
    const fs::path folder = path.parent_path();
    if (folder.empty() || fs::exists(folder, problem))
        return {};
    fs::create_directories(folder.parent_path(), problem);
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return systemError("make", folder);
    return {};
}

void syncFolder(const fs::path& path) {
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.value() >= 0)
        ::fsync(opened.value());
}

}  // namespace

Result<std::string> readPrivateFile(const fs::path& path, std::size_t limit) {
    // Not blocking: a pipe of that name is refused, not waited for.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat about {};
    if (file.value() < 0 || ::fstat(file.value(), &about) != 0)
        return systemError("read", path);
    if (!S_ISREG(about.st_mode) || static_cast<std::size_t>(about.st_size) > limit)
        return Error{ErrorCode::Corrupt, "cannot read " + path.string() + ": it is no file of at most " +
                                             std::to_string(limit >> 10U) + " KiB"};
    std::string content(limit + 1, '\0');
    std::size_t size = 0;
    while (size < content.size()) {
        const ssize_t read = ::read(file.value(), content.data() + size, content.size() - size);
        if (read < 0 && errno == EINTR)
            continue;
        if (read < 0)
            return systemError("read", path);
        if (read == 0)
            break;
        size += static_cast<std::size_t>(read);
    }
    content.resize(std::min(size, limit));
    return content;
}

Result<void> writePrivateFile(const fs::path& path, std::string_view content) {
    TOUCHSTONE_TRY_VOID(makeFolder(path));
    std::string part = path.string() + ".XXXXXX";
    const Descriptor file(::mkostemp(part.data(), O_CLOEXEC));  // of mode 0600
    if (file.value() < 0)
        return systemError("write", path);
    auto written = writeAll(file.value(), content, path);
    if (written.ok() && ::rename(part.c_str(), path.c_str()) != 0)
        written = systemError("write", path);
    if (!written.ok())
        ::unlink(part.c_str());
    else
        syncFolder(path);
    return written;
}

Result<PrivateFileLock> PrivateFileLock::take(const fs::path& path) {
    TOUCHSTONE_TRY_VOID(makeFolder(path));
    const std::string name = path.string() + ".lock";
    PrivateFileLock lock(::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (lock.m_descriptor < 0)
        return systemError("lock", name);
    while (::flock(lock.m_descriptor, LOCK_EX) != 0)
        if (errno != EINTR)
            return systemError("lock", name);
    return lock;
}

PrivateFileLock::~PrivateFileLock() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

PrivateFileLock::PrivateFileLock(PrivateFileLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

}  // namespace touchstone::crypto
