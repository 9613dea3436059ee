// SPDX-License-Identifier: Apache-2.0
//
// Which of many short texts are most like another one: TF-IDF vectors over words, word pairs and character 4-grams,
// compared by cosine. Case of ASCII letters and punctuation do not matter.
//
// Immutable after build(); safe from any thread. The same texts give the same order everywhere: ties go to the text
// that came first.

#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace touchstone::text {

struct SimilarityOptions {
    bool wordPairs = true;
    bool characterGrams = true;
    // A feature weighs ln((texts + 1) / texts that have it) to this power. The default was chosen on a split of the
    // Banking77 training set; lower values suit texts that were already selected for their likeness.
    double rarityExponent = 0.6;
    // Leaves out what every text has, such as the words of a template they were rendered with.
    bool ignoreShared = false;
};

struct Neighbour {
    std::size_t index = 0;  // of the text given to build()
    double similarity = 0;  // cosine, 0..1
};

struct SimilarityVectors;

class SimilarityIndex {
public:
    // Reads at most the first 64 KiB of each text. REQUIRES: fewer than 2^32 texts
    [[nodiscard]] static SimilarityIndex build(std::span<const std::string_view> texts,
                                               const SimilarityOptions& options = {});
    [[nodiscard]] static SimilarityIndex build(std::span<const std::string> texts,
                                               const SimilarityOptions& options = {});

    // The `count` most similar texts, best first; also texts that have nothing in common with `query`, at similarity 0,
    // when there are no better ones.
    [[nodiscard]] std::vector<Neighbour> nearest(std::string_view query, std::size_t count) const;

    [[nodiscard]] std::size_t size() const;

private:
    explicit SimilarityIndex(std::shared_ptr<const SimilarityVectors> vectors) : m_vectors(std::move(vectors)) {}

    std::shared_ptr<const SimilarityVectors> m_vectors;
};

}  // namespace touchstone::text
