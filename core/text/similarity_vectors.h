// SPDX-License-Identifier: Apache-2.0
//
// The weighted, inverted vectors behind a SimilarityIndex.

#pragma once

#include "similarity_features.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

namespace touchstone::text {

using TermId = std::uint32_t;
inline constexpr TermId kNoTerm = std::numeric_limits<TermId>::max();

// Feature hash to a dense number: open addressing with linear probing, at most half full.
class TermTable {
public:
    TermTable() : m_slots(1024) {}

    [[nodiscard]] TermId find(std::uint64_t hash) const { return m_slots[slotOf(hash)].term; }
    [[nodiscard]] TermId findOrAdd(std::uint64_t hash);

private:
    struct Slot {
        std::uint64_t hash = 0;  // 0: empty
        TermId term = kNoTerm;
    };

    [[nodiscard]] std::size_t slotOf(std::uint64_t hash) const;
    void grow();

    std::vector<Slot> m_slots;
    std::size_t m_size = 0;
};

struct Posting {
    std::uint32_t text = 0;
    float weight = 0;  // of the term in the text's vector, whose length is 1
};

struct SimilarityVectors {
    SimilarityOptions options;
    std::size_t texts = 0;
    TermTable terms;
    std::vector<float> rarity;       // of each term
    std::vector<std::size_t> begin;  // of each term's postings, and the end of the last one's
    std::vector<Posting> postings;
    float rarityOfUnknown = 0;
};

[[nodiscard]] SimilarityVectors makeSimilarityVectors(std::span<const std::string_view> texts,
                                                      const SimilarityOptions& options);

// Sublinear: the tenth occurrence says little more than the first.
[[nodiscard]] float amountOf(const Feature& feature, std::uint32_t times);

// What scales a vector to length 1; 0 for the zero vector.
[[nodiscard]] float inverseLength(double sumOfSquares);

}  // namespace touchstone::text
