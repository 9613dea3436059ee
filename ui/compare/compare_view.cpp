// SPDX-License-Identifier: GPL-3.0-or-later

#include "uicompare/compare_view.h"

#include "case_table.h"
#include "output_diff.h"
#include "uibase/deliver.h"
#include "uibase/empty_state.h"
#include "uibase/format.h"
#include "uibase/inline_banner.h"
#include "uibase/segmented_control.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uicompare/compare_model.h"
#include "uistate/text.h"
#include "uistate/version_mark.h"
#include "verdict_banner.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <set>

namespace touchstone::ui {
namespace {

QComboBox* makeCombo(const char* objectName, const QString& name) {
    auto* combo = new QComboBox;
    combo->setObjectName(QString::fromLatin1(objectName));
    combo->setAccessibleName(name);
    combo->setToolTip(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(14);
    combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return combo;
}

QLabel* makeCaption(const QString& text) {
    auto* label = new QLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

void fillSurface(QWidget& widget) {
    widget.setAutoFillBackground(true);
    widget.setBackgroundRole(QPalette::Base);
}

}  // namespace

CompareView::CompareView(session::Session& session, const Theme& theme, HistoryModel& history,
                         ExperimentController& experiments, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_theme(theme),
      m_history(history),
      m_experiments(experiments),
      m_run(new QAction(tr("Run comparison"), this)),
      m_cases(new CompareModel(this)),
      m_filter(new CompareFilter(*m_cases, this)),
      m_banner(new InlineBanner(theme)),
      m_verdict(new VerdictBanner(theme)) {
    setObjectName(QStringLiteral("compare"));
    m_banner->setObjectName(QStringLiteral("compareBanner"));
    m_run->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    addAction(m_run);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeChoices());
    layout->addWidget(makeProgress());
    layout->addWidget(m_banner);
    layout->addWidget(m_verdict);
    m_empty = new EmptyState(theme, Icon::Compare,
                             tr("Runs two versions on the cases of a dataset and says whether the second is better."));
    m_empty->setAction(tr("Run comparison"), m_run->shortcut());
    fillSurface(*m_empty);
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_empty);
    m_pages->addWidget(makeResults());
    layout->addWidget(m_pages, 1);
    wire();
    updateVersions();
    loadDatasets();
    updateRunAction();
}

QWidget* CompareView::makeChoices() {
    m_baseline = makeCombo("baseline", tr("Baseline version"));
    m_candidate = makeCombo("candidate", tr("Candidate version"));
    m_datasets = makeCombo("dataset", tr("Dataset"));
    for (QComboBox* versions : {m_baseline, m_candidate})
        versions->setModel(&m_history);
    m_reason = makeCaption({});
    auto* bar = new QWidget;
    fillSurface(*bar);
    auto* line = new QHBoxLayout(bar);
    line->setContentsMargins(12, 8, 12, 8);
    line->setSpacing(8);
    line->addWidget(makeCaption(tr("Baseline")));
    line->addWidget(m_baseline, 3);
    line->addWidget(makeCaption(tr("Candidate")));
    line->addWidget(m_candidate, 3);
    line->addSpacing(8);
    line->addWidget(makeCaption(tr("Dataset")));
    line->addWidget(m_datasets, 2);
    line->addWidget(m_reason, 1);
    return bar;
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
    m_show = new SegmentedControl(m_theme, tr("Cases to show"));
    m_show->setObjectName(QStringLiteral("showCases"));
    for (const QString& name : {tr("All"), tr("Different"), tr("Worse"), tr("Failing")})
        m_show->addSegment(name);
    auto* bar = new QWidget;
    fillSurface(*bar);
    auto* line = new QHBoxLayout(bar);
    line->setContentsMargins(12, 8, 12, 8);
    line->addWidget(m_show);
    line->addStretch(1);
    line->addWidget(makeCaption(tr("Ctrl+C copies rows")));
    m_table = new CaseTable(m_theme);
    m_table->setModel(m_filter);
    m_table->layoutColumns();
    m_diff = new OutputDiff(m_theme);
    auto* split = new Splitter(Qt::Vertical);
    split->setObjectName(QStringLiteral("compareSplitter"));
    split->addWidget(m_table);
    split->addWidget(m_diff);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    auto* results = new QWidget;
    auto* layout = new QVBoxLayout(results);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(split, 1);
    return results;
}

void CompareView::wire() {
    connect(m_run, &QAction::triggered, this, &CompareView::toggleRun);
    connect(m_empty, &EmptyState::actionTriggered, this, &CompareView::toggleRun);
    connect(&m_history, &HistoryModel::refreshed, this, &CompareView::updateVersions);
    for (QComboBox* combo : {m_baseline, m_candidate, m_datasets})
        connect(combo, &QComboBox::currentIndexChanged, this, &CompareView::updateRunAction);
    for (QComboBox* combo : {m_baseline, m_candidate})
        connect(combo, &QComboBox::activated, this, [this] { m_versionsChosen = true; });
    connect(&m_experiments, &ExperimentController::started, this, &CompareView::showProgress);
    connect(&m_experiments, &ExperimentController::progressed, this, &CompareView::showProgress);
    connect(&m_experiments, &ExperimentController::finished, this, &CompareView::showReport);
    connect(&m_experiments, &ExperimentController::refused, this, [this](const QString& message) {
        showProgress();
        m_banner->showMessage(Severity::Error, message);
    });
    connect(m_show, &SegmentedControl::currentChanged, this,
            [this](int index) { m_filter->setShow(static_cast<CompareFilter::Show>(index)); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CompareView::showCase);
    m_changes = m_session.onChanged([self = QPointer<CompareView>(this)](store::Change change) {
        if (change == store::Change::Datasets)
            deliverTo(self, [self] { self->loadDatasets(); });
    });
}

// The newest two, until somebody chooses others.
void CompareView::updateVersions() {
    if (std::exchange(m_workflow, m_history.workflow()) != m_history.workflow())
        startOver();
    if (!m_versionsChosen && m_history.rowCount() > 0) {
        m_candidate->setCurrentIndex(0);
        m_baseline->setCurrentIndex(std::min(1, m_history.rowCount() - 1));
    }
    updateRunAction();
}

// Another workflow: nothing that is shown belongs to it.
void CompareView::startOver() {
    m_versionsChosen = false;
    m_cases->setReport(nullptr);
    m_verdict->hide();
    m_banner->hide();
    m_pages->setCurrentIndex(0);
    if (const int own = m_datasets->findData(m_workflow); own >= 0)
        m_datasets->setCurrentIndex(own);
}

void CompareView::chooseVersions(const QString& baseline, const QString& candidate) {
    m_versionsChosen = true;
    for (int row = 0; row < m_history.rowCount(); ++row) {
        if (m_history.referenceAt(row) == baseline)
            m_baseline->setCurrentIndex(row);
        if (m_history.referenceAt(row) == candidate)
            m_candidate->setCurrentIndex(row);
    }
}

void CompareView::loadDatasets() {
    m_session.exchange().datasets([self = QPointer<CompareView>(this)](Result<std::vector<store::DatasetInfo>> found) {
        deliverTo(self, [self, found = std::move(found)] {
            if (found.ok())
                self->showDatasets(found.value());
        });
    });
}

void CompareView::showDatasets(std::vector<store::DatasetInfo> datasets) {
    const QString chosen = m_datasets->currentData().toString();
    std::set<std::string> names;  // the newest of each
    m_datasets->clear();
    for (const store::DatasetInfo& dataset : datasets)
        if (names.insert(dataset.name).second)
            m_datasets->addItem(tr("%1 · %2 cases").arg(toQString(dataset.name), formatCount(dataset.cases)),
                                toQString(dataset.name));
    const int again = m_datasets->findData(chosen.isEmpty() ? m_history.workflow() : chosen);
    m_datasets->setCurrentIndex(std::max(again, 0));
    updateRunAction();
}

void CompareView::updateRunAction() {
    const bool running = m_experiments.isRunning();
    const QString why = m_history.rowCount() < 2   ? tr("Commit two versions to compare them.")
                        : m_datasets->count() == 0 ? tr("There is no dataset yet: import one with touchstonectl.")
                        : m_baseline->currentIndex() == m_candidate->currentIndex()
                            ? tr("Choose two different versions.")
                            : QString();
    m_reason->setText(why);
    m_reason->setVisible(!why.isEmpty());
    m_run->setEnabled(running || why.isEmpty());
    m_run->setText(running ? tr("Cancel") : tr("Compare"));
    m_run->setIcon(m_theme.icon(running ? Icon::Stop : Icon::Run, Role::OnAccent));
    m_run->setToolTip(QStringLiteral("%1 (%2)").arg(
        running ? tr("Stop and keep the finished cases") : tr("Run both versions on the dataset"),
        formatShortcut(m_run->shortcut())));
}

void CompareView::toggleRun() {
    if (m_experiments.isRunning())
        m_experiments.cancel();
    else
        start();
}

void CompareView::start() {
    if (!m_run->isEnabled())
        return;
    m_banner->hide();
    session::ExperimentRequest request;
    request.workflow = toUtf8(m_history.workflow());
    request.versions = {toUtf8(m_history.referenceAt(m_baseline->currentIndex())),
                        toUtf8(m_history.referenceAt(m_candidate->currentIndex()))};
    request.dataset = toUtf8(m_datasets->currentData().toString());
    m_experiments.start(std::move(request));
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
        m_diff->setNames(toQString(report->contestants[0].label), toQString(report->contestants[1].label));
    m_diff->clear();
    m_pages->setCurrentIndex(1);
    m_table->layoutColumns();
    updateCounts();
    if (report->experiment.status == eval::ExperimentStatus::Cancelled)
        m_banner->showMessage(
            Severity::Info,
            tr("Cancelled: %1 finished runs are kept.").arg(formatCount(static_cast<qint64>(report->results.size()))));
    if (m_filter->rowCount() > 0)
        m_table->selectRow(0);
}

void CompareView::updateCounts() {
    for (int i = 0; i < m_show->count(); ++i)
        m_show->setCount(i, m_filter->count(static_cast<CompareFilter::Show>(i)));
}

void CompareView::showCase() {
    const QModelIndex source = m_filter->mapToSource(m_table->currentIndex());
    if (!source.isValid())
        return m_diff->clear();
    m_diff->showCase(m_cases->caseAt(source.row()), m_cases->resultAt(source.row(), 0),
                     m_cases->resultAt(source.row(), 1));
}

QVariantMap CompareView::saveLayout() const {
    QVariantMap layout;
    for (const QSplitter* splitter : findChildren<QSplitter*>())
        layout[splitter->objectName()] = splitter->saveState();
    return layout;
}

void CompareView::restoreLayout(const QVariantMap& layout) {
    for (QSplitter* splitter : findChildren<QSplitter*>())
        if (layout.contains(splitter->objectName()))
            splitter->restoreState(layout[splitter->objectName()].toByteArray());
}

}  // namespace touchstone::ui
