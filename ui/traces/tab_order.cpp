// SPDX-License-Identifier: GPL-3.0-or-later

#include "tab_order.h"

#include <QSplitter>
#include <QWidget>

namespace touchstone::ui {
namespace {

// Qt moves a widget that hands its focus to one inside it, and all that is in it, as a whole.
bool isCompound(const QWidget& widget) {
    return widget.focusProxy() && widget.isAncestorOf(widget.focusProxy());
}

// A splitter has its parts in its own order.
QList<QWidget*> partsOf(const QWidget& widget) {
    QList<QWidget*> parts;
    if (const auto* splitter = qobject_cast<const QSplitter*>(&widget)) {
        for (int i = 0; i < splitter->count(); ++i)
            parts.append(splitter->widget(i));
        return parts;
    }
    for (QObject* child : widget.children())
        if (auto* part = qobject_cast<QWidget*>(child); part && !part->isWindow())  // a menu is a window
            parts.append(part);
    return parts;
}

void addStops(QWidget& widget, QList<QWidget*>& stops) {
    // Also what a click alone focuses: of several buttons Tab leads to the one that is chosen, and that changes.
    if (isCompound(widget) || (widget.focusPolicy() != Qt::NoFocus && !widget.focusProxy()))
        stops.append(&widget);
    if (isCompound(widget))
        return;
    for (QWidget* part : partsOf(widget))
        addStops(*part, stops);
}

}  // namespace

void orderTabs(const QList<QWidget*>& sections) {
    QList<QWidget*> stops;
    for (QWidget* section : sections)
        addStops(*section, stops);
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops[i - 1], stops[i]);
}

}  // namespace touchstone::ui
