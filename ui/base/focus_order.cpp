// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/focus_order.h"

#include <QFormLayout>
#include <QGridLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QWidget>

#include <algorithm>
#include <map>

namespace touchstone::ui {
namespace {

void addLayout(QLayout& layout, QList<QWidget*>& order);

void addItem(QLayoutItem* item, QList<QWidget*>& order) {
    if (item && item->widget())
        order.append(item->widget());
    else if (item && item->layout())
        addLayout(*item->layout(), order);
}

// By row, then by column; of a form the label and the field.
std::map<std::pair<int, int>, QLayoutItem*> cellsOf(QLayout& layout) {
    std::map<std::pair<int, int>, QLayoutItem*> cells;
    for (int i = 0; i < layout.count(); ++i) {
        int row = 0;
        int column = i;
        int rowSpan = 0;
        int columnSpan = 0;
        if (const auto* grid = qobject_cast<QGridLayout*>(&layout)) {
            grid->getItemPosition(i, &row, &column, &rowSpan, &columnSpan);
        } else if (const auto* form = qobject_cast<QFormLayout*>(&layout)) {
            QFormLayout::ItemRole role{};
            form->getItemPosition(i, &row, &role);
            column = role;
        }
        cells[{row, column}] = layout.itemAt(i);
    }
    return cells;
}

void addLayout(QLayout& layout, QList<QWidget*>& order) {
    for (const auto& [place, item] : cellsOf(layout))
        addItem(item, order);
}

QList<QWidget*> childrenOf(QWidget& widget) {
    QList<QWidget*> order;
    if (const auto* splitter = qobject_cast<QSplitter*>(&widget))
        for (int i = 0; i < splitter->count(); ++i)
            order.append(splitter->widget(i));
    if (widget.layout())
        addLayout(*widget.layout(), order);
    for (QWidget* child : widget.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        if (!child->isWindow() && !order.contains(child))
            order.append(child);
    return order;
}

bool takesTab(const QWidget& widget) {
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy();
}

// `from` is among them in any case, to know where it stands.
void collect(QWidget& widget, const QWidget* from, QList<QWidget*>& order) {
    if (takesTab(widget) || &widget == from)
        order.append(&widget);
    for (QWidget* child : childrenOf(widget))
        collect(*child, from, order);
}

QWidget* outside(QWidget& root, bool forward) {
    const auto step = [forward](const QWidget* widget) {
        return forward ? widget->nextInFocusChain() : widget->previousInFocusChain();
    };
    for (QWidget* widget = step(&root); widget && widget != &root; widget = step(widget))
        if (!root.isAncestorOf(widget) && widget->window() == root.window() && takesTab(*widget))
            return widget;
    return nullptr;
}

void showInScrollAreas(QWidget& widget) {
    for (QWidget* parent = widget.parentWidget(); parent && !parent->isWindow(); parent = parent->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(parent))
            area->ensureWidgetVisible(&widget);
}

}  // namespace

bool leadFocus(QWidget& root, bool forward) {
    const QWidget* from = root.window()->focusWidget();
    QList<QWidget*> order;
    collect(root, from, order);
    if (order.isEmpty())
        return false;
    const qsizetype here = std::find(order.begin(), order.end(), from) - order.begin();
    const qsizetype next = here == order.size() ? 0 : here + (forward ? 1 : -1);
    QWidget* target = next >= 0 && next < order.size() ? order[next] : outside(root, forward);
    if (!target)
        target = forward ? order.front() : order.back();
    target->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    showInScrollAreas(*target);
    return true;
}

}  // namespace touchstone::ui
