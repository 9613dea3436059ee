// SPDX-License-Identifier: Apache-2.0
//
// The texts of one trace: the short ones compressed together, because they repeat each other, the long ones as content.

#pragma once

#include "content.h"
#include "sqlite.h"

#include "trace/trace.h"

#include <optional>
#include <string>
#include <string_view>

namespace touchstone::store {

// Ready to be written; made on the thread that appends the trace.
struct PackedTexts {
    // The long ones.
    std::optional<PackedContent> input;
    std::optional<PackedContent> messages;
    std::optional<PackedContent> output;
    PackedText rest;

    // About what they weigh in the queue.
    [[nodiscard]] std::size_t bytes() const;
};

// Throws Failure for texts that cannot be stored.
[[nodiscard]] PackedTexts packTexts(const trace::Detail& detail);
void writeTexts(Connection& connection, std::int64_t seq, const PackedTexts& texts);

// As they are stored. Each of the first three is a text itself, or the number of a content row, or in front of
// `detail`; see schema.h.
struct TraceTexts {
    std::string input;     // JSON
    std::string messages;  // JSON
    std::string detail;    // JSON
    std::string output;
};

// Throws Failure when they are missing or damaged.
[[nodiscard]] TraceTexts readTexts(Connection& connection, std::int64_t seq);

}  // namespace touchstone::store
