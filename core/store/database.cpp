// SPDX-License-Identifier: Apache-2.0

#include "database.h"

namespace touchstone::store {

Database::Database(Opened opened, Clock& clock)
    : m_path(opened.path),
      m_readOnlyWhy(std::move(opened.readOnlyWhy)),
      m_clock(clock),
      m_readers(opened.path, opened.access == Access::Immutable ? Access::Immutable : Access::ReadOnly) {
    if (m_readOnlyWhy.empty())
        m_writer = std::make_unique<Writer>(std::move(opened.connection), m_path, m_listeners);
}

Error Database::readOnlyError() const {
    return {ErrorCode::PermissionDenied, "the workspace is open for reading only: " + m_readOnlyWhy};
}

}  // namespace touchstone::store
