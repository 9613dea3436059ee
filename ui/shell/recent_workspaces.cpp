// SPDX-License-Identifier: GPL-3.0-or-later

#include "recent_workspaces.h"

#include <QSettings>

namespace touchstone::ui {
namespace {

const QString kRecent = QStringLiteral("workspaces/recent");
constexpr qsizetype kMost = 8;

}  // namespace

QStringList RecentWorkspaces::paths() const {
    return m_settings.value(kRecent).toStringList();
}

void RecentWorkspaces::add(const QString& path) {
    QStringList list = paths();
    list.removeAll(path);
    list.prepend(path);
    m_settings.setValue(kRecent, list.mid(0, kMost));
}

void RecentWorkspaces::remove(const QString& path) {
    QStringList list = paths();
    list.removeAll(path);
    m_settings.setValue(kRecent, list);
}

}  // namespace touchstone::ui
