// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/link_button.h"

#include "uibase/theme.h"

#include <QPainter>

namespace touchstone::ui {

LinkButton::LinkButton(const Theme& theme, QWidget* parent) : QPushButton(parent), m_theme(theme) {
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize LinkButton::sizeHint() const {
    const int iconWidth = icon().isNull() ? 0 : m_theme.px(20);
    return {fontMetrics().horizontalAdvance(text()) + iconWidth + m_theme.px(8), m_theme.px(24)};
}

void LinkButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QRect place = rect().adjusted(m_theme.px(4), 0, -m_theme.px(4), 0);
    if (!icon().isNull()) {
        const int side = m_theme.px(16);
        icon().paint(&painter, QRect(place.left(), (height() - side) / 2, side, side));
        place.setLeft(place.left() + m_theme.px(20));
    }
    QFont linked = font();
    linked.setUnderline(underMouse() && isEnabled());
    painter.setFont(linked);
    painter.setPen(m_theme.color(isEnabled() ? Role::AccentText : Role::TextDisabled));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, text());
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.color(Role::Focus), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
    }
}

}  // namespace touchstone::ui
