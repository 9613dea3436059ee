// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the lines of a history run: which lane each version stands in and which lanes pass by it. Pure function.

#pragma once

#include <vector>

namespace touchstone::ui {

struct GraphRow {
    int lane = 0;              // of the version's mark
    std::vector<int> passing;  // lanes that run from the row above to the row below
    std::vector<int> above;    // lanes that come from the row above and end at the mark
    std::vector<int> below;    // lanes that leave the mark to the row below
    bool operator==(const GraphRow&) const = default;
};

// `parents` has for each row the rows of its parents, all of them further down; −1 for one that is not listed. The lane
// of a version goes on to its first parent; where lanes meet, the leftmost one is the parent's.
[[nodiscard]] std::vector<GraphRow> versionGraph(const std::vector<std::vector<int>>& parents);

}  // namespace touchstone::ui
