// SPDX-License-Identifier: Apache-2.0
//
// An open workspace file as the stores see it: queries on a snapshot, writes in order. Here Failure becomes Result.
//
// Thread-safe.

#pragma once

#include "readers.h"
#include "writer.h"

#include "base/clock.h"

#include <exception>
#include <type_traits>

namespace touchstone::store {

// How a file was found and opened.
struct Opened {
    std::string path;
    Access access = Access::ReadOnly;
    std::string readOnlyWhy;                 // empty: writable
    std::unique_ptr<Connection> connection;  // set up and migrated
};

class Database {
public:
    Database(Opened opened, Clock& clock);

    // Runs `query(Connection&)` on one snapshot.
    template <class Query>
    [[nodiscard]] auto read(Query query) const -> Result<std::invoke_result_t<Query&, Connection&>>;

    // Queues `work`; PermissionDenied when the workspace is read-only.
    template <class T>
    [[nodiscard]] Pending<T> write(Durability durability, Change change, std::function<T(WriteSession&)> work) {
        return m_writer ? m_writer->submit<T>(durability, change, std::move(work)) : Pending<T>(readOnlyError());
    }

    // Null when the workspace is read-only.
    [[nodiscard]] Writer* writer() { return m_writer.get(); }
    [[nodiscard]] const Writer* writer() const { return m_writer.get(); }
    [[nodiscard]] Error readOnlyError() const;
    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] const std::string& readOnlyWhy() const { return m_readOnlyWhy; }
    [[nodiscard]] Clock& clock() const { return m_clock; }
    [[nodiscard]] Listeners& listeners() { return m_listeners; }

private:
    const std::string m_path;
    const std::string m_readOnlyWhy;
    Clock& m_clock;
    Listeners m_listeners;
    // The writer goes last, when the readers have closed, so that SQLite can fold the -wal into the file.
    std::unique_ptr<Writer> m_writer;
    mutable Readers m_readers;
};

template <class Query>
auto Database::read(Query query) const -> Result<std::invoke_result_t<Query&, Connection&>> {
    try {
        std::unique_ptr<Connection> connection = m_readers.take();
        Transaction snapshot(*connection, Begin::Read);
        auto value = query(*connection);
        snapshot.commit();
        m_readers.giveBack(std::move(connection));
        return value;
    } catch (const Failure& failure) {
        return failure.error;
    } catch (const std::exception& exception) {
        return Error{ErrorCode::Internal, "reading the workspace failed unexpectedly; please report this",
                     exception.what()};
    }
}

// Takes the value out of a Result of another module; throws its error.
template <class T>
[[nodiscard]] T valueOrThrow(Result<T> result) {
    if (!result.ok())
        throw Failure{std::move(result).error()};
    return std::move(result).value();
}

}  // namespace touchstone::store
