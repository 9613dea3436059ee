// SPDX-License-Identifier: GPL-3.0-or-later

#include "uihistory/version_graph.h"

#include <algorithm>

namespace touchstone::ui {
namespace {

constexpr int kFree = -1;

int freeLane(std::vector<int>& lanes) {
    const auto found = std::ranges::find(lanes, kFree);
    if (found != lanes.end())
        return static_cast<int>(found - lanes.begin());
    lanes.push_back(kFree);
    return static_cast<int>(lanes.size()) - 1;
}

// The lane that already leads to `row`, else a new one.
int laneTo(std::vector<int>& lanes, int row) {
    const auto found = std::ranges::find(lanes, row);
    return found != lanes.end() ? static_cast<int>(found - lanes.begin()) : freeLane(lanes);
}

}  // namespace

std::vector<GraphRow> versionGraph(const std::vector<std::vector<int>>& parents) {
    std::vector<GraphRow> graph(parents.size());
    std::vector<int> lanes;  // the row each lane leads to
    for (int row = 0; row < static_cast<int>(parents.size()); ++row) {
        GraphRow& now = graph[static_cast<std::size_t>(row)];
        now.lane = laneTo(lanes, row);
        for (int lane = 0; lane < static_cast<int>(lanes.size()); ++lane) {
            int& leadsTo = lanes[static_cast<std::size_t>(lane)];
            if (leadsTo == row)
                now.above.push_back(lane);
            else if (leadsTo != kFree)
                now.passing.push_back(lane);
            if (leadsTo == row)
                leadsTo = kFree;
        }
        bool first = true;
        for (const int parent : parents[static_cast<std::size_t>(row)]) {
            if (parent <= row)
                continue;
            const int lane = first ? now.lane : laneTo(lanes, parent);
            lanes[static_cast<std::size_t>(lane)] = parent;
            now.below.push_back(lane);
            first = false;
        }
    }
    return graph;
}

}  // namespace touchstone::ui
