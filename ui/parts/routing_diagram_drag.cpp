// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the mouse does in the diagram: rules are dragged to another place, and from their arrow to a tier.

#include "routing_diagram.h"

#include "routing_node.h"
#include "uibase/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace touchstone::ui {

bool RoutingDiagram::handleMouse(RoutingNode& node, QEvent& event) {
    const auto place = [&] { return node.mapToParent(static_cast<QMouseEvent&>(event).position().toPoint()); };
    switch (event.type()) {
        case QEvent::MouseButtonPress:
            if (static_cast<QMouseEvent&>(event).button() != Qt::LeftButton)
                return false;
            setCurrent(node.place());
            node.setFocus(Qt::MouseFocusReason);
            if (!m_readOnly && node.place().kind == RoutingKind::Rule)
                m_drag = Drag{&node, place(), place(), node.port().contains(node.mapFromParent(place()))};
            return true;
        case QEvent::MouseMove:
            if (m_drag)
                dragTo(place());
            return m_drag.has_value();
        case QEvent::MouseButtonRelease:
            if (m_drag)
                drop();
            return true;
        case QEvent::MouseButtonDblClick:
            Q_EMIT editRequested();
            return true;
        default:
            return false;
    }
}

void RoutingDiagram::dragTo(QPoint at) {
    constexpr int kFarEnough = 6;
    if (m_drag) {
        m_drag->at = at;
        m_drag->moved = m_drag->moved || (at - m_drag->from).manhattanLength() > kFarEnough;
    }
    for (RoutingNode* tier : column(RoutingKind::Tier).nodes)
        tier->setTarget(m_drag && m_drag->leads && m_drag->moved && tier->geometry().contains(at));
    update();
}

// Before which rule something dropped there stands; the number of rules at the end.
std::size_t RoutingDiagram::dropRow(int y) const {
    const auto& rules = column(RoutingKind::Rule).nodes;
    std::size_t row = 0;
    while (row < rules.size() && rules[row]->geometry().center().y() < y)
        ++row;
    return row;
}

void RoutingDiagram::drop() {
    const Drag drag = *m_drag;
    m_drag.reset();
    dragTo({});
    if (!drag.moved)
        return;
    const std::size_t rule = drag.node->place().index;
    if (drag.leads) {
        for (const RoutingNode* tier : column(RoutingKind::Tier).nodes)
            if (tier->geometry().contains(drag.at))
                Q_EMIT targetRequested(rule, tier->place().index);
        return;
    }
    const std::size_t row = dropRow(drag.at.y());
    const int by = static_cast<int>(row) - static_cast<int>(rule) - (row > rule ? 1 : 0);
    if (by != 0)
        Q_EMIT moveRequested(drag.node->place(), by);
}

void RoutingDiagram::paintDrag(QPainter& painter) const {
    if (!m_drag || !m_drag->moved)
        return;
    painter.setPen(QPen(m_theme.color(Role::Accent), 2));
    const QRect rule = m_drag->node->geometry();
    if (m_drag->leads) {
        painter.drawLine(QPoint(rule.right(), rule.center().y()), m_drag->at);
        return;
    }
    const auto& rules = column(RoutingKind::Rule).nodes;
    const std::size_t row = dropRow(m_drag->at.y());
    const int space = m_theme.px(kSpace) / 2;
    const int y = row < rules.size() ? rules[row]->y() - space : rules.back()->geometry().bottom() + space;
    painter.drawLine(rule.left(), y, rule.right(), y);
}

}  // namespace touchstone::ui
