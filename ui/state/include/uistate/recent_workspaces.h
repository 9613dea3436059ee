// SPDX-License-Identifier: GPL-3.0-or-later
//
// The workspaces that were opened last: the pinned ones first, then the newest. Kept in the program's state.
//
// GUI thread only.

#pragma once

#include "base/clock.h"

#include <QAbstractListModel>
#include <QStringList>

#include <vector>

class QSettings;

namespace touchstone::ui {

struct RecentWorkspace {
    QString path;
    WallTime opened;
    bool pinned = false;
};

class RecentWorkspaces : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { PathRole = Qt::UserRole + 1, OpenedRole, PinnedRole };

    // Both outlive it. Reads the list from `state`.
    RecentWorkspaces(QSettings& state, const Clock& clock, QObject* parent = nullptr);

    // It was opened now. Of those that are not pinned, the oldest of more than ten is forgotten.
    void add(const QString& path);
    void remove(const QString& path);
    void setPinned(const QString& path, bool pinned);

    [[nodiscard]] const std::vector<RecentWorkspace>& workspaces() const { return m_workspaces; }
    [[nodiscard]] QStringList paths() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void replace(std::vector<RecentWorkspace> workspaces);

    QSettings& m_state;
    const Clock& m_clock;
    std::vector<RecentWorkspace> m_workspaces;
};

}  // namespace touchstone::ui
