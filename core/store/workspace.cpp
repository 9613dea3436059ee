// SPDX-License-Identifier: Apache-2.0

#include "store/workspace.h"

#include "open.h"
#include "schema.h"

#include <sys/stat.h>

namespace touchstone::store {

struct Workspace::Parts {
    Parts(Opened opened, Clock& clock) : database(std::move(opened), clock) {}

    Database database;
    VersionStore versions{database};
    DraftStore drafts{database};
    CorpusStore corpora{database};
    DatasetStore datasets{database};
    ExperimentStore experiments{database};
    TraceStore traces{database};
};

namespace {

std::uint64_t bytesOf(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

WorkspaceInfo countAll(Connection& connection) {
    WorkspaceInfo info;
    info.format = static_cast<int>(connection.number("PRAGMA user_version"));
    info.workflows = connection.number("SELECT count(*) FROM workflow");
    info.versions = connection.number("SELECT count(*) FROM version");
    info.drafts = connection.number("SELECT count(*) FROM draft WHERE editor <> ''");
    info.corpora = connection.number("SELECT count(DISTINCT name) FROM corpus_name");
    info.datasets = connection.number("SELECT count(DISTINCT name) FROM dataset_name");
    info.experiments = connection.number("SELECT count(*) FROM experiment");
    info.traces = connection.number("SELECT count(*) FROM trace");
    return info;
}

std::string integrityOf(Connection& connection) {
    Statement row = connection.query("PRAGMA integrity_check(1)");
    return row.step() ? std::string(row.text(0)) : "no answer";
}

}  // namespace

Result<std::unique_ptr<Workspace>> Workspace::open(const std::string& path, OpenMode mode, Clock& clock) {
    try {
        return std::unique_ptr<Workspace>(new Workspace(std::make_unique<Parts>(openFile(path, mode), clock)));
    } catch (const Failure& failure) {
        return failure.error;
    } catch (const std::exception& exception) {
        return Error{ErrorCode::Internal, "\"" + path + "\" cannot be opened; please report this", exception.what()};
    }
}

Workspace::Workspace(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

Workspace::~Workspace() = default;

VersionStore& Workspace::versions() {
    return m_parts->versions;
}

DraftStore& Workspace::drafts() {
    return m_parts->drafts;
}

CorpusStore& Workspace::corpora() {
    return m_parts->corpora;
}

DatasetStore& Workspace::datasets() {
    return m_parts->datasets;
}

ExperimentStore& Workspace::experiments() {
    return m_parts->experiments;
}

TraceStore& Workspace::traces() {
    return m_parts->traces;
}

bool Workspace::readOnly() const {
    return m_parts->database.writer() == nullptr;
}

Result<WorkspaceInfo> Workspace::info() const {
    TOUCHSTONE_TRY(WorkspaceInfo info, m_parts->database.read(countAll));
    info.path = m_parts->database.path();
    info.bytes = bytesOf(info.path) + bytesOf(info.path + "-wal");
    info.readOnlyWhy = m_parts->database.readOnlyWhy();
    return info;
}

Result<void> Workspace::check() const {
    TOUCHSTONE_TRY(const std::string verdict, m_parts->database.read(integrityOf));
    if (verdict == "ok")
        return {};
    return Error{ErrorCode::Corrupt,
                 "the workspace file is damaged. Keep it, work with a backup, or recover what can be read with "
                 "sqlite3's .recover command",
                 verdict};
}

Result<void> Workspace::copyTo(const std::string& path) const {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0)
        return Error{ErrorCode::AlreadyExists, "\"" + path + "\" exists already. Choose another name"};
    TOUCHSTONE_TRY_VOID(m_parts->database.read([&path](Connection& connection) {
        backup(connection, path);
        return true;
    }));
    return {};
}

Subscription Workspace::onChanged(OnChange callback) {
    return m_parts->database.listeners().add(std::move(callback));
}

}  // namespace touchstone::store
