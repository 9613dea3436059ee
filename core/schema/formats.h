// SPDX-License-Identifier: Apache-2.0
//
// Checkers for the values of `format` (JSON Schema Validation 2020-12, section 7.3).
//
// Pure functions; safe from any thread.

#pragma once

#include <string_view>

namespace touchstone::schema {

struct Format {
    std::string_view name;
    bool (*matches)(std::string_view text);
    std::string_view example;
};

// Null for formats without a checker.
[[nodiscard]] const Format* findFormat(std::string_view name);

}  // namespace touchstone::schema
