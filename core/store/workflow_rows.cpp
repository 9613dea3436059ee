// SPDX-License-Identifier: Apache-2.0

#include "workflow_rows.h"

#include "names.h"

namespace touchstone::store {

std::int64_t findWorkflow(Connection& connection, std::string_view name) {
    return connection.number("SELECT id FROM workflow WHERE name = ?", name);
}

std::int64_t requireWorkflow(Connection& connection, std::string_view name, WallTime created) {
    requireWorkflowName(name);
    if (const std::int64_t known = findWorkflow(connection, name); known != 0)
        return known;
    connection.run("INSERT INTO workflow(name, created) VALUES(?, ?)", name, nanoseconds(created));
    return connection.lastRowId();
}

}  // namespace touchstone::store
