// SPDX-License-Identifier: Apache-2.0
//
// What an experiment says: how each contestant did, and how each compares with the first, the baseline.
//
// Plain values and pure functions; safe from any thread.

#pragma once

#include "eval/classification.h"
#include "eval/comparison.h"
#include "eval/dataset.h"
#include "eval/experiment.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace touchstone::eval {

struct ContestantReport {
    std::string label;
    std::size_t cases = 0;                   // run so far
    std::size_t passed = 0;                  // every scorer passed
    double meanScore = 0;                    // weighted by case, over those that a scorer had something to say about
    std::optional<Interval> meanInterval{};  // 95 %; empty when no case was scored
    std::vector<std::pair<std::string, double>> scorerMeans;
    std::size_t invalid = 0;
    std::size_t blocked = 0;
    std::size_t failed = 0;
    std::string whyItFailed{};        // of the first of them
    std::size_t fellBack = 0;         // answered by another tier than the one chosen first
    std::string whyItFellBack{};      // of the first of them
    std::chrono::nanoseconds p50{0};  // latency
    std::chrono::nanoseconds p95{0};
    Money cost;                                          // of the runs whose cost is known
    std::size_t costUnknown = 0;                         // runs
    std::optional<ClassificationReport> classification;  // when a `label` scorer took part

    // Every run failed, so there is nothing to judge: no verdict, no labels.
    [[nodiscard]] bool neverAnswered() const { return cases > 0 && failed == cases; }
};

// One contestant against the baseline on one measure: "score" (the weighted mean of all scorers) or a scorer's name.
struct MeasureComparison {
    std::string measure;
    Comparison comparison;
};

struct ContestantComparison {
    std::size_t contestant = 0;  // never 0, which is the baseline
    // "score" first. Where one of the two never answered it is alone, without pairs, and its sentence says why.
    std::vector<MeasureComparison> measures;
};

// What the results of an experiment come to.
struct Figures {
    std::vector<ContestantReport> contestants;
    std::vector<ContestantComparison> comparisons;  // of all but the first
};

// The figures of what has been run so far: `results` in any order, null where there is none yet.
// REQUIRES: the results belong to the experiment and the dataset
[[nodiscard]] Figures figuresOf(const ExperimentSpec& spec, const Dataset& dataset,
                                std::span<const CaseResult* const> results);

struct Report {
    Experiment experiment;
    std::shared_ptr<const Dataset> dataset;
    std::vector<CaseResult> results;  // by contestant, then case
    std::vector<ContestantReport> contestants;
    std::vector<ContestantComparison> comparisons;
};

// REQUIRES: the results belong to the experiment and the dataset
[[nodiscard]] Report makeReport(Experiment experiment, std::shared_ptr<const Dataset> dataset,
                                std::vector<CaseResult> results);

// Told how many cases are written, one after another; false ends the writing, and what there is is no whole report.
using OnWritten = std::function<bool(std::size_t cases)>;

// Everything but the cases' inputs, for `--json`.
[[nodiscard]] Json toJson(const Report& report);

// The cases as a table for spreadsheets: name, tags, input and what was expected, then of each contestant output,
// score, whether it passed, status, latency in ms, cost in USD, tier and error. Values are raw; what was not run is
// empty.
[[nodiscard]] std::string toCsv(const Report& report, const OnWritten& onWritten = {});

// One HTML file that needs nothing else: verdicts, figures, and every case with its outputs.
[[nodiscard]] std::string toHtml(const Report& report, const OnWritten& onWritten = {});

}  // namespace touchstone::eval
