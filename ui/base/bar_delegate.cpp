// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/bar_delegate.h"

#include "uibase/theme.h"

#include <QPainter>

namespace touchstone::ui {

namespace {

constexpr int kBarWidth = 56;
constexpr int kBarHeight = 6;

}  // namespace

BarDelegate::BarDelegate(const Theme& theme, int valueRole, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_valueRole(valueRole) {}

void BarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    item.displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    QStyledItemDelegate::paint(painter, item, index);
    const double value = index.data(m_valueRole).toDouble();
    if (!(value > 0) || !(m_maximum > 0))
        return;
    const int text = option.fontMetrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + m_theme.px(16);
    const int room = std::min(m_theme.px(kBarWidth), option.rect.width() - text - m_theme.px(8));
    const qreal height = m_theme.px(kBarHeight);
    const qreal width = std::max(room * std::min(value / m_maximum, 1.0), height);
    if (room < height)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.color(Role::BorderStrong));
    const qreal top = option.rect.top() + (option.rect.height() - height) / 2;
    painter->drawRoundedRect(QRectF(option.rect.left() + m_theme.px(8), top, width, height), height / 2, height / 2);
    painter->restore();
}

}  // namespace touchstone::ui
