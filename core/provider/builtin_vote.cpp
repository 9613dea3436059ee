// SPDX-License-Identifier: Apache-2.0

#include "builtin_vote.h"

#include "text/similarity.h"

#include <algorithm>
#include <cmath>

namespace touchstone::provider {

namespace {

// Chosen on a split of the Banking77 training set, for 1, 5, 10 and all examples a label at once.
constexpr double kRarityAmongTurns = 0.3;  // the turns were selected for likeness: what is rare among them says less
constexpr double kRankHalfLife = 12;       // neighbours until a vote counts half
constexpr double kValueShare = 1.0;        // of a perfectly fitting value against all votes

text::SimilarityOptions optionsFor(const BuiltinTier& tier) {
    return {.wordPairs = !tier.wordsOnly,
            .characterGrams = !tier.wordsOnly,
            .rarityExponent = kRarityAmongTurns,
            .ignoreShared = true};
}

struct Tally {
    std::string_view value;
    double votes = 0;
};

Tally& tallyOf(std::string_view value, std::vector<Tally>& tallies) {
    const auto known = std::ranges::find(tallies, value, &Tally::value);
    return known != tallies.end() ? *known : tallies.emplace_back(Tally{value});
}

}  // namespace

TurnVote::TurnVote(const BuiltinReading& reading) : m_reading(reading), m_weights(reading.turns.size()) {
    std::vector<std::string_view> questions;
    for (auto turn = reading.turns.rbegin(); turn != reading.turns.rend(); ++turn)
        questions.push_back(turn->question);
    const auto index =
        text::SimilarityIndex::build(std::span<const std::string_view>(questions), optionsFor(*reading.tier));
    double rankFactor = 1;
    for (const text::Neighbour& neighbour : index.nearest(reading.question, questions.size())) {
        m_weights[questions.size() - 1 - neighbour.index] = neighbour.similarity * neighbour.similarity * rankFactor;
        rankFactor *= std::exp2(-1.0 / kRankHalfLife);
    }
}

std::string_view TurnVote::elect(std::span<const std::string_view> valueOfTurn,
                                 std::span<const std::string_view> candidates) const {
    std::vector<Tally> tallies;
    double allVotes = 0;
    for (std::size_t i = valueOfTurn.size(); i-- > 0;) {
        if (valueOfTurn[i].empty())
            continue;
        tallyOf(valueOfTurn[i], tallies).votes += m_weights[i];
        allVotes += m_weights[i];
    }
    for (const std::string_view candidate : candidates)
        tallyOf(candidate, tallies);
    std::vector<std::string_view> values;
    for (const Tally& tally : tallies)
        values.push_back(tally.value);
    const auto index =
        text::SimilarityIndex::build(std::span<const std::string_view>(values), optionsFor(*m_reading.tier));
    for (const text::Neighbour& fit : index.nearest(m_reading.question, values.size()))
        tallies[fit.index].votes += kValueShare * fit.similarity * (allVotes > 0 ? allVotes : 1);
    const auto winner = std::ranges::max_element(tallies, {}, &Tally::votes);
    return winner == tallies.end() ? std::string_view() : winner->value;
}

}  // namespace touchstone::provider
