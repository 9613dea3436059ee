// SPDX-License-Identifier: Apache-2.0

#include "sqlite_error.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>

namespace touchstone::store {
namespace {

struct Meaning {
    ErrorCode code;
    const char* message;
};

constexpr Meaning kDiskFull = {ErrorCode::Unavailable,
                               "the workspace cannot be written: the disk, or what this user may use of it, is full. "
                               "Free some space and try again; everything saved before is intact"};

// A quota or a size limit that is reached surfaces as a failed write.
Meaning ioMeaning(int code, int systemError) {
    if (systemError == ENOSPC || systemError == EFBIG || systemError == EDQUOT)
        return kDiskFull;
    if (code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_SHMSIZE)
        return {ErrorCode::Unavailable,
                "the workspace cannot be written: the disk or a quota is full, or the disk is failing. Free some space "
                "and try again; everything saved before is intact"};
    return {ErrorCode::Unavailable,
            "the disk reported an error while the workspace was used. Check the disk and try again; everything saved "
            "before is intact unless the disk lost it"};
}

Meaning meaning(int code, int systemError) {
    switch (code & 0xFF) {
        case SQLITE_FULL:
            return kDiskFull;
        case SQLITE_IOERR:
            return ioMeaning(code, systemError);
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {ErrorCode::Unavailable,
                    "another program holds the workspace locked. Close it or wait for it to finish, then try again"};
        case SQLITE_READONLY:
            return {ErrorCode::PermissionDenied,
                    "the workspace file cannot be written. Change its permissions, or copy it and use the copy"};
        case SQLITE_PERM:
        case SQLITE_AUTH:
        case SQLITE_CANTOPEN:
            return {ErrorCode::PermissionDenied,
                    "the workspace file, or the -wal and -shm files beside it, cannot be opened. Check the permissions "
                    "of the file and of its folder"};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {ErrorCode::Corrupt,
                    "the workspace file is damaged. Keep it, work with a backup, or recover what can be read with "
                    "sqlite3's .recover command"};
        case SQLITE_NOMEM:
            return {ErrorCode::Unavailable, "there is not enough memory for this. Close other programs and try again"};
        case SQLITE_TOOBIG:
            return {ErrorCode::InvalidArgument, "a text or a set of values is too large for the workspace. Split it"};
        case SQLITE_INTERRUPT:
            return {ErrorCode::Cancelled, "the query was stopped"};
        default:
            return {ErrorCode::Internal, "the workspace's database refused a statement; please report this"};
    }
}

bool syncFailed(int code) {
    return code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC;
}

}  // namespace

Failure sqliteFailure(sqlite3* handle) {
    if (!handle)
        return {{ErrorCode::Unavailable, "there is not enough memory to open the workspace", "sqlite3_open_v2"}};
    const int code = sqlite3_extended_errcode(handle);
    const int systemError = sqlite3_system_errno(handle);
    const Meaning found = meaning(code, systemError);
    std::string detail = "SQLite " + std::to_string(code) + ": " + sqlite3_errmsg(handle);
    if (systemError != 0)
        detail += std::string(" (") + std::strerror(systemError) + ")";
    return {{found.code, found.message, std::move(detail)}, syncFailed(code)};
}

}  // namespace touchstone::store
