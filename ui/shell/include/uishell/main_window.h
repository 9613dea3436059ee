// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window of the workbench: the rail of places, the top bar, the status bar, and the place that is shown. It opens
// a workspace without ever blocking, and says what goes wrong in the window itself.
//
// GUI thread only.

#pragma once

#include "uishell/workspace_opener.h"

#include <QMainWindow>

#include <array>
#include <functional>
#include <memory>

class QAction;
class QMenu;
class QSettings;
class QStackedWidget;

namespace touchstone::ui {

class StartPage;
class Theme;
class WorkspacePage;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    // `theme` outlives the window. `settings` keeps geometry, layout and the last workflow.
    MainWindow(Theme& theme, WorkspaceOpener::Open open, std::unique_ptr<QSettings> settings,
               QWidget* parent = nullptr);
    ~MainWindow() override;

    // Empty: the workspace the program starts with.
    void openWorkspace(const QString& path);
    // Null until a workspace is open.
    [[nodiscard]] WorkspacePage* page() const { return m_page; }

Q_SIGNALS:
    // The workspace is open and its first workflow is shown, or it is known that there is none.
    void loaded();
    // The workspace could not be opened; the window says why.
    void loadFailed();
    void painted();

protected:
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void makeActions();
    [[nodiscard]] QAction* makeAction(const QString& text, const QList<QKeySequence>& shortcuts,
                                      const std::function<void()>& act);
    void addMenuButton();
    void fillMenu(QMenu& menu);
    void addRecent(QMenu& menu);
    void addThemes(QMenu& menu);
    void open(const QString& path, WorkspaceOpener::File file);
    void showOpened();
    void showFailure(const QString& message, ErrorCode code);
    // Goes on when what is typed is on disk, or when its owner says that it may be lost.
    void onceSaved(const std::function<void()>& goOn);
    void askAboutUnsaved(const QString& why, const std::function<void()>& goOn);
    void closePage();
    void chooseWorkspace();
    void chooseNewWorkspace();
    void zoom(double factor);
    void setThemeMode(int mode);
    void placeOnScreen();
    void restore();
    void save();

    Theme& m_theme;
    const std::unique_ptr<QSettings> m_settings;
    WorkspaceOpener m_opener;
    QAction* m_new = nullptr;
    QAction* m_open = nullptr;
    QAction* m_sample = nullptr;
    QAction* m_quit = nullptr;
    std::array<QAction*, 3> m_zooms{};
    QStackedWidget* m_pages;
    StartPage* m_start = nullptr;
    std::unique_ptr<session::Session> m_session;  // outlives the page
    WorkspacePage* m_page = nullptr;
    bool m_waitsForSave = false;
    bool m_mayLose = false;  // what cannot be saved
};

}  // namespace touchstone::ui
