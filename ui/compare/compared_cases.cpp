// SPDX-License-Identifier: GPL-3.0-or-later

#include "uicompare/compared_cases.h"

#include "answer_text.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <numeric>

namespace touchstone::ui {
namespace {

unsigned char lower(char c) {
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

struct LowerHash {
    std::size_t operator()(char c) const { return lower(c); }
};
struct LowerEqual {
    bool operator()(char a, char b) const { return lower(a) == lower(b); }
};
using Searcher = std::boyer_moore_horspool_searcher<std::string_view::iterator, LowerHash, LowerEqual>;

bool contains(std::string_view text, const Searcher& searcher) {
    return std::search(text.begin(), text.end(), searcher) != text.end();
}

std::uint8_t bit(std::size_t contestant, bool holds = true) {
    return static_cast<std::uint8_t>(holds ? 1U << contestant : 0U);
}

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

double figureOf(const ComparedCases& cases, const CaseArrangement& by, std::size_t row) {
    const eval::CaseResult* result = cases.resultAt(row, by.contestant);
    if (!result)
        return kMissing;
    switch (by.sort) {
        case CaseSort::Score:
            return result->scores.empty() ? kMissing : result->score;
        case CaseSort::Change: {
            const eval::CaseResult* baseline = cases.resultAt(row, 0);
            return baseline ? result->score - baseline->score : kMissing;
        }
        case CaseSort::Latency:
            return static_cast<double>(result->latency.count());
        case CaseSort::Cost:
            return result->cost ? static_cast<double>(result->cost->picodollars()) : kMissing;
        case CaseSort::Dataset:
        case CaseSort::Name:
            break;
    }
    return kMissing;
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// "mail-9" before "mail-10".
bool nameBefore(std::string_view a, std::string_view b) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const auto run = [](std::string_view text, std::size_t& at) {
                while (at + 1 < text.size() && text[at] == '0' && isDigit(text[at + 1]))
                    ++at;
                const std::size_t begin = at;
                while (at < text.size() && isDigit(text[at]))
                    ++at;
                return text.substr(begin, at - begin);
            };
            const std::string_view left = run(a, i);
            const std::string_view right = run(b, j);
            if (left != right)
                return left.size() != right.size() ? left.size() < right.size() : left < right;
        } else if (lower(a[i]) != lower(b[j])) {
            return lower(a[i]) < lower(b[j]);
        } else {
            ++i;
            ++j;
        }
    }
    return a.size() - i < b.size() - j;
}

void sortByName(const ComparedCases& cases, bool descending, std::vector<int>& rows) {
    std::vector<std::string> names(cases.size());
    for (const int row : rows)
        names[static_cast<std::size_t>(row)] = nameOfCase(cases, static_cast<std::size_t>(row));
    std::ranges::stable_sort(rows, [&](int a, int b) {
        const std::string& left = names[static_cast<std::size_t>(descending ? b : a)];
        return nameBefore(left, names[static_cast<std::size_t>(descending ? a : b)]);
    });
}

// What has no figure comes last, whatever the direction.
void sortByFigure(const ComparedCases& cases, const CaseArrangement& by, std::vector<int>& rows) {
    std::vector<double> figures(cases.size(), kMissing);
    for (const int row : rows)
        figures[static_cast<std::size_t>(row)] = figureOf(cases, by, static_cast<std::size_t>(row));
    std::ranges::stable_sort(rows, [&](int a, int b) {
        const double left = figures[static_cast<std::size_t>(a)];
        const double right = figures[static_cast<std::size_t>(b)];
        if (std::isnan(left) || std::isnan(right))
            return !std::isnan(left) && std::isnan(right);
        return by.descending ? left > right : left < right;
    });
}

}  // namespace

ComparedCases::ComparedCases(std::shared_ptr<const eval::Report> report)
    : m_report(std::move(report)),
      m_contestants(std::min(m_report->contestants.size(), kMostContestants)),
      m_results(m_report->dataset->cases.size() * m_contestants, nullptr),
      m_facts(m_report->dataset->cases.size()) {
    add(m_report->results);
    for (std::size_t row = 0; row < size(); ++row)
        findFacts(row);
    findTags();
}

void ComparedCases::add(const std::vector<eval::CaseResult>& results) {
    for (const eval::CaseResult& result : results) {
        if (result.contestant >= m_contestants || result.caseIndex >= m_facts.size())
            continue;
        const eval::CaseResult*& place = m_results[result.caseIndex * m_contestants + result.contestant];
        m_runs += place ? 0 : 1;
        place = &result;
        m_scored = m_scored || !result.scores.empty();
    }
}

std::shared_ptr<ComparedCases> ComparedCases::grown(std::vector<eval::CaseResult> more) const {
    auto next = std::make_shared<ComparedCases>(*this);
    const auto batch = std::make_shared<const std::vector<eval::CaseResult>>(std::move(more));
    next->m_batches.push_back(batch);
    next->add(*batch);
    for (const eval::CaseResult& result : *batch)
        if (result.caseIndex < next->size())
            next->findFacts(result.caseIndex);
    return next;
}

std::shared_ptr<ComparedCases> ComparedCases::withFigures() const {
    auto next = std::make_shared<ComparedCases>(*this);
    eval::Figures figures = eval::figuresOf(m_report->experiment.spec, *m_report->dataset, m_results);
    next->m_report = std::make_shared<const eval::Report>(eval::Report{
        m_report->experiment, m_report->dataset, {}, std::move(figures.contestants), std::move(figures.comparisons)});
    return next;
}

bool ComparedCases::isSameTable(const ComparedCases& other) const {
    return m_contestants == other.m_contestants && size() == other.size() &&
           m_report->experiment.spec.dataset == other.m_report->experiment.spec.dataset;
}

std::vector<std::size_t> ComparedCases::changedSince(const ComparedCases& before) const {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < size(); ++row) {
        const auto mine = m_results.begin() + static_cast<std::ptrdiff_t>(row * m_contestants);
        const auto theirs = before.m_results.begin() + static_cast<std::ptrdiff_t>(row * m_contestants);
        if (!std::equal(mine, mine + static_cast<std::ptrdiff_t>(m_contestants), theirs))
            rows.push_back(row);
    }
    return rows;
}

void ComparedCases::findFacts(std::size_t row) {
    CaseFacts& facts = m_facts[row] = {};
    const eval::CaseResult* baseline = m_contestants > 0 ? resultAt(row, 0) : nullptr;
    for (std::size_t i = 0; i < m_contestants; ++i) {
        const eval::CaseResult* result = resultAt(row, i);
        if (!result)
            continue;
        facts.ran |= bit(i);
        facts.failing |= bit(i, !result->passed);
        facts.errors |= bit(i, result->status != trace::Status::Ok);
        if (i == 0 || !baseline)
            continue;
        facts.different |= bit(i, !isSameAnswer(*baseline, *result));
        facts.better |= bit(i, result->score > baseline->score);
        facts.worse |= bit(i, result->score < baseline->score);
    }
}

void ComparedCases::findTags() {
    std::map<std::string, std::size_t> counts;
    for (const eval::Case& testCase : m_report->dataset->cases)
        for (const std::string& tag : testCase.tags)
            ++counts[tag];
    m_tags.assign(counts.begin(), counts.end());
}

bool ComparedCases::fits(CaseShow show, std::size_t row) const {
    const CaseFacts& facts = m_facts[row];
    // The candidates; alone, the only contestant.
    const unsigned candidates = m_contestants > 1 ? ~1U : 1U;
    switch (show) {
        case CaseShow::All:
            return true;
        case CaseShow::Failures:
            return (facts.failing & candidates) != 0;
        case CaseShow::Passes:
            return (facts.ran & candidates) != 0 && (facts.failing & candidates) == 0;
        case CaseShow::Errors:
            return facts.errors != 0;
        case CaseShow::Different:
            return facts.different != 0;
        case CaseShow::Better:
            return facts.better != 0;
        case CaseShow::Worse:
            break;
    }
    return facts.worse != 0;
}

const eval::Comparison* ComparedCases::comparisonOf(std::size_t contestant) const {
    for (const eval::ContestantComparison& comparison : m_report->comparisons)
        if (comparison.contestant == contestant && !comparison.measures.empty())
            return &comparison.measures.front().comparison;
    return nullptr;
}

CaseSet ComparedCases::search(std::string_view text, const std::stop_token& stop) const {
    const Searcher searcher(text.begin(), text.end());
    CaseSet found(size(), false);
    for (std::size_t row = 0; row < size(); ++row) {
        if (stop.stop_requested())
            return {};
        const eval::Case& testCase = caseAt(row);
        bool hit = contains(nameOfCase(*this, row), searcher) || contains(toText(testCase.input), searcher) ||
                   (testCase.expected && contains(toText(*testCase.expected), searcher)) ||
                   std::ranges::any_of(testCase.tags, [&](const std::string& tag) { return contains(tag, searcher); });
        for (std::size_t i = 0; i < m_contestants && !hit; ++i)
            if (const eval::CaseResult* result = resultAt(row, i))
                hit = contains(result->output, searcher) || contains(result->error, searcher);
        found[row] = hit;
    }
    return found;
}

bool ComparedCases::accepts(const CaseArrangement& arrangement, std::size_t row) const {
    if (!fits(arrangement.show, row) || (arrangement.matches && !(*arrangement.matches)[row]))
        return false;
    const auto& tags = caseAt(row).tags;
    return arrangement.tags.empty() ||
           std::ranges::any_of(tags, [&](const std::string& tag) { return arrangement.tags.contains(tag); });
}

std::vector<int> ComparedCases::arrange(const CaseArrangement& arrangement) const {
    std::vector<int> rows;
    for (std::size_t row = 0; row < size(); ++row)
        if (accepts(arrangement, row))
            rows.push_back(static_cast<int>(row));
    if (arrangement.sort == CaseSort::Name)
        sortByName(*this, arrangement.descending, rows);
    else if (arrangement.sort != CaseSort::Dataset && arrangement.contestant < m_contestants)
        sortByFigure(*this, arrangement, rows);
    else if (arrangement.descending)
        std::ranges::reverse(rows);
    return rows;
}

std::string nameOfCase(const ComparedCases& cases, std::size_t row) {
    const std::string& name = cases.caseAt(row).name;
    return name.empty() ? "case " + std::to_string(row + 1) : name;
}

std::string_view referenceOf(std::string_view label) {
    return label.substr(0, label.find(' '));
}

std::string_view hashOf(std::string_view label) {
    const auto space = label.rfind(' ');
    return space == std::string_view::npos ? std::string_view() : label.substr(space + 1);
}

}  // namespace touchstone::ui
