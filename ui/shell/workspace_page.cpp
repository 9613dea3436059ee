// SPDX-License-Identifier: GPL-3.0-or-later

#include "uishell/workspace_page.h"

#include "command_palette.h"
#include "desktop_note.h"
#include "drop_question.h"
#include "file_watch.h"
#include "new_workflow_panel.h"
#include "palette_keys.h"
#include "palette_wiring.h"
#include "place_stack.h"
#include "rail.h"
#include "status_line.h"
#include "top_bar.h"
#include "trail.h"
#include "uibase/deliver.h"
#include "uibase/empty_state.h"
#include "uibase/focus_order.h"
#include "uibase/inline_banner.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QAction>
#include <QBoxLayout>

namespace touchstone::ui {
namespace {

const QString kMain = QStringLiteral("main");
const QString kTour = QStringLiteral("support-triage");  // the sample's workflow that the README walks through
const QString kWorkflow = QStringLiteral("workflow");
const QString kBranch = QStringLiteral("branch");
const QString kPlace = QStringLiteral("place");
const QString kPlaces = QStringLiteral("places");

// Where the keys go when `place` is shown: its own choice, else its first control.
QWidget* focusOf(Place& place) {
    if (QWidget* chosen = place.firstFocus())
        return chosen;
    for (QWidget* widget = place.nextInFocusChain(); widget != &place; widget = widget->nextInFocusChain())
        if (place.isAncestorOf(widget) && widget->isVisibleTo(&place) && widget->isEnabled() &&
            (widget->focusPolicy() & Qt::TabFocus))
            return widget;
    return &place;
}

QString workflowOf(const Destination& destination) {
    if (const auto* draft = std::get_if<DraftDestination>(&destination))
        return draft->workflow;
    if (const auto* version = std::get_if<VersionDestination>(&destination))
        return version->workflow;
    const auto* input = std::get_if<TryDestination>(&destination);
    return input ? input->workflow : QString();
}

}  // namespace

WorkspacePage::WorkspacePage(session::Session& session, const WorkbenchParts& parts, const QVariantMap& layout,
                             QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_theme(parts.theme),
      m_wanted(layout),
      m_workflows(session),
      m_history(session),
      m_draft(session),
      m_jobs(parts.clock),
      m_notifications(parts.clock),
      m_experiments(session, m_jobs),
      m_trail(std::make_unique<Trail>()),
      m_missing(new InlineBanner(parts.theme)),
      m_unfinished(new InlineBanner(parts.theme)),
      m_newPanel(new NewWorkflowPanel(session, parts.theme, m_workflows)),
      m_drop(new DropQuestion(session, parts.theme, m_jobs)),
      m_newWorkflow(new QAction(tr("New workflow…"), this)),
      m_file(new FileWatch(this)) {
    makePlaces(parts, layout[kPlaces].toMap());
    buildUi(parts);
    makeActions();
    makePalette(parts);
    wire();
    wireModels();
    showFirst(layout);
    locate();
    if (!session.readOnly())
        m_experiments.findUnfinished();
}

WorkspacePage::~WorkspacePage() = default;

void WorkspacePage::makePlaces(const WorkbenchParts& parts, const QVariantMap& layouts) {
    m_places = new PlaceStack(ui::makePlaces({m_session, parts, m_draft, m_history, m_experiments, m_jobs}), layouts);
    m_rail = new Rail(parts.theme);
    m_places->setMinimumSize(1, 1);  // a place that needs more is cut; the window never outgrows its screen
    for (std::size_t number = 0; number < m_places->placeCount(); ++number) {
        const PlaceEntry& entry = m_places->entry(number);
        const QKeySequence keys(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number));
        QAction* action = m_rail->addPlace(entry.icon, entry.name, keys, entry.atFoot);
        action->setObjectName(QStringLiteral("place.") + entry.id);
        addAction(action);
        m_placeActions.push_back(action);
        connect(action, &QAction::triggered, this, [this, number] { showPlace(number); });
    }
    connect(m_places, &PlaceStack::placeMade, this,
            [this](Place* place) { connect(place, &Place::goToRequested, this, &WorkspacePage::goTo); });
}

void WorkspacePage::buildUi(const WorkbenchParts& parts) {
    m_missing->setObjectName(QStringLiteral("missingFile"));
    m_unfinished->setObjectName(QStringLiteral("unfinished"));
    m_topBar = new TopBar(parts.theme, m_workflows, m_history, m_draft);
    m_status = new StatusLine(parts.theme, m_draft, m_jobs, m_notifications);
    m_empty = new EmptyState(
        parts.theme, Icon::Author,
        tr("This workspace has no workflow yet. A workflow is everything that decides how one LLM feature behaves."));
    m_places->addWidget(m_empty);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    for (QWidget* strip : std::initializer_list<QWidget*>{m_topBar, m_missing, m_unfinished, m_drop, m_newPanel})
        right->addWidget(strip);
    right->addWidget(m_places, 1);
    auto* upper = new QHBoxLayout;
    upper->setSpacing(0);
    upper->addWidget(m_rail);
    upper->addLayout(right, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(upper, 1);
    layout->addWidget(m_status);
}

void WorkspacePage::addAct(const QString& name, const QString& text, const QList<QKeySequence>& keys,
                           const std::function<void()>& act) {
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    addAction(action);
    connect(action, &QAction::triggered, this, act);
}

void WorkspacePage::makeActions() {
    m_newWorkflow->setObjectName(QStringLiteral("newWorkflow"));
    m_newWorkflow->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    m_newWorkflow->setEnabled(!m_session.readOnly());
    if (m_session.readOnly())
        m_newWorkflow->setToolTip(tr("This workspace is read-only"));
    else
        m_empty->setAction(tr("Create the first workflow…"), m_newWorkflow->shortcut());
    addAction(m_newWorkflow);
    addAct(QStringLiteral("back"), tr("Back to where you were"), {QKeySequence(Qt::ALT | Qt::Key_Left)},
           [this] { follow(m_trail->back()); });
    addAct(QStringLiteral("forward"), tr("Forward again"), {QKeySequence(Qt::ALT | Qt::Key_Right)},
           [this] { follow(m_trail->forward()); });
    addAct(QStringLiteral("showJobs"), tr("Show all jobs"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J)},
           [this] { m_status->openJobs(); });
    addAct(QStringLiteral("showNotifications"), tr("Show notifications"), {},
           [this] { m_status->openNotifications(); });
    addAct(QStringLiteral("openPalette"), tr("Search or do anything"),
           {paletteKeys(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}, [this] { m_palette->open(); });
}

void WorkspacePage::makePalette(const WorkbenchParts& parts) {
    m_palette = new CommandPalette(parts.theme, parts.state, this);
    addSources(*m_palette, {m_session, m_workflows, m_history, m_draft, parts.settings, [this] { return commands(); },
                            [this](const Destination& destination) { return goTo(destination); }});
    connect(m_topBar, &TopBar::searchRequested, m_palette, [this] { m_palette->open(); });
}

// Those of the place that is shown first.
std::vector<PaletteCommand> WorkspacePage::commands() {
    std::vector<PaletteCommand> commands;
    const auto addPlace = [&](std::size_t number) {
        for (QAction* action : m_places->place(number).commands())
            commands.push_back({action, m_places->entry(number).name, [this, number] { showPlace(number); }});
    };
    addPlace(m_place);
    for (QAction* action : actions() + m_windowCommands)
        commands.push_back({action});
    for (std::size_t number = 0; number < m_places->placeCount(); ++number)
        if (number != m_place)
            addPlace(number);
    return commands;
}

void WorkspacePage::wire() {
    connect(m_topBar, &TopBar::workflowChosen, this, [this](const QString& name) { openWorkflow(name, kMain); });
    connect(m_topBar, &TopBar::branchChosen, this, [this](const QString& name) { openWorkflow(workflow(), name); });
    connect(m_status, &StatusLine::destinationRequested, this, &WorkspacePage::goTo);
    connect(m_empty, &EmptyState::actionTriggered, m_newPanel, &NewWorkflowPanel::open);
    connect(m_newWorkflow, &QAction::triggered, m_newPanel, &NewWorkflowPanel::open);
    connect(m_newPanel, &NewWorkflowPanel::created, this, [this](const QString& name) { openNew(name, kMain); });
    connect(m_drop, &DropQuestion::workflowImported, this, &WorkspacePage::openNew);
    connect(m_file, &FileWatch::vanished, this, &WorkspacePage::showMissingFile);
    connect(m_file, &FileWatch::returned, m_missing, &QWidget::hide);
    connect(m_missing, &InlineBanner::actionTriggered, this, &WorkspacePage::openAnotherRequested);
}

void WorkspacePage::wireModels() {
    connect(&m_workflows, &WorkflowList::refreshed, this, &WorkspacePage::adoptWorkflows);
    connect(&m_history, &HistoryModel::refreshed, this, &WorkspacePage::adoptHistory);
    connect(&m_draft, &DraftModel::checked, this, &WorkspacePage::finishLoading);
    connect(&m_draft, &DraftModel::stayed, this, [this] {
        m_history.setWorkflow(m_draft.workflow());
        m_topBar->showOpen(m_draft.workflow(), m_draft.branch());
    });
    connect(&m_experiments, &ExperimentController::unfinishedFound, this, &WorkspacePage::offerUnfinished);
    connect(&m_jobs, &JobList::ended, this, &WorkspacePage::noteEnded);
}

void WorkspacePage::addToRail(QWidget* button) {
    m_rail->addButton(button);
}

void WorkspacePage::offerFiles(const QStringList& paths) {
    m_drop->offer(paths);
}

void WorkspacePage::show(std::size_t number) {
    m_place = number;
    m_placeActions[number]->setChecked(true);
    const bool empty = m_loaded && m_workflows.rowCount() == 0 && !m_places->entry(number).atFoot;
    if (empty)
        m_places->setCurrentWidget(m_empty);
    else
        m_places->showPlace(number);
    m_topBar->setPlace(empty ? nullptr : currentPlace());
    m_status->setPlace(empty ? nullptr : currentPlace());
}

void WorkspacePage::showPlace(std::size_t number) {
    const bool other = number != m_place;
    show(number);
    m_trail->visit({number, {}});
    if (other)
        focusOf(*currentPlace())->setFocus(Qt::OtherFocusReason);
}

bool WorkspacePage::showPlace(const QString& id) {
    const auto number = m_places->numberOf(id);
    if (number)
        showPlace(*number);
    return number.has_value();
}

Place* WorkspacePage::currentPlace() const {
    return &m_places->place(m_place);
}

bool WorkspacePage::goTo(const Destination& destination) {
    openFor(destination);
    for (std::size_t number = 0; number < m_places->placeCount(); ++number) {
        if (!m_places->place(number).goTo(destination))
            continue;
        show(number);
        m_trail->visit({number, destination});
        return true;
    }
    if (!std::holds_alternative<DraftDestination>(destination))
        return m_elsewhere && m_elsewhere(destination);
    showPlace(std::size_t{0});  // where drafts are written
    return true;
}

// What is of another workflow or branch can be shown once that is open.
void WorkspacePage::openFor(const Destination& destination) {
    const QString wanted = workflowOf(destination);
    const auto* draft = std::get_if<DraftDestination>(&destination);
    const QString branch = draft ? draft->branch : m_draft.branch();
    if (wanted.isEmpty() || (wanted == workflow() && branch == m_draft.branch()))
        return;
    openWorkflow(wanted, draft ? branch : kMain);
}

void WorkspacePage::follow(const TrailStop* stop) {
    if (!stop)
        return;
    const TrailStop here = *stop;
    if (here.destination) {
        openFor(*here.destination);
        static_cast<void>(m_places->place(here.place).goTo(*here.destination));
    }
    show(here.place);
    focusOf(*currentPlace())->setFocus(Qt::OtherFocusReason);
}

void WorkspacePage::openNew(const QString& workflow, const QString& branch) {
    openWorkflow(workflow, branch);
    m_workflows.refresh();
    showPlace(std::size_t{0});
}

void WorkspacePage::openWorkflow(const QString& workflow, const QString& branch) {
    m_history.setWorkflow(workflow);
    m_draft.open(workflow, branch);
    m_topBar->showOpen(workflow, branch);
}

void WorkspacePage::adoptWorkflows() {
    if (m_workflows.rowCount() == 0) {
        finishLoading();
        return show(m_place);
    }
    if (m_history.workflow().isEmpty())
        openFirst();
    show(m_place);
}

// The one that was open last, else the tour's, else the first.
void WorkspacePage::openFirst() {
    const QString wanted = m_wanted[kWorkflow].toString();
    if (m_workflows.rowOf(wanted) >= 0) {
        m_wantedBranch = m_wanted[kBranch].toString();
        return openWorkflow(wanted, kMain);
    }
    openWorkflow(m_workflows.rowOf(kTour) >= 0 ? kTour : m_workflows.nameAt(0), kMain);
}

void WorkspacePage::adoptHistory() {
    const QString branch = std::exchange(m_wantedBranch, {});
    if (!branch.isEmpty() && branch != m_draft.branch() && m_history.branches().contains(branch))
        openWorkflow(workflow(), branch);
}

void WorkspacePage::finishLoading() {
    if (std::exchange(m_loaded, true))
        return;
    focusOf(*currentPlace())->setFocus(Qt::OtherFocusReason);
    m_places->makeAllSoon();
    Q_EMIT loaded();
}

void WorkspacePage::locate() {
    m_session.info([self = QPointer<WorkspacePage>(this)](const Result<store::WorkspaceInfo>& info) {
        if (!info.ok())
            return;
        deliverTo(self, [self, path = toQString(info->path)] {
            self->m_file->watch(path);
            Q_EMIT self->located(self->m_file->path());
        });
    });
}

void WorkspacePage::showMissingFile() {
    m_missing->showMessage(
        Severity::Error, tr("The workspace's file is not in its place any more: %1").arg(m_file->path()),
        tr("It was moved, renamed or deleted while it was open. Put it back, or open it where it is now; after a "
           "deletion nothing you do here is kept."),
        tr("Open a workspace…"));
}

// One is asked about in a strip; the others follow when it is decided.
void WorkspacePage::offerUnfinished(const std::vector<UnfinishedExperiment>& experiments) {
    const UnfinishedExperiment first = experiments.front();
    const std::vector<UnfinishedExperiment> rest(experiments.begin() + 1, experiments.end());
    m_unfinished->disconnect(this);
    connect(m_unfinished, &InlineBanner::decided, this, [this, first, rest](int action) {
        m_unfinished->hide();
        if (action == 0)
            m_experiments.resume(first);
        if (!rest.empty())
            offerUnfinished(rest);
    });
    const int kept = static_cast<int>(first.results);
    const QString sentence = tr("The comparison of %1 is not finished; %n result(s) kept.", nullptr, kept);
    m_unfinished->showDecision(Severity::Info, sentence.arg(first.title), {tr("Run the rest"), tr("Leave it")});
}

bool WorkspacePage::focusNextPrevChild(bool next) {
    return leadFocus(*this, next);
}

void WorkspacePage::noteEnded(JobId id) {
    const Job* job = m_jobs.find(id);
    if (job->state == JobState::Cancelled)
        return;
    const bool failed = job->state == JobState::Failed;
    m_notifications.add({failed ? Severity::Error : Severity::Info,
                         failed ? tr("Failed: %1").arg(job->info.title) : tr("Finished: %1").arg(job->info.title),
                         job->message, job->info.result});
    constexpr std::chrono::seconds kLong{30};
    if (job->took > kLong && !isActiveWindow())
        showDesktopNote(m_notifications.at(0).text, job->message);
}

QVariantMap WorkspacePage::saveLayout() const {
    return {{kPlaces, m_places->layouts()},
            {kPlace, m_places->entry(m_place).id},
            {kWorkflow, workflow()},
            {kBranch, m_draft.branch()}};
}

void WorkspacePage::showFirst(const QVariantMap& layout) {
    showPlace(m_places->numberOf(layout[kPlace].toString()).value_or(0));
}

}  // namespace touchstone::ui
