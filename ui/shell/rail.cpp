// SPDX-License-Identifier: GPL-3.0-or-later

#include "rail.h"

#include "uibase/theme.h"

#include <QAction>
#include <QLabel>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

QVBoxLayout* makeColumn() {
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    return column;
}

}  // namespace

Rail::Rail(const Theme& theme, QWidget* parent)
    : Strip(theme, Edge::Right, parent),
      m_theme(theme),
      m_head(makeColumn()),
      m_foot(makeColumn()),
      m_group(new QActionGroup(this)) {
    setObjectName(QStringLiteral("rail"));
    auto* logo = new QLabel;
    logo->setAlignment(Qt::AlignCenter);
    const auto drawLogo = [this, logo] {
        const int side = m_theme.px(22);
        logo->setPixmap(m_theme.icon(Icon::Logo, Role::Text).pixmap(QSize(side, side), devicePixelRatioF()));
        logo->setFixedHeight(m_theme.px(34));
    };
    drawLogo();
    connect(&theme, &Theme::themeChanged, logo, drawLogo);
    auto* column = makeColumn();
    column->setContentsMargins(0, 6, 1, 6);
    column->addWidget(logo);
    column->addLayout(m_head);
    column->addStretch(1);
    column->addLayout(m_foot);
    setLayout(column);
}

QAction* Rail::addPlace(Icon icon, const QString& name, const QKeySequence& keys, bool atFoot) {
    auto* action = new QAction(name, this);
    action->setShortcut(keys);
    action->setCheckable(true);
    m_group->addAction(action);
    (atFoot ? m_foot : m_head)->addWidget(new RailButton(m_theme, icon, *action));
    return action;
}

void Rail::addButton(QWidget* button) {
    m_foot->insertWidget(0, button);
}

}  // namespace touchstone::ui
