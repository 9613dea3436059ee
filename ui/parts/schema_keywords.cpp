// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema_keywords.h"

#include "uistate/text.h"
#include "value_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace touchstone::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(SchemaKeywords)
};

constexpr std::array<std::string_view, 17> kOthers = {"allOf",
                                                      "anyOf",
                                                      "oneOf",
                                                      "not",
                                                      "if",
                                                      "then",
                                                      "else",
                                                      "prefixItems",
                                                      "additionalItems",
                                                      "contains",
                                                      "$defs",
                                                      "definitions",
                                                      "patternProperties",
                                                      "propertyNames",
                                                      "dependentSchemas",
                                                      "unevaluatedProperties",
                                                      "unevaluatedItems"};

constexpr std::array<const char*, 6> kTypes = {"string", "number", "integer", "boolean", "object", "array"};

QString shortened(const QString& text) {
    constexpr qsizetype kMost = 160;
    return text.size() > kMost ? text.left(kMost) + QChar(0x2026) : text;
}

bool isOther(const std::string& key, const Json& value) {
    if (key == "additionalProperties")
        return value.is_object();
    return (key == "items" && value.is_array()) ||
           std::find(kOthers.begin(), kOthers.end(), std::string_view(key)) != kOthers.end();
}

QString range(const Json& schema, const char* least, const char* most, const QString& both, const QString& from,
              const QString& to) {
    const Json* low = memberAt(schema, least);
    const Json* high = memberAt(schema, most);
    if (low && high)
        return both.arg(valueText(*low), valueText(*high));
    if (low)
        return from.arg(valueText(*low));
    return high ? to.arg(valueText(*high)) : QString();
}

QString choices(const Json& schema) {
    const Json* values = memberAt(schema, "enum");
    if (!values || !values->is_array())
        return {};
    constexpr qsizetype kMostShown = 12;
    QStringList words;
    for (const Json& value : *values) {
        if (words.size() == kMostShown) {
            words.append(QString(QChar(0x2026)));
            break;
        }
        words.append(valueText(value));
    }
    return words.join(QStringLiteral(" | "));
}

void addTexts(const Json& schema, QStringList& phrases) {
    phrases << range(schema, "minLength", "maxLength", Words::tr("%1–%2 characters"),
                     Words::tr("at least %1 characters"), Words::tr("up to %1 characters"));
    if (const Json* format = memberAt(schema, "format"))
        phrases << Words::tr("format %1").arg(valueText(*format));
    if (const Json* pattern = memberAt(schema, "pattern"))
        phrases << Words::tr("pattern %1").arg(valueText(*pattern));
}

void addNumbers(const Json& schema, QStringList& phrases) {
    phrases << range(schema, "minimum", "maximum", Words::tr("%1 to %2"), Words::tr("at least %1"),
                     Words::tr("at most %1"));
    phrases << range(schema, "exclusiveMinimum", "exclusiveMaximum", Words::tr("more than %1, less than %2"),
                     Words::tr("more than %1"), Words::tr("less than %1"));
    if (const Json* step = memberAt(schema, "multipleOf"))
        phrases << Words::tr("a multiple of %1").arg(valueText(*step));
}

void addLists(const Json& schema, QStringList& phrases) {
    phrases << range(schema, "minItems", "maxItems", Words::tr("%1–%2 items"), Words::tr("at least %1 items"),
                     Words::tr("up to %1 items"));
    if (boolAt(schema, "uniqueItems"))
        phrases << Words::tr("no duplicates");
    if (const Json* other = memberAt(schema, "additionalProperties"); other && *other == false)
        phrases << Words::tr("no other properties");
}

}  // namespace

std::vector<SchemaChild> schemaChildren(const Json& schema) {
    std::vector<SchemaChild> children;
    if (!schema.is_object())
        return children;
    if (const Json* properties = memberAt(schema, "properties"); properties && properties->is_object())
        for (auto property = properties->begin(); property != properties->end(); ++property)
            children.push_back({SchemaRow::Property, property.key()});
    if (const Json* items = memberAt(schema, "items"); items && !items->is_array())
        children.push_back({SchemaRow::Items, "items"});
    for (auto member = schema.begin(); member != schema.end(); ++member)
        if (isOther(member.key(), member.value()))
            children.push_back({SchemaRow::Other, member.key()});
    return children;
}

QString schemaTypeText(const Json& schema) {
    if (schema.is_boolean())
        return schema.get<bool>() ? Words::tr("anything") : Words::tr("nothing");
    if (!schema.is_object())
        return Words::tr("not a schema");
    if (const Json* reference = memberAt(schema, "$ref"))
        return QStringLiteral("→ %1").arg(shortened(valueText(*reference)));
    if (const Json* type = memberAt(schema, "type")) {
        if (!type->is_array())
            return valueText(*type);
        QStringList words;
        for (const Json& each : *type)
            words.append(valueText(each));
        return words.join(Words::tr(" or ", "between the types a value may have"));
    }
    if (memberAt(schema, "const"))
        return Words::tr("fixed value");
    if (memberAt(schema, "enum"))
        return Words::tr("choice");
    for (const char* key : {"anyOf", "oneOf", "allOf"})
        if (memberAt(schema, key))
            return Words::tr("combination");
    return Words::tr("anything");
}

std::vector<SchemaType> schemaTypes() {
    std::vector<SchemaType> types = {{QString(), Words::tr("anything")}};
    for (const char* type : kTypes)
        types.push_back({toQString(toText(Json(type))), QString::fromLatin1(type)});
    for (const char* type : kTypes) {
        const Json nullable = Json::array({type, "null"});
        types.push_back({toQString(toText(nullable)), schemaTypeText({{"type", nullable}})});
    }
    return types;
}

std::string mainType(const Json& schema) {
    const Json* type = memberAt(schema, "type");
    if (!type || !type->is_array())
        return stringAt(schema, "type");
    std::string found;
    for (const Json& each : *type) {
        if (!each.is_string() || each == "null")
            continue;
        if (!found.empty())
            return {};
        found = each.get<std::string>();
    }
    return found;
}

bool isObjectSchema(const Json& schema) {
    const Json* properties = memberAt(schema, "properties");
    if (properties)
        return properties->is_object();
    return schema.is_object() && mainType(schema) == "object";
}

QString schemaLimitsText(const Json& schema) {
    QStringList phrases;
    if (!schema.is_object())
        return {};
    if (const Json* fixed = memberAt(schema, "const"))
        phrases << Words::tr("always %1").arg(valueText(*fixed));
    phrases << choices(schema);
    addTexts(schema, phrases);
    addNumbers(schema, phrases);
    addLists(schema, phrases);
    if (const Json* value = memberAt(schema, "default"))
        phrases << Words::tr("default %1").arg(valueText(*value));
    phrases.removeAll(QString());
    return shortened(phrases.join(QStringLiteral(" · ")));
}

const std::vector<std::string>& schemaKeywordOrder() {
    static const std::vector<std::string> order = {"$schema",     "$id",
                                                   "$ref",        "type",
                                                   "title",       "description",
                                                   "enum",        "const",
                                                   "format",      "pattern",
                                                   "minLength",   "maxLength",
                                                   "minimum",     "exclusiveMinimum",
                                                   "maximum",     "exclusiveMaximum",
                                                   "multipleOf",  "items",
                                                   "minItems",    "maxItems",
                                                   "uniqueItems", "properties",
                                                   "required",    "additionalProperties",
                                                   "default",     "examples"};
    return order;
}

}  // namespace touchstone::ui
