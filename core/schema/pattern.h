// SPDX-License-Identifier: Apache-2.0
//
// An ECMA-262 regular expression, searched for anywhere in a text. RE2 runs it in linear time; look-around and
// back-references, which RE2 lacks, go to PCRE2. Both work under the caller's budget of steps.
//
// Constant after compile() and safe to use from any thread.

#pragma once

#include "base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace touchstone::schema {

enum class Search { Found, NotFound, GaveUp };

class PatternEngine {
public:
    virtual ~PatternEngine() = default;
    // Takes its work out of `steps`, and gives up when they are used up.
    [[nodiscard]] virtual Search search(std::string_view text, std::int64_t& steps) const = 0;
};

class Pattern {
public:
    // Errors say what is wrong with the expression and at which character.
    [[nodiscard]] static Result<Pattern> compile(std::string_view source, std::size_t longest);

    [[nodiscard]] Search search(std::string_view text, std::int64_t& steps) const {
        return m_engine->search(text, steps);
    }
    [[nodiscard]] const std::string& source() const { return m_source; }

private:
    Pattern(std::string source, std::unique_ptr<const PatternEngine> engine)
        : m_source(std::move(source)), m_engine(std::move(engine)) {}

    std::string m_source;
    std::unique_ptr<const PatternEngine> m_engine;
};

}  // namespace touchstone::schema
