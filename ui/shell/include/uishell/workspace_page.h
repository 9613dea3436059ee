// SPDX-License-Identifier: GPL-3.0-or-later
//
// An open workspace: the rail, the top bar, the places, the status bar, and the models they share.
//
// GUI thread only.

#pragma once

#include "base/system_clock.h"
#include "uistate/draft_model.h"
#include "uistate/experiment_controller.h"
#include "uistate/history_model.h"
#include "uistate/job_list.h"
#include "uistate/workflow_list.h"

#include <QVariantMap>
#include <QWidget>

#include <array>

class QAction;
class QActionGroup;
class QComboBox;
class QPushButton;
class QStackedWidget;

namespace touchstone::ui {

class AuthorView;
class CompareView;
class ElidedLabel;
class EmptyState;
class FileWatch;
class InlineBanner;
class NewWorkflowPanel;
class StatusLine;
class Theme;

class WorkspacePage : public QWidget {
    Q_OBJECT

public:
    enum Place { Author, Compare, kPlaces };

    // All outlive the page. Opens `workflow` if there is one of that name, else the first.
    WorkspacePage(session::Session& session, const Theme& theme, const QString& workflow, QWidget* parent = nullptr);

    void showPlace(int place);
    void openWorkflow(const QString& workflow, const QString& branch);
    // Buttons at the foot of the rail.
    void addToRail(QWidget* widget);

    // Asks for a name and makes a workflow of it; disabled where nothing can be written.
    [[nodiscard]] QAction* newWorkflowAction() const { return m_newWorkflow; }
    [[nodiscard]] DraftModel& draft() { return m_draft; }
    [[nodiscard]] ExperimentController& experiments() { return m_experiments; }
    [[nodiscard]] AuthorView& author() { return *m_author; }
    [[nodiscard]] CompareView& compare() { return *m_compare; }
    [[nodiscard]] QString workflow() const { return m_history.workflow(); }
    [[nodiscard]] QVariantMap saveLayout() const;
    void restoreLayout(const QVariantMap& layout);

Q_SIGNALS:
    // The first workflow is shown, or it is known that there is none.
    void loaded();
    // Where the workspace's file is.
    void located(const QString& path);
    // The file is gone from there.
    void openAnotherRequested();

private:
    [[nodiscard]] QWidget* makeRail();
    [[nodiscard]] QWidget* makeTopBar();
    [[nodiscard]] QWidget* makePlaces(session::Session& session);
    void wire();
    void adoptWorkflows();
    void adoptBranches();
    void locate();
    void showMissingFile();
    void updateDraftMark();
    void updatePrimary();

    session::Session& m_session;
    const Theme& m_theme;
    const QString m_wanted;
    WorkflowList m_workflows;
    HistoryModel m_history;
    DraftModel m_draft;
    SystemClock m_clock;
    JobList m_jobs;
    ExperimentController m_experiments;

    std::array<QAction*, kPlaces> m_placeActions{};
    QWidget* m_railFoot = nullptr;
    QComboBox* m_workflowCombo = nullptr;
    QComboBox* m_branchCombo = nullptr;
    ElidedLabel* m_draftMark = nullptr;
    QPushButton* m_commit = nullptr;
    QPushButton* m_primary = nullptr;
    InlineBanner* m_missing;
    NewWorkflowPanel* m_newPanel;
    QAction* m_newWorkflow;
    FileWatch* m_file;
    QStackedWidget* m_places = nullptr;
    EmptyState* m_empty = nullptr;
    AuthorView* m_author = nullptr;
    CompareView* m_compare = nullptr;
    StatusLine* m_status = nullptr;
    int m_place = Author;
    bool m_loaded = false;
};

}  // namespace touchstone::ui
