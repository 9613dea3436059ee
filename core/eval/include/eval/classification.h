// SPDX-License-Identifier: Apache-2.0
//
// How well labels were predicted: confusion matrix, accuracy, precision, recall, F1.
//
// Pure functions; safe from any thread.

#pragma once

#include "eval/statistics.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace touchstone::eval {

struct LabelPair {
    std::string expected;
    std::string actual;
};

// Rates are 0 where their denominator is (no prediction of the label), as scikit-learn has it.
struct LabelQuality {
    std::string label;
    std::uint64_t support = 0;    // cases that expect the label
    std::uint64_t predicted = 0;  // cases that got it
    std::uint64_t correct = 0;
    double precision = 0;  // correct / predicted
    double recall = 0;     // correct / support
    double f1 = 0;         // 2 correct / (support + predicted)
};

struct ClassificationReport {
    // One non-zero cell of the confusion matrix. The matrix is kept sparse, because free text makes many labels.
    struct Cell {
        std::size_t expected = 0;  // index into `labels`
        std::size_t actual = 0;    // index into `labels`, or labels.size() for an answer that no case expects
        std::uint64_t count = 0;
    };

    std::uint64_t n = 0;
    std::uint64_t correct = 0;
    double accuracy = 0;
    Interval accuracyInterval;         // Wilson, 95 %
    std::vector<LabelQuality> labels;  // the expected labels in byte order
    std::vector<Cell> cells;           // ordered by row (expected), then column (actual)
    double macroF1 = 0;                // mean F1 over the expected labels

    // How often `expected` (a row) was answered as `actual` (a column; labels.size() for none of the labels).
    [[nodiscard]] std::uint64_t count(std::size_t expected, std::size_t actual) const;
    // What a row or column is about; for column labels.size() nothing.
    [[nodiscard]] std::optional<std::string> labelAt(std::size_t place) const;
    // The cells off the diagonal, most frequent first, at most so many.
    [[nodiscard]] std::vector<Cell> worstConfusions(std::size_t most) const;
};

[[nodiscard]] ClassificationReport classify(std::span<const LabelPair> pairs, double confidence = 0.95);

}  // namespace touchstone::eval
