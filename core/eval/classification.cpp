// SPDX-License-Identifier: Apache-2.0

#include "eval/classification.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <string_view>
#include <tuple>

namespace touchstone::eval {
namespace {

double ratio(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::vector<LabelQuality> expectedLabels(std::span<const LabelPair> pairs) {
    std::map<std::string_view, std::uint64_t> supports;
    for (const LabelPair& pair : pairs)
        ++supports[pair.expected];
    std::vector<LabelQuality> labels;
    for (const auto& [label, support] : supports)
        labels.push_back({.label = std::string(label), .support = support});
    return labels;
}

std::size_t indexOf(const std::vector<LabelQuality>& labels, std::string_view label) {
    const auto at =
        std::lower_bound(labels.begin(), labels.end(), label,
                         [](const LabelQuality& quality, std::string_view key) { return quality.label < key; });
    return at != labels.end() && at->label == label ? static_cast<std::size_t>(at - labels.begin()) : labels.size();
}

std::vector<ClassificationReport::Cell> confusion(std::span<const LabelPair> pairs,
                                                  const std::vector<LabelQuality>& labels) {
    std::map<std::pair<std::size_t, std::size_t>, std::uint64_t> counts;
    for (const LabelPair& pair : pairs)
        ++counts[{indexOf(labels, pair.expected), indexOf(labels, pair.actual)}];
    std::vector<ClassificationReport::Cell> cells;
    for (const auto& [place, count] : counts)
        cells.push_back({place.first, place.second, count});
    return cells;
}

void rate(LabelQuality& quality) {
    quality.precision = ratio(quality.correct, quality.predicted);
    quality.recall = ratio(quality.correct, quality.support);
    quality.f1 = ratio(2 * quality.correct, quality.support + quality.predicted);
}

}  // namespace

std::uint64_t ClassificationReport::count(std::size_t expected, std::size_t actual) const {
    const auto at =
        std::lower_bound(cells.begin(), cells.end(), std::tie(expected, actual),
                         [](const Cell& cell, const std::tuple<const std::size_t&, const std::size_t&>& key) {
                             return std::tie(cell.expected, cell.actual) < key;
                         });
    return at != cells.end() && at->expected == expected && at->actual == actual ? at->count : 0;
}

std::optional<std::string> ClassificationReport::labelAt(std::size_t place) const {
    return place < labels.size() ? std::optional(labels[place].label) : std::nullopt;
}

std::vector<ClassificationReport::Cell> ClassificationReport::worstConfusions(std::size_t most) const {
    std::vector<Cell> confusions;
    std::ranges::copy_if(cells, std::back_inserter(confusions),
                         [](const Cell& cell) { return cell.expected != cell.actual; });
    std::ranges::stable_sort(confusions, std::ranges::greater{}, &Cell::count);
    confusions.resize(std::min(most, confusions.size()));
    return confusions;
}

ClassificationReport classify(std::span<const LabelPair> pairs, double confidence) {
    ClassificationReport report;
    report.n = pairs.size();
    report.labels = expectedLabels(pairs);
    report.cells = confusion(pairs, report.labels);
    for (const auto& cell : report.cells) {
        if (cell.actual < report.labels.size())
            report.labels[cell.actual].predicted += cell.count;
        if (cell.actual == cell.expected)
            report.labels[cell.actual].correct = cell.count;
    }
    for (LabelQuality& quality : report.labels) {
        rate(quality);
        report.correct += quality.correct;
        report.macroF1 += quality.f1 / static_cast<double>(report.labels.size());
    }
    report.accuracy = ratio(report.correct, report.n);
    report.accuracyInterval = wilsonInterval(report.correct, report.n, confidence);
    return report;
}

}  // namespace touchstone::eval
