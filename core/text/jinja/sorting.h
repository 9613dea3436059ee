// SPDX-License-Identifier: Apache-2.0
//
// Sorting as the filters do it: by an attribute, with or without regard to letter case, stable.

#pragma once

#include "run.h"
#include "value.h"

#include <span>
#include <vector>

namespace touchstone::text::jinja {

struct SortRules {
    Value attribute;  // a name, a dotted path, several separated by commas, an index; or none
    bool caseSensitive = false;
    bool reverse = false;
};

[[nodiscard]] Value sortKey(Run& run, const Value& item, const SortRules& rules);
void sortValues(Run& run, std::vector<Value>& items, const SortRules& rules);
// The first item of each key, in order.
[[nodiscard]] std::vector<Value> uniqueValues(Run& run, std::span<const Value> items, const SortRules& rules);

}  // namespace touchstone::text::jinja
