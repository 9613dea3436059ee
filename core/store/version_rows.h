// SPDX-License-Identifier: Apache-2.0
//
// A version as rows: its parts each stored once, and the document put together again.

#pragma once

#include "sqlite.h"
#include "store/versions.h"

#include "workflow/version.h"

namespace touchstone::store {

// Throws Failure unless the names are allowed, the sizes bearable, and the id fits the content.
void requireSound(const workflow::Version& version);

// The row of `version`, made when there is none; `version.number` becomes the stored one.
[[nodiscard]] std::int64_t storeVersion(Connection& connection, std::int64_t workflow, workflow::Version& version);

// The version of row `seq`, verified against its id.
[[nodiscard]] workflow::Version loadVersion(Connection& connection, std::int64_t seq);

// Newest first.
[[nodiscard]] std::vector<VersionInfo> listVersions(Connection& connection, std::int64_t workflow);

}  // namespace touchstone::store
