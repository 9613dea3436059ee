// SPDX-License-Identifier: Apache-2.0

#include "report_labels.h"

#include "html.h"

#include <algorithm>

namespace touchstone::eval {
namespace {

constexpr std::size_t kLargestMatrix = 12;  // labels; a larger matrix is mostly zeros that nobody can read
constexpr std::size_t kShownConfusions = 20;
constexpr std::string_view kNoLabel = "none of the labels";

bool hasForeignAnswers(const ClassificationReport& quality) {
    return std::ranges::any_of(quality.cells, [&](const auto& cell) { return cell.actual == quality.labels.size(); });
}

std::string matrixCell(const ClassificationReport& quality, std::size_t expected, std::size_t actual) {
    const std::uint64_t count = quality.count(expected, actual);
    if (count == 0)
        return "<td class=\"n\"></td>";
    return fmt::format("<td class=\"n {}\">{}</td>", expected == actual ? "hit" : "miss", count);
}

void writeMatrix(std::string& html, const ClassificationReport& quality) {
    const std::size_t columns = quality.labels.size() + (hasForeignAnswers(quality) ? 1 : 0);
    html += "<table><tr><th>expected ↓ answered →</th>";
    for (std::size_t i = 0; i < columns; ++i)
        html += fmt::format("<th class=\"n\" style=\"white-space:normal\">{}</th>",
                            escaped(quality.labelAt(i).value_or(std::string(kNoLabel))));
    html += "</tr>\n";
    for (std::size_t expected = 0; expected < quality.labels.size(); ++expected) {
        html += fmt::format("<tr><td>{}</td>", escaped(quality.labels[expected].label));
        for (std::size_t actual = 0; actual < columns; ++actual)
            html += matrixCell(quality, expected, actual);
        html += "</tr>\n";
    }
    html += "</table>\n";
}

void writeConfusions(std::string& html, const ClassificationReport& quality) {
    const auto confusions = quality.worstConfusions(kShownConfusions);
    if (confusions.empty())
        return;
    html += "<table><tr><th>expected</th><th>answered</th><th class=\"n\">cases</th></tr>\n";
    for (const ClassificationReport::Cell& cell : confusions)
        html += fmt::format("<tr><td>{}</td><td>{}</td>{}</tr>\n", escaped(quality.labels[cell.expected].label),
                            escaped(quality.labelAt(cell.actual).value_or(std::string(kNoLabel))),
                            figure("{}", cell.count));
    html += "</table>\n";
}

void writeQualities(std::string& html, const ClassificationReport& quality) {
    html += fmt::format("<details{}><summary>Each label</summary>\n<table><tr><th>label</th>",
                        quality.labels.size() <= kLargestMatrix ? " open=\"open\"" : "");
    for (const char* head : {"cases", "answered", "correct", "precision", "recall", "F1"})
        html += fmt::format("<th class=\"n\">{}</th>", head);
    html += "</tr>\n";
    for (const LabelQuality& label : quality.labels)
        html +=
            fmt::format("<tr><td>{}</td>{}{}{}{}{}{}</tr>\n", escaped(label.label), figure("{}", label.support),
                        figure("{}", label.predicted), figure("{}", label.correct), figure("{:.3f}", label.precision),
                        figure("{:.3f}", label.recall), figure("{:.3f}", label.f1));
    html += "</table></details>\n";
}

}  // namespace

void writeLabels(std::string& html, const Report& report) {
    for (const ContestantReport& contestant : report.contestants) {
        if (!contestant.classification || contestant.classification->n == 0)
            continue;
        const ClassificationReport& quality = *contestant.classification;
        html += fmt::format(
            "<h2>Labels of {}</h2>\n<p>accuracy {:.3f} ({:.3f} to {:.3f} with 95 % confidence), macro F1 {:.3f}, {} "
            "labels</p>\n",
            escaped(contestant.label), quality.accuracy, quality.accuracyInterval.low, quality.accuracyInterval.high,
            quality.macroF1, quality.labels.size());
        if (quality.labels.size() <= kLargestMatrix)
            writeMatrix(html, quality);
        else
            writeConfusions(html, quality);
        writeQualities(html, quality);
    }
}

}  // namespace touchstone::eval
