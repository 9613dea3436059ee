// SPDX-License-Identifier: Apache-2.0

#include "keywords.h"

#include "program.h"

#include <algorithm>
#include <array>

namespace touchstone::schema {
namespace {

constexpr std::uint8_t k7 = static_cast<std::uint8_t>(Draft::Draft7);
constexpr std::uint8_t k2020 = static_cast<std::uint8_t>(Draft::Draft2020);
constexpr std::uint8_t kBoth = k7 | k2020;
constexpr std::uint8_t kNumber = kInteger | kFraction;

constexpr std::array kKeywords = std::to_array<Keyword>({
    {"$anchor", Holds::Data, k2020, 0},
    {"$comment", Holds::Data, kBoth, 0},
    {"$defs", Holds::Map, k2020, 0},
    {"$dynamicAnchor", Holds::Data, k2020, 0},
    {"$dynamicRef", Holds::Data, k2020, 0},
    {"$id", Holds::Data, kBoth, 0},
    {"$ref", Holds::Data, kBoth, 0},
    {"$schema", Holds::Data, kBoth, 0},
    {"$vocabulary", Holds::Data, k2020, 0},
    {"additionalItems", Holds::Schema, k7, kArray},
    {"additionalProperties", Holds::Schema, kBoth, kObject},
    {"allOf", Holds::List, kBoth, 0},
    {"anyOf", Holds::List, kBoth, 0},
    {"const", Holds::Data, kBoth, 0},
    {"contains", Holds::Schema, kBoth, kArray},
    {"contentEncoding", Holds::Data, kBoth, kString},
    {"contentMediaType", Holds::Data, kBoth, kString},
    {"contentSchema", Holds::Schema, k2020, kString},
    {"default", Holds::Data, kBoth, 0},
    {"definitions", Holds::Map, kBoth, 0},
    {"dependencies", Holds::MapOrNames, k7, kObject},
    {"dependentRequired", Holds::Data, k2020, kObject},
    {"dependentSchemas", Holds::Map, k2020, kObject},
    {"deprecated", Holds::Data, k2020, 0},
    {"description", Holds::Data, kBoth, 0},
    {"else", Holds::Schema, kBoth, 0},
    {"enum", Holds::Data, kBoth, 0},
    {"examples", Holds::Data, kBoth, 0},
    {"exclusiveMaximum", Holds::Data, kBoth, kNumber},
    {"exclusiveMinimum", Holds::Data, kBoth, kNumber},
    {"format", Holds::Data, kBoth, 0},
    {"if", Holds::Schema, kBoth, 0},
    {"items", Holds::SchemaOrList, k7, kArray},
    {"items", Holds::Schema, k2020, kArray},
    {"maxContains", Holds::Data, k2020, kArray},
    {"maxItems", Holds::Data, kBoth, kArray},
    {"maxLength", Holds::Data, kBoth, kString},
    {"maxProperties", Holds::Data, kBoth, kObject},
    {"maximum", Holds::Data, kBoth, kNumber},
    {"minContains", Holds::Data, k2020, kArray},
    {"minItems", Holds::Data, kBoth, kArray},
    {"minLength", Holds::Data, kBoth, kString},
    {"minProperties", Holds::Data, kBoth, kObject},
    {"minimum", Holds::Data, kBoth, kNumber},
    {"multipleOf", Holds::Data, kBoth, kNumber},
    {"not", Holds::Schema, kBoth, 0},
    {"oneOf", Holds::List, kBoth, 0},
    {"pattern", Holds::Data, kBoth, kString},
    {"patternProperties", Holds::Map, kBoth, kObject},
    {"prefixItems", Holds::List, k2020, kArray},
    {"properties", Holds::Map, kBoth, kObject},
    {"propertyNames", Holds::Schema, kBoth, kObject},
    {"readOnly", Holds::Data, kBoth, 0},
    {"required", Holds::Data, kBoth, kObject},
    {"then", Holds::Schema, kBoth, 0},
    {"title", Holds::Data, kBoth, 0},
    {"type", Holds::Data, kBoth, 0},
    {"unevaluatedItems", Holds::Schema, k2020, kArray},
    {"unevaluatedProperties", Holds::Schema, k2020, kObject},
    {"uniqueItems", Holds::Data, kBoth, kArray},
    {"writeOnly", Holds::Data, kBoth, 0},
});

bool knows(const Keyword& keyword, Draft draft) {
    return (keyword.drafts & static_cast<std::uint8_t>(draft)) != 0;
}

bool isSchema(const Json& value) {
    return value.is_object() || value.is_boolean();
}

void visitList(std::string_view keyword, const Json& list, const VisitSubschema& visit) {
    for (std::size_t i = 0; i < list.size(); ++i)
        if (isSchema(list[i]))
            visit(keyword, std::to_string(i), list[i]);
}

void visitMap(std::string_view keyword, const Json& map, const VisitSubschema& visit) {
    for (const auto& [key, subschema] : map.get_ref<const Json::object_t&>())
        if (isSchema(subschema))
            visit(keyword, key, subschema);
}

void visitValue(const Keyword& keyword, const Json& value, const VisitSubschema& visit) {
    const bool list = keyword.holds == Holds::List || keyword.holds == Holds::SchemaOrList;
    const bool map = keyword.holds == Holds::Map || keyword.holds == Holds::MapOrNames;
    const bool single = keyword.holds == Holds::Schema || keyword.holds == Holds::SchemaOrList;
    if (list && value.is_array())
        visitList(keyword.name, value, visit);
    else if (map && value.is_object())
        visitMap(keyword.name, value, visit);
    else if (single && isSchema(value))
        visit(keyword.name, {}, value);
}

}  // namespace

const Keyword* findKeyword(Draft draft, std::string_view name) {
    const auto* found =
        std::lower_bound(kKeywords.begin(), kKeywords.end(), name,
                         [](const Keyword& keyword, std::string_view wanted) { return keyword.name < wanted; });
    for (; found != kKeywords.end() && found->name == name; ++found)
        if (knows(*found, draft))
            return &*found;
    return nullptr;
}

std::vector<std::string_view> keywordNames(Draft draft) {
    std::vector<std::string_view> names;
    for (const Keyword& keyword : kKeywords)
        if (knows(keyword, draft))
            names.push_back(keyword.name);
    return names;
}

void forEachSubschema(const Json& schema, Draft draft, const VisitSubschema& visit) {
    if (!schema.is_object())
        return;
    for (const auto& [name, value] : schema.get_ref<const Json::object_t&>())
        if (const Keyword* keyword = findKeyword(draft, name))
            visitValue(*keyword, value, visit);
}

}  // namespace touchstone::schema
