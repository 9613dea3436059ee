// SPDX-License-Identifier: Apache-2.0

#include "pointer_rows.h"

#include "names.h"

#include "base/hash.h"

namespace touchstone::store {
namespace {

// "v3 (1a2b3c4)"
std::string shownVersion(Connection& connection, std::int64_t workflow, const VersionId& id) {
    if (id.empty())
        return "nothing";
    const std::int64_t number = connection.number("SELECT number FROM version WHERE id = ? AND workflow = ?",
                                                  Blob{idBytes("the version", id.text, 32)}, workflow);
    return number == 0 ? shortText(id) : "v" + std::to_string(number) + " (" + shortText(id) + ")";
}

bool hasDraft(Connection& connection, std::int64_t workflow, std::string_view branch) {
    return connection.number("SELECT count(*) FROM draft WHERE workflow = ? AND branch = ? AND editor <> ''", workflow,
                             branch) != 0;
}

}  // namespace

std::string_view nameOf(PointerKind kind) {
    return kind == PointerKind::Branch ? "branch" : "tag";
}

VersionId targetOf(Connection& connection, std::int64_t workflow, PointerKind kind, std::string_view name) {
    Statement row = connection.query(
        "SELECT v.id FROM pointer p JOIN version v ON v.seq = p.version "
        "WHERE p.workflow = ? AND p.kind = ? AND p.name = ?",
        workflow, static_cast<int>(kind), name);
    return row.step() ? VersionId(toHex(row.blob(0))) : VersionId();
}

void requireFreePointer(Connection& connection, std::int64_t workflow, PointerKind kind, std::string_view name) {
    requireNewPointerName(name);
    const PointerKind other = kind == PointerKind::Branch ? PointerKind::Tag : PointerKind::Branch;
    const bool taken = !targetOf(connection, workflow, other, name).empty() ||
                       (other == PointerKind::Branch && hasDraft(connection, workflow, name));
    if (taken)
        throw Failure{{ErrorCode::InvalidArgument, "the workflow has a " + std::string(nameOf(other)) + " \"" +
                                                       std::string(name) + "\", so no " + std::string(nameOf(kind)) +
                                                       " can be called so; choose another name"}};
}

void requireTarget(Connection& connection, std::int64_t workflow, const Pointer& pointer, const VersionId& expected) {
    const VersionId found = targetOf(connection, workflow, pointer.kind, pointer.name);
    if (found == expected)
        return;
    const std::string what = std::string(nameOf(pointer.kind)) + " " + pointer.name + " of " + pointer.workflow;
    const std::string standing = shownVersion(connection, workflow, found);
    if (pointer.kind == PointerKind::Tag && expected.empty())
        throw Failure{{ErrorCode::AlreadyExists, what + " stands at " + standing +
                                                     " already; choose another name, or ask for the tag to be moved"}};
    throw Failure{{ErrorCode::Conflict, what + " stands at " + standing + ", not at " +
                                            shownVersion(connection, workflow, expected) +
                                            ": it was moved in the meantime. Look at what changed, then try again"}};
}

void setPointer(Connection& connection, std::int64_t workflow, const Pointer& pointer, std::int64_t version) {
    connection.run(
        "INSERT INTO pointer(workflow, kind, name, version) VALUES(?, ?, ?, ?) "
        "ON CONFLICT(workflow, kind, name) DO UPDATE SET version = excluded.version",
        workflow, static_cast<int>(pointer.kind), pointer.name, version);
}

}  // namespace touchstone::store
