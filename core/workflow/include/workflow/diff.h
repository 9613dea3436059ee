// SPDX-License-Identifier: Apache-2.0
//
// What differs between two workflow documents, part by part. Pure functions; safe from any thread.

#pragma once

#include "base/json.h"

#include <optional>
#include <string>
#include <vector>

namespace touchstone::workflow {

enum class ChangeKind { Added, Removed, Changed };

// One value inside a part that differs. Long texts (templates) are values too: show them with text/diff.h.
struct ValueChange {
    std::string pointer;  // into the part, "" for the part itself
    std::optional<Json> before;
    std::optional<Json> after;
};

struct PartChange {
    std::string part;  // a name of kPartNames, or "feature" / "description"
    ChangeKind kind = ChangeKind::Changed;
    std::vector<ValueChange> values;
};

// In the order of kPartNames; equal parts are left out, so equal documents give an empty list.
[[nodiscard]] std::vector<PartChange> diffWorkflows(const Json& before, const Json& after);

// A commit message people would write from the changes: "change prompt (3 values); add retrieval". Empty for no
// change.
[[nodiscard]] std::string proposeMessage(const std::vector<PartChange>& changes);

[[nodiscard]] Json toJson(const std::vector<PartChange>& changes);

}  // namespace touchstone::workflow
