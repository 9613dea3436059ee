// SPDX-License-Identifier: GPL-3.0-or-later
//
// The workspaces that were opened last, newest first, kept in the settings. GUI thread only.

#pragma once

#include <QStringList>

class QSettings;

namespace touchstone::ui {

class RecentWorkspaces {
public:
    // `settings` outlives it.
    explicit RecentWorkspaces(QSettings& settings) : m_settings(settings) {}

    [[nodiscard]] QStringList paths() const;
    void add(const QString& path);
    void remove(const QString& path);

private:
    QSettings& m_settings;
};

}  // namespace touchstone::ui
