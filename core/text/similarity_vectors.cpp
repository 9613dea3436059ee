// SPDX-License-Identifier: Apache-2.0

#include "similarity_vectors.h"

#include <algorithm>
#include <cmath>

namespace touchstone::text {

TermId TermTable::findOrAdd(std::uint64_t hash) {
    std::size_t slot = slotOf(hash);
    if (m_slots[slot].hash == hash)
        return m_slots[slot].term;
    if (m_size * 2 >= m_slots.size()) {
        grow();
        slot = slotOf(hash);
    }
    m_slots[slot] = {hash, static_cast<TermId>(m_size)};
    return static_cast<TermId>(m_size++);
}

std::size_t TermTable::slotOf(std::uint64_t hash) const {
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hash & mask;
    while (m_slots[slot].hash != hash && m_slots[slot].hash != 0)
        slot = (slot + 1) & mask;
    return slot;
}

void TermTable::grow() {
    std::vector<Slot> old(m_slots.size() * 4);
    old.swap(m_slots);
    for (const Slot& entry : old)
        if (entry.hash != 0)
            m_slots[slotOf(entry.hash)] = entry;
}

float amountOf(const Feature& feature, std::uint32_t times) {
    return times == 1 ? feature.amount : feature.amount * (1.0F + std::log(static_cast<float>(times)));
}

float inverseLength(double sumOfSquares) {
    return sumOfSquares > 0 ? static_cast<float>(1.0 / std::sqrt(sumOfSquares)) : 0.0F;
}

namespace {

constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();

// Counts first and weighs then, because a feature's weight depends on all texts.
class Builder {
public:
    explicit Builder(const SimilarityOptions& options) : m_reader(options) { m_vectors.options = options; }

    void add(std::string_view text);
    [[nodiscard]] SimilarityVectors finish() &&;

private:
    // How often one text has one feature.
    struct Count {
        TermId term = 0;
        std::uint32_t times = 0;
        float weight = 0;
    };

    [[nodiscard]] float rarityOf(std::size_t textsWithIt) const;
    void weighTerms();
    void weighText(std::span<Count> counts) const;
    void placePostings();

    FeatureReader m_reader;
    SimilarityVectors m_vectors;
    std::vector<Count> m_counts;
    std::vector<std::size_t> m_firstCount;     // of each text
    std::vector<std::size_t> m_lastCount;      // of each term
    std::vector<std::size_t> m_textsWithTerm;  // of each term
};

void Builder::add(std::string_view text) {
    const std::size_t first = m_counts.size();
    m_firstCount.push_back(first);
    for (const Feature& feature : m_reader.read(text)) {
        const TermId term = m_vectors.terms.findOrAdd(feature.hash);
        if (term == m_lastCount.size()) {
            m_lastCount.push_back(kNever);
            m_textsWithTerm.push_back(0);
        }
        std::size_t& last = m_lastCount[term];
        if (last == kNever || last < first) {
            last = m_counts.size();
            m_counts.push_back({term, 0, feature.amount});
            ++m_textsWithTerm[term];
        }
        ++m_counts[last].times;
    }
}

SimilarityVectors Builder::finish() && {
    m_vectors.texts = m_firstCount.size();
    m_firstCount.push_back(m_counts.size());
    weighTerms();
    for (std::size_t text = 0; text < m_vectors.texts; ++text)
        weighText({m_counts.data() + m_firstCount[text], m_firstCount[text + 1] - m_firstCount[text]});
    placePostings();
    return std::move(m_vectors);
}

float Builder::rarityOf(std::size_t textsWithIt) const {
    if (m_vectors.options.ignoreShared && textsWithIt == m_vectors.texts && m_vectors.texts > 2)
        return 0;
    const double ratio = (static_cast<double>(m_vectors.texts) + 1) / static_cast<double>(textsWithIt);
    return static_cast<float>(std::pow(std::log(ratio), m_vectors.options.rarityExponent));
}

void Builder::weighTerms() {
    std::vector<float> byFrequency(m_vectors.texts + 1, -1.0F);
    m_vectors.rarity.reserve(m_textsWithTerm.size());
    for (const std::size_t textsWithIt : m_textsWithTerm) {
        float& rarity = byFrequency[textsWithIt];
        if (rarity < 0)
            rarity = rarityOf(textsWithIt);
        m_vectors.rarity.push_back(rarity);
    }
    m_vectors.rarityOfUnknown = m_vectors.texts == 0 ? 1.0F : rarityOf(1);
}

void Builder::weighText(std::span<Count> counts) const {
    double sum = 0;
    for (Count& count : counts) {
        count.weight = amountOf({0, count.weight}, count.times) * m_vectors.rarity[count.term];
        sum += static_cast<double>(count.weight) * count.weight;
    }
    const float scale = inverseLength(sum);
    for (Count& count : counts)
        count.weight *= scale;
}

void Builder::placePostings() {
    m_vectors.begin.assign(1, 0);
    m_vectors.begin.reserve(m_textsWithTerm.size() + 1);
    for (const std::size_t texts : m_textsWithTerm)
        m_vectors.begin.push_back(m_vectors.begin.back() + texts);
    std::vector<std::size_t> next = m_vectors.begin;
    m_vectors.postings.resize(m_counts.size());
    for (std::size_t text = 0; text < m_vectors.texts; ++text)
        for (std::size_t i = m_firstCount[text]; i < m_firstCount[text + 1]; ++i)
            m_vectors.postings[next[m_counts[i].term]++] = {static_cast<std::uint32_t>(text), m_counts[i].weight};
}

}  // namespace

SimilarityVectors makeSimilarityVectors(std::span<const std::string_view> texts, const SimilarityOptions& options) {
    Builder builder(options);
    for (const std::string_view text : texts)
        builder.add(text);
    return std::move(builder).finish();
}

}  // namespace touchstone::text
