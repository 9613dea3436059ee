// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/panel_head.h"

#include "uibase/elided_label.h"
#include "uibase/format.h"
#include "uibase/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace touchstone::ui {

PanelHead::PanelHead(const Theme& theme, const QString& title, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_title(new ElidedLabel(title, this)),
      m_note(new ElidedLabel({}, this)),
      m_layout(new QHBoxLayout(this)) {
    setTextStyle(*m_title, theme, TextStyle::BodyStrong);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_layout->setContentsMargins(12, 0, 8, 1);
    m_layout->setSpacing(4);
    m_layout->addWidget(m_title);
    m_layout->addSpacing(4);
    m_layout->addWidget(m_note);
    m_layout->addStretch(1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const auto fit = [this] { setMinimumHeight(m_theme.px(33)); };
    fit();
    connect(&theme, &Theme::themeChanged, this, fit);
}

void PanelHead::setTitle(const QString& title) {
    m_title->setText(title);
}

void PanelHead::setNote(const QString& note) {
    m_note->setText(note);
}

void PanelHead::addWidget(QWidget* widget) {
    m_layout->addWidget(widget);
}

void PanelHead::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Raised));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(Role::Border));
}

QToolButton* makeToolButton(const Theme& theme, Icon icon, const QString& name, QWidget* parent,
                            const QKeySequence& shortcut) {
    auto* button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setIcon(theme.icon(icon));
    button->setAccessibleName(name);
    button->setToolTip(shortcut.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, formatShortcut(shortcut)));
    return button;
}

}  // namespace touchstone::ui
