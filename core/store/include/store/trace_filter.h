// SPDX-License-Identifier: Apache-2.0
//
// Which traces are meant. Plain values.

#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/money.h"
#include "trace/trace.h"

#include <chrono>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace touchstone::store {

// Values one of which a trace must have, or with `isExcluded` none. Without values it says nothing.
template <class T>
struct AnyOf {
    std::vector<T> values = {};
    bool isExcluded = false;

    AnyOf() = default;
    // One value is the usual case: {.model = "gpt-small"}.
    template <class Value>
        requires std::convertible_to<Value, T>
    AnyOf(Value&& value) : values{T(std::forward<Value>(value))} {}
    AnyOf(std::vector<T> several, bool excluded = false) : values(std::move(several)), isExcluded(excluded) {}

    [[nodiscard]] bool isEmpty() const { return values.empty(); }
};

// Each member that is set narrows the list; an empty text is a value too (version "": uncommitted drafts).
struct TraceFilter {
    AnyOf<std::string> workflow = {};
    AnyOf<VersionId> version = {};
    AnyOf<std::string> document = {};  // hash of the workflow document that ran
    AnyOf<std::string> feature = {};
    AnyOf<std::string> journey = {};
    AnyOf<std::string> environment = {};
    AnyOf<std::string> tier = {};
    AnyOf<std::string> provider = {};
    AnyOf<std::string> model = {};
    AnyOf<trace::Origin> origin = {};
    AnyOf<trace::Status> status = {};
    AnyOf<trace::Thumb> feedback = {};
    std::optional<std::chrono::nanoseconds> minLatency = {};  // bounds are included
    std::optional<std::chrono::nanoseconds> maxLatency = {};
    std::optional<Money> minCost = {};  // a cost that is not known fits no bound
    std::optional<Money> maxCost = {};
    std::optional<std::int64_t> minTokens = {};  // in and out together
    std::optional<std::int64_t> maxTokens = {};
    std::optional<std::int64_t> minRetries = {};
    std::optional<std::int64_t> maxRetries = {};
    std::optional<bool> fellBack = {};
    std::optional<WallTime> from = {};    // included
    std::optional<WallTime> to = {};      // not included
    std::vector<std::string> ids = {};    // beginnings of at least four hex digits, one of which the id has
    std::vector<std::string> texts = {};  // each in the input or the output, ASCII letters of either case
};

// At most so many values a member.
inline constexpr std::size_t kMostFilterValues = 200;

}  // namespace touchstone::store
