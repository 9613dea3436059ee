// SPDX-License-Identifier: Apache-2.0
//
// What a JSON Schema says about one value, as much of it as the built-in model follows.
//
// Values that point into the schema; pure functions.

#pragma once

#include "base/json.h"
#include "builtin_values.h"

#include <string>
#include <string_view>
#include <vector>

namespace touchstone::provider {

struct FieldSchema {
    const Json* schema = nullptr;  // resolved; null: anything will do
    std::string type;              // "string", "integer", …; "" when the schema leaves it open
    bool nullable = false;
};

[[nodiscard]] FieldSchema readField(const Json& schema, const Json& root);

// The finders worth trying for a string or number, the likeliest first: what pattern, format, name and description say.
[[nodiscard]] std::vector<ValueFinder> findersFor(std::string_view name, const FieldSchema& field,
                                                  PatternCache& patterns);

// Whether a scalar keeps to type, minimum, maximum, lengths and enum.
[[nodiscard]] bool allows(const FieldSchema& field, const Json& value);

// The plainest value that the schema allows.
[[nodiscard]] Json plainest(const FieldSchema& field);

}  // namespace touchstone::provider
