// SPDX-License-Identifier: Apache-2.0
//
// A trace query cut into its tokens, whether they mean something or not, and the values that terms take.

#pragma once

#include "base/money.h"
#include "session/trace_query.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::session {

struct TraceValue {
    std::string text;  // without quotes
    TextRange range;
    bool isOpen = false;  // its closing quote is missing
};

// "-key:value,value", or text when it has no operator.
struct TraceToken {
    TextRange range;
    TextRange key;
    bool isExcluded = false;
    std::string_view sign;  // ":", "<", …; empty: text, which is its only value
    std::vector<TraceValue> values;
};

[[nodiscard]] std::vector<TraceToken> cutTraceQuery(std::string_view query);

// Nothing when there is no such key.
[[nodiscard]] const TraceKeyInfo* findTraceKey(std::string_view name);
[[nodiscard]] const TraceKeyInfo& infoOf(TraceKey key);

// "500ms", "2s", "1.5s", "2min": at most a hundred days.
[[nodiscard]] std::optional<std::chrono::nanoseconds> parseLatency(std::string_view text);
// "0.001", "$0.001".
[[nodiscard]] std::optional<Money> parseCost(std::string_view text);
[[nodiscard]] std::optional<std::int64_t> parseCount(std::string_view text);
// "yes", "no".
[[nodiscard]] std::optional<bool> parseFlag(std::string_view text);
// At least four hexadecimal digits, given back in lower case.
[[nodiscard]] std::optional<std::string> parseIdStart(std::string_view text);

// The words that `key` takes when they are known beforehand: those of trace::Status and the like.
[[nodiscard]] std::vector<std::string_view> wordsOf(TraceKey key);

// At most 40 characters of it, in single quotes.
[[nodiscard]] std::string shownInQuotes(std::string_view text);

}  // namespace touchstone::session
