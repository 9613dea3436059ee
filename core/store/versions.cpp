// SPDX-License-Identifier: Apache-2.0

#include "store/versions.h"

#include "database.h"
#include "draft_rows.h"
#include "names.h"
#include "pointer_rows.h"
#include "version_rows.h"
#include "workflow_rows.h"

#include "base/hash.h"

#include <charconv>

namespace touchstone::store {
namespace {

constexpr IdTable kVersions = {"version", "version", 32};

std::int64_t requireVersion(Connection& connection, std::int64_t workflow, const Pointer& pointer) {
    const std::int64_t version =
        connection.number("SELECT seq FROM version WHERE id = ? AND workflow = ?",
                          Blob{idBytes("the version", pointer.version.text, kVersions.bytes)}, workflow);
    if (version == 0)
        throw Failure{{ErrorCode::NotFound, "workflow " + pointer.workflow + " has no version " +
                                                shortText(pointer.version) + ". Commit or import it first"}};
    return version;
}

struct PutVersion {
    std::int64_t workflow = 0;  // its row
    workflow::Version version;  // with its number
};

PutVersion putVersion(Connection& connection, const workflow::Version& version, const Pointer& pointer,
                      const VersionId& expected) {
    PutVersion put{0, version};
    requireSound(put.version);
    requirePointerName(pointer.name);
    put.workflow = requireWorkflow(connection, version.workflow, version.created);
    requireTarget(connection, put.workflow, pointer, expected);
    if (expected.empty())
        requireFreePointer(connection, put.workflow, pointer.kind, pointer.name);
    setPointer(connection, put.workflow, pointer, storeVersion(connection, put.workflow, put.version));
    return put;
}

void placePointer(Connection& connection, std::int64_t workflow, const Pointer& pointer, const VersionId& expected) {
    requirePointerName(pointer.name);
    const std::int64_t version = requireVersion(connection, workflow, pointer);
    requireTarget(connection, workflow, pointer, expected);
    if (expected.empty())
        requireFreePointer(connection, workflow, pointer.kind, pointer.name);
    setPointer(connection, workflow, pointer, version);
}

void placeTag(Connection& connection, const PutVersion& put, const NewTag& tag) {
    const VersionId standing = targetOf(connection, put.workflow, PointerKind::Tag, tag.name);
    placePointer(connection, put.workflow, {PointerKind::Tag, put.version.workflow, tag.name, put.version.id},
                 tag.move ? standing : VersionId());
}

std::vector<WorkflowInfo> listWorkflows(Connection& connection) {
    std::vector<WorkflowInfo> workflows;
    Statement rows = connection.query(
        "SELECT w.name, w.created, (SELECT count(*) FROM version v WHERE v.workflow = w.id), "
        "(SELECT max(v.created) FROM version v WHERE v.workflow = w.id), "
        "(SELECT count(*) FROM draft d WHERE d.workflow = w.id AND d.editor <> '') FROM workflow w ORDER BY w.name");
    while (rows.step()) {
        WorkflowInfo info{std::string(rows.text(0)), wallTime(rows.integer(1)), rows.integer(2), {}, rows.integer(4)};
        if (!rows.isNull(3))
            info.lastCommit = wallTime(rows.integer(3));
        workflows.push_back(std::move(info));
    }
    return workflows;
}

std::vector<Pointer> listPointers(Connection& connection, std::string_view workflow) {
    std::vector<Pointer> pointers;
    Statement rows = connection.query(
        "SELECT p.kind, p.name, v.id FROM workflow w JOIN pointer p ON p.workflow = w.id "
        "JOIN version v ON v.seq = p.version WHERE w.name = ? ORDER BY p.kind, p.name",
        workflow);
    while (rows.step())
        pointers.push_back({static_cast<PointerKind>(rows.integer(0)), std::string(workflow), std::string(rows.text(1)),
                            VersionId(toHex(rows.blob(2)))});
    return pointers;
}

VersionId byNumber(Connection& connection, std::int64_t workflow, std::string_view reference) {
    std::int64_t number = 0;
    const char* end = reference.data() + reference.size();
    if (reference.empty() || reference.front() != 'v' || std::from_chars(reference.data() + 1, end, number).ptr != end)
        return {};
    Statement row = connection.query("SELECT id FROM version WHERE workflow = ? AND number = ?", workflow, number);
    return row.step() ? VersionId(toHex(row.blob(0))) : VersionId();
}

VersionId byPrefix(Connection& connection, std::int64_t workflow, std::string_view reference) {
    const std::int64_t seq = matchPrefix(connection, kVersions, reference);
    Statement row = connection.query("SELECT id FROM version WHERE seq = ? AND workflow = ?", seq, workflow);
    return row.step() ? VersionId(toHex(row.blob(0))) : VersionId();
}

// What a version of the workflow may be called: branches, tags and "v1 to v4".
std::vector<std::string> referencesOf(Connection& connection, std::int64_t workflow) {
    std::vector<std::string> references;
    Statement rows = connection.query("SELECT name FROM pointer WHERE workflow = ? ORDER BY kind, name", workflow);
    while (rows.step())
        references.emplace_back(rows.text(0));
    const std::int64_t newest = connection.number("SELECT max(number) FROM version WHERE workflow = ?", workflow);
    if (newest > 0)
        references.push_back(newest == 1 ? "v1" : "v1 to v" + std::to_string(newest));
    return references;
}

[[noreturn]] void refuseVersion(Connection& connection, std::int64_t workflow, std::string_view name,
                                std::string_view reference) {
    const std::vector<std::string> existing = referencesOf(connection, workflow);
    if (existing.empty())
        throw Failure{{ErrorCode::NotFound, "workflow \"" + std::string(name) +
                                                "\" has no version yet, only a draft: commit it first, or use the "
                                                "word draft"}};
    refuseUnknown("workflow \"" + std::string(name) + "\" has no version", reference, existing);
}

VersionId findVersion(Connection& connection, std::string_view name, std::string_view reference) {
    const std::int64_t workflow = findWorkflow(connection, name);
    if (workflow == 0)
        refuseUnknown("this workspace has no workflow", name, namesIn(connection, "workflow"));
    for (const PointerKind kind : {PointerKind::Branch, PointerKind::Tag})
        if (const VersionId id = targetOf(connection, workflow, kind, reference); !id.empty())
            return id;
    if (const VersionId id = byNumber(connection, workflow, reference); !id.empty())
        return id;
    if (const VersionId id = byPrefix(connection, workflow, reference); !id.empty())
        return id;
    refuseVersion(connection, workflow, name, reference);
}

}  // namespace

Pending<workflow::Version> VersionStore::put(workflow::Version version, std::string branch, VersionId expectedHead) {
    Pointer pointer{PointerKind::Branch, version.workflow, std::move(branch), version.id};
    return m_database.write<workflow::Version>(
        Durability::Full, Change::Versions,
        [version = std::move(version), pointer = std::move(pointer), expected = std::move(expectedHead)](
            WriteSession& session) { return putVersion(session.connection, version, pointer, expected).version; });
}

Pending<workflow::Version> VersionStore::commit(workflow::Version version, std::string branch, VersionId expectedHead,
                                                std::optional<std::int64_t> draftRevision, std::optional<NewTag> tag) {
    Pointer pointer{PointerKind::Branch, version.workflow, std::move(branch), version.id};
    return m_database.write<workflow::Version>(
        Durability::Full, Change::Versions,
        [version = std::move(version), pointer = std::move(pointer), expected = std::move(expectedHead), draftRevision,
         tag = std::move(tag), now = m_database.clock().wallNow()](WriteSession& session) {
            PutVersion put = putVersion(session.connection, version, pointer, expected);
            endDraft(session.connection, put.workflow, {version.workflow, pointer.name, draftRevision}, now);
            if (tag)
                placeTag(session.connection, put, *tag);
            return std::move(put.version);
        });
}

Pending<void> VersionStore::point(Pointer pointer, VersionId expected) {
    return m_database.write<void>(
        Durability::Full, Change::Versions,
        [pointer = std::move(pointer), expected = std::move(expected)](WriteSession& session) {
            placePointer(session.connection, findWorkflow(session.connection, pointer.workflow), pointer, expected);
        });
}

Pending<void> VersionStore::removePointer(Pointer pointer) {
    return m_database.write<void>(
        Durability::Full, Change::Versions, [pointer = std::move(pointer)](WriteSession& session) {
            const std::int64_t workflow = findWorkflow(session.connection, pointer.workflow);
            if (targetOf(session.connection, workflow, pointer.kind, pointer.name).empty())
                throw Failure{{ErrorCode::NotFound, "workflow " + pointer.workflow + " has no " +
                                                        std::string(nameOf(pointer.kind)) + " " + pointer.name}};
            requireTarget(session.connection, workflow, pointer, pointer.version);
            session.connection.run("DELETE FROM pointer WHERE workflow = ? AND kind = ? AND name = ?", workflow,
                                   static_cast<int>(pointer.kind), pointer.name);
        });
}

Result<std::vector<WorkflowInfo>> VersionStore::workflows() const {
    return m_database.read(listWorkflows);
}

Result<std::vector<VersionInfo>> VersionStore::list(std::string_view workflow) const {
    return m_database.read(
        [&](Connection& connection) { return listVersions(connection, findWorkflow(connection, workflow)); });
}

Result<std::vector<Pointer>> VersionStore::pointers(std::string_view workflow) const {
    return m_database.read([&](Connection& connection) { return listPointers(connection, workflow); });
}

Result<workflow::Version> VersionStore::load(std::string_view idOrPrefix) const {
    return m_database.read([&](Connection& connection) {
        return loadVersion(connection, findByPrefix(connection, kVersions, idOrPrefix));
    });
}

Result<VersionId> VersionStore::find(std::string_view workflow, std::string_view reference) const {
    return m_database.read([&](Connection& connection) { return findVersion(connection, workflow, reference); });
}

}  // namespace touchstone::store
