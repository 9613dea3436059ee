// SPDX-License-Identifier: Apache-2.0

#include "place.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>

namespace touchstone::store {
namespace {

// Magic numbers of statfs(2) for file systems whose locks SQLite cannot rely on.
struct NetworkSystem {
    std::uint32_t magic;
    const char* name;
};
constexpr std::array<NetworkSystem, 6> kNetworkSystems = {{{0x6969, "NFS"},
                                                           {0xFF534D42, "CIFS"},
                                                           {0xFE534D42, "SMB"},
                                                           {0x517B, "SMB"},
                                                           {0x01021997, "9P"},
                                                           {0x5346414F, "AFS"}}};

[[noreturn]] void refuse(ErrorCode code, const std::string& path, const std::string& what, std::string detail = {}) {
    throw Failure{{code, "\"" + path + "\" " + what, std::move(detail)}};
}

bool mayWrite(const std::string& path) {
    return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

bool mayRead(const std::string& path) {
    return ::faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) == 0;
}

std::optional<struct stat> statOf(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0)
        return status;
    if (errno == ENOENT || errno == ENOTDIR)
        return std::nullopt;
    refuse(ErrorCode::PermissionDenied, path, "cannot be reached. Check the permissions of its folders",
           std::strerror(errno));
}

void refuseNetwork(const std::string& path, const std::string& folder) {
    struct statfs system {};
    if (::statfs(folder.c_str(), &system) != 0)
        return;
    for (const NetworkSystem& known : kNetworkSystems)
        if (static_cast<std::uint32_t>(system.f_type) == known.magic)
            refuse(ErrorCode::Unsupported, path,
                   std::string("is on a network file system (") + known.name +
                       "), where a workspace cannot be locked safely. Copy it to a local disk");
}

Place placeToCreate(const std::string& path, const std::string& folder, const std::optional<struct stat>& status) {
    if (status && status->st_size > 0)
        refuse(ErrorCode::AlreadyExists, path, "exists already. Open it, or choose another name");
    if (!statOf(folder))
        refuse(ErrorCode::NotFound, path, "cannot be made: its folder does not exist. Create the folder first");
    if (!mayWrite(folder))
        refuse(ErrorCode::PermissionDenied, path,
               "cannot be made: its folder cannot be written. Choose another folder, or change its permissions");
    return {path, Access::Create, {}};
}

// Reading a WAL database makes a -shm file beside it. Where that is impossible it is read as a file that never changes,
// which is only right when no -wal holds commits of its own.
Access readAccess(const std::string& path, bool folderWritable) {
    if (folderWritable)
        return Access::ReadOnly;
    const auto wal = statOf(path + "-wal");
    return wal && wal->st_size > 0 ? Access::ReadOnly : Access::Immutable;
}

}  // namespace

std::optional<FileId> fileIdAt(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return std::nullopt;
    return FileId{status.st_dev, status.st_ino};
}

void requireSameFile(const std::string& path, const std::optional<FileId>& file) {
    if (file && fileIdAt(path) == file)
        return;
    throw Failure{
        {ErrorCode::Unavailable,
         "the workspace file was moved, deleted or replaced while it was open, so nothing more is read from or "
         "written to what stands in its place. Put it back where it was, or open the other one anew"}};
}

Place examinePlace(const std::string& given, OpenMode mode) {
    if (given.empty() || given.find('\0') != std::string::npos)
        refuse(ErrorCode::InvalidArgument, "", "is no path. Name a file, for example support.touchstone");
    const std::string path = std::filesystem::absolute(given).lexically_normal().string();
    const std::string folder = std::filesystem::path(path).parent_path().string();
    const auto status = statOf(path);
    if (status && S_ISDIR(status->st_mode))
        refuse(ErrorCode::InvalidArgument, path, "is a folder. Name a workspace file in it");
    if (status && !S_ISREG(status->st_mode))
        refuse(ErrorCode::InvalidArgument, path, "is not a regular file, so it cannot be a workspace");
    refuseNetwork(path, folder);
    if (mode == OpenMode::Create)
        return placeToCreate(path, folder, status);
    if (!status)
        refuse(ErrorCode::NotFound, path, "does not exist. Check the name, or create a new workspace there");
    if (!mayRead(path))
        refuse(ErrorCode::PermissionDenied, path, "cannot be read. Change its permissions");
    const bool folderWritable = mayWrite(folder);
    if (mode == OpenMode::ReadOnly)
        return {path, readAccess(path, folderWritable), "it was opened so. Open it for writing to change it"};
    if (!mayWrite(path))
        return {path, readAccess(path, folderWritable),
                "the file is read-only. Change its permissions, or work with a copy"};
    if (!folderWritable)
        return {path, readAccess(path, folderWritable),
                "its folder is read-only, and SQLite needs to write beside the file. Work with a copy elsewhere"};
    return {path, Access::ReadWrite, {}};
}

}  // namespace touchstone::store
