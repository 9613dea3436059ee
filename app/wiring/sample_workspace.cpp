// SPDX-License-Identifier: Apache-2.0

#include "wiring/sample_workspace.h"

#include "wiring/places.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <system_error>

namespace touchstone::wiring {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".new-";

Error systemError(const fs::path& file, int code) {
    return {code == EACCES || code == EPERM ? ErrorCode::PermissionDenied : ErrorCode::Unavailable,
            "cannot make " + file.string() + ": " + std::generic_category().message(code)};
}

Error existsAlready(const fs::path& file) {
    return {ErrorCode::AlreadyExists, file.string() + " exists already; give another name, or remove it"};
}

// Owns a folder as long as it lives: a lock on the folder itself says that its maker is alive. The system drops the
// lock when the maker is killed, so what was left behind is known for sure.
class FolderLock {
public:
    static std::optional<FolderLock> take(const fs::path& folder) {
        FolderLock lock(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
        struct stat locked {};
        if (lock.m_file < 0 || ::flock(lock.m_file, LOCK_EX | LOCK_NB) != 0 || ::fstat(lock.m_file, &locked) != 0 ||
            locked.st_nlink == 0)
            return std::nullopt;
        return lock;
    }

    FolderLock(FolderLock&& other) noexcept : m_file(std::exchange(other.m_file, -1)) {}
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock() {
        if (m_file >= 0)
            ::close(m_file);
    }

private:
    explicit FolderLock(int file) : m_file(file) {}

    int m_file;
};

// A new folder beside `file`, which goes away with it.
class Workshop {
public:
    static Result<Workshop> open(const fs::path& file) {
        constexpr int kTries = 16;  // another start may clear the folder away before it is locked
        for (int i = 0; i < kTries; ++i) {
            std::string name = file.string() + std::string(kEnding) + "XXXXXX";
            if (!::mkdtemp(name.data()))
                return systemError(file, errno);
            if (auto lock = FolderLock::take(name))
                return Workshop(name, *std::move(lock));
        }
        return Error{ErrorCode::Unavailable, "cannot make " + file.string() + ": its folder takes no locks"};
    }

    Workshop(Workshop&& other) noexcept
        : m_folder(std::exchange(other.m_folder, fs::path())), m_lock(std::move(other.m_lock)) {}
    Workshop& operator=(Workshop&&) = delete;
    ~Workshop() {
        std::error_code problem;
        if (!m_folder.empty())
            fs::remove_all(m_folder, problem);
    }

    [[nodiscard]] fs::path file() const { return m_folder / "workspace.touchstone"; }

private:
    Workshop(fs::path folder, FolderLock lock) : m_folder(std::move(folder)), m_lock(std::move(lock)) {}

    fs::path m_folder;
    FolderLock m_lock;
};

// What starts that were killed have left beside `file`.
void clearLeftovers(const fs::path& file) {
    const std::string prefix = file.filename().string() + std::string(kEnding);
    std::error_code problem;
    for (fs::directory_iterator entry(file.parent_path(), problem), end; !problem && entry != end;
         entry.increment(problem)) {
        if (!entry->path().filename().string().starts_with(prefix))
            continue;
        std::error_code left;
        if (const auto lock = FolderLock::take(entry->path()))
            fs::remove_all(entry->path(), left);
    }
}

// Gives the finished file its name, unless another start was first.
Result<void> putInPlace(const fs::path& made, const fs::path& file) {
    if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, file.c_str(), RENAME_NOREPLACE) == 0)
        return {};
    // Some file systems cannot; a link never replaces either.
    if (errno == EINVAL && ::link(made.c_str(), file.c_str()) == 0)
        return {};
    if (errno == EEXIST)
        return existsAlready(file);
    return systemError(file, errno);
}

}  // namespace

Result<session::SampleSummary> makeSampleWorkspace(const fs::path& file, session::SessionParts parts,
                                                   const std::stop_token& stop) {
    std::error_code problem;
    if (fs::exists(file, problem))
        return existsAlready(file);
    const fs::path place = fs::absolute(file, problem);
    fs::create_directories(place.parent_path(), problem);
    clearLeftovers(place);
    TOUCHSTONE_TRY(const Workshop workshop, Workshop::open(place));
    session::SampleSummary summary;
    {
        TOUCHSTONE_TRY(const auto session,
                       session::Session::open(workshop.file().string(), store::OpenMode::Create, parts));
        TOUCHSTONE_TRY(summary, session::await<session::SampleSummary>([&](auto done) {
                           session->sample().fill(resourceFolder() / "sample", stop, std::move(done));
                       }));
    }
    TOUCHSTONE_TRY_VOID(putInPlace(workshop.file(), place));
    return summary;
}

}  // namespace touchstone::wiring
