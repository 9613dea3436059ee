// SPDX-License-Identifier: Apache-2.0

#include "open.h"

#include "place.h"
#include "schema.h"

namespace touchstone::store {
namespace {

constexpr int kWalPages = 8192;               // 32 MiB of -wal before it is folded into the file
constexpr std::int64_t kWalBytes = 64 << 20;  // what is left of the -wal after a large transaction

[[noreturn]] void refuse(ErrorCode code, const std::string& path, const std::string& what, std::string detail = {}) {
    throw Failure{{code, "\"" + path + "\" " + what, std::move(detail)}};
}

// The same failures, in words for a file that was just named.
[[noreturn]] void explain(const Failure& failure, const std::string& path) {
    const Error& error = failure.error;
    if (error.detail.find("not a database") != std::string::npos)
        refuse(ErrorCode::InvalidArgument, path, "is not a Touchstone workspace. Name a *.touchstone file",
               error.detail);
    throw Failure{{error.code, "\"" + path + "\" cannot be opened: " + error.message, error.detail}, failure.final};
}

void setUpWriting(Connection& connection) {
    connection.run("PRAGMA journal_mode = WAL");
    connection.run("PRAGMA synchronous = FULL");
    connection.run("PRAGMA foreign_keys = ON");
    connection.run("PRAGMA secure_delete = ON");
    connection.run("PRAGMA cache_size = -65536");
    connection.run("PRAGMA temp_store = MEMORY");
    connection.run("PRAGMA wal_autocheckpoint = " + std::to_string(kWalPages));
    connection.run("PRAGMA journal_size_limit = " + std::to_string(kWalBytes));
}

void createIn(Connection& connection, const std::string& path) {
    if (connection.number("SELECT count(*) FROM sqlite_schema") != 0)
        refuse(ErrorCode::AlreadyExists, path, "exists already. Open it, or choose another name");
    setUpWriting(connection);
    migrate(connection, path, migrations());
}

void requireOurs(Connection& connection, const std::string& path) {
    if (connection.number("PRAGMA application_id") == kApplicationId)
        return;
    if (connection.number("SELECT count(*) FROM sqlite_schema") == 0)
        refuse(ErrorCode::InvalidArgument, path, "is empty. Create a workspace there instead of opening it");
    refuse(ErrorCode::InvalidArgument, path,
           "is a SQLite file of another program, not a Touchstone workspace. Name a *.touchstone file");
}

void requireKnownFormat(Connection& connection, const Place& place) {
    const std::int64_t format = connection.number("PRAGMA user_version");
    const std::string formats =
        " (format " + std::to_string(format) + ", this one knows " + std::to_string(currentFormat()) + ")";
    if (format > currentFormat())
        refuse(ErrorCode::Unsupported, place.path,
               "was made by a newer Touchstone" + formats + ": update Touchstone to open it. It was left as it is");
    if (format < 1)
        refuse(ErrorCode::Corrupt, place.path, "has lost its format number. Work with a backup");
    if (format < currentFormat() && !place.readOnlyWhy.empty())
        refuse(ErrorCode::Unsupported, place.path,
               "was made by an older Touchstone" + formats +
                   " and must be opened for writing once, to bring it up to date");
}

// What a stranger may have added (triggers, views, indices on expressions) could act behind our back.
void requireSchema(Connection& connection, const std::string& path) {
    if (schemaOf(connection) != expectedSchema(migrations()))
        refuse(
            ErrorCode::Corrupt, path,
            "has other tables than a workspace of its format. It was changed by another program; work with a backup");
}

std::unique_ptr<Connection> connect(const Place& place) {
    auto connection = std::make_unique<Connection>(place.path, place.access);
    if (place.access == Access::Create) {
        createIn(*connection, place.path);
    } else {
        requireOurs(*connection, place.path);
        requireKnownFormat(*connection, place);
    }
    if (place.access == Access::ReadWrite) {
        setUpWriting(*connection);
        migrate(*connection, place.path, migrations());
    }
    requireSchema(*connection, place.path);
    return connection;
}

}  // namespace

Opened openFile(const std::string& path, OpenMode mode) {
    const Place place = examinePlace(path, mode);
    try {
        return {place.path, place.access, place.readOnlyWhy, connect(place)};
    } catch (const Failure& failure) {
        if (failure.error.message.find(place.path) != std::string::npos)
            throw;
        explain(failure, place.path);
    }
}

}  // namespace touchstone::store
