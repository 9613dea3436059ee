// SPDX-License-Identifier: Apache-2.0

#include "bm25.h"

#include "text/search_terms.h"

#include <algorithm>
#include <cmath>

namespace touchstone::retrieval {

namespace {

constexpr double kK1 = 1.2;
constexpr double kB = 0.75;
constexpr std::size_t kMaxQueryTerms = 1024;

std::vector<std::string> distinctTerms(std::string_view query) {
    std::vector<std::string> terms = text::searchTerms(query);
    std::ranges::sort(terms);
    terms.erase(std::ranges::unique(terms).begin(), terms.end());
    if (terms.size() > kMaxQueryTerms)
        terms.resize(kMaxQueryTerms);
    return terms;
}

}  // namespace

Bm25Index::Bm25Index(std::span<const std::string> texts) {
    std::size_t all = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::vector<std::string> terms = text::searchTerms(texts[i]);
        for (const std::string& term : terms) {
            std::vector<Posting>& postings = m_postings[term];
            if (postings.empty() || postings.back().text != i)
                postings.push_back({static_cast<std::uint32_t>(i), 0});
            ++postings.back().times;
        }
        m_lengths.push_back(static_cast<std::uint32_t>(terms.size()));
        all += terms.size();
    }
    if (all > 0)
        m_averageLength = static_cast<double>(all) / static_cast<double>(texts.size());
}

double Bm25Index::rarity(std::size_t textsWithIt) const {
    const auto with = static_cast<double>(textsWithIt);
    return std::log(1 + (static_cast<double>(m_lengths.size()) - with + 0.5) / (with + 0.5));
}

double Bm25Index::saturated(const Posting& posting) const {
    const auto times = static_cast<double>(posting.times);
    const double relativeLength = static_cast<double>(m_lengths[posting.text]) / m_averageLength;
    return times / (times + kK1 * (1 - kB + kB * relativeLength));
}

std::vector<Ranked> Bm25Index::search(std::string_view query, std::size_t count) const {
    std::vector<double> sums(m_lengths.size());
    double best = 0;
    for (const std::string& term : distinctTerms(query)) {
        const auto known = m_postings.find(term);
        const double weight = rarity(known == m_postings.end() ? 0 : known->second.size());
        best += weight;
        if (known == m_postings.end())
            continue;
        for (const Posting& posting : known->second)
            sums[posting.text] += weight * saturated(posting);
    }
    std::vector<Ranked> ranked;
    for (std::size_t i = 0; i < sums.size(); ++i)
        if (sums[i] > 0)
            ranked.push_back({i, sums[i] / best});
    count = std::min(count, ranked.size());
    std::ranges::partial_sort(
        ranked, ranked.begin() + static_cast<std::ptrdiff_t>(count),
        [](const Ranked& a, const Ranked& b) { return a.score != b.score ? a.score > b.score : a.text < b.text; });
    ranked.resize(count);
    return ranked;
}

}  // namespace touchstone::retrieval
