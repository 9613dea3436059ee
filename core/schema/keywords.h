// SPDX-License-Identifier: Apache-2.0
//
// The keywords of each draft and where subschemas stand in them.

#pragma once

#include "base/json.h"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace touchstone::schema {

enum class Draft : std::uint8_t { Draft7 = 1, Draft2020 = 2 };

// What a keyword's value is made of.
enum class Holds : std::uint8_t {
    Data,
    Schema,
    List,          // array of schemas
    Map,           // object of schemas
    SchemaOrList,  // `items` of draft-07
    MapOrNames,    // `dependencies` of draft-07
};

struct Keyword {
    std::string_view name;
    Holds holds;
    std::uint8_t drafts;   // Draft bits
    std::uint8_t applies;  // Kind bits of the values it can say anything about; 0 for none in particular
};

// Null when the draft does not know the name.
[[nodiscard]] const Keyword* findKeyword(Draft draft, std::string_view name);
[[nodiscard]] std::vector<std::string_view> keywordNames(Draft draft);

// Calls `visit` for each subschema directly inside `schema`: keyword, key below it (or ""), subschema.
using VisitSubschema = std::function<void(std::string_view keyword, std::string_view key, const Json& subschema)>;
void forEachSubschema(const Json& schema, Draft draft, const VisitSubschema& visit);

}  // namespace touchstone::schema
