// SPDX-License-Identifier: GPL-3.0-or-later

#include "bell.h"

#include "uibase/format.h"
#include "uibase/link_button.h"
#include "uibase/panel_head.h"
#include "uibase/theme.h"

#include <QDateTime>
#include <QListView>
#include <QPainter>
#include <QStylePainter>
#include <QStyledItemDelegate>

namespace touchstone::ui {
namespace {

const char* signOf(Severity severity) {
    switch (severity) {
        case Severity::Error:
            return "✕";
        case Severity::Warning:
            return "▲";
        case Severity::Info:
            break;
    }
    return "●";
}

Role inkOf(Severity severity) {
    return severity == Severity::Error ? Role::Worse : severity == Severity::Warning ? Role::Warning : Role::Info;
}

QString clockTime(qlonglong nanoseconds) {
    return QDateTime::fromMSecsSinceEpoch(nanoseconds / 1'000'000).toString(QStringLiteral("HH:mm"));
}

// Two lines: what happened, and more of it in small type; strong while it is unread.
class NotificationDelegate : public QStyledItemDelegate {
public:
    NotificationDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {m_theme.px(200), m_theme.px(46)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        QRect inner = option.rect.adjusted(m_theme.px(12), m_theme.px(4), -m_theme.px(12), -m_theme.px(4));
        const auto severity = static_cast<Severity>(index.data(NotificationList::SeverityRole).toInt());
        painter->setFont(m_theme.font(TextStyle::Body));
        painter->setPen(m_theme.color(inkOf(severity)));
        painter->drawText(inner, Qt::AlignLeft | Qt::AlignTop, QString::fromUtf8(signOf(severity)));
        paintTime(*painter, inner, index.data(NotificationList::WhenRole).toLongLong());
        inner.setLeft(inner.left() + m_theme.px(20));
        paintTexts(*painter, inner, index);
    }

private:
    void paintTime(QPainter& painter, QRect& inner, qlonglong when) const {
        painter.setFont(m_theme.font(TextStyle::Caption));
        painter.setPen(m_theme.color(Role::TextMuted));
        painter.drawText(inner, Qt::AlignRight | Qt::AlignTop, clockTime(when));
        inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(QStringLiteral("00:00 ")));
    }

    void paintTexts(QPainter& painter, const QRect& inner, const QModelIndex& index) const {
        const bool read = index.data(NotificationList::ReadRole).toBool();
        painter.setFont(m_theme.font(read ? TextStyle::Body : TextStyle::BodyStrong));
        painter.setPen(m_theme.color(Role::Text));
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop,
                         painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, inner.width()));
        painter.setFont(m_theme.font(TextStyle::Caption));
        painter.setPen(m_theme.color(Role::TextMuted));
        const QString detail = index.data(NotificationList::DetailRole).toString();
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignBottom,
                         painter.fontMetrics().elidedText(detail, Qt::ElideRight, inner.width()));
    }

    const Theme& m_theme;
};

}  // namespace

BellButton::BellButton(const Theme& theme, const NotificationList& notifications, QWidget* parent)
    : QToolButton(parent), m_theme(theme), m_notifications(notifications) {
    setObjectName(QStringLiteral("bell"));
    setAutoRaise(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&notifications, &NotificationList::unreadChanged, this, &BellButton::refresh);
    connect(&theme, &Theme::themeChanged, this, &QWidget::updateGeometry);
    refresh();
}

void BellButton::refresh() {
    const int unread = m_notifications.unread();
    setAccessibleName(unread == 0 ? tr("Notifications") : tr("Notifications: %1 unread").arg(unread));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

QSize BellButton::sizeHint() const {
    const int unread = m_notifications.unread();
    const QFontMetrics metrics(m_theme.font(TextStyle::Caption));
    const int count = unread == 0 ? 0 : metrics.horizontalAdvance(QString::number(unread)) + m_theme.px(4);
    return {m_theme.px(22) + count, m_theme.px(22)};
}

void BellButton::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    painter.drawPrimitive(QStyle::PE_PanelButtonTool, option);
    const int unread = m_notifications.unread();
    const int side = m_theme.px(14);
    m_theme.icon(Icon::Bell, unread > 0 ? Role::Text : Role::TextMuted)
        .paint(&painter, QRect(m_theme.px(4), (height() - side) / 2, side, side));
    if (unread == 0)
        return;
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.color(Role::Text));
    painter.drawText(rect().adjusted(side + m_theme.px(8), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     QString::number(unread));
}

BellPopup::BellPopup(const Theme& theme, NotificationList& notifications, QWidget* parent)
    : Popup(theme, tr("Notifications"), parent), m_notifications(notifications), m_list(new QListView) {
    setObjectName(QStringLiteral("bellPopup"));
    auto* clear = new LinkButton(theme);
    clear->setText(tr("Clear"));
    clear->setObjectName(QStringLiteral("clearNotifications"));
    head().addWidget(clear);
    m_list->setObjectName(QStringLiteral("notifications"));
    m_list->setAccessibleName(tr("Notifications"));
    m_list->setModel(&notifications);
    m_list->setItemDelegate(new NotificationDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    setBody(m_list);
    setFocusProxy(m_list);
    connect(clear, &QPushButton::clicked, &notifications, &NotificationList::clear);
    connect(m_list, &QListView::clicked, this, &BellPopup::follow);
    connect(m_list, &QListView::activated, this, &BellPopup::follow);
}

void BellPopup::hideEvent(QHideEvent* event) {
    Popup::hideEvent(event);
    m_notifications.markRead();
}

void BellPopup::follow(const QModelIndex& index) {
    const std::optional<Destination> destination = m_notifications.at(index.row()).destination;
    if (!destination || !isVisible())
        return;
    hide();
    Q_EMIT destinationRequested(*destination);
}

}  // namespace touchstone::ui
