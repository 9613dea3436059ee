// SPDX-License-Identifier: GPL-3.0-or-later
//
// What happened while nobody looked, newest first. Nothing pops up: a bell counts what is unread.
//
// GUI thread only.

#pragma once

#include "base/clock.h"
#include "base/finding.h"
#include "uistate/destination.h"

#include <QAbstractListModel>
#include <QString>

#include <optional>
#include <vector>

namespace touchstone::ui {

struct Notification {
    Severity severity = Severity::Info;
    QString text;
    QString detail = {};
    std::optional<Destination> destination = {};  // where it leads
    WallTime when = {};                           // given by the list
    bool read = false;
};

class NotificationList : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { SeverityRole = Qt::UserRole + 1, DetailRole, WhenRole, ReadRole };

    // `clock` outlives the list.
    explicit NotificationList(const Clock& clock, QObject* parent = nullptr);

    // The oldest of a hundred makes room.
    void add(Notification notification);
    void markRead();
    void clear();

    [[nodiscard]] int unread() const;
    [[nodiscard]] const Notification& at(int row) const { return m_notifications[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void unreadChanged();

private:
    const Clock& m_clock;
    std::vector<Notification> m_notifications;
};

}  // namespace touchstone::ui
