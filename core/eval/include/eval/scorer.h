// SPDX-License-Identifier: Apache-2.0
//
// Turns one answer to one case into a score from 0 to 1 with a reason. A scorer is made from a JSON object:
//
//   {"type": "equals"}                                          the answer is what the case expects
//   {"type": "icontains", "value": ["a", "b"], "match": "any"}  it contains the words, whatever their case
//   {"type": "regex", "pattern": "^[A-Z]{3}$"}                  it matches an RE2 pattern
//   {"type": "json-schema", "schema": {…}}                      it is JSON that fits the schema
//   {"type": "label", "at": "/label"}                           a label is the expected one; feeds the confusion matrix
//   {"type": "expression", "expression": "trace.latency_ms < 2000"}
//
// Every type takes
//   name       how results show it; default: the type
//   weight     above 0, default 1: its share in the case's score
//   negate     default false: the value becomes 1 - value
//   threshold  0..1, default 0.5: from here on the case passed
// and, all but expression,
//   at           JSON pointer into the answer; default "": the whole answer
// What a case expects is found by
//   expected_at  JSON pointer into the case's `expected` (equals, icontains, label)
//   value        a constant instead (equals, icontains)
// Further: ignore_case (equals, label, regex; default false), full (regex: match the whole text; default false),
// match ("all" or "any" of several words, icontains; default "all").
//
// A Scorer is an immutable value, cheap to copy, safe to use from any number of threads at once.

#pragma once

#include "base/json.h"
#include "base/result.h"
#include "eval/classification.h"
#include "eval/dataset.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::eval {

struct Score {
    double value = 0;  // 0..1
    bool passed = false;
    std::string reason = {};               // a fact about the answer, for people
    std::optional<LabelPair> labels = {};  // of scorers of type label
};

// What is judged. Everything outlives the call.
struct ScorerInput {
    const Case& testCase;
    std::string_view text;       // the answer
    const Json* json = nullptr;  // the answer as JSON where that is known; otherwise `text` is parsed when needed
    const Json& trace;           // facts of the run for expressions: {"latency_ms":…,"cost_usd":…,"valid":…}
};

class Judge;

class Scorer {
public:
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] const std::string& type() const { return m_type; }
    [[nodiscard]] double weight() const { return m_weight; }

    // Fails with NotFound when the case has nothing to compare with (no `expected`, or nothing at `expected_at`).
    // A bad answer is never an error; an expression that cannot be evaluated on it scores 0 and says why.
    [[nodiscard]] Result<Score> score(const ScorerInput& input) const;

private:
    friend Result<Scorer> makeScorer(const Json& spec);
    Scorer() = default;

    std::string m_name;
    std::string m_type;
    double m_weight = 1;
    double m_threshold = 0.5;
    bool m_negate = false;
    std::shared_ptr<const Judge> m_judge;
};

// Errors name the key and what to write instead: unknown types and keys, wrong types, patterns, schemas and expressions
// that do not compile.
[[nodiscard]] Result<Scorer> makeScorer(const Json& spec);
// A list of specs. No two may have the same name.
[[nodiscard]] Result<std::vector<Scorer>> makeScorers(const Json& specs);

}  // namespace touchstone::eval
