// SPDX-License-Identifier: Apache-2.0

#include "base/finding.h"

#include <algorithm>
#include <numeric>

namespace touchstone {
namespace {

// Optimal string alignment: insertions, deletions, substitutions and swapped neighbours cost one each.
std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> beforeLast(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::swap(beforeLast, last);
        std::swap(last, row);
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            row[j + 1] = std::min({row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1)});
            if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j])
                row[j + 1] = std::min(row[j + 1], beforeLast[j - 1] + 1);
        }
    }
    return row.back();
}

}  // namespace

std::string_view toString(Severity severity) {
    switch (severity) {
        case Severity::Info:
            return "info";
        case Severity::Warning:
            return "warning";
        case Severity::Error:
            return "error";
    }
    return "error";
}

bool hasErrors(std::span<const Finding> findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.severity == Severity::Error; });
}

std::string toLine(const Finding& finding) {
    std::string line(toString(finding.severity));
    line += ' ';
    line += finding.pointer.empty() ? "/" : finding.pointer;
    if (finding.position)
        line += " " + std::to_string(finding.position->line) + ":" + std::to_string(finding.position->column);
    line += ": " + finding.text;
    if (!finding.suggestion.empty())
        line += " (" + finding.suggestion + ")";
    return line;
}

std::string nearestName(std::string_view word, std::span<const std::string_view> candidates) {
    constexpr std::size_t kLongestWord = 64;  // the distance is quadratic and names are short
    if (word.size() > kLongestWord)
        return {};
    std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
    std::string_view nearest;
    for (const std::string_view candidate : candidates) {
        if (const std::size_t distance = editDistance(word, candidate); distance < best) {
            best = distance;
            nearest = candidate;
        }
    }
    return std::string(nearest);
}

}  // namespace touchstone
