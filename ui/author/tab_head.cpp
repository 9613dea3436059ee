// SPDX-License-Identifier: GPL-3.0-or-later

#include "tab_head.h"

#include "uibase/theme.h"

#include <QPainter>

namespace touchstone::ui {

TabHead::TabHead(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {}

void TabHead::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Raised));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(Role::Border));
}

}  // namespace touchstone::ui
