// SPDX-License-Identifier: GPL-3.0-or-later

#include "uicompare/compare_view.h"

#include "case_detail.h"
#include "case_table.h"
#include "change_strip.h"
#include "comparison_choices.h"
#include "filter_line.h"
#include "past_experiments.h"
#include "progress_line.h"
#include "report_export.h"
#include "uibase/deliver.h"
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
#include <QStackedWidget>
#include <QThreadPool>
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
      m_cases(new CompareModel(this)),
      m_filter(new CompareFilter(*m_cases, this)),
      m_changes(new PartChanges(session, draft, this)),
      m_choices(new ComparisonChoices(session, theme, history, draft)),
      m_progress(new ProgressLine(theme, experiments)),
      m_banner(new InlineBanner(theme)),
      m_strip(new ChangeStrip(theme, *m_changes)),
      m_filters(new FilterLine(theme)),
      m_table(new CaseTable(theme, *m_cases, *m_filter)),
      m_detail(new CaseDetail(theme)),
      m_export(new ReportExport(session, theme, *m_table)),
      m_empty(new EmptyState(theme, Icon::Compare, {})),
      m_past(new PastExperiments(session)),
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
    layout->addWidget(m_pages, 1);
}

void CompareView::makeActions() {
    m_run->setObjectName(QStringLiteral("compare.run"));
    m_run->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    for (QAction* action : {m_run, m_filters->find()})
        addAction(action);
}

QWidget* CompareView::makeEmpty() {
    constexpr int kListWidth = 620;
    auto* page = new QWidget;
    fillSurface(*page);
    m_past->setFixedWidth(m_theme.px(kListWidth));
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addStretch(2);
    layout->addWidget(m_empty);
    layout->addWidget(m_past, 0, Qt::AlignHCenter);
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
    layout->addWidget(m_filters);
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
    updateRunAction();
}

void CompareView::showReport(std::shared_ptr<const eval::Report> report) {
    QThreadPool::globalInstance()->start(
        [self = QPointer<CompareView>(this), report = std::move(report), number = ++m_number] {
            auto cases = std::make_shared<const ComparedCases>(report);
            deliverTo(self, [self, cases, number] {
                if (number == self->m_number)
                    self->showCases(cases);
            });
        });
}

void CompareView::showCases(std::shared_ptr<const ComparedCases> cases) {
    m_matches = nullptr;
    if (m_sortBy >= cases->contestants())
        m_sort = CaseSort::Dataset;
    m_table->setCases(cases);
    m_pages->setCurrentIndex(1);
    m_table->layoutColumns();
    m_export->setReport(cases->sharedReport());
    m_filters->setCases(*cases);
    search(m_filters->searched());
    showEnd(cases->report());
    showWhetherStale();
    if (isVisible())
        m_table->setFocus();
    m_past->showWorkflow(m_history.workflow());
    Q_EMIT shown();
}

void CompareView::showEnd(const eval::Report& report) {
    if (report.experiment.status == eval::ExperimentStatus::Done)
        return;
    m_banner->showMessage(
        Severity::Info,
        tr("Cancelled: %1 finished runs are kept.").arg(formatCount(static_cast<qint64>(report.results.size()))));
}

void CompareView::arrange() {
    m_table->arrange({m_filters->show(), m_filters->tags(), m_matches, m_sort, m_sortBy, m_descending});
    showPlace();
}

void CompareView::search(const QString& text) {
    m_searching.request_stop();
    m_searching = std::stop_source();
    const auto cases = m_cases->cases();
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
    showCase();
    m_detail->setFocus();
    m_table->table().scrollTo(m_table->table().currentIndex());
}

void CompareView::closeCase() {
    m_detail->hide();
    m_detail->clear();
    m_table->setFocus();
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
    const auto nameOf = [&](std::size_t contestant) { return toQString(cases.report().contestants[contestant].label); };
    m_detail->setNames(nameOf(0), alone ? QString() : nameOf(chosen));
    const QString place =
        tr("%1 of %n case(s)", nullptr, m_filter->rowCount()).arg(formatCount(m_filter->rowOf(testCase) + 1));
    m_detail->showCase(toQString(nameOfCase(cases, row)), place, cases.caseAt(row), cases.resultAt(row, 0),
                       alone ? nullptr : cases.resultAt(row, chosen));
}

void CompareView::say(const QString& text) {
    m_said = text;
    Q_EMIT statusChanged();
    m_said.clear();
}

QList<QAction*> CompareView::commands() const {
    return QList<QAction*>{m_run, m_filters->find(), m_filters->nextDifference(), m_filters->previousDifference()} +
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
             formatCount(m_cases->rowCount()), formatCount(static_cast<qint64>(cases->report().results.size())),
             formatMoney(cost));
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
