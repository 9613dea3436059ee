// SPDX-License-Identifier: GPL-3.0-or-later
//
// All windows of the program and what they share: the look, the settings, the state, and one session for each
// workspace, however many windows show it.
//
// GUI thread only.

#pragma once

#include "uishell/workbench_parts.h"
#include "uistate/recent_workspaces.h"

#include <QObject>
#include <QStringList>

#include <map>
#include <memory>
#include <vector>

namespace touchstone::ui {

class MainWindow;

class Workbench : public QObject {
    Q_OBJECT

public:
    explicit Workbench(WorkbenchParts parts);
    ~Workbench() override;  // closes the windows; what runs in them stays unfinished

    // A window with nothing open, not shown yet.
    MainWindow& addWindow();
    // What another start of the program was given: each workspace in a window of its own, other files into the newest
    // window; nothing at all raises that.
    void takeOver(const QStringList& files);

    [[nodiscard]] const WorkbenchParts& parts() const { return m_parts; }
    [[nodiscard]] RecentWorkspaces& recent() { return m_recent; }
    // The path as sessions and memories are known by; the sample's for an empty one.
    [[nodiscard]] QString placeOf(const QString& path) const;
    // The session of a workspace that is open in a window; null when none is.
    [[nodiscard]] std::shared_ptr<session::Session> sessionOf(const QString& path) const;
    void share(const QString& path, const std::shared_ptr<session::Session>& session);

private:
    [[nodiscard]] MainWindow* windowOf(const QString& path) const;
    void drop(MainWindow* window);

    const WorkbenchParts m_parts;
    RecentWorkspaces m_recent;
    std::map<QString, std::weak_ptr<session::Session>> m_sessions;
    std::vector<std::unique_ptr<MainWindow>> m_windows;
};

}  // namespace touchstone::ui
