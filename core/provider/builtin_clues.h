// SPDX-License-Identifier: Apache-2.0
//
// Learns from examples how a field's value sits in its text, and picks it out of another text: naive Bayes over what
// stands around each value that could be the one, and how well that fits the field's own words.
//
// Not thread-safe; lives for one call.

#pragma once

#include "builtin_values.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
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
    ValuePicker(ValueFinder finder, FieldWords words) : m_finder(std::move(finder)), m_words(std::move(words)) {}

    // `value` is the field's value for `text`; null: the text has none.
    void learn(std::string_view text, const Json& value);
    // Of the values that were not null, the share that the finder found in their texts; 0 when there were none.
    [[nodiscard]] double foundShare() const;

    // Empty when nothing in the text could be the value.
    [[nodiscard]] std::optional<PickedValue> pick(std::string_view text) const;

private:
    struct Counts {
        double right = 0;
        double wrong = 0;
    };

    [[nodiscard]] double score(std::string_view text, const FoundValue& value) const;
    [[nodiscard]] double fit(std::string_view text, const FoundValue& value) const;

    ValueFinder m_finder;
    FieldWords m_words;
    std::unordered_map<std::uint64_t, Counts> m_clues;
    Counts m_values;
    std::size_t m_shown = 0;
    std::size_t m_found = 0;
    std::size_t m_asWritten = 0;  // values that were the text itself, not its normal form
};

}  // namespace touchstone::provider
