// SPDX-License-Identifier: GPL-3.0-or-later
//
// The head of the window: which workflow and branch is open, how the draft stands, the way to the command palette, and
// the buttons of the place that is shown. GUI thread only.

#pragma once

#include "strips.h"

#include <QList>

class QLabel;

namespace touchstone::ui {

class ActionButton;
class DraftModel;
class ElidedLabel;
class HistoryModel;
class PickButton;
class Place;
class SearchButton;
class WorkflowList;

class TopBar : public Strip {
    Q_OBJECT

public:
    // All outlive the bar.
    TopBar(const Theme& theme, const WorkflowList& workflows, const HistoryModel& history, DraftModel& draft,
           QWidget* parent = nullptr);

    // Whose buttons stand at the right; null for none.
    void setPlace(Place* place);
    // The workflow and branch that are open.
    void showOpen(const QString& workflow, const QString& branch);

Q_SIGNALS:
    void workflowChosen(const QString& name);
    void branchChosen(const QString& name);
    void searchRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();
    void fit();
    void updateDraftMark();
    [[nodiscard]] QString changesText(bool brief) const;

    const Theme& m_theme;
    DraftModel& m_draft;
    PickButton* m_workflow;
    PickButton* m_branch;
    QLabel* m_mark;
    ElidedLabel* m_changes;
    QList<QToolButton*> m_steps;  // undo and redo
    SearchButton* m_search;
    QList<ActionButton*> m_actions;
    ActionButton* m_primary;
    bool m_brief = false;  // the changes are only counted
};

}  // namespace touchstone::ui
