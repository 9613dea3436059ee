// SPDX-License-Identifier: GPL-3.0-or-later

#include "uicompare/compare_view.h"

#include "case_detail.h"
#include "case_table.h"
#include "change_strip.h"
#include "comparison_choices.h"
#include "filter_line.h"
#include "live_results.h"
#include "part_diff.h"
#include "past_experiments.h"
#include "progress_line.h"
#include "report_export.h"
#include "side_scroll.h"
#include "uibase/empty_state.h"
#include "uibase/format.h"
#include "uibase/inline_banner.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uistate/draft_model.h"
#include "uistate/experiment_controller.h"
#include "uistate/history_model.h"
#include "uistate/text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <tuple>

namespace touchstone::ui {
namespace {

const QString kColumns = QStringLiteral("caseColumns");
const QString kDraft = QStringLiteral("draft");

void fillSurface(QWidget& widget) {
    widget.setAutoFillBackground(true);
    widget.setBackgroundRole(QPalette::Base);
}

}  // namespace

CompareView::CompareView(session::Session& session, const Theme& theme, HistoryModel& history, DraftModel& draft,
                         ExperimentController& experiments, QWidget* parent)
    : Place(parent),
      m_session(session),
      m_theme(theme),
      m_history(history),
      m_draft(draft),
      m_experiments(experiments),
      m_run(new QAction(tr("Compare"), this)),
      m_fullDiff(new QAction(theme.icon(Icon::Compare), tr("Open full diff"), this)),
      m_cases(new CompareModel(this)),
      m_filter(new CompareFilter(*m_cases, this)),
      m_changes(new PartChanges(session, draft, this)),
      m_choices(new ComparisonChoices(session, theme, history, draft)),
      m_progress(new ProgressLine(theme, experiments)),
      m_banner(new InlineBanner(theme)),
      m_strip(new ChangeStrip(theme, *m_changes)),
      m_partDiff(new PartDiff(theme, *m_changes)),
      m_filters(new FilterLine(theme)),
      m_table(new CaseTable(theme, *m_cases, *m_filter)),
      m_detail(new CaseDetail(theme)),
      m_export(new ReportExport(session, theme, experiments.jobs(), *m_table)),
      m_empty(new EmptyState(theme, Icon::Compare, {})),
      m_past(new PastExperiments(session)),
      m_live(new LiveResults(this)),
      m_pages(new QStackedWidget) {
    buildUi();
    makeActions();
    wire();
    wireResults();
    wireRuns();
    adoptChoices();
    m_past->showWorkflow(m_history.workflow());
}

CompareView::~CompareView() {
    m_searching.request_stop();
}

void CompareView::buildUi() {
    setObjectName(QStringLiteral("compare"));
    m_banner->setObjectName(QStringLiteral("compareBanner"));
    m_choices->addWidget(m_export);
    m_pages->addWidget(makeEmpty());
    m_pages->addWidget(makeResults());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_choices);
    layout->addWidget(m_progress);
    layout->addWidget(m_banner);
    layout->addWidget(m_strip);
    layout->addWidget(m_partDiff, 1);
    layout->addWidget(m_pages, 1);
}

void CompareView::makeActions() {
    m_run->setObjectName(QStringLiteral("compare.run"));
    m_run->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_fullDiff->setObjectName(QStringLiteral("compare.fullDiff"));
    m_fullDiff->setToolTip(tr("Both answers of the current case, line by line (D)"));
    for (QAction* action : {m_run, m_filters->find()})
        addAction(action);
}

QWidget* CompareView::makeEmpty() {
    constexpr int kListWidth = 620;
    auto* page = new QWidget;
    fillSurface(*page);
    m_past->setMaximumWidth(m_theme.px(kListWidth));
    auto* line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(m_past, 100);
    line->addStretch(1);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addStretch(2);
    layout->addWidget(m_empty);
    layout->addLayout(line);
    layout->addStretch(3);
    return page;
}

QWidget* CompareView::makeResults() {
    auto* split = new Splitter(Qt::Vertical);
    split->setObjectName(QStringLiteral("compareSplitter"));
    split->addWidget(m_table);
    split->addWidget(m_detail);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setSizes({m_theme.px(300), m_theme.px(340)});
    m_detail->hide();
    m_strip->followColumns(*m_table);
    m_filters->setTarget(&m_table->table());
    auto* results = new QWidget;
    auto* layout = new QVBoxLayout(results);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new SideScroll(m_filters));
    layout->addWidget(split, 1);
    return results;
}

void CompareView::wire() {
    connect(m_run, &QAction::triggered, this, &CompareView::toggleRun);
    connect(m_empty, &EmptyState::actionTriggered, this, &CompareView::takeNextStep);
    connect(m_past, &PastExperiments::chosen, this, &CompareView::openExperiment);
    connect(m_choices, &ComparisonChoices::changed, this, &CompareView::adoptChoices);
    connect(m_choices, &ComparisonChoices::importFailed, this,
            [this](const QString& message) { m_banner->showMessage(Severity::Error, message); });
    connect(&m_history, &HistoryModel::refreshed, this, [this] {
        if (std::exchange(m_workflow, m_history.workflow()) != m_history.workflow())
            startOver();
    });
    connect(&m_draft, &DraftModel::partChanged, this, [this] {
        m_draftEdited = true;
        m_choices->setDraftHash({});
        showWhetherStale();
    });
    connect(&m_draft, &DraftModel::saveStateChanged, this, &CompareView::startWhenSaved);
    connect(&m_draft, &DraftModel::failed, this, [this](const QString& message) {
        if (std::exchange(m_waits, false))
            m_banner->showMessage(Severity::Error, tr("The draft was not saved, so it was not compared."), message);
    });
    connect(&m_draft, &DraftModel::checked, this, [this] {
        if (m_choices->references().contains(kDraft))
            m_changes->setVersions(m_history.workflow(), m_choices->references());
    });
    connect(m_banner, &InlineBanner::actionTriggered, this, &CompareView::resume);
    connect(m_export, &ReportExport::copyRequested, m_table, &CaseTable::copy);
    connect(m_export, &ReportExport::written, this, [this](const QString& file) { say(tr("Written: %1").arg(file)); });
    connect(m_export, &ReportExport::failed, this, [this](const QString& message) {
        m_banner->showMessage(Severity::Error, tr("The comparison was not written."), message);
    });
}

void CompareView::wireResults() {
    connect(m_filters, &FilterLine::changed, this, &CompareView::arrange);
    connect(m_filters, &FilterLine::searchChanged, this, &CompareView::search);
    connect(m_filters->nextDifference(), &QAction::triggered, m_table, [this] { m_table->stepDifference(true); });
    connect(m_filters->previousDifference(), &QAction::triggered, m_table, [this] { m_table->stepDifference(false); });
    connect(m_table, &CaseTable::sortRequested, this, [this](CaseSort sort, std::size_t contestant, bool descending) {
        std::tie(m_sort, m_sortBy, m_descending) = std::tuple(sort, contestant, descending);
        arrange();
    });
    connect(m_table, &CaseTable::columnsChanged, this, [this] { m_filters->setColumnMenu(m_table->columnMenu()); });
    connect(m_table, &CaseTable::currentChanged, this, &CompareView::showPlace);
    connect(m_table, &CaseTable::opened, this, &CompareView::openCase);
    connect(m_table, &CaseTable::differenceRequested, this, &CompareView::openDifference);
    connect(m_fullDiff, &QAction::triggered, this, &CompareView::openDifference);
    connect(m_strip, &ChangeStrip::opened, this, &CompareView::openPart);
    connect(m_partDiff, &PartDiff::left, this, &CompareView::closePart);
    connect(m_detail, &CaseDetail::differenceStepRequested, m_table, &CaseTable::stepDifference);
    connect(m_table, &CaseTable::left, this, &CompareView::closeCase);
    connect(m_table, &CaseTable::copied, this, [this](const CopiedTable& table) {
        say(table.rows == table.selected
                ? tr("%n case(s) copied", nullptr, table.rows)
                : tr("The first %1 of %2 cases copied").arg(formatCount(table.rows), formatCount(table.selected)));
    });
    connect(m_detail, &CaseDetail::left, this, &CompareView::closeCase);
    connect(m_detail, &CaseDetail::stepRequested, m_table, &CaseTable::step);
}

// Another workflow: nothing that is shown belongs to it.
void CompareView::startOver() {
    ++m_number;
    m_choices->startOver();
    m_table->setCases(nullptr);
    m_export->setReport(nullptr);
    closeCase();
    closePart();
    m_banner->hide();
    m_pages->setCurrentIndex(0);
    m_stale = false;
    m_past->showWorkflow(m_history.workflow());
    Q_EMIT statusChanged();
}

void CompareView::chooseVersions(const QStringList& references) {
    m_choices->chooseVersions(references);
}

void CompareView::adoptChoices() {
    m_changes->setVersions(m_history.workflow(), m_choices->references());
    m_table->setDraftNumber(m_choices->draftNumber());
    updateRunAction();
}

void CompareView::say(const QString& text) {
    m_said = text;
    Q_EMIT statusChanged();
    m_said.clear();
}

QList<QAction*> CompareView::commands() const {
    return QList<QAction*>{m_run, m_filters->find(), m_fullDiff, m_filters->nextDifference(),
                           m_filters->previousDifference()} +
           m_export->fileActions();
}

QString CompareView::status() const {
    if (!m_said.isEmpty())
        return m_said;
    const auto& cases = m_cases->cases();
    if (!cases || m_pages->currentIndex() == 0)
        return {};
    Money cost;
    for (const eval::ContestantReport& contestant : cases->report().contestants)
        cost += contestant.cost;
    return tr("%1 versions · %2 of %3 cases · %4 runs · %5")
        .arg(formatCount(static_cast<qint64>(cases->contestants())), formatCount(m_filter->rowCount()),
             formatCount(m_cases->rowCount()), formatCount(static_cast<qint64>(cases->runs())), formatMoney(cost));
}

bool CompareView::goTo(const Destination& destination) {
    const auto* comparison = std::get_if<ComparisonDestination>(&destination);
    if (!comparison || comparison->references.size() < 2)
        return false;
    chooseVersions(comparison->references);
    return true;
}

QVariantMap CompareView::saveLayout() const {
    QVariantMap layout{{kColumns, m_table->columnsText()}};
    for (const QSplitter* splitter : findChildren<QSplitter*>())
        layout[splitter->objectName()] = splitter->saveState();
    return layout;
}

void CompareView::restoreLayout(const QVariantMap& layout) {
    if (const QString columns = layout[kColumns].toString(); columns.contains(QStringLiteral("version0")))
        m_table->restoreColumns(columns);
    for (QSplitter* splitter : findChildren<QSplitter*>())
        if (layout.contains(splitter->objectName()))
            splitter->restoreState(layout[splitter->objectName()].toByteArray());
}

void CompareView::resizeEvent(QResizeEvent* event) {
    Place::resizeEvent(event);
    constexpr int kNarrow = 1300;
    m_strip->foldAtFirst(width() < m_theme.px(kNarrow));
}

}  // namespace touchstone::ui
