// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a table of a comparison needs to know of each case, found once, so that filtering, sorting and stepping through
// the differences touch no text.
//
// Immutable; safe from any thread. Making and searching read every answer: not for the GUI thread.

#pragma once

#include "eval/report.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace touchstone::ui {

// Of one case; a bit for each contestant, that of the baseline is the lowest.
struct CaseFacts {
    std::uint8_t ran = 0;
    std::uint8_t failing = 0;    // a scorer did not pass
    std::uint8_t errors = 0;     // no answer, or none that is valid
    std::uint8_t different = 0;  // another answer than the baseline's
    std::uint8_t better = 0;     // a higher score
    std::uint8_t worse = 0;
};

enum class CaseShow { All, Failures, Passes, Errors, Different, Better, Worse };
inline constexpr int kCaseShows = 7;

enum class CaseSort { Dataset, Name, Score, Change, Latency, Cost };

using CaseSet = std::vector<bool>;  // by case

// Which cases are shown, in which order.
struct CaseArrangement {
    CaseShow show = CaseShow::All;
    std::set<std::string> tags = {};              // any of them; empty: whatever the tags
    std::shared_ptr<const CaseSet> matches = {};  // what a search found; null: no search
    CaseSort sort = CaseSort::Dataset;            //
    std::size_t contestant = 0;                   // whose figures sort
    bool descending = false;
};

class ComparedCases {
public:
    static constexpr std::size_t kMostContestants = 6;

    // The first six contestants of a report.
    explicit ComparedCases(std::shared_ptr<const eval::Report> report);

    // While the experiment runs the report has figures and no results; resultAt() has them.
    [[nodiscard]] const eval::Report& report() const { return *m_report; }
    [[nodiscard]] std::shared_ptr<const eval::Report> sharedReport() const { return m_report; }
    [[nodiscard]] std::size_t contestants() const { return m_contestants; }
    [[nodiscard]] std::size_t size() const { return m_facts.size(); }
    // How many results there are.
    [[nodiscard]] std::size_t runs() const { return m_runs; }
    [[nodiscard]] bool isRunning() const { return m_report->experiment.status == eval::ExperimentStatus::Running; }
    [[nodiscard]] const eval::Case& caseAt(std::size_t row) const { return m_report->dataset->cases[row]; }
    // Null when that contestant has not run that case.
    [[nodiscard]] const eval::CaseResult* resultAt(std::size_t row, std::size_t contestant) const {
        return m_results[row * m_contestants + contestant];
    }
    [[nodiscard]] const CaseFacts& factsAt(std::size_t row) const { return m_facts[row]; }
    [[nodiscard]] bool isDifferent(std::size_t row, std::size_t contestant) const {
        return (m_facts[row].different >> contestant & 1U) != 0;
    }
    [[nodiscard]] bool fits(CaseShow show, std::size_t row) const;
    // Each tag with how many cases have it, by name.
    [[nodiscard]] const std::vector<std::pair<std::string, std::size_t>>& tags() const { return m_tags; }
    // Whether any scorer had something to say.
    [[nodiscard]] bool isScored() const { return m_scored; }
    // Null for the baseline.
    [[nodiscard]] const eval::Comparison* comparisonOf(std::size_t contestant) const;

    // The same with more results, of which the figures know nothing yet.
    [[nodiscard]] std::shared_ptr<ComparedCases> grown(std::vector<eval::CaseResult> more) const;
    // The same with the figures of all its results: takes as long as a report.
    [[nodiscard]] std::shared_ptr<ComparedCases> withFigures() const;
    // Whether both are about the same cases and as many versions: a table may show one after the other and keep its
    // rows and columns.
    [[nodiscard]] bool isSameTable(const ComparedCases& other) const;
    // The rows that have other results than before. REQUIRES: isSameTable(before)
    [[nodiscard]] std::vector<std::size_t> changedSince(const ComparedCases& before) const;

    // Cases whose name, tags, input, expectation or answers hold `text`, upper and lower case alike (ASCII). Empty when
    // it was stopped.
    [[nodiscard]] CaseSet search(std::string_view text, const std::stop_token& stop) const;
    // The cases to show.
    [[nodiscard]] std::vector<int> arrange(const CaseArrangement& arrangement) const;

private:
    void add(const std::vector<eval::CaseResult>& results);
    void findFacts(std::size_t row);
    void findTags();
    [[nodiscard]] bool accepts(const CaseArrangement& arrangement, std::size_t row) const;

    std::shared_ptr<const eval::Report> m_report;
    std::size_t m_contestants;
    std::vector<const eval::CaseResult*> m_results;  // by case, then contestant
    std::vector<CaseFacts> m_facts;                  // by case
    std::vector<std::pair<std::string, std::size_t>> m_tags;
    // Those that came while it ran, and are not in the report
    std::vector<std::shared_ptr<const std::vector<eval::CaseResult>>> m_batches;
    std::size_t m_runs = 0;
    bool m_scored = false;
};

// Cases, and what a search found in them; `matches` is null without a search.
struct SearchedCases {
    std::shared_ptr<const ComparedCases> cases;
    std::string searched;
    std::shared_ptr<const CaseSet> matches;
};

// "case 4" where the dataset gives no name.
[[nodiscard]] std::string nameOfCase(const ComparedCases& cases, std::size_t row);

// The parts of "v3 · a3f9c21".
[[nodiscard]] std::string_view referenceOf(std::string_view label);
[[nodiscard]] std::string_view hashOf(std::string_view label);

}  // namespace touchstone::ui
