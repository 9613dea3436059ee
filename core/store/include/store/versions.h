// SPDX-License-Identifier: Apache-2.0
//
// The workflows of a workspace and their committed versions, with the branches and tags that point to them.
//
// Thread-safe. Queries block on SQLite; verbs return at once and are on disk (synchronous=FULL) when they complete.

#pragma once

#include "base/result.h"
#include "store/pending.h"
#include "workflow/version.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::store {

class Database;

struct WorkflowInfo {
    std::string name;
    WallTime created;
    std::int64_t versions = 0;
    std::optional<WallTime> lastCommit;
    std::int64_t drafts = 0;
};

// A version without its document: what a history shows.
struct VersionInfo {
    VersionId id;
    std::string workflow;
    std::int64_t number = 0;  // "v12"
    std::vector<VersionId> parents;
    std::string author;
    std::string message;
    WallTime created;
    workflow::PartHashes parts;
    std::string document;  // 64 hex digits: workflow::hashDocument, as traces name what ran
};

enum class PointerKind { Branch, Tag };

struct Pointer {
    PointerKind kind = PointerKind::Branch;
    std::string workflow;
    std::string name;
    VersionId version;
    bool operator==(const Pointer&) const = default;
};

// The tag a commit gives its version.
struct NewTag {
    std::string name;
    bool move = false;  // also when it stands elsewhere
};

class VersionStore {
public:
    explicit VersionStore(Database& database) : m_database(database) {}

    // Stores `version` as the next of its workflow and moves `branch` to it; the result carries the number it got.
    // Storing a version again only moves the branch. Conflict when the branch does not stand at `expectedHead` (empty:
    // the branch does not exist yet); the message names where it stands. InvalidArgument when the id does not fit the
    // content or a name is not allowed.
    [[nodiscard]] Pending<workflow::Version> put(workflow::Version version, std::string branch, VersionId expectedHead);
    // The same, and in one transaction the end of the branch's draft, which must have `draftRevision` (empty: there is
    // none): Conflict, and nothing is written, when it was changed since. Its revision is then one more. With a `tag`
    // that too, or nothing: AlreadyExists when it stands elsewhere and is not to move.
    [[nodiscard]] Pending<workflow::Version> commit(workflow::Version version, std::string branch,
                                                    VersionId expectedHead, std::optional<std::int64_t> draftRevision,
                                                    std::optional<NewTag> tag = {});

    // Creates (`expected` empty) or moves a branch or tag. Conflict as above, AlreadyExists for a tag that was to be
    // new; NotFound when the workflow has no such version. A new name is one that names nothing else yet: no branch or
    // tag of the workflow, and it does not read as "draft", "v3" or the beginning of an id (InvalidArgument).
    [[nodiscard]] Pending<void> point(Pointer pointer, VersionId expected);
    // NotFound when there is none; Conflict when it does not stand at `pointer.version`.
    [[nodiscard]] Pending<void> removePointer(Pointer pointer);

    // By name. Those that only have a draft are in it.
    [[nodiscard]] Result<std::vector<WorkflowInfo>> workflows() const;
    // Newest first; empty for a workflow that does not exist.
    [[nodiscard]] Result<std::vector<VersionInfo>> list(std::string_view workflow) const;
    [[nodiscard]] Result<std::vector<Pointer>> pointers(std::string_view workflow) const;

    // By id, or by a prefix of at least four digits that fits one version only. The document is put together from its
    // parts and verified against the id: Corrupt when it differs.
    [[nodiscard]] Result<workflow::Version> load(std::string_view idOrPrefix) const;
    // What people write for a version: a branch, a tag, "v12", or an id or prefix. Looked up in this order.
    [[nodiscard]] Result<VersionId> find(std::string_view workflow, std::string_view reference) const;

private:
    Database& m_database;
};

}  // namespace touchstone::store
