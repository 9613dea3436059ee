// SPDX-License-Identifier: Apache-2.0
//
// The rows of branches and tags, which versions and drafts share. `workflow` is the number of the workflow's row.

#pragma once

#include "sqlite.h"
#include "store/versions.h"

#include <string_view>

namespace touchstone::store {

[[nodiscard]] std::string_view nameOf(PointerKind kind);

// Where the pointer stands; empty when it does not exist.
[[nodiscard]] VersionId targetOf(Connection& connection, std::int64_t workflow, PointerKind kind,
                                 std::string_view name);
// Throws Failure unless a new branch or tag may be called so: the name is allowed, and neither the workflow's tags (for
// a branch) nor its branches (for a tag), those with only a draft among them, have it.
void requireFreePointer(Connection& connection, std::int64_t workflow, PointerKind kind, std::string_view name);

// Throws Failure unless the pointer stands at `expected` (empty: does not exist): AlreadyExists for a tag that was to
// be new, else Conflict.
void requireTarget(Connection& connection, std::int64_t workflow, const Pointer& pointer, const VersionId& expected);
// `version` is the number of its row.
void setPointer(Connection& connection, std::int64_t workflow, const Pointer& pointer, std::int64_t version);

}  // namespace touchstone::store
