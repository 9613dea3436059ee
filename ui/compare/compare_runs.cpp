// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a comparison is run, opened again, and said to be out of date.

#include "case_table.h"
#include "comparison_choices.h"
#include "filter_line.h"
#include "live_results.h"
#include "past_experiments.h"
#include "progress_line.h"
#include "uibase/deliver.h"
#include "uibase/empty_state.h"
#include "uibase/format.h"
#include "uibase/inline_banner.h"
#include "uibase/theme.h"
#include "uicompare/compare_view.h"
#include "uistate/draft_model.h"
#include "uistate/experiment_controller.h"
#include "uistate/history_model.h"
#include "uistate/text.h"

#include <QAction>
#include <QStackedWidget>

namespace touchstone::ui {
namespace {

using Missing = ComparisonChoices::Missing;

const QString kDraft = QStringLiteral("draft");

// Why the comparison cannot run; empty when it can.
QString reasonFor(Missing missing) {
    switch (missing) {
        case Missing::Versions:
            return CompareView::tr("A comparison needs two versions. Change the draft and commit it to make another.");
        case Missing::Dataset:
            return CompareView::tr(
                "There is no dataset yet: import cases from a CSV or JSON Lines file with the inputs and an expected "
                "answer for each, or compare on one input.");
        case Missing::Choice:
            return CompareView::tr("Choose two to six versions; the first is the baseline.");
        case Missing::Nothing:
            break;
    }
    return {};
}

QString nextStep(Missing missing) {
    switch (missing) {
        case Missing::Versions:
            return CompareView::tr("Go to the draft");
        case Missing::Dataset:
            return CompareView::tr("Import a dataset…");
        case Missing::Choice:
            return CompareView::tr("Take the newest two");
        case Missing::Nothing:
            break;
    }
    return CompareView::tr("Compare");
}

QStringList referencesOf(const eval::Report& report) {
    QStringList references;
    for (const eval::Contestant& contestant : report.experiment.spec.contestants)
        references.append(toQString(referenceOf(contestant.label)));
    return references;
}

bool isOneInput(const eval::Report& report) {
    return report.experiment.spec.scorers.empty() && report.dataset->cases.size() == 1;
}

}  // namespace

void CompareView::wireRuns() {
    const auto refresh = [this] {
        m_progress->refresh();
        updateRunAction();
    };
    const auto follow = [this, refresh] {
        m_live->follow(m_experiments.feed());
        m_live->setSearch(searchedText());
        refresh();
    };
    connect(&m_experiments, &ExperimentController::started, this, follow);
    connect(&m_experiments, &ExperimentController::progressed, this, refresh);
    connect(&m_experiments, &ExperimentController::progressed, m_live, &LiveResults::look);
    connect(m_live, &LiveResults::grown, this, &CompareView::showGrown);
    connect(&m_experiments, &ExperimentController::finished, this, [this, follow] {
        follow();
        if (toQString(m_experiments.report()->experiment.spec.workflow) == m_history.workflow())
            showReport(m_experiments.report());
    });
    connect(&m_experiments, &ExperimentController::refused, this, [this, follow](const QString& message) {
        follow();
        m_banner->showMessage(Severity::Error, tr("The comparison could not run."), message);
    });
    if (m_experiments.isRunning())
        follow();  // it was begun elsewhere
}

void CompareView::updateRunAction() {
    const bool running = m_experiments.isRunning();
    const Missing missing = m_choices->missing();
    const bool writable = !m_session.readOnly();
    const QString what = running                       ? tr("Stop and keep the finished cases")
                         : !writable                   ? tr("The workspace is read-only: nothing can be run in it")
                         : missing == Missing::Nothing ? tr("Run the versions and compare their answers")
                                                       : reasonFor(missing);
    m_run->setEnabled(running || (writable && missing == Missing::Nothing));
    m_run->setText(running ? tr("Cancel") : tr("Compare"));
    m_run->setIcon(m_theme.icon(running ? Icon::Stop : Icon::Run, Role::OnAccent));
    m_run->setToolTip(QStringLiteral("%1 (%2)").arg(what, formatShortcut(m_run->shortcut())));
    updateEmpty();
    showWhetherStale();
}

bool CompareView::isStale() const {
    if (m_pages->currentIndex() == 0 || !m_cases->cases() || m_choices->missing() != Missing::Nothing)
        return false;
    const eval::Report& report = m_cases->cases()->report();
    const session::ExperimentRequest now = m_choices->request();
    const eval::ExperimentSpec& spec = report.experiment.spec;
    const bool sameCases = now.input ? isOneInput(report) && jsonEqual(*now.input, report.dataset->cases[0].input)
                                     : now.dataset == spec.datasetName;
    return !sameCases || m_choices->references() != referencesOf(report) || now.tier != spec.contestants[0].tier ||
           (m_draftEdited && m_choices->references().contains(kDraft));
}

// Someone chose other versions: what is shown is still of those that ran.
void CompareView::showWhetherStale() {
    const bool stale = isStale();
    if (std::exchange(m_stale, stale) == stale)
        return;
    if (stale)
        m_banner->showMessage(Severity::Warning,
                              tr("Below are the results of the choice before; compare again for those of this one."));
    else
        m_banner->hide();
}

void CompareView::updateEmpty() {
    const Missing missing = m_choices->missing();
    m_empty->setSentence(m_session.readOnly() ? tr("The workspace is read-only. Earlier comparisons can be opened.")
                         : missing == Missing::Nothing ? tr("Runs the versions on every case and says which is better.")
                                                       : reasonFor(missing));
    m_empty->setAction(m_experiments.isRunning() || m_session.readOnly() ? QString() : nextStep(missing),
                       missing == Missing::Nothing ? m_run->shortcut() : QKeySequence());
}

void CompareView::takeNextStep() {
    switch (m_choices->missing()) {
        case Missing::Versions:
            Q_EMIT authorRequested();
            return;
        case Missing::Dataset:
            return m_choices->importDataset();
        case Missing::Choice:
            return m_choices->chooseNewestVersions();
        case Missing::Nothing:
            return toggleRun();
    }
}

void CompareView::toggleRun() {
    if (m_experiments.isRunning())
        return m_experiments.cancel();
    m_banner->hide();
    m_stale = false;
    m_waits = m_choices->references().contains(kDraft) && m_draft.isUnsaved();
    if (m_waits)
        return m_draft.saveNow();
    start();
}

// A draft is compared as it stands here, so it is saved first.
void CompareView::startWhenSaved() {
    if (!m_waits || m_draft.isUnsaved())
        return;
    m_waits = false;
    start();
}

void CompareView::start() {
    m_draftEdited = false;
    m_experiments.start(m_choices->request());
}

// The cancelled one that is shown.
void CompareView::resume() {
    if (!m_cases->cases() || m_experiments.isRunning())
        return;
    m_banner->hide();
    m_stale = false;
    m_experiments.resume(m_cases->cases()->report());
}

void CompareView::openExperiment(const QString& experiment) {
    m_session.experiments().report(
        toUtf8(experiment), [self = QPointer<CompareView>(this)](Result<eval::Report> found) {
            auto report = found.ok() ? std::make_shared<const eval::Report>(std::move(found).value()) : nullptr;
            const QString why = report ? QString() : toQString(found.error().message);
            deliverTo(self, [self, report, why] {
                if (!report)
                    return self->m_banner->showMessage(Severity::Error, tr("The comparison cannot be shown."), why);
                self->adoptReport(*report);
                self->showReport(report);
            });
        });
}

// What is chosen becomes what is shown.
void CompareView::adoptReport(const eval::Report& report) {
    m_choices->chooseVersions(referencesOf(report));
    if (isOneInput(report))
        m_choices->chooseInput(report.dataset->cases.front().input);
    else
        m_choices->chooseDataset(toQString(report.experiment.spec.datasetName));
    m_draftEdited = true;  // the draft of then is not the one of now
}

}  // namespace touchstone::ui
