// SPDX-License-Identifier: Apache-2.0
//
// What could be a field's value in a text, and what can be said about the place of each: found once a call, however
// many fields ask.
//
// Not thread-safe; lives for one call.

#pragma once

#include "builtin_values.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace touchstone::provider {

struct Surroundings {
    std::string_view before;  // on the same line
    std::string_view after;   // on the same line
    std::string_view lineAbove;
    bool firstLine = false;
    bool lastLine = false;
};

[[nodiscard]] Surroundings surroundingsOf(std::string_view text, const FoundValue& value);

struct Candidate {
    FoundValue found;
    std::vector<std::uint64_t> clues;  // hashes of what can be said about its place, sorted, none twice
};

struct TextCandidates {
    std::string_view text;
    std::vector<Candidate> candidates;  // in text order
};

class CandidateCache {
public:
    // REQUIRES: the bytes of `text` stay where they are as long as the cache lives
    [[nodiscard]] const TextCandidates& in(std::string_view text, const ValueFinder& finder);

private:
    std::map<std::string, std::map<std::pair<const char*, std::size_t>, TextCandidates>> m_found;  // by finder, by text
};

}  // namespace touchstone::provider
