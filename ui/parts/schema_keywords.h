// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the tree of a JSON Schema shows of it: which subschemas are rows, and types and limits in words.
//
// Pure functions; GUI thread (they translate).

#pragma once

#include "base/json.h"

#include <QString>

#include <string>
#include <vector>

namespace touchstone::ui {

enum class SchemaRow {
    Root,
    Property,  // a member of `properties`
    Items,     // `items`
    Other,     // a keyword the tree does not edit: anyOf, $defs, …
};

struct SchemaChild {
    SchemaRow row = SchemaRow::Property;
    std::string key;  // the property's name, or the keyword

    bool operator==(const SchemaChild&) const = default;
};

// The rows below a schema, in the order they are shown: properties, items, the rest.
[[nodiscard]] std::vector<SchemaChild> schemaChildren(const Json& schema);

// "string", "string or null", "→ #/$defs/address", "choice", "anything".
[[nodiscard]] QString schemaTypeText(const Json& schema);

// What `type` may be chosen to be: JSON of the keyword, and its words. The first one is no type at all.
struct SchemaType {
    QString json;
    QString text;
};
[[nodiscard]] std::vector<SchemaType> schemaTypes();

// The one type that is not null: "string" for ["string", "null"]; empty when there is none or more than one.
[[nodiscard]] std::string mainType(const Json& schema);
// Whether properties can be added.
[[nodiscard]] bool isObjectSchema(const Json& schema);

// "2–80 characters · format date · default x".
[[nodiscard]] QString schemaLimitsText(const Json& schema);

// The order people write keywords in; a new one stands where this has it.
[[nodiscard]] const std::vector<std::string>& schemaKeywordOrder();

}  // namespace touchstone::ui
