// SPDX-License-Identifier: GPL-3.0-or-later
//
// A window of the workbench: the start page, or an open workspace. It opens a workspace without ever blocking, and says
// what goes wrong in the window itself.
//
// GUI thread only.

#pragma once

#include "uishell/workspace_opener.h"

#include <QMainWindow>

#include <functional>
#include <memory>

class QAction;
class QMenu;
class QStackedWidget;

namespace touchstone::ui {

class HelpDesk;
class StartPage;
class Workbench;
class WorkspacePage;
struct WorkspaceMemory;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    // `workbench` outlives the window.
    explicit MainWindow(Workbench& workbench, QWidget* parent = nullptr);
    ~MainWindow() override;

    // Empty: the sample. Before the window is shown this gives it the geometry it had with that workspace.
    void openWorkspace(const QString& path);
    // Shows the ways to a workspace.
    void showStart();
    // Files from elsewhere: a workspace is opened, what can be imported is asked about.
    void takeFiles(const QStringList& paths);
    // Null until a workspace is open.
    [[nodiscard]] WorkspacePage* page() const { return m_page; }
    // The path of the workspace that is open, or being opened; empty for none.
    [[nodiscard]] QString workspace() const { return m_workspace; }

Q_SIGNALS:
    // The workspace is open and its first workflow is shown, or it is known that there is none.
    void loaded();
    // The workspace could not be opened; the window says why.
    void loadFailed();
    void painted();
    void closed();
    void anotherWindowRequested(const QString& path);

protected:
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeActions();
    QAction* makeAction(const QString& name, const QString& text, const QList<QKeySequence>& keys,
                        const std::function<void()>& act);
    void addMenuButton();
    void fillMenu(QMenu& menu);
    void addRecent(QMenu& menu);
    void addThemes(QMenu& menu);
    void addActions(QMenu& menu, std::initializer_list<const char*> names);
    [[nodiscard]] QAction* actionNamed(const char* name) const;
    // `files` are offered once it is open.
    void open(const QString& path, WorkspaceOpener::File file, const QStringList& files = {});
    void showPage(std::shared_ptr<session::Session> session);
    void adoptPath(const QString& path);
    void setWorkspace(const QString& path);
    void showFailure(const QString& message, ErrorCode code);
    // Goes on when what is typed is on disk, or when its owner says that it may be lost.
    void onceSaved(const std::function<void()>& goOn);
    void goOnLater(const std::function<void()>& goOn);
    void askAboutUnsaved(const QString& why, const std::function<void()>& goOn);
    void closePage();
    void chooseWorkspace();
    void chooseNewWorkspace();
    void zoom(double factor);
    void placeOnScreen(const QByteArray& geometry);
    void save();
    void keepLayout();

    Workbench& m_workbench;
    WorkspaceOpener m_opener;
    HelpDesk* m_help;
    QStackedWidget* m_pages;
    StartPage* m_start = nullptr;
    std::shared_ptr<session::Session> m_session;  // outlives the page
    WorkspacePage* m_page = nullptr;
    QString m_workspace;
    std::unique_ptr<WorkspaceMemory> m_kept;  // of the layout, as it was written last
    QStringList m_waitingFiles;               // until a workspace is open
    bool m_waitsForSave = false;
    bool m_mayLose = false;  // what cannot be saved
};

}  // namespace touchstone::ui
