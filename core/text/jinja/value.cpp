// SPDX-License-Identifier: Apache-2.0

#include "value.h"

#include <limits>

namespace touchstone::text::jinja {

namespace {

Value fromUnsigned(std::uint64_t number) {
    constexpr auto kMax = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (number > kMax)
        return Value::numberOf(static_cast<double>(number));
    return Value::integerOf(static_cast<std::int64_t>(number));
}

Value container(Kind kind, const Json& json) {
    Value value;
    value.kind = kind;
    value.json = &json;
    return value;
}

bool equalSequences(const Value& a, const Value& b) {
    const std::size_t size = sequenceSize(a);
    if (a.isTuple() != b.isTuple() || size != sequenceSize(b))
        return false;
    for (std::size_t i = 0; i < size; ++i) {
        if (!equal(sequenceItem(a, i), sequenceItem(b, i)))
            return false;
    }
    return true;
}

bool equalMappings(const Value& a, const Value& b) {
    if (mappingSize(a) != mappingSize(b))
        return false;
    bool same = true;
    forEachEntry(a, [&](const Value& key, const Value& value) {
        const Value other = same ? mappingItem(b, key) : Value::missing();
        same = same && other.kind != Kind::Missing && equal(value, other);
    });
    return same;
}

}  // namespace

Value Value::fromJson(const Json& json) {
    switch (json.type()) {
        case Json::value_t::null:
            return none();
        case Json::value_t::boolean:
            return boolOf(*json.get_ptr<const Json::boolean_t*>());
        case Json::value_t::number_integer:
            return integerOf(*json.get_ptr<const Json::number_integer_t*>());
        case Json::value_t::number_unsigned:
            return fromUnsigned(*json.get_ptr<const Json::number_unsigned_t*>());
        case Json::value_t::number_float:
            return numberOf(*json.get_ptr<const Json::number_float_t*>());
        case Json::value_t::string:
            return string(*json.get_ptr<const Json::string_t*>());
        case Json::value_t::array:
            return container(Kind::Array, json);
        case Json::value_t::object:
            return container(Kind::Object, json);
        case Json::value_t::binary:
        case Json::value_t::discarded:
            break;
    }
    return undefined("binary data");
}

std::size_t sequenceSize(const Value& sequence) {
    return sequence.kind == Kind::List ? sequence.size : sequence.json->size();
}

Value sequenceItem(const Value& sequence, std::size_t index) {
    return sequence.kind == Kind::List ? sequence.items[index] : Value::fromJson((*sequence.json)[index]);
}

std::size_t mappingSize(const Value& mapping) {
    return mapping.kind == Kind::Dict ? mapping.size : mapping.json->size();
}

Value mappingItem(const Value& mapping, const Value& key) {
    if (mapping.kind == Kind::Dict) {
        for (const Entry& entry : std::span(mapping.entries, mapping.size)) {
            if (equal(entry.key, key))
                return entry.value;
        }
        return Value::missing();
    }
    if (!key.isString())
        return Value::missing();
    const auto at = mapping.json->find(key.text());
    return at == mapping.json->end() ? Value::missing() : Value::fromJson(*at);
}

std::string_view describe(const Value& value) {
    switch (value.kind) {
        case Kind::Missing:
        case Kind::Undefined:
            return "an undefined value";
        case Kind::None:
            return "none";
        case Kind::Bool:
            return "true or false";
        case Kind::Int:
            return "an integer";
        case Kind::Float:
            return "a float";
        case Kind::String:
            return "text";
        case Kind::List:
        case Kind::Array:
            return "a list";
        case Kind::Dict:
        case Kind::Object:
            return "a mapping";
        case Kind::Namespace:
            return "a namespace";
        case Kind::Macro:
            return "a macro";
        case Kind::Loop:
            return "the loop";
        case Kind::Function:
            return "a function";
    }
    return "a value";
}

bool equal(const Value& a, const Value& b) {
    if (a.isInteger() && b.isInteger())
        return a.asInteger() == b.asInteger();
    if (a.isNumber() && b.isNumber())
        return a.asNumber() == b.asNumber();
    if (a.isString() && b.isString())
        return a.text() == b.text();
    if (a.isSequence() && b.isSequence())
        return equalSequences(a, b);
    if (a.isMapping() && b.isMapping())
        return equalMappings(a, b);
    if (a.kind != b.kind)
        return false;
    switch (a.kind) {
        case Kind::None:
        case Kind::Undefined:
            return true;
        case Kind::Namespace:
            return a.names == b.names;
        case Kind::Macro:
            return a.macro == b.macro;
        case Kind::Loop:
            return a.loop == b.loop;
        case Kind::Function:
            return a.function == b.function;
        default:
            return false;
    }
}

}  // namespace touchstone::text::jinja
