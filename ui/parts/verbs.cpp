// SPDX-License-Identifier: GPL-3.0-or-later

#include "verbs.h"

#include "uibase/format.h"
#include "uibase/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace touchstone::ui {

QAction* addVerb(const Theme& theme, QHBoxLayout& line, QWidget& target, const Verb& verb) {
    auto* action = new QAction(theme.icon(verb.icon), verb.name, &target);
    action->setShortcut(verb.keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setToolTip(verb.keys.isEmpty() ? verb.name
                                           : QStringLiteral("%1 (%2)").arg(verb.name, formatShortcut(verb.keys)));
    target.addAction(action);
    auto* button = new QToolButton;
    button->setObjectName(verb.objectName);
    button->setAutoRaise(true);
    button->setDefaultAction(action);
    button->setAccessibleName(verb.name);
    line.addWidget(button);
    return action;
}

}  // namespace touchstone::ui
