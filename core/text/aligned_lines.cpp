// SPDX-License-Identifier: Apache-2.0

#include "text/aligned_lines.h"

#include <algorithm>
#include <string>
#include <utility>

namespace touchstone::text {
namespace {

constexpr std::size_t kLargestBlock = 10'000;      // pairs of lines that are compared with each other
constexpr std::size_t kWordComparisons = 100'000;  // a line is small; one that is not may be coarse
constexpr double kAlike = 0.5;

using Lines = std::vector<std::string_view>;

void appendLines(Lines& lines, std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.push_back(line);
    }
}

// The first ones: a line is told by its beginning.
Lines wordsOf(std::string_view line) {
    constexpr std::size_t kMostWords = 200;
    Lines words;
    for (std::size_t begin = line.find_first_not_of(' ');
         begin != std::string_view::npos && words.size() < kMostWords;) {
        const std::size_t end = line.find(' ', begin);
        words.push_back(line.substr(begin, end == std::string_view::npos ? end : end - begin));
        begin = line.find_first_not_of(' ', end);
    }
    std::ranges::sort(words);
    return words;
}

// The share of words that two lines have in common, 0..1; their order does not matter.
double likeness(const Lines& a, const Lines& b) {
    if (a.empty() && b.empty())
        return 1;
    Lines common;
    std::ranges::set_intersection(a, b, std::back_inserter(common));
    return 2.0 * static_cast<double>(common.size()) / static_cast<double>(a.size() + b.size());
}

// A run of lines without an equal one: which of the new lines stand beside which of the old ones.
class Block {
public:
    Block(const Lines& before, const Lines& after) : m_before(before), m_after(after) {}

    // (before, after) in order; the largest sum of likenesses, or line by line where there are too many to compare.
    [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> pairs() const {
        std::vector<std::pair<std::size_t, std::size_t>> result;
        if (m_before.size() * m_after.size() > kLargestBlock) {
            for (std::size_t i = 0; i < std::min(m_before.size(), m_after.size()); ++i)
                result.emplace_back(i, i);
            return result;
        }
        const auto best = bestSums();
        for (std::size_t i = 0, j = 0; i < m_before.size() && j < m_after.size();) {
            if (best[i][j] == best[i + 1][j])
                ++i;
            else if (best[i][j] == best[i][j + 1])
                ++j;
            else
                result.emplace_back(i++, j++);
        }
        return result;
    }

private:
    // Of the lines from (i, j) on.
    [[nodiscard]] std::vector<std::vector<double>> bestSums() const {
        std::vector<Lines> before;
        std::vector<Lines> after;
        std::ranges::transform(m_before, std::back_inserter(before), wordsOf);
        std::ranges::transform(m_after, std::back_inserter(after), wordsOf);
        std::vector<std::vector<double>> best(before.size() + 1, std::vector<double>(after.size() + 1, 0));
        for (std::size_t i = before.size(); i-- > 0;)
            for (std::size_t j = after.size(); j-- > 0;) {
                const double alike = likeness(before[i], after[j]);
                best[i][j] =
                    std::max({best[i + 1][j], best[i][j + 1], alike < kAlike ? 0 : alike + best[i + 1][j + 1]});
            }
        return best;
    }

    const Lines& m_before;
    const Lines& m_after;
};

class Aligner {
public:
    void addEqual(std::string_view text) {
        flush();
        Lines lines;
        appendLines(lines, text);
        for (const std::string_view line : lines)
            m_rows.push_back({++m_beforeNumber, ++m_afterNumber, pieces(Change::Equal, line)});
    }
    void addDeleted(std::string_view text) { appendLines(m_deleted, text); }
    void addInserted(std::string_view text) { appendLines(m_inserted, text); }

    [[nodiscard]] std::vector<AlignedLine> finish() {
        flush();
        return std::move(m_rows);
    }

private:
    static std::vector<DiffPiece> pieces(Change change, std::string_view line) {
        return line.empty() ? std::vector<DiffPiece>() : std::vector<DiffPiece>{{change, std::string(line)}};
    }

    void flush() {
        std::size_t before = 0;
        std::size_t after = 0;
        const auto upTo = [&](std::size_t endBefore, std::size_t endAfter) {
            for (; before < endBefore; ++before)
                m_rows.push_back({++m_beforeNumber, 0, pieces(Change::Deleted, m_deleted[before])});
            for (; after < endAfter; ++after)
                m_rows.push_back({0, ++m_afterNumber, pieces(Change::Inserted, m_inserted[after])});
        };
        for (const auto& [i, j] : Block(m_deleted, m_inserted).pairs()) {
            upTo(i, j);
            m_rows.push_back({++m_beforeNumber, ++m_afterNumber,
                              diffWords(m_deleted[before++], m_inserted[after++], {kWordComparisons}).pieces});
        }
        upTo(m_deleted.size(), m_inserted.size());
        m_deleted.clear();
        m_inserted.clear();
    }

    std::vector<AlignedLine> m_rows;
    std::size_t m_beforeNumber = 0;
    std::size_t m_afterNumber = 0;
    Lines m_deleted;
    Lines m_inserted;
};

}  // namespace

bool AlignedLine::isEqual() const {
    return before != 0 && after != 0 &&
           std::ranges::all_of(pieces, [](const DiffPiece& piece) { return piece.change == Change::Equal; });
}

std::vector<AlignedLine> alignLines(std::string_view before, std::string_view after, const DiffLimits& limits) {
    const TextDiff diff = diffLines(before, after, limits);
    Aligner aligner;
    for (const DiffPiece& piece : diff.pieces) {
        if (piece.change == Change::Equal)
            aligner.addEqual(piece.text);
        else if (piece.change == Change::Deleted)
            aligner.addDeleted(piece.text);
        else
            aligner.addInserted(piece.text);
    }
    return aligner.finish();
}

}  // namespace touchstone::text
