// SPDX-License-Identifier: Apache-2.0
//
// JSON Schema, Draft 2020-12 (and draft-07 where `$schema` says so), compiled once into a flat program.
//
// A Schema is an immutable value, cheap to copy, and safe to use from any number of threads at once.

#pragma once

#include "base/finding.h"
#include "base/json.h"
#include "base/result.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace touchstone::schema {

struct Program;

// What a hostile schema or value may cost. Anything over a limit is an error, never a guess.
struct Limits {
    std::size_t schemaValues = 200'000;        // JSON values in one schema document
    std::size_t schemaDepth = 128;             // nesting of a schema document
    std::size_t patternBytes = 8'192;          // length of one regular expression
    std::size_t evaluationSteps = 20'000'000;  // one step is about ten nanoseconds
    std::size_t evaluationDepth = 1'000;       // subschemas inside one another while a value is checked
    std::size_t problems = 100;                // problems listed by validate()
};

// A schema that others may reference by its URI.
struct Document {
    std::string uri;  // absolute, without fragment
    Json schema;
};

struct CompileOptions {
    Limits limits = {};
    // `format` only describes by default (2020-12, section 7.2.1); true makes it an assertion. Formats without a
    // checker never fail.
    bool assertFormats = false;
    // Where the schema comes from, for its relative references. `$id` takes precedence.
    std::string uri = {};
    // The only schemas besides the official meta-schemas that references may leave for; nothing is ever fetched.
    // Read during compile() only.
    std::span<const Document> documents = {};
};

// One thing that is wrong with a value.
struct Problem {
    std::string instancePointer;  // JSON pointer into the value
    std::string keywordPointer;   // JSON pointer into the schema; URI#pointer when another document holds the keyword
    std::string message;          // for people: what was expected and what was found
    std::string missing = {};     // the property that is not there, when that is the problem
};

struct Validation {
    std::vector<Problem> problems;
    bool truncated = false;  // there are more problems than Limits::problems
    // A limit or a pattern engine stopped the check, so nothing is known; the value counts as invalid.
    std::optional<Error> stopped = {};

    [[nodiscard]] bool valid() const { return problems.empty() && !stopped; }
};

class Schema {
public:
    // Errors name the JSON pointer of the place in the schema (also alone in Error::detail), what is wrong there and
    // what to do: malformed keywords, unknown types, references that lead nowhere or around in circles without looking
    // at the value, patterns that are not ECMA-262, limits.
    [[nodiscard]] static Result<Schema> compile(const Json& schema, const CompileOptions& options = {});

    // The answer alone, as fast as possible; false also when validate() would say `stopped`.
    [[nodiscard]] bool isValid(const Json& value) const;
    [[nodiscard]] Validation validate(const Json& value) const;

private:
    explicit Schema(std::shared_ptr<const Program> program);

    std::shared_ptr<const Program> m_program;
};

// Everything compile() would refuse, not only the first, and what is legal but probably not meant: unknown keywords
// (with the nearest known one), keywords that the declared type makes pointless, required properties never described.
[[nodiscard]] std::vector<Finding> lintSchema(const Json& schema, const CompileOptions& options = {});

}  // namespace touchstone::schema
