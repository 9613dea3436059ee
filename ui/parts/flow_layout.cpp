// SPDX-License-Identifier: GPL-3.0-or-later

#include "flow_layout.h"

#include <algorithm>

namespace touchstone::ui {

FlowLayout::FlowLayout(int across, int down, QWidget* parent) : QLayout(parent), m_across(across), m_down(down) {
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
    for (const QLayoutItem* item : m_items)
        delete item;
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.push_back(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    QLayoutItem* item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

QSize FlowLayout::sizeHint() const {
    QSize size(0, 0);
    for (const QLayoutItem* item : m_items) {
        const QSize hint = item->sizeHint();
        size = {size.width() + hint.width() + (size.width() > 0 ? m_across : 0),
                std::max(size.height(), hint.height())};
    }
    return size;
}

QSize FlowLayout::minimumSize() const {
    QSize size(0, 0);
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool place) const {
    QPoint at = rect.topLeft();
    int tallest = 0;
    for (QLayoutItem* item : m_items) {
        const QSize size = item->sizeHint();
        if (at.x() > rect.left() && at.x() + size.width() > rect.right() + 1) {
            at = {rect.left(), at.y() + tallest + m_down};
            tallest = 0;
        }
        if (place)
            item->setGeometry({at, size});
        at.rx() += size.width() + m_across;
        tallest = std::max(tallest, size.height());
    }
    return at.y() + tallest - rect.top();
}

}  // namespace touchstone::ui
