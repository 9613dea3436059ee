// SPDX-License-Identifier: GPL-3.0-or-later

#include "uishell/workspace_page.h"

#include "file_watch.h"
#include "new_workflow_panel.h"
#include "status_line.h"
#include "strips.h"
#include "uiauthor/author_view.h"
#include "uibase/deliver.h"
#include "uibase/elided_label.h"
#include "uibase/empty_state.h"
#include "uibase/format.h"
#include "uibase/inline_banner.h"
#include "uibase/panel_head.h"
#include "uibase/primary.h"
#include "uibase/theme.h"
#include "uicompare/compare_view.h"
#include "uistate/text.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace touchstone::ui {
namespace {

QComboBox* makeCombo(const char* objectName, const QString& name) {
    auto* combo = new QComboBox;
    combo->setObjectName(QString::fromLatin1(objectName));
    combo->setAccessibleName(name);
    combo->setToolTip(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    combo->setMaximumWidth(280);
    return combo;
}

// A button that is an action: text, icon, enabled state and tooltip follow it.
void follow(QPushButton& button, const QAction& action) {
    button.setText(action.text());
    button.setIcon(action.icon());
    button.setToolTip(action.toolTip());
    button.setEnabled(action.isEnabled());
}

}  // namespace

WorkspacePage::WorkspacePage(session::Session& session, const Theme& theme, const QString& workflow, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_theme(theme),
      m_wanted(workflow),
      m_workflows(session),
      m_history(session),
      m_draft(session),
      m_jobs(m_clock),
      m_experiments(session, m_jobs),
      m_missing(new InlineBanner(theme)),
      m_newPanel(new NewWorkflowPanel(session, theme, m_workflows)),
      m_newWorkflow(new QAction(tr("New workflow…"), this)),
      m_file(new FileWatch(this)) {
    m_missing->setObjectName(QStringLiteral("missingFile"));
    m_newWorkflow->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    m_newWorkflow->setEnabled(!session.readOnly());
    addAction(m_newWorkflow);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(makeTopBar());
    right->addWidget(m_missing);
    right->addWidget(m_newPanel);
    right->addWidget(makePlaces(session), 1);
    auto* upper = new QHBoxLayout;
    upper->setSpacing(0);
    upper->addWidget(makeRail());
    upper->addLayout(right, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(upper, 1);
    layout->addWidget(m_status = new StatusLine(theme, m_draft, m_experiments));
    wire();
    locate();
    showPlace(Author);
    updateDraftMark();
}

QWidget* WorkspacePage::makeRail() {
    auto* rail = new Strip(m_theme, Strip::Edge::Right);
    rail->setObjectName(QStringLiteral("rail"));
    auto* column = new QVBoxLayout(rail);
    column->setContentsMargins(0, 6, 1, 6);
    column->setSpacing(2);
    auto* logo = new QLabel;
    logo->setAlignment(Qt::AlignCenter);
    const auto drawLogo = [this, logo] {
        const int side = m_theme.px(22);
        logo->setPixmap(m_theme.icon(Icon::Logo, Role::Text).pixmap(QSize(side, side), devicePixelRatioF()));
        logo->setFixedHeight(m_theme.px(34));
    };
    drawLogo();
    connect(&m_theme, &Theme::themeChanged, logo, drawLogo);
    column->addWidget(logo);
    struct Entry {
        Icon icon;
        QString name;
    };
    const std::array<Entry, kPlaces> entries{Entry{Icon::Author, tr("Author")}, Entry{Icon::Compare, tr("Compare")}};
    auto* group = new QActionGroup(this);
    for (int place = 0; place < kPlaces; ++place) {
        const Entry& entry = entries[static_cast<std::size_t>(place)];
        auto* action = m_placeActions[static_cast<std::size_t>(place)] = new QAction(entry.name, this);
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + place)));
        action->setCheckable(true);
        group->addAction(action);
        addAction(action);
        connect(action, &QAction::triggered, this, [this, place] { showPlace(place); });
        column->addWidget(new RailButton(m_theme, entry.icon, *action));
    }
    column->addStretch(1);
    m_railFoot = new QWidget;
    auto* foot = new QVBoxLayout(m_railFoot);
    foot->setContentsMargins(0, 0, 0, 0);
    foot->setSpacing(2);
    column->addWidget(m_railFoot);
    return rail;
}

void WorkspacePage::addToRail(QWidget* widget) {
    m_railFoot->layout()->addWidget(widget);
}

QWidget* WorkspacePage::makeTopBar() {
    auto* bar = new Strip(m_theme, Strip::Edge::Bottom);
    bar->setObjectName(QStringLiteral("topBar"));
    auto* line = new QHBoxLayout(bar);
    line->setContentsMargins(12, 7, 8, 8);
    line->setSpacing(8);
    m_workflowCombo = makeCombo("workflow", tr("Workflow"));
    m_workflowCombo->setModel(&m_workflows);
    m_branchCombo = makeCombo("branch", tr("Branch"));
    m_draftMark = new ElidedLabel;
    m_draftMark->setObjectName(QStringLiteral("draftMark"));
    m_commit = new QPushButton;
    m_commit->setObjectName(QStringLiteral("commit"));
    m_primary = new QPushButton;
    m_primary->setObjectName(QStringLiteral("run"));
    setPrimary(*m_primary);
    line->addWidget(m_workflowCombo);
    line->addWidget(m_branchCombo);
    line->addSpacing(8);
    line->addWidget(m_draftMark);
    line->addStretch(1);
    line->addWidget(m_commit);
    line->addWidget(m_primary);
    return bar;
}

QWidget* WorkspacePage::makePlaces(session::Session& session) {
    m_author = new AuthorView(session, m_theme, m_draft, m_history);
    m_compare = new CompareView(session, m_theme, m_history, m_experiments);
    m_empty = new EmptyState(
        m_theme, Icon::Author,
        tr("This workspace has no workflow yet. A workflow is everything that decides how one LLM feature behaves."));
    if (!session.readOnly())
        m_empty->setAction(tr("Create the first workflow…"), m_newWorkflow->shortcut());
    m_places = new QStackedWidget;
    m_places->addWidget(m_author);
    m_places->addWidget(m_compare);
    m_places->addWidget(m_empty);
    return m_places;
}

void WorkspacePage::wire() {
    connect(&m_workflows, &WorkflowList::refreshed, this, &WorkspacePage::adoptWorkflows);
    connect(&m_history, &HistoryModel::refreshed, this, &WorkspacePage::adoptBranches);
    connect(m_workflowCombo, &QComboBox::textActivated, this,
            [this](const QString& name) { openWorkflow(name, QStringLiteral("main")); });
    connect(m_branchCombo, &QComboBox::textActivated, this,
            [this](const QString& branch) { openWorkflow(workflow(), branch); });
    connect(m_empty, &EmptyState::actionTriggered, m_newPanel, &NewWorkflowPanel::open);
    connect(m_newWorkflow, &QAction::triggered, m_newPanel, &NewWorkflowPanel::open);
    connect(m_newPanel, &NewWorkflowPanel::created, this, [this](const QString& name) {
        openWorkflow(name, QStringLiteral("main"));
        m_workflows.refresh();
        showPlace(Author);
    });
    connect(m_file, &FileWatch::vanished, this, &WorkspacePage::showMissingFile);
    connect(m_file, &FileWatch::returned, m_missing, &QWidget::hide);
    connect(m_missing, &InlineBanner::actionTriggered, this, &WorkspacePage::openAnotherRequested);
    connect(m_author, &AuthorView::goToRequested, this, [this](const Destination& destination) {
        if (m_compare->goTo(destination))
            showPlace(Compare);
    });
    connect(m_compare, &CompareView::authorRequested, this, [this] { showPlace(Author); });
    connect(m_author->commitAction(), &QAction::changed, this, &WorkspacePage::updatePrimary);
    connect(m_author->runAction(), &QAction::changed, this, &WorkspacePage::updatePrimary);
    connect(m_compare->runAction(), &QAction::changed, this, &WorkspacePage::updatePrimary);
    connect(m_commit, &QPushButton::clicked, m_author->commitAction(), &QAction::trigger);
    connect(m_primary, &QPushButton::clicked, this,
            [this] { (m_place == Author ? m_author->runAction() : m_compare->runAction())->trigger(); });
    connect(&m_draft, &DraftModel::opened, this, &WorkspacePage::updateDraftMark);
    connect(&m_draft, &DraftModel::checked, this, &WorkspacePage::updateDraftMark);
    connect(&m_draft, &DraftModel::checked, this, [this] {
        if (std::exchange(m_loaded, true))
            return;
        m_author->findChild<QWidget*>(QStringLiteral("parts"))->setFocus();
        Q_EMIT loaded();
    });
}

void WorkspacePage::showPlace(int place) {
    m_place = place;
    m_placeActions[static_cast<std::size_t>(place)]->setChecked(true);
    if (m_workflows.rowCount() > 0 || !m_loaded)
        m_places->setCurrentIndex(place);
    updatePrimary();
}

void WorkspacePage::adoptWorkflows() {
    if (m_workflows.rowCount() == 0) {
        m_places->setCurrentWidget(m_empty);
        if (!std::exchange(m_loaded, true))
            Q_EMIT loaded();
        updatePrimary();
        return;
    }
    if (m_history.workflow().isEmpty()) {
        const int wanted = m_workflows.rowOf(m_wanted);
        openWorkflow(m_workflows.nameAt(wanted >= 0 ? wanted : m_workflows.rowOf(m_workflows.nameAt(0))),
                     QStringLiteral("main"));
    }
    m_places->setCurrentIndex(m_place);
    m_workflowCombo->setCurrentIndex(m_workflows.rowOf(workflow()));
    updatePrimary();
}

void WorkspacePage::openWorkflow(const QString& workflow, const QString& branch) {
    m_history.setWorkflow(workflow);
    m_draft.open(workflow, branch);
    m_workflowCombo->setCurrentIndex(m_workflows.rowOf(workflow));
}

void WorkspacePage::adoptBranches() {
    QStringList branches = m_history.branches();
    if (branches.isEmpty())
        branches.append(QStringLiteral("main"));
    m_branchCombo->clear();
    m_branchCombo->addItems(branches);
    for (int i = 0; i < m_branchCombo->count(); ++i)
        m_branchCombo->setItemIcon(i, m_theme.icon(Icon::Branch));
    m_branchCombo->setCurrentText(m_draft.branch().isEmpty() ? QStringLiteral("main") : m_draft.branch());
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

void WorkspacePage::updateDraftMark() {
    const auto changes = static_cast<int>(m_draft.changes().size());
    m_branchCombo->setCurrentText(m_draft.branch());
    if (m_draft.isReadOnly())
        m_draftMark->setText(tr("read-only"));
    else if (m_draft.baseName().isEmpty())
        m_draftMark->setText(m_draft.isOpen() ? tr("▲ draft · never committed") : QString());
    else if (changes == 0)
        m_draftMark->setText(tr("%1 · no changes").arg(m_draft.baseName()));
    else
        m_draftMark->setText(tr("▲ draft · %1 changed since %2")
                                 .arg(formatCounted(changes, tr("part"), tr("parts")), m_draft.baseName()));
}

void WorkspacePage::updatePrimary() {
    follow(*m_commit, *m_author->commitAction());
    m_commit->setVisible(m_place == Author);
    follow(*m_primary, m_place == Author ? *m_author->runAction() : *m_compare->runAction());
    const bool empty = m_places->currentWidget() == m_empty;
    m_primary->setVisible(!empty);
    if (empty)
        m_commit->hide();
}

QVariantMap WorkspacePage::saveLayout() const {
    return {{QStringLiteral("author"), m_author->saveLayout()},
            {QStringLiteral("compare"), m_compare->saveLayout()},
            {QStringLiteral("place"), m_place}};
}

void WorkspacePage::restoreLayout(const QVariantMap& layout) {
    m_author->restoreLayout(layout[QStringLiteral("author")].toMap());
    m_compare->restoreLayout(layout[QStringLiteral("compare")].toMap());
    showPlace(std::clamp(layout[QStringLiteral("place")].toInt(), 0, kPlaces - 1));
}

}  // namespace touchstone::ui
