// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window remembers of a workspace: where it stood, and how its places were left. Kept in the program's state,
// by the workspace's path; files are not touched.
//
// GUI thread only.

#pragma once

#include <QByteArray>
#include <QString>
#include <QVariantMap>

class QSettings;

namespace touchstone::ui {

struct WorkspaceMemory {
    QByteArray geometry;
    QVariantMap layout;  // see WorkspacePage::saveLayout()
};

// Empty for a workspace that was never open.
[[nodiscard]] WorkspaceMemory recall(const QSettings& state, const QString& path);
// Of more than fifty workspaces the one seen first is forgotten.
void remember(QSettings& state, const QString& path, const WorkspaceMemory& memory);

}  // namespace touchstone::ui
