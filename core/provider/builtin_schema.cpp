// SPDX-License-Identifier: Apache-2.0

#include "builtin_schema.h"

#include "text/search_terms.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace touchstone::provider {

namespace {

constexpr int kMaxHops = 16;

struct Hint {
    std::string_view word;
    ValueKind kind;
};

// Words of names and descriptions that tell what a value is, the surest first.
constexpr auto kHints = std::to_array<Hint>({{"iban", ValueKind::Iban},
                                             {"email", ValueKind::Email},
                                             {"mail", ValueKind::Email},
                                             {"url", ValueKind::Url},
                                             {"website", ValueKind::Url},
                                             {"currency", ValueKind::Currency},
                                             {"date", ValueKind::Date},
                                             {"day", ValueKind::Date},
                                             {"number", ValueKind::Code},
                                             {"no", ValueKind::Code},
                                             {"id", ValueKind::Code},
                                             {"code", ValueKind::Code},
                                             {"reference", ValueKind::Code}});

const Json* firstNotNull(const Json& branches) {
    for (const Json& branch : branches)
        if (stringAt(branch, "type") != "null")
            return &branch;
    return nullptr;
}

bool hasNull(const Json& branches) {
    return std::ranges::any_of(branches, [](const Json& branch) { return stringAt(branch, "type") == "null"; });
}

// One step towards the schema that says the type, or null when `schema` says it itself.
const Json* nextHop(const Json& schema, const Json& root, bool& nullable) {
    if (const std::string ref = stringAt(schema, "$ref"); ref.starts_with('#'))
        return resolvePointer(root, std::string_view(ref).substr(1));
    for (const char* key : {"anyOf", "oneOf"})
        if (const Json* branches = memberAt(schema, key); branches != nullptr && branches->is_array()) {
            nullable = nullable || hasNull(*branches);
            return firstNotNull(*branches);
        }
    return nullptr;
}

void readType(const Json& schema, FieldSchema& field) {
    const Json* type = memberAt(schema, "type");
    if (type != nullptr && type->is_string()) {
        field.type = type->get<std::string>();
    } else if (type != nullptr && type->is_array()) {
        for (const Json& one : *type) {
            if (one == "null")
                field.nullable = true;
            else if (field.type.empty() && one.is_string())
                field.type = one.get<std::string>();
        }
    }
    if (field.type.empty() && memberAt(schema, "properties") != nullptr)
        field.type = "object";
}

std::size_t codePoints(const std::string& text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool inRange(const Json& schema, double value) {
    constexpr double kAny = HUGE_VAL;
    return value >= numberAt(schema, "minimum", -kAny) && value <= numberAt(schema, "maximum", kAny) &&
           value > numberAt(schema, "exclusiveMinimum", -kAny) && value < numberAt(schema, "exclusiveMaximum", kAny);
}

bool hasType(const std::string& type, const Json& value) {
    if (type == "string")
        return value.is_string();
    if (type == "boolean")
        return value.is_boolean();
    if (type == "integer")
        return value.is_number() && value.get<double>() == std::floor(value.get<double>());
    return type == "number" ? value.is_number() : true;
}

}  // namespace

FieldSchema readField(const Json& schema, const Json& root) {
    FieldSchema field;
    const Json* at = &schema;
    for (int hops = 0; hops < kMaxHops && at != nullptr; ++hops) {
        field.schema = at;
        readType(*at, field);
        at = nextHop(*at, root, field.nullable);
    }
    if (field.type == "null") {
        field.type.clear();
        field.nullable = true;
    }
    return field;
}

std::vector<ValueFinder> findersFor(std::string_view name, const FieldSchema& field, PatternCache& patterns) {
    std::vector<ValueFinder> finders;
    const Json& schema = *field.schema;
    const std::string format = stringAt(schema, "format");
    if (field.type == "integer" || field.type == "number")
        return {ValueFinder(ValueKind::Number)};
    if (format.starts_with("date"))
        return {ValueFinder(ValueKind::Date)};
    if (const std::string pattern = stringAt(schema, "pattern"); !pattern.empty())
        finders.push_back(ValueFinder::forPattern(pattern, patterns));
    if (format == "email" || format == "uri")
        finders.emplace_back(format == "email" ? ValueKind::Email : ValueKind::Url);
    const std::vector<std::string> words = text::searchTerms(std::string(name) + " " + stringAt(schema, "title"));
    for (const Hint& hint : kHints)
        if (std::ranges::find(words, text::stemmed(hint.word)) != words.end())
            finders.emplace_back(hint.kind);
    return finders;
}

bool allows(const FieldSchema& field, const Json& value) {
    if (field.schema == nullptr)
        return true;
    if (value.is_null())
        return field.nullable;
    const Json* choices = memberAt(*field.schema, "enum");
    if (choices != nullptr && choices->is_array() && std::ranges::find(*choices, value) == choices->end())
        return false;
    if (!hasType(field.type, value))
        return false;
    if (value.is_number())
        return inRange(*field.schema, value.get<double>());
    if (!value.is_string())
        return true;
    const auto length = static_cast<std::int64_t>(codePoints(value.get_ref<const std::string&>()));
    return length >= integerAt(*field.schema, "minLength", 0) &&
           length <= integerAt(*field.schema, "maxLength", INT64_MAX);
}

Json plainest(const FieldSchema& field) {
    if (field.nullable)
        return nullptr;
    if (const Json* choices = memberAt(*field.schema, "enum");
        choices != nullptr && choices->is_array() && !choices->empty())
        return choices->front();
    if (field.type == "boolean")
        return false;
    if (field.type == "array")
        return Json::array();
    if (field.type == "object")
        return Json::object();
    if (field.type == "integer" || field.type == "number") {
        for (const char* bound : {"minimum", "maximum"})
            if (!inRange(*field.schema, 0) && memberAt(*field.schema, bound) != nullptr)
                return *memberAt(*field.schema, bound);
        return inRange(*field.schema, 0) ? 0 : 1;
    }
    return std::string();
}

}  // namespace touchstone::provider
