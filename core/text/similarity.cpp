// SPDX-License-Identifier: Apache-2.0

#include "text/similarity.h"

#include "base/result.h"
#include "similarity_vectors.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace touchstone::text {

namespace {

// Sums what repeats, so that every hash is there once.
void mergeRepeats(std::vector<Feature>& features) {
    std::ranges::sort(features, {}, &Feature::hash);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < features.size();) {
        Feature merged = features[i];
        std::uint32_t times = 1;
        for (++i; i < features.size() && features[i].hash == merged.hash; ++i)
            ++times;
        merged.amount = amountOf(merged, times);
        features[kept++] = merged;
    }
    features.resize(kept);
}

std::vector<Neighbour> best(std::span<const float> products, float scale, std::size_t count) {
    std::vector<std::uint32_t> order(products.size());
    std::iota(order.begin(), order.end(), 0U);
    count = std::min(count, order.size());
    std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(count),
                              [products](std::uint32_t a, std::uint32_t b) {
                                  return products[a] != products[b] ? products[a] > products[b] : a < b;
                              });
    std::vector<Neighbour> neighbours;
    neighbours.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        neighbours.push_back({order[i], std::min(1.0, static_cast<double>(products[order[i]] * scale))});
    return neighbours;
}

}  // namespace

SimilarityIndex SimilarityIndex::build(std::span<const std::string_view> texts, const SimilarityOptions& options) {
    TOUCHSTONE_CHECK(texts.size() < std::numeric_limits<std::uint32_t>::max(), "postings number texts with 32 bits");
    return SimilarityIndex(std::make_shared<const SimilarityVectors>(makeSimilarityVectors(texts, options)));
}

SimilarityIndex SimilarityIndex::build(std::span<const std::string> texts, const SimilarityOptions& options) {
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    return build(std::span<const std::string_view>(views), options);
}

std::size_t SimilarityIndex::size() const {
    return m_vectors->texts;
}

std::vector<Neighbour> SimilarityIndex::nearest(std::string_view query, std::size_t count) const {
    const SimilarityVectors& vectors = *m_vectors;
    FeatureReader reader(vectors.options);
    std::vector<Feature> features = reader.read(query);
    mergeRepeats(features);
    std::vector<float> products(vectors.texts, 0.0F);
    double sum = 0;
    for (const Feature& feature : features) {
        const TermId term = vectors.terms.find(feature.hash);
        const float weight = feature.amount * (term == kNoTerm ? vectors.rarityOfUnknown : vectors.rarity[term]);
        sum += static_cast<double>(weight) * weight;
        if (term == kNoTerm || weight == 0.0F)
            continue;
        for (std::size_t i = vectors.begin[term]; i < vectors.begin[term + 1]; ++i)
            products[vectors.postings[i].text] += weight * vectors.postings[i].weight;
    }
    return best(products, inverseLength(sum), count);
}

}  // namespace touchstone::text
