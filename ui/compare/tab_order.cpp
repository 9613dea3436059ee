// SPDX-License-Identifier: GPL-3.0-or-later

#include "tab_order.h"

#include <QWidget>

namespace touchstone::ui {
namespace {

// What of `section` takes the keyboard itself, in the order of the chain.
QList<QWidget*> stopsOf(QWidget& section) {
    QList<QWidget*> stops;
    QWidget* at = &section;
    do {
        if ((at == &section || section.isAncestorOf(at)) && at->focusPolicy() & Qt::TabFocus && !at->focusProxy())
            stops.append(at);
        at = at->nextInFocusChain();
    } while (at != &section);
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
