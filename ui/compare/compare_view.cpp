// SPDX-License-Identifier: GPL-3.0-or-later

#include "uicompare/compare_view.h"

#include "case_detail.h"
#include "case_table.h"
#include "comparison_choices.h"
#include "uibase/empty_state.h"
#include "uibase/format.h"
#include "uibase/inline_banner.h"
#include "uibase/segmented_control.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uicompare/compare_model.h"
#include "uistate/text.h"
#include "verdict_banner.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

using Missing = ComparisonChoices::Missing;
using Show = CompareFilter::Show;

const QString kColumns = QStringLiteral("caseColumns");

void fillSurface(QWidget& widget) {
    widget.setAutoFillBackground(true);
    widget.setBackgroundRole(QPalette::Base);
}

// Why the comparison cannot run; empty when it can.
QString reasonFor(Missing missing) {
    switch (missing) {
        case Missing::Versions:
            return CompareView::tr("A comparison needs two versions. Change the draft and commit it to make another.");
        case Missing::Dataset:
            return CompareView::tr(
                "There is no dataset yet: import cases from a CSV or JSON Lines file with the inputs and an expected "
                "answer for each.");
        case Missing::Difference:
            return CompareView::tr("Baseline and candidate are the same version.");
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
        case Missing::Difference:
            return CompareView::tr("Take the newest two");
        case Missing::Nothing:
            break;
    }
    return CompareView::tr("Compare");
}

}  // namespace

CompareView::CompareView(session::Session& session, const Theme& theme, HistoryModel& history,
                         ExperimentController& experiments, QWidget* parent)
    : Place(parent),
      m_theme(theme),
      m_history(history),
      m_experiments(experiments),
      m_run(new QAction(tr("Compare"), this)),
      m_cases(new CompareModel(this)),
      m_filter(new CompareFilter(*m_cases, this)),
      m_choices(new ComparisonChoices(session, history)),
      m_banner(new InlineBanner(theme)),
      m_verdict(new VerdictBanner(theme)),
      m_empty(new EmptyState(theme, Icon::Compare, {})),
      m_pages(new QStackedWidget) {
    setObjectName(QStringLiteral("compare"));
    m_banner->setObjectName(QStringLiteral("compareBanner"));
    m_run->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    addAction(m_run);
    fillSurface(*m_empty);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(makeResults());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_choices);
    layout->addWidget(makeProgress());
    layout->addWidget(m_banner);
    layout->addWidget(m_verdict);
    layout->addWidget(m_pages, 1);
    wire();
    updateRunAction();
}

QWidget* CompareView::makeProgress() {
    m_progressLine = new QWidget;
    fillSurface(*m_progressLine);
    m_progress = new QProgressBar;
    m_progress->setAccessibleName(tr("Progress of the comparison"));
    m_progress->setTextVisible(false);
    m_progressText = new QLabel;
    m_progressText->setObjectName(QStringLiteral("compareProgress"));
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelCompare"));
    cancel->setToolTip(tr("Stop and keep the finished cases (%1)").arg(formatShortcut(QKeySequence(Qt::Key_Escape))));
    cancel->setShortcut(QKeySequence(Qt::Key_Escape));
    connect(cancel, &QPushButton::clicked, &m_experiments, &ExperimentController::cancel);
    auto* line = new QHBoxLayout(m_progressLine);
    line->setContentsMargins(12, 0, 12, 8);
    line->setSpacing(12);
    line->addWidget(m_progress, 1);
    line->addWidget(m_progressText);
    line->addWidget(cancel);
    m_progressLine->hide();
    return m_progressLine;
}

QWidget* CompareView::makeResults() {
    m_table = new CaseTable(m_theme);
    m_table->setModel(m_filter);
    m_detail = new CaseDetail(m_theme);
    auto* split = new Splitter(Qt::Vertical);
    split->setObjectName(QStringLiteral("compareSplitter"));
    split->addWidget(m_table);
    split->addWidget(m_detail);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setSizes({m_theme.px(300), m_theme.px(340)});
    auto* results = new QWidget;
    auto* layout = new QVBoxLayout(results);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeFilters());
    layout->addWidget(split, 1);
    return results;
}

QWidget* CompareView::makeFilters() {
    m_show = new SegmentedControl(m_theme, tr("Cases to show"));
    m_show->setObjectName(QStringLiteral("showCases"));
    for (const QString& name : {tr("All"), tr("Changed"), tr("Got better"), tr("Got worse"), tr("Failing")})
        m_show->addSegment(name);
    auto* hint = new QLabel(tr("Enter opens a case, Ctrl+C copies rows, a head sorts"));
    hint->setForegroundRole(QPalette::PlaceholderText);
    setTextStyle(*hint, m_theme, TextStyle::Caption);
    hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* bar = new QWidget;
    fillSurface(*bar);
    auto* line = new QHBoxLayout(bar);
    line->setContentsMargins(12, 8, 12, 8);
    line->addWidget(m_show);
    line->addWidget(hint, 1);
    return bar;
}

void CompareView::wire() {
    connect(m_run, &QAction::triggered, this, &CompareView::toggleRun);
    connect(m_empty, &EmptyState::actionTriggered, this, &CompareView::takeNextStep);
    connect(m_choices, &ComparisonChoices::changed, this, &CompareView::updateRunAction);
    connect(m_choices, &ComparisonChoices::importFailed, this,
            [this](const QString& message) { m_banner->showMessage(Severity::Error, message); });
    connect(&m_history, &HistoryModel::refreshed, this, [this] {
        if (std::exchange(m_workflow, m_history.workflow()) != m_history.workflow())
            startOver();
    });
    connect(&m_experiments, &ExperimentController::started, this, &CompareView::showProgress);
    connect(&m_experiments, &ExperimentController::progressed, this, &CompareView::showProgress);
    connect(&m_experiments, &ExperimentController::finished, this, &CompareView::showReport);
    connect(&m_experiments, &ExperimentController::refused, this, [this](const QString& message) {
        showProgress();
        m_banner->showMessage(Severity::Error, message);
    });
    connect(m_show, &SegmentedControl::currentChanged, this, &CompareView::showOnly);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CompareView::showCase);
    connect(m_table, &QTableView::activated, m_detail, [this] { m_detail->setFocus(); });
    connect(m_detail, &CaseDetail::left, m_table, [this] { m_table->setFocus(); });
    connect(m_detail, &CaseDetail::stepRequested, this, &CompareView::stepCase);
}

// Another workflow: nothing that is shown belongs to it.
void CompareView::startOver() {
    m_choices->startOver();
    m_cases->setReport(nullptr);
    m_detail->clear();
    m_verdict->hide();
    m_banner->hide();
    m_pages->setCurrentIndex(0);
    m_stale = false;
}

void CompareView::chooseVersions(const QString& baseline, const QString& candidate) {
    m_choices->chooseVersions(baseline, candidate);
}

void CompareView::updateRunAction() {
    const bool running = m_experiments.isRunning();
    const Missing missing = m_choices->missing();
    const QString what = running                       ? tr("Stop and keep the finished cases")
                         : missing == Missing::Nothing ? tr("Run both versions on the dataset")
                                                       : reasonFor(missing);
    m_run->setEnabled(running || missing == Missing::Nothing);
    m_run->setText(running ? tr("Cancel") : tr("Compare"));
    m_run->setIcon(m_theme.icon(running ? Icon::Stop : Icon::Run, Role::OnAccent));
    m_run->setToolTip(QStringLiteral("%1 (%2)").arg(what, formatShortcut(m_run->shortcut())));
    updateEmpty();
    showWhetherStale();
}

// Someone chose other versions: what is shown is still of those that ran.
void CompareView::showWhetherStale() {
    const bool complete = m_choices->missing() == Missing::Nothing && m_pages->currentIndex() == 1;
    const session::ExperimentRequest now = complete ? m_choices->request() : m_shown;
    const bool stale = now.versions != m_shown.versions || now.dataset != m_shown.dataset;
    if (std::exchange(m_stale, stale) == stale)
        return;
    if (stale)
        m_banner->showMessage(Severity::Info,
                              tr("Below are the results of the choice before; compare again for those of this one."));
    else
        m_banner->hide();
}

void CompareView::updateEmpty() {
    const Missing missing = m_choices->missing();
    m_empty->setSentence(
        missing == Missing::Nothing
            ? tr("Runs both versions on every case of the dataset and says whether the candidate is better.")
            : reasonFor(missing));
    m_empty->setAction(m_experiments.isRunning() ? QString() : nextStep(missing),
                       missing == Missing::Nothing ? m_run->shortcut() : QKeySequence());
}

void CompareView::takeNextStep() {
    switch (m_choices->missing()) {
        case Missing::Versions:
            Q_EMIT authorRequested();
            return;
        case Missing::Dataset:
            return m_choices->importDataset();
        case Missing::Difference:
            return m_choices->chooseNewestVersions();
        case Missing::Nothing:
            return toggleRun();
    }
}

void CompareView::toggleRun() {
    if (m_experiments.isRunning())
        return m_experiments.cancel();
    m_banner->hide();
    m_shown = m_choices->request();
    m_stale = false;
    m_experiments.start(m_shown);
}

void CompareView::showProgress() {
    const eval::Progress& progress = m_experiments.progress();
    m_progressLine->setVisible(m_experiments.isRunning());
    m_progress->setMaximum(std::max(1, static_cast<int>(progress.total)));
    m_progress->setValue(static_cast<int>(progress.done));
    QStringList facts{
        tr("%1 of %2 runs")
            .arg(formatCount(static_cast<qint64>(progress.done)), formatCount(static_cast<qint64>(progress.total)))};
    if (progress.remaining)
        facts.append(tr("%1 left").arg(formatDuration(*progress.remaining)));
    facts.append(formatMoney(progress.costKnown ? std::optional(progress.cost) : std::nullopt));
    m_progressText->setText(facts.join(QStringLiteral(" · ")));
    updateRunAction();
}

void CompareView::showReport() {
    showProgress();
    const auto report = m_experiments.report();
    m_cases->setReport(report);
    m_verdict->showReport(*report);
    if (report->contestants.size() >= 2)
        m_detail->setNames(toQString(report->contestants[0].label), toQString(report->contestants[1].label));
    m_detail->clear();
    m_pages->setCurrentIndex(1);
    updateCounts();
    if (report->experiment.status == eval::ExperimentStatus::Cancelled)
        m_banner->showMessage(
            Severity::Info,
            tr("Cancelled: %1 finished runs are kept.").arg(formatCount(static_cast<qint64>(report->results.size()))));
    m_table->selectRow(0);
    if (isVisible())
        m_table->setFocus();
}

void CompareView::updateCounts() {
    for (int i = 0; i < m_show->count(); ++i) {
        const int cases = m_filter->count(static_cast<Show>(i));
        m_show->setCount(i, cases);
        m_show->setSegmentEnabled(i, cases > 0, tr("There is no such case."));
        if (cases == 0 && m_show->currentIndex() == i)
            m_show->setCurrentIndex(0);
    }
}

void CompareView::showOnly(int show) {
    m_filter->setShow(static_cast<Show>(show));
    if (!m_table->currentIndex().isValid())
        m_table->selectRow(0);
    m_table->scrollTo(m_table->currentIndex());
}

void CompareView::showCase() {
    const QModelIndex shown = m_table->currentIndex();
    const int row = m_filter->mapToSource(shown).row();
    if (!shown.isValid() || row < 0)
        return m_detail->clear();
    const QString place =
        tr("%1 of %2").arg(formatCount(shown.row() + 1), formatCounted(m_filter->rowCount(), tr("case"), tr("cases")));
    m_detail->showCase(m_cases->nameAt(row), place, m_cases->caseAt(row), m_cases->resultAt(row, 0),
                       m_cases->resultAt(row, 1));
}

void CompareView::stepCase(int rows) {
    if (m_filter->rowCount() > 0)
        m_table->selectRow(std::clamp(m_table->currentIndex().row() + rows, 0, m_filter->rowCount() - 1));
}

bool CompareView::goTo(const Destination& destination) {
    const auto* comparison = std::get_if<ComparisonDestination>(&destination);
    if (!comparison || comparison->references.size() < 2)
        return false;
    chooseVersions(comparison->references.front(), comparison->references.back());
    return true;
}

QVariantMap CompareView::saveLayout() const {
    QVariantMap layout{{kColumns, m_table->horizontalHeader()->saveState()}};
    for (const QSplitter* splitter : findChildren<QSplitter*>())
        layout[splitter->objectName()] = splitter->saveState();
    return layout;
}

void CompareView::restoreLayout(const QVariantMap& layout) {
    m_table->horizontalHeader()->restoreState(layout[kColumns].toByteArray());
    for (QSplitter* splitter : findChildren<QSplitter*>())
        if (layout.contains(splitter->objectName()))
            splitter->restoreState(layout[splitter->objectName()].toByteArray());
}

}  // namespace touchstone::ui
