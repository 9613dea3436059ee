// SPDX-License-Identifier: Apache-2.0
//
// The language of the trace filter, the same in the window and on the command line:
//
//     feature:support.triage version:v3,v4 -status:ok latency>2s last:2h "free text"
//
// A term is a key, an operator and its value. A comma says "or", a space "and"; '-' in front of a key says "not".
// Values with spaces, commas or quotes stand in double quotes, where \" and \\ are a quote and a backslash. Anything
// else is text to be found in the input or the output.
//
// Pure functions; safe for any text.

#pragma once

#include "base/result.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::session {

enum class TraceKey {
    Workflow,
    Version,
    Feature,
    Journey,
    Environment,
    Origin,
    Status,
    Tier,
    Provider,
    Model,
    Feedback,
    Latency,
    Cost,
    Tokens,
    Retries,
    FellBack,
    After,
    Before,
    Last,
    Id,
    Text,
};

// ':' is Is.
enum class TraceOperator { Is, More, AtLeast, Less, AtMost };

struct TraceKeyInfo {
    TraceKey key;
    std::string_view name;     // as it is written: "fell-back"
    std::string_view example;  // "latency>2s"
    bool isCompared = false;   // takes <, <=, > and >=
};

// Every key, in the order in which a person may want them.
[[nodiscard]] std::span<const TraceKeyInfo> traceKeys();

// Bytes of the query.
struct TextRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const TextRange&) const = default;
};

struct TraceTerm {
    TraceKey key = TraceKey::Text;  // Text also for words without a key
    TraceOperator comparison = TraceOperator::Is;
    bool isExcluded = false;
    std::vector<std::string> values;  // without quotes
    TextRange range;                  // all of it
};

// What keeps the query from being used.
struct TraceQueryFinding {
    TextRange range;
    std::string text;         // for people
    std::string replacement;  // what was probably meant, to be written in place of `range`; may be empty
};

struct TraceQuery {
    std::vector<TraceTerm> terms;             // those without a finding
    std::vector<TraceQueryFinding> findings;  // by place
};

inline constexpr std::size_t kLongestTraceQuery = 10'000;  // bytes

// Reads a query. Names of versions, tiers and the like are not looked up; see Traces::filterOf().
[[nodiscard]] TraceQuery parseTraceQuery(std::string_view query);

// `value` as it stands in a query: in quotes where it needs them.
[[nodiscard]] std::string quotedTraceValue(std::string_view value);

}  // namespace touchstone::session
