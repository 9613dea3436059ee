// SPDX-License-Identifier: Apache-2.0
//
// One workspace: a SQLite file `*.touchstone` with everything a team makes and every run it made. The tables are
// described in core/store/schema.h.
//
// Thread-safe. One thread of the workspace's own does all writing, in the order it was asked; queries run on the
// calling thread with connections of their own and are never in the writer's way. Nothing in this process may open the
// file, its -wal or its -shm but this class: a stray open and close would drop SQLite's locks.

#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "store/change.h"
#include "store/corpora.h"
#include "store/datasets.h"
#include "store/drafts.h"
#include "store/experiments.h"
#include "store/traces.h"
#include "store/versions.h"

#include <cstdint>
#include <memory>
#include <string>

namespace touchstone::store {

enum class OpenMode {
    ReadWrite,  // the file must exist; read-only when the file or its place is
    ReadOnly,   // the file must exist
    Create,     // the file must not exist, or be empty
};

struct WorkspaceInfo {
    std::string path;         // as given
    int format = 0;           // number of the schema
    std::uint64_t bytes = 0;  // of the file and its -wal
    std::string readOnlyWhy;  // why nothing can be written; empty when it can
    std::int64_t workflows = 0;
    std::int64_t versions = 0;
    std::int64_t drafts = 0;
    std::int64_t corpora = 0;
    std::int64_t datasets = 0;
    std::int64_t experiments = 0;
    std::int64_t traces = 0;
};

class Workspace {
public:
    // NotFound, AlreadyExists, PermissionDenied, InvalidArgument (a folder, not a workspace), Unsupported (made by a
    // newer Touchstone, network file system), Corrupt, or Unavailable (locked by another program); none of them changes
    // the file. A file of an older format is copied beside itself, then migrated. `clock` must outlive the workspace.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> open(const std::string& path, OpenMode mode, Clock& clock);

    // Writes what is queued, then closes.
    ~Workspace();
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    [[nodiscard]] VersionStore& versions();
    [[nodiscard]] DraftStore& drafts();
    [[nodiscard]] CorpusStore& corpora();
    [[nodiscard]] DatasetStore& datasets();
    [[nodiscard]] ExperimentStore& experiments();
    [[nodiscard]] TraceStore& traces();

    // True when every write is refused; WorkspaceInfo::readOnlyWhy says why.
    [[nodiscard]] bool readOnly() const;
    [[nodiscard]] Result<WorkspaceInfo> info() const;
    // Reads the whole file and verifies its structure (SQLite's integrity_check): seconds for a large one.
    [[nodiscard]] Result<void> check() const;
    // A consistent copy of the whole workspace, made while it is in use. AlreadyExists when `path` exists.
    [[nodiscard]] Result<void> copyTo(const std::string& path) const;

    [[nodiscard]] Subscription onChanged(OnChange callback);

private:
    struct Parts;

    explicit Workspace(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

}  // namespace touchstone::store
