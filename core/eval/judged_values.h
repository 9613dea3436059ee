// SPDX-License-Identifier: Apache-2.0
//
// The two sides of a judgement: the part of the answer that is judged, and what the case expects there.

#pragma once

#include "eval/scorer.h"
#include "scorer_spec.h"

#include <optional>
#include <string>
#include <string_view>

namespace touchstone::eval {

// The answer, or the value at a pointer into it.
class Answer {
public:
    // Nothing stands at `pointer`: neither text() nor json() has a value, and why() says so.
    Answer(const ScorerInput& input, std::string_view pointer);

    [[nodiscard]] bool exists() const { return m_text.has_value(); }
    [[nodiscard]] const std::string& why() const { return m_why; }
    // Strings as they are without blanks around them, other values as JSON. REQUIRES: exists()
    [[nodiscard]] const std::string& text() const { return *m_text; }
    // The value where it is JSON; text that is not JSON gives null and why().
    [[nodiscard]] const Json* json();

private:
    std::optional<std::string> m_text;
    std::optional<Json> m_json;
    std::string m_why;
};

// What a case expects: a constant of the scorer, or the case's own expectation.
class Expectation {
public:
    // Reads "value" where `constantAllowed`, and "expected_at".
    [[nodiscard]] static Result<Expectation> parse(const ScorerSpec& spec, bool constantAllowed);
    [[nodiscard]] Result<const Json*> of(const ScorerInput& input) const;

private:
    std::optional<Json> m_constant;
    std::string m_pointer;
};

[[nodiscard]] std::string_view trimmed(std::string_view text);
// Strings as they are without blanks around them, other values as JSON.
[[nodiscard]] std::string plainText(const Json& value);
// Cut to what can be read in a table.
[[nodiscard]] std::string shortened(std::string_view text);
// The same in quotation marks.
[[nodiscard]] std::string inQuotes(std::string_view text);
// Whether the texts are the same whatever the case of their letters (simple case folding of Unicode).
[[nodiscard]] bool equalIgnoringCase(std::string_view a, std::string_view b);

}  // namespace touchstone::eval
