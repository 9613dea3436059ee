// SPDX-License-Identifier: Apache-2.0

#include "database_files.h"

#include "descriptor.h"

#include <sys/stat.h>

#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace touchstone::session {
namespace {

namespace fs = std::filesystem;

// https://www.sqlite.org/fileformat.html, section 1.3
constexpr std::string_view kMagic("SQLite format 3\0", 16);
constexpr off_t kSmallestPage = 512;

bool beginsLikeDatabase(int descriptor) {
    std::array<char, kMagic.size()> head{};
    return ::pread(descriptor, head.data(), head.size(), 0) == static_cast<ssize_t>(head.size()) &&
           std::string_view(head.data(), head.size()) == kMagic;
}

// What this process has open, from the list that Linux keeps (proc(5)).
std::optional<int> openHere(const struct stat& file) {
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator("/proc/self/fd", problem)) {
        const std::string name = entry.path().filename().string();
        int descriptor = -1;
        std::from_chars(name.data(), name.data() + name.size(), descriptor);
        struct stat other {};
        if (::fstat(descriptor, &other) == 0 && other.st_dev == file.st_dev && other.st_ino == file.st_ino)
            return descriptor;
    }
    return std::nullopt;
}

// The main file of a database.
bool isDatabase(const fs::path& path) {
    struct stat file {};
    if (::stat(path.c_str(), &file) != 0 || !S_ISREG(file.st_mode) || file.st_size % kSmallestPage != 0)
        return false;
    if (const auto descriptor = openHere(file))
        return beginsLikeDatabase(*descriptor);
    const Descriptor opened(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    return beginsLikeDatabase(opened.value());
}

// Whether `path` is named as SQLite names what it keeps beside a database that is there.
bool isBesideDatabase(const fs::path& path) {
    const std::string& name = path.native();
    for (const std::string_view ending : {"-wal", "-shm", "-journal"})
        if (name.ends_with(ending) && isDatabase(name.substr(0, name.size() - ending.size())))
            return true;
    return false;
}

}  // namespace

bool isDatabaseFile(const fs::path& path) {
    constexpr int kMostLinks = 40;  // as Linux follows, path_resolution(7)
    std::error_code problem;
    fs::path real = path;  // without links at its end, also where the last one leads to nothing
    for (int i = 0; i < kMostLinks && fs::is_symlink(real, problem); ++i)
        real = real.parent_path() / fs::read_symlink(real, problem);
    return isDatabase(real) || isBesideDatabase(real);
}

}  // namespace touchstone::session
