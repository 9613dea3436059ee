// SPDX-License-Identifier: GPL-3.0-or-later
//
// An open workspace: the rail, the top bar, the places, the status bar, and the models they share.
//
// GUI thread only.

#pragma once

#include "uishell/workbench_parts.h"
#include "uistate/draft_model.h"
#include "uistate/experiment_controller.h"
#include "uistate/history_model.h"
#include "uistate/job_list.h"
#include "uistate/notification_list.h"
#include "uistate/place.h"
#include "uistate/workflow_list.h"

#include <QList>
#include <QVariantMap>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QAction;
class QStackedWidget;

namespace touchstone::ui {

class CommandPalette;
class DropQuestion;
class EmptyState;
class FileWatch;
class InlineBanner;
class NewWorkflowPanel;
class PlaceStack;
class Rail;
class StatusLine;
class Theme;
class TopBar;
class Trail;
struct PaletteCommand;
struct TrailStop;

class WorkspacePage : public QWidget {
    Q_OBJECT

public:
    // Opens the workflow and branch that `layout` names if they are there, else the tour's or the first one.
    // `session` and `parts` outlive the page.
    WorkspacePage(session::Session& session, const WorkbenchParts& parts, const QVariantMap& layout,
                  QWidget* parent = nullptr);
    ~WorkspacePage() override;

    // Whether loaded() was told.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    // By its number in the rail.
    void showPlace(std::size_t place);
    // By its object name; false when there is no such place.
    bool showPlace(const QString& name);
    [[nodiscard]] Place* currentPlace() const;
    // Shows `destination` in the first place that can; false when none does.
    bool goTo(const Destination& destination);
    void openWorkflow(const QString& workflow, const QString& branch);
    // Who shows what no place can.
    void setElsewhere(std::function<bool(const Destination&)> goTo) { m_elsewhere = std::move(goTo); }
    // A button at the foot of the rail.
    void addToRail(QWidget* button);
    // Actions of the window, for the command palette.
    void setWindowCommands(const QList<QAction*>& actions) { m_windowCommands = actions; }
    // What was dropped on the window: asks what becomes of it. Workspaces are the window's.
    void offerFiles(const QStringList& paths);

    // Asks for a name and makes a workflow of it; disabled where nothing can be written.
    [[nodiscard]] QAction* newWorkflowAction() const { return m_newWorkflow; }
    [[nodiscard]] DraftModel& draft() { return m_draft; }
    [[nodiscard]] ExperimentController& experiments() { return m_experiments; }
    [[nodiscard]] JobList& jobs() { return m_jobs; }
    [[nodiscard]] NotificationList& notifications() { return m_notifications; }
    [[nodiscard]] QString workflow() const { return m_history.workflow(); }
    // The open workflow, the place that is shown, and the layouts of all places.
    [[nodiscard]] QVariantMap saveLayout() const;

Q_SIGNALS:
    // The first workflow is shown, or it is known that there is none.
    void loaded();
    // Where the workspace's file is.
    void located(const QString& path);
    // The file is gone from there.
    void openAnotherRequested();

protected:
    // From the rail over the bar and the place to the foot, as they stand.
    bool focusNextPrevChild(bool next) override;

private:
    void makePlaces(const WorkbenchParts& parts, const QVariantMap& layouts);
    void buildUi(const WorkbenchParts& parts);
    void makeActions();
    void makePalette(const WorkbenchParts& parts);
    void addAct(const QString& name, const QString& text, const QList<QKeySequence>& keys,
                const std::function<void()>& act);
    [[nodiscard]] std::vector<PaletteCommand> commands();
    void wire();
    void wireModels();
    void showFirst(const QVariantMap& layout);
    void show(std::size_t place);
    void follow(const TrailStop* stop);
    void openFor(const Destination& destination);
    void openNew(const QString& workflow, const QString& branch);
    void openFirst();
    void adoptWorkflows();
    void adoptHistory();
    void finishLoading();
    void locate();
    void showMissingFile();
    void offerUnfinished(const std::vector<UnfinishedExperiment>& experiments);
    void noteEnded(JobId id);

    session::Session& m_session;
    const Theme& m_theme;
    const QVariantMap m_wanted;
    WorkflowList m_workflows;
    HistoryModel m_history;
    DraftModel m_draft;
    JobList m_jobs;
    NotificationList m_notifications;
    ExperimentController m_experiments;
    std::vector<QAction*> m_placeActions;
    QList<QAction*> m_windowCommands;
    std::function<bool(const Destination&)> m_elsewhere;
    const std::unique_ptr<Trail> m_trail;

    Rail* m_rail = nullptr;
    TopBar* m_topBar = nullptr;
    PlaceStack* m_places = nullptr;
    EmptyState* m_empty = nullptr;
    StatusLine* m_status = nullptr;
    InlineBanner* m_missing;
    InlineBanner* m_unfinished;
    NewWorkflowPanel* m_newPanel;
    DropQuestion* m_drop;
    CommandPalette* m_palette = nullptr;
    QAction* m_newWorkflow;
    FileWatch* m_file;
    QString m_wantedBranch;  // opened once the branches are known
    std::size_t m_place = 0;
    bool m_loaded = false;
};

}  // namespace touchstone::ui
