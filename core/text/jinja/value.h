// SPDX-License-Identifier: Apache-2.0
//
// What an expression evaluates to. A Value is trivially copyable and owns nothing: text and containers live in the
// caller's variables, in the compiled program, or in the arena of the Run that made them.

#pragma once

#include "base/json.h"

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::text::jinja {

enum class Kind : std::uint8_t {
    Missing,    // an argument that was not given
    Undefined,  // `text` is the name, for messages
    None,
    Bool,
    Int,
    Float,
    String,
    List,    // made by the template
    Dict,    // made by the template
    Array,   // of the variables
    Object,  // of the variables
    Namespace,
    Macro,
    Loop,
    Function,  // range, dict, namespace
};

enum class Mark : std::uint8_t {
    None,
    Markup,  // a String that is already escaped
    Tuple,   // a List that prints with parentheses
    Group,   // a Tuple of groupby, with .grouper and .list
    Soft,    // an Undefined that is empty even where undefined is an error: `x if c` without else
};

struct Entry;
struct NamespaceObject;
struct MacroObject;
struct LoopObject;
struct Function;

struct Value {
    Kind kind = Kind::Undefined;
    Mark mark = Mark::None;
    std::uint16_t depth = 0;  // of nested containers made by the template
    std::size_t size = 0;
    union {
        std::int64_t integer = 0;
        bool boolean;
        double number;
        const char* characters;
        const Value* items;
        const Entry* entries;
        const Json* json;
        NamespaceObject* names;
        const MacroObject* macro;
        const LoopObject* loop;
        const Function* function;
    };

    static Value undefined(std::string_view name) {
        Value value = string(name);
        value.kind = Kind::Undefined;
        return value;
    }
    static Value missing() {
        Value value;
        value.kind = Kind::Missing;
        return value;
    }
    static Value none() {
        Value value;
        value.kind = Kind::None;
        return value;
    }
    static Value boolOf(bool flag) {
        Value value;
        value.kind = Kind::Bool;
        value.boolean = flag;
        return value;
    }
    static Value integerOf(std::int64_t integer) {
        Value value;
        value.kind = Kind::Int;
        value.integer = integer;
        return value;
    }
    static Value numberOf(double number) {
        Value value;
        value.kind = Kind::Float;
        value.number = number;
        return value;
    }
    static Value string(std::string_view text, Mark mark = Mark::None) {
        Value value;
        value.kind = Kind::String;
        value.mark = mark;
        value.size = text.size();
        value.characters = text.data();
        return value;
    }
    static Value list(std::span<const Value> items, Mark mark = Mark::None) {
        Value value;
        value.kind = Kind::List;
        value.mark = mark;
        value.size = items.size();
        value.items = items.data();
        return value;
    }
    static Value dict(std::span<const Entry> entries);
    // Reads in place. An integer above 2^63-1 becomes a float.
    static Value fromJson(const Json& json);

    [[nodiscard]] std::string_view text() const { return {characters, size}; }

    [[nodiscard]] bool isUndefined() const { return kind == Kind::Undefined; }
    [[nodiscard]] bool isString() const { return kind == Kind::String; }
    [[nodiscard]] bool isInteger() const { return kind == Kind::Int || kind == Kind::Bool; }  // as in Python
    [[nodiscard]] bool isNumber() const { return isInteger() || kind == Kind::Float; }
    [[nodiscard]] bool isSequence() const { return kind == Kind::List || kind == Kind::Array; }
    [[nodiscard]] bool isMapping() const { return kind == Kind::Dict || kind == Kind::Object; }
    [[nodiscard]] bool isTuple() const { return kind == Kind::List && mark != Mark::None; }

    // REQUIRES: isInteger()
    [[nodiscard]] std::int64_t asInteger() const { return kind == Kind::Bool ? (boolean ? 1 : 0) : integer; }
    // REQUIRES: isNumber()
    [[nodiscard]] double asNumber() const { return kind == Kind::Float ? number : static_cast<double>(asInteger()); }
};

struct Entry {
    Value key;
    Value value;
};

inline Value Value::dict(std::span<const Entry> entries) {
    Value value;
    value.kind = Kind::Dict;
    value.size = entries.size();
    value.entries = entries.data();
    return value;
}

struct NamespaceObject {
    std::pmr::vector<Entry> entries;
};

struct LoopObject {
    std::size_t index = 0;  // from 0
    std::size_t length = 0;
    Value previous = Value::undefined("loop.previtem");
    Value next = Value::undefined("loop.nextitem");
    mutable Value lastChanged = Value::missing();  // the argument of the last loop.changed()
};

// Items of a list, by index, without copying it.  REQUIRES: isSequence()
[[nodiscard]] std::size_t sequenceSize(const Value& sequence);
[[nodiscard]] Value sequenceItem(const Value& sequence, std::size_t index);

// REQUIRES: isMapping()
[[nodiscard]] std::size_t mappingSize(const Value& mapping);
// Missing when there is no such key. REQUIRES: isMapping()
[[nodiscard]] Value mappingItem(const Value& mapping, const Value& key);

// Calls visit(key, value) for each entry. REQUIRES: isMapping()
template <class Visit>
void forEachEntry(const Value& mapping, Visit visit) {
    if (mapping.kind == Kind::Dict) {
        for (const Entry& entry : std::span(mapping.entries, mapping.size))
            visit(entry.key, entry.value);
        return;
    }
    for (auto at = mapping.json->begin(); at != mapping.json->end(); ++at)
        visit(Value::string(at.key()), Value::fromJson(at.value()));
}

// "a number", "text", "a list": how messages name a value's type.
[[nodiscard]] std::string_view describe(const Value& value);

// Python's == on these types.
[[nodiscard]] bool equal(const Value& a, const Value& b);

}  // namespace touchstone::text::jinja
