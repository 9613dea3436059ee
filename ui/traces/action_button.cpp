// SPDX-License-Identifier: GPL-3.0-or-later

#include "action_button.h"

#include <QAction>
#include <QMenu>

namespace touchstone::ui {
namespace {

const char* const kIconOnly = "iconOnly";

}  // namespace

void setIconOnly(QPushButton& button, bool iconOnly) {
    button.setProperty(kIconOnly, iconOnly);
    button.setText(iconOnly ? QString() : button.accessibleName());
    const int widest = iconOnly ? button.sizeHint().height() + 6 : QWIDGETSIZE_MAX;
    button.setMinimumWidth(iconOnly ? widest : 0);
    button.setMaximumWidth(widest);
}

QPushButton* makeActionButton(QAction* action) {
    auto* button = new QPushButton;
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setCheckable(action->isCheckable());
    const auto follow = [button, action] {
        button->setAccessibleName(action->text());
        setIconOnly(*button, button->property(kIconOnly).toBool());
        button->setIcon(action->icon());
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
        button->setChecked(action->isChecked());
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

QPushButton* makeMenuButton(const QIcon& icon, const QString& text, const QString& name, QMenu* menu) {
    auto* button = new QPushButton(icon, text);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(text);
    QObject::connect(button, &QPushButton::clicked, menu,
                     [button, menu] { menu->popup(button->mapToGlobal(QPoint(0, button->height()))); });
    return button;
}

}  // namespace touchstone::ui
