// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/notification_list.h"

#include <algorithm>

namespace touchstone::ui {
namespace {

constexpr int kMost = 100;

}  // namespace

NotificationList::NotificationList(const Clock& clock, QObject* parent) : QAbstractListModel(parent), m_clock(clock) {}

void NotificationList::add(Notification notification) {
    if (rowCount() == kMost) {
        beginRemoveRows({}, kMost - 1, kMost - 1);
        m_notifications.pop_back();
        endRemoveRows();
    }
    notification.when = m_clock.wallNow();
    beginInsertRows({}, 0, 0);
    m_notifications.insert(m_notifications.begin(), std::move(notification));
    endInsertRows();
    Q_EMIT unreadChanged();
}

void NotificationList::markRead() {
    if (unread() == 0)
        return;
    for (Notification& notification : m_notifications)
        notification.read = true;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {ReadRole});
    Q_EMIT unreadChanged();
}

void NotificationList::clear() {
    beginResetModel();
    m_notifications.clear();
    endResetModel();
    Q_EMIT unreadChanged();
}

int NotificationList::unread() const {
    return static_cast<int>(std::count_if(m_notifications.begin(), m_notifications.end(),
                                          [](const Notification& notification) { return !notification.read; }));
}

int NotificationList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_notifications.size());
}

QVariant NotificationList::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Notification& notification = at(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return notification.text;
        case SeverityRole:
            return static_cast<int>(notification.severity);
        case DetailRole:
            return notification.detail;
        case WhenRole:
            return QVariant::fromValue(static_cast<qlonglong>(notification.when.time_since_epoch().count()));
        case ReadRole:
            return notification.read;
        default:
            return {};
    }
}

}  // namespace touchstone::ui
