// SPDX-License-Identifier: GPL-3.0-or-later

#include "popup.h"

#include "uibase/panel_head.h"
#include "uibase/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr int kWidth = 440;
constexpr int kHighest = 360;

}  // namespace

Popup::Popup(const Theme& theme, const QString& title, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_theme(theme), m_head(new PanelHead(theme, title)), m_layout(new QVBoxLayout(this)) {
    setAccessibleName(title);
    m_layout->setContentsMargins(1, 1, 1, 1);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_head);
}

void Popup::setBody(QWidget* body) {
    m_layout->addWidget(body, 1);
}

void Popup::openAbove(const QWidget& anchor) {
    const QRect window(anchor.window()->mapToGlobal(QPoint(0, 0)), anchor.window()->size());
    const int width = std::min(m_theme.px(kWidth), window.width() - 16);
    const int height = std::min(std::max(sizeHint().height(), m_theme.px(96)), m_theme.px(kHighest));
    const QPoint corner = anchor.mapToGlobal(QPoint(anchor.width(), -4));
    const int left = std::clamp(corner.x() - width, window.left() + 8, window.right() - width - 8);
    setGeometry(left, corner.y() - height, width, height);
    show();
    setFocus();
}

void Popup::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(m_theme.color(Role::BorderStrong));
    painter.setBrush(m_theme.color(Role::Surface));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace touchstone::ui
