// SPDX-License-Identifier: GPL-3.0-or-later

#include "strips.h"

#include "uibase/format.h"
#include "uibase/theme.h"

#include <QAction>
#include <QPainter>

namespace touchstone::ui {

Strip::Strip(const Theme& theme, Edge edge, QWidget* parent) : QWidget(parent), m_theme(theme), m_edge(edge) {}

void Strip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Window));
    const QColor line = m_theme.color(Role::Border);
    switch (m_edge) {
        case Edge::Top:
            return painter.fillRect(0, 0, width(), 1, line);
        case Edge::Right:
            return painter.fillRect(width() - 1, 0, 1, height(), line);
        case Edge::Bottom:
            return painter.fillRect(0, height() - 1, width(), 1, line);
    }
}

RailButton::RailButton(const Theme& theme, Icon icon, QAction& action, QWidget* parent)
    : QToolButton(parent), m_theme(theme), m_name(icon) {
    setDefaultAction(&action);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(action.text());
    setToolTip(action.shortcut().isEmpty()
                   ? action.text()
                   : QStringLiteral("%1 (%2)").arg(action.text(), formatShortcut(action.shortcut())));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize RailButton::sizeHint() const {
    return {m_theme.px(47), m_theme.px(44)};
}

void RailButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int side = m_theme.px(36);
    const QRectF square(QRect(QPoint((width() - side) / 2, (height() - side) / 2), QSize(side, side)));
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(isChecked() ? Role::AccentTint : Role::Hover));
        painter.drawRoundedRect(square, m_theme.px(6), m_theme.px(6));
    }
    if (isChecked())
        painter.fillRect(QRectF(0, square.top(), m_theme.px(3), square.height()), m_theme.color(Role::Accent));
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(Role::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(square.adjusted(1, 1, -1, -1), m_theme.px(5), m_theme.px(5));
    }
    const int icon = m_theme.px(20);
    m_theme.icon(m_name, isChecked() ? Role::AccentText : Role::TextMuted)
        .paint(&painter, QRect((width() - icon) / 2, (height() - icon) / 2, icon, icon));
}

}  // namespace touchstone::ui
