// SPDX-License-Identifier: Apache-2.0
//
// The few-shot turns vote on an answer: nearest neighbours over TF-IDF.
//
// Not thread-safe; lives for one call.

#pragma once

#include "builtin_reading.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace touchstone::provider {

class TurnVote {
public:
    explicit TurnVote(const BuiltinReading& reading);

    // How much the turn `index` has to say about the question, above 0 when they have anything in common.
    [[nodiscard]] double weight(std::size_t index) const { return m_weights[index]; }

    // The winner among the values that the turns give, one for each turn and in their order; an empty value abstains.
    // What a value itself says counts too: "card_arrival" fits "when does my card arrive". `candidates` are values that
    // may win without a turn that gives them. Empty when there is nothing to choose from.
    [[nodiscard]] std::string_view elect(std::span<const std::string_view> valueOfTurn,
                                         std::span<const std::string_view> candidates = {}) const;

private:
    const BuiltinReading& m_reading;
    std::vector<double> m_weights;  // of each turn
};

}  // namespace touchstone::provider
