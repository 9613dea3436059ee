// SPDX-License-Identifier: Apache-2.0
//
// Learns from examples how a field's value sits in its text, and picks it out of another text: naive Bayes over what
// stands around each value that could be the one, and how well that fits the field's own words.
//
// Not thread-safe; lives for one call.

#pragma once

#include "builtin_candidates.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::provider {

// The search terms that a schema says a field with.
struct FieldWords {
    std::vector<std::string> name;         // of its name and title
    std::vector<std::string> description;  // the rest
};

[[nodiscard]] FieldWords fieldWords(std::string_view name, const Json& schema);

struct PickedValue {
    Json value;
    double score = 0;  // above 0: more like the examples' values than like what else stood there
};

class ValuePicker {
public:
    // Will pick from `message`, so of what the examples teach it keeps what is about the places there.
    // REQUIRES: `message` outlives the picker
    ValuePicker(const TextCandidates& message, FieldWords words);

    // `value` is the field's value for the turn's text; null: the text has none.
    void learn(const TextCandidates& turn, const Json& value);
    // Of the values that were not null, the share that the finder found in their texts; 0 when there were none.
    [[nodiscard]] double foundShare() const;

    // Empty when nothing in the message could be the value.
    [[nodiscard]] std::optional<PickedValue> pick();

private:
    struct Counts {
        double right = 0;
        double wrong = 0;
    };
    struct Clue {
        std::uint64_t hash = 0;
        Counts counts;
    };

    [[nodiscard]] Counts* countsOf(std::uint64_t clue);
    [[nodiscard]] double score(const Candidate& candidate);
    [[nodiscard]] double fit(const FoundValue& value) const;

    const TextCandidates& m_message;
    FieldWords m_words;
    std::vector<Clue> m_clues;  // of the message, sorted
    Counts m_values;
    std::size_t m_shown = 0;
    std::size_t m_found = 0;
    std::size_t m_asWritten = 0;  // values that were the text itself, not its normal form
};

}  // namespace touchstone::provider
