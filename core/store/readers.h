// SPDX-License-Identifier: Apache-2.0
//
// Read-only connections, lent to one thread at a time. Thread-safe.

#pragma once

#include "place.h"
#include "sqlite.h"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace touchstone::store {

class Readers {
public:
    Readers(std::string path, Access access) : m_path(std::move(path)), m_file(fileIdAt(m_path)), m_access(access) {}

    // Never waits: opens one more connection when all are lent; throws Failure when the file is another by then.
    [[nodiscard]] std::unique_ptr<Connection> take();
    // Gives back a connection that is in no transaction. One that failed is not given back.
    void giveBack(std::unique_ptr<Connection> connection);

private:
    const std::string m_path;
    const std::optional<FileId> m_file;
    const Access m_access;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Connection>> m_idle;  // guarded by m_mutex
};

}  // namespace touchstone::store
