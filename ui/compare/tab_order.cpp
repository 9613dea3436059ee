// SPDX-License-Identifier: GPL-3.0-or-later

#include "tab_order.h"

#include <QWidget>

namespace touchstone::ui {
namespace {

// What of `section` takes the keyboard itself, as it was put there; also what takes it by a click alone, for among
// buttons of which one is chosen Tab goes to that one.
QList<QWidget*> stopsOf(QWidget& section) {
    QList<QWidget*> stops = QList<QWidget*>{&section} + section.findChildren<QWidget*>();
    stops.removeIf([&section](const QWidget* widget) {
        const bool isElsewhere = widget->window() != section.window();  // menus, dialogs
        return widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() || isElsewhere;
    });
    return stops;
}

}  // namespace

void chainTabs(const QList<QWidget*>& sections) {
    QWidget* last = nullptr;
    for (QWidget* section : sections)
        for (QWidget* stop : stopsOf(*section)) {
            if (last)
                QWidget::setTabOrder(last, stop);
            last = stop;
        }
}

}  // namespace touchstone::ui
