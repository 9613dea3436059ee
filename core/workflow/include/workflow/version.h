// SPDX-License-Identifier: Apache-2.0
//
// An immutable commit of a workflow. Its id is the SHA-256 of its canonical JSON, which names the parts by their own
// hashes, so equal content has equal ids everywhere.
//
// Plain values and pure functions; safe from any thread.

#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/json.h"
#include "base/result.h"

#include <string>
#include <utility>
#include <vector>

namespace touchstone::workflow {

// One part of a document with its hash, in the order of kPartNames; parts the document does not have are left out.
using PartHashes = std::vector<std::pair<std::string, PartHash>>;

struct Version {
    VersionId id;
    std::string workflow;
    std::int64_t number = 0;  // "v12": counts the workflow's versions in its workspace; not part of the id
    std::vector<VersionId> parents;
    std::string author;
    std::string message;
    WallTime created;
    PartHashes parts;
    Json document;  // the whole workflow document
};

// The hash of each part of `document`. Fails where canonicalJson fails.
[[nodiscard]] Result<PartHashes> hashParts(const Json& document);

// SHA-256 of the document's canonical JSON, 64 hex digits: names what ran, committed or not.
[[nodiscard]] Result<std::string> hashDocument(const Json& document);

struct CommitInfo {
    std::vector<VersionId> parents;
    std::string author;
    std::string message;
    WallTime created;
};

// Makes the version that commits `document`; `number` stays 0 until a workspace assigns it.
// REQUIRES: `document` was accepted by parseWorkflow.
[[nodiscard]] Result<Version> makeVersion(const Json& document, CommitInfo info);

// The canonical JSON whose SHA-256 is the version's id ("touchstone.version/1").
[[nodiscard]] Result<std::string> versionRecord(const Version& version);

}  // namespace touchstone::workflow
