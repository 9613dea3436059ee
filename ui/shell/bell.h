// SPDX-License-Identifier: GPL-3.0-or-later
//
// The bell of the status bar, which counts what nobody has read, and the list it opens. GUI thread only.

#pragma once

#include "popup.h"
#include "uistate/notification_list.h"

#include <QToolButton>

class QListView;

namespace touchstone::ui {

class BellButton : public QToolButton {
    Q_OBJECT

public:
    BellButton(const Theme& theme, const NotificationList& notifications, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    const Theme& m_theme;
    const NotificationList& m_notifications;
};

class BellPopup : public Popup {
    Q_OBJECT

public:
    // Both outlive the pop-up.
    BellPopup(const Theme& theme, NotificationList& notifications, QWidget* parent);

Q_SIGNALS:
    void destinationRequested(const touchstone::ui::Destination& destination);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void follow(const QModelIndex& index);

    NotificationList& m_notifications;
    QListView* m_list;
};

}  // namespace touchstone::ui
