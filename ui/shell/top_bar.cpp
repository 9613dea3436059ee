// SPDX-License-Identifier: GPL-3.0-or-later

#include "top_bar.h"

#include "bar_buttons.h"
#include "palette_keys.h"
#include "uibase/elided_label.h"
#include "uibase/theme.h"
#include "uistate/draft_model.h"
#include "uistate/history_model.h"
#include "uistate/place.h"
#include "uistate/workflow_list.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>

namespace touchstone::ui {
namespace {

constexpr int kMostActions = 3;
// Design pixels of the bar's width from which things have all their room.
constexpr int kWide = 1340;
constexpr int kMiddle = 1260;
constexpr int kNarrow = 900;

QStringList workflowNames(const WorkflowList& workflows) {
    QStringList names;
    for (int row = 0; row < workflows.rowCount(); ++row)
        names.append(workflows.nameAt(row));
    return names;
}

QAction* commandNamed(const Place* place, const QString& ending) {
    for (QAction* action : place ? place->commands() : QList<QAction*>())
        if (action->objectName().endsWith(ending))
            return action;
    return nullptr;
}

}  // namespace

TopBar::TopBar(const Theme& theme, const WorkflowList& workflows, const HistoryModel& history, DraftModel& draft,
               QWidget* parent)
    : Strip(theme, Edge::Bottom, parent),
      m_theme(theme),
      m_draft(draft),
      m_workflow(new PickButton(theme, std::nullopt, tr("Workflow"))),
      m_branch(new PickButton(theme, Icon::Branch, tr("Branch"))),
      m_mark(new QLabel),
      m_changes(new ElidedLabel),
      m_search(new SearchButton(theme, paletteKeys())),
      m_primary(new ActionButton(theme, true)) {
    setObjectName(QStringLiteral("topBar"));
    m_workflow->setObjectName(QStringLiteral("workflow"));
    m_branch->setObjectName(QStringLiteral("branch"));
    m_mark->setObjectName(QStringLiteral("draftMark"));
    m_changes->setObjectName(QStringLiteral("draftChanges"));
    m_primary->setObjectName(QStringLiteral("primary"));
    m_changes->setForegroundRole(QPalette::PlaceholderText);
    setTextStyle(*m_mark, theme, TextStyle::BodyStrong);
    setTextStyle(*m_workflow, theme, TextStyle::BodyStrong);
    fill();
    m_workflow->setChoices([&workflows] { return workflowNames(workflows); });
    m_branch->setChoices([&history] { return history.branches(); });
    connect(m_workflow, &PickButton::chosen, this, &TopBar::workflowChosen);
    connect(m_branch, &PickButton::chosen, this, &TopBar::branchChosen);
    connect(m_search, &QPushButton::clicked, this, &TopBar::searchRequested);
    connect(&theme, &Theme::themeChanged, this, &TopBar::fit);
    connect(&draft, &DraftModel::opened, this, &TopBar::updateDraftMark);
    connect(&draft, &DraftModel::checked, this, &TopBar::updateDraftMark);
    updateDraftMark();
}

void TopBar::fill() {
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(8, 7, 8, 8);
    line->setSpacing(8);
    line->addWidget(m_workflow);
    line->addWidget(m_branch);
    line->addWidget(m_mark);
    line->addWidget(m_changes);
    for (int i = 0; i < 2; ++i) {
        m_steps.append(new QToolButton);
        m_steps.back()->setAutoRaise(true);
        m_steps.back()->setFocusPolicy(Qt::TabFocus);
        m_steps.back()->hide();
        line->addWidget(m_steps.back());
    }
    line->addStretch(1);
    line->addWidget(m_search);
    for (int i = 0; i < kMostActions; ++i) {
        m_actions.append(new ActionButton(m_theme, false));
        m_actions.back()->setObjectName(QStringLiteral("bar%1").arg(i));
        line->addWidget(m_actions.back());
    }
    line->addWidget(m_primary);
}

void TopBar::setPlace(Place* place) {
    const QList<QAction*> actions = place ? place->barActions() : QList<QAction*>();
    for (int i = 0; i < kMostActions; ++i)
        m_actions[i]->setAction(actions.value(i));
    m_primary->setAction(place ? place->primaryAction() : nullptr);
    const std::array<QAction*, 2> steps{commandNamed(place, QStringLiteral(".undo")),
                                        commandNamed(place, QStringLiteral(".redo"))};
    for (int i = 0; i < 2; ++i) {
        QAction* step = steps[static_cast<std::size_t>(i)];
        m_steps[i]->setVisible(step != nullptr);
        m_steps[i]->setToolButtonStyle(Qt::ToolButtonIconOnly);
        if (step)
            m_steps[i]->setDefaultAction(step);
        if (step)
            m_steps[i]->setAccessibleName(step->text());
    }
    fit();
}

void TopBar::showOpen(const QString& workflow, const QString& branch) {
    m_workflow->setCurrent(workflow);
    m_branch->setCurrent(branch);
    m_workflow->setVisible(!workflow.isEmpty());
    m_branch->setVisible(!workflow.isEmpty());
}

void TopBar::resizeEvent(QResizeEvent* event) {
    Strip::resizeEvent(event);
    fit();
}

// What gives room first: the search field, then the words about the draft, then the texts of the buttons.
void TopBar::fit() {
    const double room = width() / m_theme.zoom();
    m_search->setWidth(room >= kWide     ? SearchButton::Width::Full
                       : room >= kMiddle ? SearchButton::Width::Short
                                         : SearchButton::Width::Icon);
    m_brief = room < kMiddle;
    for (ActionButton* button : m_actions)
        button->setCompact(room < kNarrow);
    m_primary->setCompact(room < kNarrow);
    updateDraftMark();
}

QString TopBar::changesText(bool brief) const {
    const auto changes = static_cast<int>(m_draft.changes().size());
    if (m_draft.isReadOnly() || !m_draft.isOpen())
        return {};
    if (m_draft.baseName().isEmpty())
        return tr("never committed");
    if (changes == 0)
        return brief ? QString() : tr("no changes since %1").arg(m_draft.baseName());
    if (brief)
        return QString::number(changes);
    return tr("%n part(s) changed since %1", nullptr, changes).arg(m_draft.baseName());
}

void TopBar::updateDraftMark() {
    showOpen(m_draft.workflow(), m_draft.branch());
    const bool changed = m_draft.isOpen() && (!m_draft.changes().empty() || m_draft.baseName().isEmpty());
    m_mark->setText(m_draft.isReadOnly() ? tr("read-only") : changed ? tr("▲ draft") : m_draft.baseName());
    m_changes->setText(changesText(m_brief));
    m_changes->setToolTip(changesText(false));
}

}  // namespace touchstone::ui
