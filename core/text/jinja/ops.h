// SPDX-License-Identifier: Apache-2.0
//
// What operators, attributes and printing do to values, as Python does it to the matching types.

#pragma once

#include "ast.h"
#include "run.h"
#include "value.h"

#include <compare>
#include <string>
#include <string_view>

namespace touchstone::text::jinja {

// Whether this value is undefined and the options make that an error even where jinja2 takes it for empty.
[[nodiscard]] inline bool isRefused(const Run& run, const Value& value) {
    return value.isUndefined() && value.mark != Mark::Soft && run.options.undefined == Undefined::Strict;
}
// Fails when an undefined value may not be used like this.
void requireDefined(Run& run, const Value& value);

[[nodiscard]] bool truth(Run& run, const Value& value);
[[nodiscard]] Value arithmetic(Run& run, BinaryOp op, const Value& left, const Value& right);
[[nodiscard]] Value negate(Run& run, const Value& value);
[[nodiscard]] bool compare(Run& run, CompareOp op, const Value& left, const Value& right);
// Fails for what cannot be the key of a mapping.
void requireKey(Run& run, const Value& key);
// Python's ordering of numbers, texts and lists; anything else is an error.
[[nodiscard]] std::partial_ordering order(Run& run, const Value& a, const Value& b);
[[nodiscard]] bool contains(Run& run, const Value& container, const Value& item);

// `object.name` and `object[key]`; Undefined when there is no such thing.
[[nodiscard]] Value attribute(Run& run, const Value& object, std::string_view name);
[[nodiscard]] Value subscript(Run& run, const Value& object, const Value& key);
[[nodiscard]] Value slice(Run& run, const Value& object, const Value& start, const Value& stop, const Value& step);
// A dotted path such as filters take: "user.name", "0".
[[nodiscard]] Value attributePath(Run& run, const Value& object, const Value& path);

// What a loop sees: items of a list, keys of a mapping, characters of a text. Charges one step an item.
[[nodiscard]] Value iterable(Run& run, const Value& value);

}  // namespace touchstone::text::jinja
