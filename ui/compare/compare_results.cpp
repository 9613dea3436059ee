// SPDX-License-Identifier: GPL-3.0-or-later
//
// How results come into the place, also while they still grow, and how one case of them is read.

#include "case_detail.h"
#include "case_table.h"
#include "change_strip.h"
#include "comparison_choices.h"
#include "filter_line.h"
#include "head_words.h"
#include "live_results.h"
#include "part_diff.h"
#include "past_experiments.h"
#include "progress_line.h"
#include "report_export.h"
#include "uibase/deliver.h"
#include "uibase/format.h"
#include "uibase/inline_banner.h"
#include "uicompare/compare_view.h"
#include "uistate/experiment_controller.h"
#include "uistate/history_model.h"
#include "uistate/text.h"

#include <QStackedWidget>
#include <QThreadPool>

namespace touchstone::ui {

void CompareView::showReport(std::shared_ptr<const eval::Report> report) {
    QThreadPool::globalInstance()->start([self = QPointer<CompareView>(this), report = std::move(report),
                                          searched = searchedText(), number = ++m_number] {
        SearchedCases shown{std::make_shared<ComparedCases>(report), searched, {}};
        if (!searched.empty())
            shown.matches = std::make_shared<const CaseSet>(shown.cases->search(searched, {}));
        deliverTo(self, [self, shown, number] {
            if (number == self->m_number)
                self->showFinished(shown);
        });
    });
}

void CompareView::showFinished(const SearchedCases& shown) {
    showCases(shown);
    showEnd(shown.cases->report());
    m_past->showWorkflow(m_history.workflow());
    Q_EMIT this->shown();
}

// A run of another workflow goes on unseen; it is shown when one comes back to it.
void CompareView::showGrown(const SearchedCases& shown) {
    if (toQString(shown.cases->report().experiment.spec.workflow) == m_history.workflow())
        showCases(shown);
}

void CompareView::showCases(const SearchedCases& shown) {
    const auto& before = m_cases->cases();
    const bool stays = m_pages->currentIndex() == 1 && before && shown.cases->isSameTable(*before);
    const bool searched = shown.searched == searchedText();
    if (searched)
        m_searching.request_stop();  // for the same in older results
    if (searched || !stays)
        m_matches = shown.matches;
    // Who holds a report lets it go before the table, which does so on a worker.
    m_export->setReport(shown.cases->isRunning() ? nullptr : shown.cases->sharedReport());
    stays ? exchangeCases(shown.cases) : replaceCases(shown.cases);
    if (!searched)
        search(m_filters->searched());
    showDraft();
    showWhetherStale();
    showPlace();
}

// The same cases with other results: whatever one looks at stays.
void CompareView::exchangeCases(const std::shared_ptr<const ComparedCases>& cases) {
    m_filter->arrangeNext(arrangement());
    m_table->setCases(cases);
    m_filters->showCounts(*cases);
}

void CompareView::replaceCases(const std::shared_ptr<const ComparedCases>& cases) {
    if (m_sortBy >= cases->contestants())
        m_sort = CaseSort::Dataset;
    m_table->setCases(cases);
    m_pages->setCurrentIndex(1);
    m_table->layoutColumns();
    m_filters->setCases(*cases);
    arrange();
    if (isVisible())
        m_table->takeFocus();
}

void CompareView::showEnd(const eval::Report& report) {
    const eval::ExperimentStatus status = report.experiment.status;
    if (status == eval::ExperimentStatus::Done || m_experiments.isRunning())
        return;
    const std::size_t total = report.contestants.size() * report.dataset->cases.size();
    const QString kept = formatCount(static_cast<qint64>(report.results.size()));
    const QString others = formatCount(static_cast<qint64>(total - report.results.size()));
    const QString text = status == eval::ExperimentStatus::Cancelled
                             ? tr("Cancelled: %1 runs are kept, to resume runs the other %2.").arg(kept, others)
                             : tr("Not finished: %1 runs are kept, to resume runs the other %2.").arg(kept, others);
    m_banner->showMessage(Severity::Info, text, {}, m_session.readOnly() ? QString() : tr("Resume"));
}

CaseArrangement CompareView::arrangement() const {
    return {m_filters->show(), m_filters->tags(), m_matches, m_sort, m_sortBy, m_descending};
}

std::string CompareView::searchedText() const {
    return toUtf8(m_filters->searched().trimmed());
}

void CompareView::arrange() {
    m_table->arrange(arrangement());
    showPlace();
}

void CompareView::search(const QString& text) {
    m_searching.request_stop();
    m_searching = std::stop_source();
    const auto cases = m_cases->cases();
    m_live->setSearch(searchedText());
    if (text.trimmed().isEmpty() || !cases) {
        m_matches = nullptr;
        return arrange();
    }
    QThreadPool::globalInstance()->start(
        [self = QPointer<CompareView>(this), cases, text = toUtf8(text.trimmed()), stop = m_searching.get_token()] {
            auto found = std::make_shared<const CaseSet>(cases->search(text, stop));
            deliverTo(self, [self, found, stop] {
                if (stop.stop_requested())
                    return;
                self->m_matches = found;
                self->arrange();
            });
        });
}

void CompareView::openCase() {
    if (m_table->currentCase() < 0)
        return;
    m_detail->show();
    m_progress->setEscapeCancels(false);
    showCase();
    m_detail->takeFocus();
    m_table->table().scrollTo(m_table->table().currentIndex());
}

void CompareView::closeCase() {
    m_detail->hide();
    m_progress->setEscapeCancels(true);
    m_detail->clear();
    m_table->takeFocus();
}

void CompareView::openDifference() {
    openCase();
    if (m_detail->isVisible())
        m_detail->showLineByLine();
}

void CompareView::openPart(const QString& part, int version) {
    m_pages->hide();
    m_progress->setEscapeCancels(false);
    m_partDiff->show(part, version);
}

void CompareView::closePart() {
    if (!m_partDiff->isHidden())
        m_strip->takeFocus();
    m_partDiff->hide();
    m_pages->show();
    m_progress->setEscapeCancels(!m_detail->isVisible());
}

// The chip of the draft says what ran, until it is edited.
void CompareView::showDraft() {
    QString hash;
    for (const eval::Contestant& contestant : m_cases->cases()->report().experiment.spec.contestants)
        if (contestant.version.empty() && !m_draftEdited)
            hash = toQString(hashOf(contestant.label));
    m_choices->setDraftHash(hash);
}

// Where one is: the place among the differences, and the case in full when it is open.
void CompareView::showPlace() {
    const QModelIndex at = m_table->table().currentIndex();
    const int contestant = m_table->currentContestant();
    const int testCase = m_table->currentCase();
    const bool differs =
        contestant > 0 && testCase >= 0 &&
        m_cases->cases()->isDifferent(static_cast<std::size_t>(testCase), static_cast<std::size_t>(contestant));
    m_filters->showDifference(differs ? m_filter->differencesUpTo(at.row(), contestant) : 0, m_filter->differences());
    if (m_detail->isVisible())
        showCase();
    Q_EMIT statusChanged();
}

void CompareView::showCase() {
    const int testCase = m_table->currentCase();
    if (testCase < 0)
        return m_detail->clear();
    const ComparedCases& cases = *m_cases->cases();
    const auto row = static_cast<std::size_t>(testCase);
    const bool alone = cases.contestants() < 2;
    const auto chosen = static_cast<std::size_t>(std::max(m_table->currentContestant(), alone ? 0 : 1));
    const auto nameOf = [&](std::size_t contestant) {
        const std::string& label = cases.report().contestants[contestant].label;
        return QStringLiteral("%1 · %2").arg(contestantName(label), toQString(hashOf(label)));
    };
    m_detail->setNames(nameOf(0), alone ? QString() : nameOf(chosen));
    const QString place =
        tr("%1 of %n case(s)", nullptr, m_filter->rowCount()).arg(formatCount(m_filter->rowOf(testCase) + 1));
    m_detail->showCase(toQString(nameOfCase(cases, row)), place, cases.caseAt(row), cases.resultAt(row, 0),
                       alone ? nullptr : cases.resultAt(row, chosen));
}

}  // namespace touchstone::ui
