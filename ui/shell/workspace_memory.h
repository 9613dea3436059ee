// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is found again at the next start: which windows were open, and of each where it stood and how its places were
// left. Kept in the program's state, by the workspace's path; files are not touched.
//
// GUI thread only.

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVariantMap>

class QSettings;

namespace touchstone::ui {

struct WorkspaceMemory {
    QByteArray geometry;
    QVariantMap layout;  // see WorkspacePage::saveLayout()
    bool operator==(const WorkspaceMemory&) const = default;
};

// Of the `window`th of the workspace's windows, counted from 0; of its first when that one never was; empty for a
// workspace that was never open.
[[nodiscard]] WorkspaceMemory recall(const QSettings& state, const QString& path, int window = 0);
// Of more than fifty workspaces the one seen first is forgotten.
void remember(QSettings& state, const QString& path, int window, const WorkspaceMemory& memory);

// The workspaces of the windows that were open last, one for each window.
[[nodiscard]] QStringList recallWindows(const QSettings& state);
void rememberWindows(QSettings& state, const QStringList& workspaces);

}  // namespace touchstone::ui
