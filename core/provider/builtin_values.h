// SPDX-License-Identifier: Apache-2.0
//
// Finds what could be a field's value in a text: dates, amounts, addresses, codes, names.
//
// Immutable after make(); safe from any thread.

#pragma once

#include "base/json.h"
#include "builtin_patterns.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::provider {

enum class ValueKind {
    Date,      // value: ISO 8601; day before month when "03/04/2025" leaves it open
    Number,    // value: the number; thousands separators are understood
    Currency,  // value: ISO 4217 code
    Email,
    Url,
    Iban,
    Code,     // letters and digits: an invoice number, a reference
    Name,     // capitalised words, a short line, or what stands behind a label
    Pattern,  // what a regular expression matches
    Choice,   // one of given words
};

struct FoundValue {
    std::size_t begin = 0;  // bytes
    std::size_t end = 0;
    Json value;
};

class ValueFinder {
public:
    explicit ValueFinder(ValueKind kind);
    // Whole words that match `pattern`, whose anchors are ignored. Finds nothing when RE2 cannot read it.
    [[nodiscard]] static ValueFinder forPattern(std::string_view pattern, PatternCache& patterns);
    [[nodiscard]] static ValueFinder forChoices(std::vector<std::string> choices);

    // Finders with the same name find the same.
    [[nodiscard]] const std::string& name() const { return m_name; }
    // In text order.
    [[nodiscard]] std::vector<FoundValue> find(std::string_view text) const;

private:
    ValueKind m_kind;
    std::string m_name;
    std::shared_ptr<const re2::RE2> m_expression;  // ValueKind::Pattern
    std::vector<std::string> m_choices;            // ValueKind::Choice
};

}  // namespace touchstone::provider
