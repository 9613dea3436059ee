// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing_diagram.h"

#include "routing_node.h"
#include "uibase/panel_head.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

namespace touchstone::ui {
namespace {

constexpr int kMargin = 16;
constexpr int kNarrowest = 150;
constexpr int kWidest = 320;
constexpr RoutingKind kKinds[] = {RoutingKind::Rule, RoutingKind::Tier, RoutingKind::Fallback, RoutingKind::Step,
                                  RoutingKind::Attempts};

}  // namespace

RoutingDiagram::RoutingDiagram(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setObjectName(QStringLiteral("routing.diagram"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    buildColumns();
    connect(&theme, &Theme::themeChanged, this, &RoutingDiagram::arrange);
}

void RoutingDiagram::buildColumns() {
    const QString titles[] = {tr("Rules"), tr("Tiers"), tr("Fallback"), tr("Cascade"), tr("Attempts")};
    const QString adds[] = {tr("Add rule"), tr("Add tier"), tr("Add fallback"), tr("Add cascade step")};
    const char* names[] = {"routing.addRule", "routing.addTier", "routing.addFallback", "routing.addStep"};
    for (std::size_t i = 0; i < std::size(kKinds); ++i) {
        Column& column = m_columns.emplace_back(Column{titles[i], kKinds[i], nullptr, {}});
        if (column.kind == RoutingKind::Attempts)
            continue;
        column.add = makeToolButton(m_theme, Icon::Add, adds[i], this);
        column.add->setObjectName(QString::fromLatin1(names[i]));
        connect(column.add, &QToolButton::clicked, this, [this, kind = column.kind] { Q_EMIT addRequested(kind); });
    }
}

int RoutingDiagram::sideOf(RoutingKind kind) {
    return kind == RoutingKind::Rule ? 0 : kind == RoutingKind::Tier ? 1 : 2;
}

void RoutingDiagram::connectNode(RoutingNode& node) {
    node.installEventFilter(this);
}

void RoutingDiagram::fill(Column& column, const std::vector<RoutingNodeText>& texts) {
    while (column.nodes.size() > texts.size()) {
        if (m_drag && m_drag->node == column.nodes.back())
            m_drag.reset();
        column.nodes.back()->hide();
        column.nodes.back()->deleteLater();
        column.nodes.pop_back();
    }
    while (column.nodes.size() < texts.size()) {
        auto* node = new RoutingNode(m_theme, this);
        node->setObjectName(
            QStringLiteral("routing.%1.%2").arg(static_cast<int>(column.kind)).arg(column.nodes.size()));
        connectNode(*node);
        node->show();
        column.nodes.push_back(node);
    }
    for (std::size_t i = 0; i < texts.size(); ++i)
        column.nodes[i]->setText(texts[i]);
}

void RoutingDiagram::setPicture(RoutingPicture picture) {
    const bool focused = nodeAt(m_current) && nodeAt(m_current)->hasFocus();
    m_picture = std::move(picture);
    fill(column(RoutingKind::Rule), m_picture.rules);
    fill(column(RoutingKind::Tier), m_picture.tiers);
    fill(column(RoutingKind::Fallback), m_picture.fallback);
    fill(column(RoutingKind::Step), m_picture.steps);
    fill(column(RoutingKind::Attempts), {m_picture.attempts});
    placeCurrent(focused);
    arrange();
}

// What was current may be gone: then its neighbour is, or the first node there is.
void RoutingDiagram::placeCurrent(bool focus) {
    RoutingPlace place = m_current.value_or(RoutingPlace{});
    const Column& wanted = column(place.kind);
    if (place.index >= wanted.nodes.size())
        place.index = wanted.nodes.empty() ? 0 : wanted.nodes.size() - 1;
    if (wanted.nodes.empty())
        for (const Column& each : m_columns)
            if (!each.nodes.empty()) {
                place = {each.kind, 0};
                break;
            }
    setCurrent(place);
    if (focus)
        focusCurrent();
}

void RoutingDiagram::setCurrent(RoutingPlace place) {
    const auto before = m_current;
    m_current = place;
    for (const Column& each : m_columns)
        for (RoutingNode* node : each.nodes)
            node->setCurrent(node->place() == place);
    if (before != m_current)
        Q_EMIT currentChanged();
}

void RoutingDiagram::focusCurrent() {
    if (RoutingNode* node = nodeAt(m_current))
        node->setFocus(Qt::OtherFocusReason);
}

void RoutingDiagram::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    for (const Column& each : m_columns)
        if (each.add)
            each.add->setEnabled(!readOnly);
}

RoutingNode* RoutingDiagram::nodeAt(std::optional<RoutingPlace> place) const {
    if (!place || place->index >= column(place->kind).nodes.size())
        return nullptr;
    return column(place->kind).nodes[place->index];
}

std::vector<RoutingNode*> RoutingDiagram::nodesOf(int side) const {
    std::vector<RoutingNode*> nodes;
    for (const Column& each : m_columns)
        if (sideOf(each.kind) == side)
            nodes.insert(nodes.end(), each.nodes.begin(), each.nodes.end());
    return nodes;
}

RoutingNode* RoutingDiagram::nearest(const std::vector<RoutingNode*>& nodes, int y) const {
    RoutingNode* best = nullptr;
    for (RoutingNode* node : nodes)
        if (!best || std::abs(node->geometry().center().y() - y) < std::abs(best->geometry().center().y() - y))
            best = node;
    return best;
}

QSize RoutingDiagram::minimumSizeHint() const {
    return {m_theme.px(3 * kNarrowest + 2 * 36 + 2 * kMargin), m_height};
}

QSize RoutingDiagram::sizeHint() const {
    return minimumSizeHint();
}

void RoutingDiagram::arrange() {
    const int margin = m_theme.px(kMargin);
    const int gap = std::clamp(width() / 14, m_theme.px(36), m_theme.px(96));
    const int wide = std::clamp((width() - 2 * gap - 2 * margin) / 3, m_theme.px(kNarrowest), m_theme.px(kWidest));
    int lowest = 0;
    int y[3] = {margin, margin, margin};
    for (Column& each : m_columns) {
        const int side = sideOf(each.kind);
        y[side] = arrangeColumn(each, margin + side * (wide + gap), y[side], wide);
        lowest = std::max(lowest, y[side]);
    }
    if (!m_picture.otherwise.isEmpty())
        lowest = std::max(lowest, y[0] + m_theme.px(24));
    const int height = lowest + margin;
    if (std::exchange(m_height, height) != height)
        updateGeometry();
    update();
}

int RoutingDiagram::arrangeColumn(Column& column, int x, int y, int width) {
    const int head = m_theme.px(28);
    column.head = {x, y, width, head};
    if (column.add)
        column.add->setGeometry(x + width - head, y, head, head);
    y += head + m_theme.px(6);
    for (RoutingNode* node : column.nodes) {
        const int height = node->heightFor(width);
        node->setGeometry(x, y, width, height);
        y += height + m_theme.px(kSpace);
    }
    return y + m_theme.px(8);
}

void RoutingDiagram::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void RoutingDiagram::moveFocus(int key) {
    RoutingNode* from = nodeAt(m_current);
    if (!from)
        return;
    const int side = sideOf(m_current->kind);
    RoutingNode* to = nullptr;
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        const int aside = side + (key == Qt::Key_Left ? -1 : 1);
        if (aside >= 0 && aside <= 2)
            to = nearest(nodesOf(aside), from->geometry().center().y());
    } else {
        const std::vector<RoutingNode*> nodes = nodesOf(side);
        const auto at = std::ranges::find(nodes, from);
        if (key == Qt::Key_Up && at != nodes.begin())
            to = *std::prev(at);
        if (key == Qt::Key_Down && std::next(at) != nodes.end())
            to = *std::next(at);
        if (key == Qt::Key_Home)
            to = nodes.front();
        if (key == Qt::Key_End)
            to = nodes.back();
    }
    if (to) {
        setCurrent(to->place());
        focusCurrent();
    }
}

void RoutingDiagram::retarget(RoutingPlace place, int by) {
    const auto& shares = m_picture.rules[place.index].shares;
    if (shares.size() > 1 || m_picture.tiers.empty())
        return;
    const auto count = static_cast<int>(m_picture.tiers.size());
    int now = by > 0 ? -1 : count;
    for (int i = 0; i < count; ++i)
        if (!shares.empty() && toUtf8(m_picture.tiers[static_cast<std::size_t>(i)].title) == shares.front().tier)
            now = i;
    const int next = now + by;
    if (next >= 0 && next < count)
        Q_EMIT targetRequested(place.index, static_cast<std::size_t>(next));
}

bool RoutingDiagram::handleAltKey(int key, RoutingPlace place) {
    if (key == Qt::Key_Up || key == Qt::Key_Down)
        Q_EMIT moveRequested(place, key == Qt::Key_Up ? -1 : 1);
    else if (place.kind == RoutingKind::Rule && (key == Qt::Key_Left || key == Qt::Key_Right))
        retarget(place, key == Qt::Key_Left ? -1 : 1);
    else
        return false;
    return true;
}

bool RoutingDiagram::handleKey(int key, Qt::KeyboardModifiers modifiers) {
    if (!m_current)
        return false;
    modifiers &= ~Qt::KeypadModifier;
    if (modifiers == Qt::AltModifier)
        return !m_readOnly && handleAltKey(key, *m_current);
    if (modifiers != Qt::NoModifier)
        return false;
    switch (key) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_Home:
        case Qt::Key_End:
            moveFocus(key);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_F2:
            Q_EMIT editRequested();
            return true;
        case Qt::Key_Delete:
            if (!m_readOnly)
                Q_EMIT removeRequested(*m_current);
            return true;
        case Qt::Key_Escape:
            if (!m_drag)
                return false;
            m_drag.reset();
            dragTo({});
            return true;
        default:
            return false;
    }
}

bool RoutingDiagram::eventFilter(QObject* watched, QEvent* event) {
    auto* node = qobject_cast<RoutingNode*>(watched);
    if (!node)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusIn)
        setCurrent(node->place());
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        node->update();
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        return handleKey(key->key(), key->modifiers());
    }
    return handleMouse(*node, *event);
}

void RoutingDiagram::paintLinks(QPainter& painter) const {
    const auto& tiers = column(RoutingKind::Tier).nodes;
    for (const RoutingNode* rule : column(RoutingKind::Rule).nodes)
        for (const RoutingShare& share : rule->text().shares) {
            const auto to = std::ranges::find_if(
                tiers, [&](const RoutingNode* tier) { return toUtf8(tier->text().title) == share.tier; });
            if (to == tiers.end())
                continue;
            const QPointF begin(rule->geometry().right() + 1, rule->geometry().center().y());
            const QPointF end((*to)->x(), (*to)->geometry().center().y());
            const QPointF bend((end.x() - begin.x()) / 2, 0);
            QPainterPath path(begin);
            path.cubicTo(begin + bend, end - bend, end);
            const bool chosen = m_current == rule->place() || m_current == (*to)->place();
            const qreal thickness = 1 + 2 * share.share;
            painter.setPen(QPen(m_theme.color(chosen ? Role::Accent : Role::BorderStrong), thickness,
                                share.share < 1 ? Qt::DashLine : Qt::SolidLine));
            painter.drawPath(path);
        }
}

void RoutingDiagram::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Role::Text));
    painter.setFont(m_theme.font(TextStyle::BodyStrong));
    for (const Column& each : m_columns)
        painter.drawText(each.head, Qt::AlignLeft | Qt::AlignVCenter, each.title);
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.color(Role::TextMuted));
    const Column& rules = column(RoutingKind::Rule);
    const int below = rules.nodes.empty() ? rules.head.bottom() : rules.nodes.back()->geometry().bottom();
    painter.drawText(QRect(rules.head.left(), below + m_theme.px(6), rules.head.width(), m_theme.px(24)),
                     Qt::AlignLeft | Qt::AlignTop,
                     painter.fontMetrics().elidedText(m_picture.otherwise, Qt::ElideRight, rules.head.width()));
    painter.setBrush(Qt::NoBrush);
    paintLinks(painter);
    paintDrag(painter);
}

}  // namespace touchstone::ui
