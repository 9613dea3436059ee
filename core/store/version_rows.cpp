// SPDX-License-Identifier: Apache-2.0

#include "version_rows.h"

#include "content.h"
#include "database.h"
#include "names.h"

#include "workflow/document.h"

#include <algorithm>
#include <map>

namespace touchstone::store {
namespace {

constexpr std::size_t kIdBytes = 32;
constexpr std::size_t kMostParents = 16;
constexpr std::size_t kLargestDocument = 16U << 20U;

bool isPart(std::string_view name) {
    return std::find(workflow::kPartNames.begin(), workflow::kPartNames.end(), name) != workflow::kPartNames.end();
}

std::size_t partRank(std::string_view name) {
    const auto found = std::find(workflow::kPartNames.begin(), workflow::kPartNames.end(), name);
    return static_cast<std::size_t>(found - workflow::kPartNames.begin());
}

std::string joinIds(const std::vector<VersionId>& ids) {
    std::string bytes;
    for (const VersionId& id : ids)
        bytes += idBytes("the parent", id.text, kIdBytes);
    return bytes;
}

std::vector<VersionId> splitIds(std::string_view bytes) {
    std::vector<VersionId> ids;
    for (std::size_t at = 0; at + kIdBytes <= bytes.size(); at += kIdBytes)
        ids.emplace_back(toHex(bytes.substr(at, kIdBytes)));
    return ids;
}

Json withoutParts(const Json& document) {
    Json head = Json::object();
    for (const auto& [name, value] : document.items())
        if (!isPart(name))
            head[name] = value;
    return head;
}

void storeParts(Connection& connection, std::int64_t seq, const workflow::Version& version) {
    const std::map<std::string, PartHash> hashes(version.parts.begin(), version.parts.end());
    std::int64_t position = -1;
    for (const auto& [name, value] : version.document.items()) {
        ++position;
        if (!isPart(name))
            continue;
        const std::int64_t content = putContent(connection, packContent(toText(value)));
        connection.run("INSERT INTO version_part(version, position, name, hash, content) VALUES(?, ?, ?, ?, ?)", seq,
                       position, name, Blob{idBytes("the part", hashes.at(name).text, kIdBytes)}, content);
    }
}

// The parts go back to the positions they had; the head's members fill what is between.
Json assemble(Connection& connection, std::int64_t seq, const Json& head) {
    Json document = Json::object();
    auto member = head.begin();
    Statement rows =
        connection.query("SELECT position, name, content FROM version_part WHERE version = ? ORDER BY position", seq);
    while (rows.step()) {
        const auto position = static_cast<std::size_t>(rows.integer(0));
        for (; document.size() < position && member != head.end(); ++member)
            document[member.key()] = member.value();
        document[std::string(rows.text(1))] = valueOrThrow(parseJson(getContent(connection, rows.integer(2))));
    }
    for (; member != head.end(); ++member)
        document[member.key()] = member.value();
    return document;
}

void verify(const workflow::Version& version, std::string_view documentHash) {
    const std::string record = valueOrThrow(workflow::versionRecord(version));
    if (sha256(record).hex() == version.id.text &&
        valueOrThrow(workflow::hashDocument(version.document)) == documentHash)
        return;
    throw Failure{{ErrorCode::Corrupt, "version " + shortText(version.id) + " of " + version.workflow +
                                           " is damaged: its content does not fit its id. Work with a backup"}};
}

std::map<std::int64_t, workflow::PartHashes> listParts(Connection& connection, std::int64_t workflow) {
    std::map<std::int64_t, workflow::PartHashes> parts;
    Statement rows = connection.query(
        "SELECT p.version, p.name, p.hash FROM version v JOIN version_part p ON p.version = v.seq WHERE v.workflow = ?",
        workflow);
    while (rows.step())
        parts[rows.integer(0)].emplace_back(rows.text(1), PartHash(toHex(rows.blob(2))));
    for (auto& [seq, list] : parts)
        std::sort(list.begin(), list.end(),
                  [](const auto& a, const auto& b) { return partRank(a.first) < partRank(b.first); });
    return parts;
}

}  // namespace

void requireSound(const workflow::Version& version) {
    requireWorkflowName(version.workflow);
    requireText("the author", version.author, 200);
    requireText("the commit message", version.message, 20'000);
    requireText("the workflow document", toText(version.document), kLargestDocument);
    if (version.parents.size() > kMostParents)
        throw Failure{{ErrorCode::InvalidArgument, "a version has at most 16 parents"}};
    const bool fits = stringAt(version.document, "name") == version.workflow &&
                      valueOrThrow(workflow::hashParts(version.document)) == version.parts &&
                      sha256(valueOrThrow(workflow::versionRecord(version))).hex() == version.id.text;
    if (!fits)
        throw Failure{{ErrorCode::InvalidArgument,
                       "the version was changed after it was made: its id does not fit its "
                       "content. Make it again with makeVersion"}};
}

std::int64_t storeVersion(Connection& connection, std::int64_t workflow, workflow::Version& version) {
    const std::string id = idBytes("the version", version.id.text, kIdBytes);
    if (Statement known = connection.query("SELECT seq, number FROM version WHERE id = ?", Blob{id}); known.step()) {
        version.number = known.integer(1);
        return known.integer(0);
    }
    version.number = 1 + connection.number("SELECT max(number) FROM version WHERE workflow = ?", workflow);
    const std::string document =
        idBytes("the document", valueOrThrow(workflow::hashDocument(version.document)), kIdBytes);
    connection.run(
        "INSERT INTO version(id, workflow, number, parents, author, message, created, document, head) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        Blob{id}, workflow, version.number, Blob{joinIds(version.parents)}, version.author, version.message,
        nanoseconds(version.created), Blob{document}, toText(withoutParts(version.document)));
    const std::int64_t seq = connection.lastRowId();
    storeParts(connection, seq, version);
    return seq;
}

workflow::Version loadVersion(Connection& connection, std::int64_t seq) {
    Statement row = connection.query(
        "SELECT v.id, w.name, v.number, v.parents, v.author, v.message, v.created, v.document, v.head "
        "FROM version v JOIN workflow w ON w.id = v.workflow WHERE v.seq = ?",
        seq);
    if (!row.step())
        throw Failure{{ErrorCode::Corrupt, "a version is missing from the workspace. Work with a backup"}};
    workflow::Version version;
    version.id = VersionId(toHex(row.blob(0)));
    version.workflow = row.text(1);
    version.number = row.integer(2);
    version.parents = splitIds(row.blob(3));
    version.author = row.text(4);
    version.message = row.text(5);
    version.created = wallTime(row.integer(6));
    version.document = assemble(connection, seq, valueOrThrow(parseJson(row.text(8))));
    version.parts = valueOrThrow(workflow::hashParts(version.document));
    verify(version, toHex(row.blob(7)));
    return version;
}

std::vector<VersionInfo> listVersions(Connection& connection, std::int64_t workflow) {
    auto parts = listParts(connection, workflow);
    std::vector<VersionInfo> versions;
    Statement rows = connection.query(
        "SELECT v.seq, v.id, w.name, v.number, v.parents, v.author, v.message, v.created, v.document "
        "FROM version v JOIN workflow w ON w.id = v.workflow WHERE v.workflow = ? ORDER BY v.number DESC",
        workflow);
    while (rows.step())
        versions.push_back({VersionId(toHex(rows.blob(1))), std::string(rows.text(2)), rows.integer(3),
                            splitIds(rows.blob(4)), std::string(rows.text(5)), std::string(rows.text(6)),
                            wallTime(rows.integer(7)), std::move(parts[rows.integer(0)]), toHex(rows.blob(8))});
    return versions;
}

}  // namespace touchstone::store
