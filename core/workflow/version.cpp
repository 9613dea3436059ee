// SPDX-License-Identifier: Apache-2.0

#include "workflow/version.h"

#include "base/canonical_json.h"
#include "base/hash.h"
#include "workflow/document.h"

namespace touchstone::workflow {

Result<PartHashes> hashParts(const Json& document) {
    PartHashes hashes;
    for (const std::string_view name : kPartNames) {
        const Json* part = memberAt(document, name);
        if (!part)
            continue;
        TOUCHSTONE_TRY(const std::string text, canonicalJson(*part));
        hashes.emplace_back(name, PartHash(sha256(text).hex()));
    }
    return hashes;
}

Result<std::string> hashDocument(const Json& document) {
    TOUCHSTONE_TRY(const std::string text, canonicalJson(document));
    return sha256(text).hex();
}

Result<std::string> versionRecord(const Version& version) {
    Json parents = Json::array();
    for (const VersionId& parent : version.parents)
        parents.push_back(parent.text);
    Json parts = Json::object();
    for (const auto& [name, hash] : version.parts)
        parts[name] = hash.text;
    return canonicalJson(Json{{"format", "touchstone.version/1"},
                              {"workflow", version.workflow},
                              {"feature", stringAt(version.document, "feature")},
                              {"description", stringAt(version.document, "description")},
                              {"parts", std::move(parts)},
                              {"parents", std::move(parents)},
                              {"author", version.author},
                              {"message", version.message},
                              // Text, because nanoseconds are beyond what canonical JSON numbers hold exactly.
                              {"created_ns", std::to_string(version.created.time_since_epoch().count())}});
}

Result<Version> makeVersion(const Json& document, CommitInfo info) {
    Version version;
    version.workflow = stringAt(document, "name");
    version.parents = std::move(info.parents);
    version.author = std::move(info.author);
    version.message = std::move(info.message);
    version.created = info.created;
    version.document = document;
    TOUCHSTONE_TRY(version.parts, hashParts(document));
    TOUCHSTONE_TRY(const std::string record, versionRecord(version));
    version.id = VersionId(sha256(record).hex());
    return version;
}

}  // namespace touchstone::workflow
