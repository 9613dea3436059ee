// SPDX-License-Identifier: Apache-2.0
//
// JSON values and the one way text becomes JSON. Every JSON text that comes from outside goes through parseJson, so
// depth, size and duplicate keys have one policy. Objects keep the order of their keys.
//
// Pure functions; safe from any thread.

#pragma once

#include "base/result.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace touchstone {

using Json = nlohmann::ordered_json;

struct JsonLimits {
    std::size_t bytes = 64U << 20U;
    std::size_t depth = 128;
};

// Parses strict JSON (RFC 8259, UTF-8). Duplicate keys, depth or size over the limits, numbers outside double and
// anything after the value are errors; the message names line and column, both counted from 1.
[[nodiscard]] Result<Json> parseJson(std::string_view text, const JsonLimits& limits = {});

// JSON as people meant it: 1 equals 1.0, and the order of keys in objects does not matter.
[[nodiscard]] bool jsonEqual(const Json& a, const Json& b);

// Compact text. Strings are known to be UTF-8 because parseJson let nothing else in; stray bytes become U+FFFD.
[[nodiscard]] std::string toText(const Json& value);
// The same, indented by two spaces: for people and for files kept in git.
[[nodiscard]] std::string toPrettyText(const Json& value);

// One token appended to a JSON pointer (RFC 6901): childPointer("/a", "b/c") is "/a/b~1c".
[[nodiscard]] std::string childPointer(std::string_view parent, std::string_view key);
[[nodiscard]] std::string childPointer(std::string_view parent, std::size_t index);
// The value at `pointer`, or null when there is none or the pointer is malformed.
[[nodiscard]] const Json* resolvePointer(const Json& root, std::string_view pointer);

// Typed reads of an object's member, with a fallback when it is absent or of another type.
[[nodiscard]] std::string stringAt(const Json& object, std::string_view key, std::string_view fallback = {});
[[nodiscard]] double numberAt(const Json& object, std::string_view key, double fallback = 0);
// 2.0 and 5e3 are integers, as JSON Schema has it.
[[nodiscard]] std::int64_t integerAt(const Json& object, std::string_view key, std::int64_t fallback = 0);
[[nodiscard]] bool boolAt(const Json& object, std::string_view key, bool fallback = false);
// The member itself, or null.
[[nodiscard]] const Json* memberAt(const Json& object, std::string_view key);

}  // namespace touchstone
