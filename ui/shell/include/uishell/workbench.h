// SPDX-License-Identifier: GPL-3.0-or-later
//
// All windows of the program and what they share: the look, the settings, the state, and one session for each
// workspace, however many windows show it.
//
// GUI thread only.

#pragma once

#include "uishell/workbench_parts.h"
#include "uistate/recent_workspaces.h"
#include "uistate/session_closer.h"

#include <QObject>
#include <QStringList>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace touchstone::ui {

class MainWindow;

class Workbench : public QObject {
    Q_OBJECT

public:
    explicit Workbench(WorkbenchParts parts);
    ~Workbench() override;  // closes the windows; what runs in them stays unfinished

    // The windows that were open last, each with its workspace; one with the sample when there were none. From now on
    // it is kept which windows are open. All are shown; the newest is returned.
    MainWindow& restoreWindows();
    // A window with nothing open, not shown yet.
    MainWindow& addWindow();
    // What another start of the program was given: each workspace in a window of its own, other files into the newest
    // window; nothing at all raises that.
    void takeOver(const QStringList& files);

    // Closes every window. One whose text is not saved yet saves it first and then quits again.
    void quit();
    // While quit() closes the windows.
    [[nodiscard]] bool isQuitting() const { return m_quitting; }

    [[nodiscard]] const WorkbenchParts& parts() const { return m_parts; }
    [[nodiscard]] RecentWorkspaces& recent() { return m_recent; }
    // The path as sessions and memories are known by; the sample's for an empty one.
    [[nodiscard]] QString placeOf(const QString& path) const;
    // The session of a workspace that is open in a window; null when none is, or when another file is at that path now.
    [[nodiscard]] std::shared_ptr<session::Session> sessionOf(const QString& path) const;
    void share(const QString& path, const std::shared_ptr<session::Session>& session);
    // A session for windows to share: the last that lets it go does not wait until it is closed.
    [[nodiscard]] std::shared_ptr<session::Session> adopt(std::unique_ptr<session::Session> session,
                                                          const QString& path);
    // What an opener does first: lets `own` go, and waits until what was open at `path` before is closed. Two sessions
    // of one place would share a -wal, though each may have a file of its own.
    [[nodiscard]] WorkspaceOpener::First closing(const QString& path, std::shared_ptr<session::Session> own) const;
    // Whether somebody else than `own` still has the file open that was at `path` before: its -wal is there, and SQLite
    // would take it for the new file's.
    [[nodiscard]] bool isHaunted(const QString& path, const std::shared_ptr<session::Session>& own) const;
    // Which of the windows that show the same workspace `window` is, counted from 0.
    [[nodiscard]] int numberOf(const MainWindow& window) const;
    // A window shows another workspace now.
    void keepWindows();

private:
    // A file is known by its device and inode, which nobody else gets while it is open.
    using FileId = std::pair<std::uint64_t, std::uint64_t>;
    struct Shared {
        std::weak_ptr<session::Session> session;
        std::optional<FileId> file;
    };

    [[nodiscard]] static std::optional<FileId> fileAt(const QString& place);
    [[nodiscard]] MainWindow* windowOf(const QString& path) const;
    void noteClosed(const MainWindow& window);
    void drop(MainWindow* window);

    const WorkbenchParts m_parts;
    RecentWorkspaces m_recent;
    SessionCloser m_closer;  // outlives the windows
    std::map<QString, Shared> m_sessions;
    std::vector<std::unique_ptr<MainWindow>> m_windows;
    bool m_quitting = false;
    bool m_keepsWindows = false;
};

}  // namespace touchstone::ui
