// SPDX-License-Identifier: GPL-3.0-or-later
//
// The workspaces that were opened last, each with its path and age; they can be pinned and forgotten. GUI thread only.

#pragma once

#include "uistate/recent_workspaces.h"

#include <QWidget>

class QVBoxLayout;

namespace touchstone::ui {

class Theme;

class RecentList : public QWidget {
    Q_OBJECT

public:
    // All outlive the list.
    RecentList(const Theme& theme, RecentWorkspaces& recent, const Clock& clock, QWidget* parent = nullptr);

    // An empty list is not shown.
    void showIfAny();

Q_SIGNALS:
    void openRequested(const QString& path);

private:
    void rebuild();
    [[nodiscard]] QWidget* makeRow(const RecentWorkspace& workspace);

    const Theme& m_theme;
    RecentWorkspaces& m_recent;
    const Clock& m_clock;
    QVBoxLayout* m_rows;
};

}  // namespace touchstone::ui
