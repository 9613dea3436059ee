// SPDX-License-Identifier: Apache-2.0

#include "readers.h"

namespace touchstone::store {
namespace {

constexpr std::size_t kKept = 4;

}  // namespace

std::unique_ptr<Connection> Readers::take() {
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            auto connection = std::move(m_idle.back());
            m_idle.pop_back();
            return connection;
        }
    }
    auto connection = std::make_unique<Connection>(m_path, m_access);
    requireSameFile(m_path, m_file);
    connection->run("PRAGMA cache_size = -16384");
    connection->run("PRAGMA query_only = ON");
    return connection;
}

void Readers::giveBack(std::unique_ptr<Connection> connection) {
    const std::lock_guard lock(m_mutex);
    if (m_idle.size() < kKept)
        m_idle.push_back(std::move(connection));
}

}  // namespace touchstone::store
