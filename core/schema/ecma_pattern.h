// SPDX-License-Identifier: Apache-2.0
//
// ECMA-262 regular expressions (section 22.2, Unicode mode) written in the syntax that RE2 and PCRE2 share.

#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace touchstone::schema {

struct EcmaPattern {
    std::string text;
    bool lookAround = false;
    bool backReferences = false;
};

// Errors name the character, counted from 1. What RE2 and PCRE2 find by themselves (unbalanced brackets, ranges out of
// order) is left to them.
[[nodiscard]] Result<EcmaPattern> translateEcmaPattern(std::string_view source);

}  // namespace touchstone::schema
