// SPDX-License-Identifier: Apache-2.0
//
// A text as the hashed features that make it comparable.
//
// Not thread-safe: holds the buffers that it reuses.

#pragma once

#include "text/similarity.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::text {

// `amount` is the weight of the feature's family; a feature that occurs twice is listed twice.
struct Feature {
    std::uint64_t hash = 0;  // never 0
    float amount = 0;
};

class FeatureReader {
public:
    explicit FeatureReader(const SimilarityOptions& options) : m_options(options) {}

    // In text order; valid until the next call.
    [[nodiscard]] const std::vector<Feature>& read(std::string_view text);

private:
    void normalise(std::string_view text);
    void addGrams(std::size_t begin, std::size_t end);

    SimilarityOptions m_options;
    std::string m_normal;  // lower-case words between single blanks, a blank at both ends
    std::vector<std::size_t> m_starts;
    std::vector<Feature> m_features;
};

}  // namespace touchstone::text
