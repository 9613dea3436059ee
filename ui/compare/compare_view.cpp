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

using Missing = ComparisonChoices::Missing;

const QString kColumns = QStringLiteral("caseColumns");
const QString kDraft = QStringLiteral("draft");

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
    for (QAction* action : findChildren<QAction*>())
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
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

void CompareView::wireRuns() {
    const auto refresh = [this] {
        m_progress->refresh();
        updateRunAction();
    };
    connect(&m_experiments, &ExperimentController::started, this, refresh);
    connect(&m_experiments, &ExperimentController::progressed, this, refresh);
    connect(&m_experiments, &ExperimentController::finished, this, [this, refresh] {
        refresh();
        if (toQString(m_experiments.report()->experiment.spec.workflow) == m_history.workflow())
            showReport(m_experiments.report());
    });
    connect(&m_experiments, &ExperimentController::refused, this, [this, refresh](const QString& message) {
        refresh();
        m_banner->showMessage(Severity::Error, tr("The comparison could not run."), message);
    });
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
