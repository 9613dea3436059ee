// SPDX-License-Identifier: GPL-3.0-or-later
//
// The place where a workflow is written and tried: parts and history at the left, the editor and its problems in the
// middle, a run at the right.
//
// GUI thread only.

#pragma once

#include "uistate/draft_model.h"
#include "uistate/history_model.h"
#include "uistate/place.h"

#include <functional>
#include <map>
#include <string>

class QAction;
class QStackedWidget;
class QToolButton;

namespace touchstone::ui {

struct AuthorRoom;
class AuthorColumns;
class CodeEditor;
class CommitPanel;
class EditorSplit;
class InlineBanner;
class LowerPane;
class Navigator;
class PartEditor;
class PartTabs;
class PreviewController;
class ProblemsList;
class Theme;
class TryPanel;
class VersionView;

class AuthorView : public Place {
    Q_OBJECT

public:
    // All outlive the view.
    AuthorView(session::Session& session, const Theme& theme, DraftModel& draft, HistoryModel& history,
               QWidget* parent = nullptr);
    ~AuthorView() override;

    // Each with text, icon, shortcut and tooltip; they work while the view is visible. Run becomes Stop while a run is
    // under way.
    [[nodiscard]] QAction* runAction() const { return m_run; }
    [[nodiscard]] QAction* commitAction() const { return m_commit; }
    [[nodiscard]] QAction* undoAction() const { return m_undo; }
    [[nodiscard]] QAction* redoAction() const { return m_redo; }

    void setCurrentPart(const QString& part);

    [[nodiscard]] QAction* primaryAction() const override { return m_run; }
    [[nodiscard]] QList<QAction*> barActions() const override { return {m_commit}; }
    [[nodiscard]] QList<QAction*> commands() const override;
    [[nodiscard]] QString status() const override;
    bool goTo(const Destination& destination) override;
    // Sizes of the columns and panes, the open parts, and in each the way it is shown, cursor and scrolling.
    [[nodiscard]] QVariantMap saveLayout() const override;
    void restoreLayout(const QVariantMap& layout) override;

Q_SIGNALS:
    void runFinished();

private:
    void buildUi();
    [[nodiscard]] QWidget* makeCentre();
    [[nodiscard]] QWidget* makeTabs();
    void makeActions();
    QAction* addCommand(const char* name, const QString& text, const QList<QKeySequence>& keys,
                        std::function<void()> run);
    void makePartCommands();
    void wire();
    void wireDraft();
    void wireRuns();
    void wirePreview();
    void wireHistory();
    [[nodiscard]] VersionView& versionView();
    void readVersion(const QString& workflow, const QString& reference);
    void closeVersion();
    void showTry();
    void restoreVersion(const QString& reference);
    void adoptVersion(const QString& reference, const Result<workflow::Version>& version);
    [[nodiscard]] bool waitFor(const QString& workflow, const Destination& destination);
    [[nodiscard]] PartEditor& editorOf(const std::string& part);
    void showPart(const QString& part);
    void goToFinding(const Finding& finding);
    void applyFix();
    void stepPane(int by);
    void adoptRoom(const AuthorRoom& room);
    void updateUndoActions();
    void withEditor(const std::function<void(CodeEditor&)>& run);
    void adoptDocument();
    void showProblems();
    void showFindings();
    void toggleRun();
    void updateRunAction();
    void updateCommitAction();

    session::Session& m_session;
    DraftModel& m_draft;
    HistoryModel& m_history;
    const Theme& m_theme;
    Navigator* m_navigator = nullptr;
    InlineBanner* m_banner = nullptr;
    CommitPanel* m_commitPanel = nullptr;
    PartTabs* m_tabs = nullptr;
    QStackedWidget* m_centre = nullptr;  // the editors, or a version to read
    VersionView* m_version = nullptr;    // made when it is first asked for
    QStackedWidget* m_editors = nullptr;
    ProblemsList* m_problems = nullptr;
    PreviewController* m_previews = nullptr;
    LowerPane* m_lower = nullptr;
    TryPanel* m_try = nullptr;
    QToolButton* m_showParts = nullptr;  // where the column of parts is hidden
    EditorSplit* m_split = nullptr;
    AuthorColumns* m_columns = nullptr;
    QAction* m_run;
    QAction* m_stop;
    QAction* m_commit;
    QAction* m_undo;
    QAction* m_redo;
    QList<QAction*> m_partCommands;
    std::map<std::string, PartEditor*> m_byPart;
    QVariantMap m_partStates;              // of parts whose editor is not made yet
    std::optional<Destination> m_waiting;  // for another workflow to be opened
    QString m_document;                    // workflow and branch that are shown
    std::string m_part = "prompt";
};

}  // namespace touchstone::ui
