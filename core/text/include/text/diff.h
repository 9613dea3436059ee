// SPDX-License-Identifier: Apache-2.0
//
// What changed between two texts or two JSON values.
//
// Pure functions; safe from any thread.

#pragma once

#include "base/json.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::text {

enum class Change { Equal, Inserted, Deleted };

struct DiffPiece {
    Change change = Change::Equal;
    std::string text;
    bool operator==(const DiffPiece&) const = default;
};

struct TextDiff {
    // Equal and Deleted pieces joined give the text before, Equal and Inserted pieces the text after.
    std::vector<DiffPiece> pieces;
    // The texts differ so much that parts are shown as replaced whole; the pieces are right but not the fewest.
    bool coarse = false;
};

struct DiffLimits {
    std::size_t comparisons = 20'000'000;  // about a tenth of a second
};

// Shortest edit script (Myers 1986, linear space). Words, single punctuation marks and runs of white space are the
// units; white space alone between two changes counts as changed, which reads better.
[[nodiscard]] TextDiff diffWords(std::string_view before, std::string_view after, const DiffLimits& limits = {});
// Lines are the units; each keeps its line end.
[[nodiscard]] TextDiff diffLines(std::string_view before, std::string_view after, const DiffLimits& limits = {});

struct JsonChange {
    std::string pointer;         // of the value: before where it was removed, else after
    std::optional<Json> before;  // empty where it was added
    std::optional<Json> after;   // empty where it was removed
};

// The deepest places that differ. 1 equals 1.0 and the order of keys does not matter. Of lists, the common beginning
// and end are left out and what is between is compared item by item.
[[nodiscard]] std::vector<JsonChange> jsonDiff(const Json& before, const Json& after);

}  // namespace touchstone::text
