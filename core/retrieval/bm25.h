// SPDX-License-Identifier: Apache-2.0
//
// Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) with k1 = 1.2 and b = 0.75 over
// text::searchTerms.
//
// Immutable after construction; safe from any thread.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace touchstone::retrieval {

struct Ranked {
    std::size_t text = 0;
    double score = 0;
};

class Bm25Index {
public:
    explicit Bm25Index(std::span<const std::string> texts);

    // The texts that share a term with the query, best first, ties in text order. A score is the share of what a text
    // could reach at most for this query, in 0..1: 1 would take every term of the query without end, a text of average
    // length with each term once has 1 / (k1 + 1) = 0.45. Terms that no text has count against every text.
    [[nodiscard]] std::vector<Ranked> search(std::string_view query, std::size_t count) const;

private:
    struct Posting {
        std::uint32_t text = 0;
        std::uint32_t times = 0;
    };

    [[nodiscard]] double rarity(std::size_t textsWithIt) const;
    [[nodiscard]] double saturated(const Posting& posting) const;

    std::unordered_map<std::string, std::vector<Posting>> m_postings;
    std::vector<std::uint32_t> m_lengths;  // terms of each text
    double m_averageLength = 1;
};

}  // namespace touchstone::retrieval
