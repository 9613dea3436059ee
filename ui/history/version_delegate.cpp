// SPDX-License-Identifier: GPL-3.0-or-later

#include "version_delegate.h"

#include "history_rows.h"
#include "uibase/format.h"
#include "uibase/theme.h"
#include "uistate/version_mark.h"

#include <QApplication>
#include <QDateTime>
#include <QPainter>
#include <QPainterPath>

namespace touchstone::ui {
namespace {

constexpr int kLanes = 3;  // that are told apart; the rest share the last
constexpr int kLaneWidth = 11;
constexpr int kMarkHeight = 14;

// Draws as much of `text` as fits and gives back the width it took.
int drawText(QPainter& painter, const QRect& rect, const QString& text, Qt::Alignment side = Qt::AlignLeft) {
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, std::max(rect.width(), 0));
    painter.drawText(rect, static_cast<int>(side | Qt::AlignVCenter), shown);
    return painter.fontMetrics().horizontalAdvance(shown);
}

// A line between two lanes, bent where they differ.
void drawLane(QPainter& painter, QPointF from, QPointF to) {
    if (from.x() == to.x())
        return painter.drawLine(from, to);
    QPainterPath path(from);
    const qreal middle = (from.y() + to.y()) / 2;
    path.cubicTo({from.x(), middle}, {to.x(), middle}, to);
    painter.drawPath(path);
}

}  // namespace

VersionDelegate::VersionDelegate(const Theme& theme, const HistoryRows& rows, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_rows(rows) {}

QSize VersionDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {m_theme.px(160), m_theme.px(42)};
}

QPointF VersionDelegate::laneCentre(const QRect& rect, int lane) const {
    return {rect.left() + m_theme.px(14) + qreal(std::min(lane, kLanes - 1) * m_theme.px(kLaneWidth)),
            rect.top() + qreal(m_theme.px(kMarkHeight))};
}

void VersionDelegate::paintGraph(QPainter& painter, const QRect& rect, const GraphRow& graph) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Role::BorderStrong), 1));
    const QPointF mark = laneCentre(rect, graph.lane);
    const auto at = [&](int lane, qreal y) { return QPointF(laneCentre(rect, lane).x(), y); };
    for (const int lane : graph.passing)
        painter.drawLine(at(lane, rect.top()), at(lane, rect.bottom() + 1));
    for (const int lane : graph.above)
        drawLane(painter, at(lane, rect.top()), mark);
    for (const int lane : graph.below)
        drawLane(painter, mark, at(lane, rect.bottom() + 1));
}

// The draft has no number yet: a hollow mark.
void VersionDelegate::paintMark(QPainter& painter, QPointF centre, const QModelIndex& index) const {
    if (!index.data(HistoryRows::IsDraftRole).toBool())
        return paintVersionMark(painter, m_theme, index.data(HistoryModel::NumberRole).toLongLong(), centre,
                                m_theme.px(10));
    const qreal radius = m_theme.px(4);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Role::AccentText), 1.5));
    painter.setBrush(m_theme.color(Role::Surface));
    painter.drawEllipse(centre, radius, radius);
}

void VersionDelegate::paintFirstLine(QPainter& painter, QRect line, const QModelIndex& index) const {
    const bool isDraft = index.data(HistoryRows::IsDraftRole).toBool();
    const auto age = index.data(HistoryModel::CreatedRole).toDateTime().secsTo(QDateTime::currentDateTimeUtc());
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.color(Role::TextMuted));
    const QString when = isDraft ? tr("now") : formatAge(std::chrono::seconds(std::max<qint64>(age, 0)));
    line.setRight(line.right() - drawText(painter, line, when, Qt::AlignRight) - m_theme.px(8));
    painter.setFont(m_theme.font(TextStyle::BodyStrong));
    painter.setPen(m_theme.color(Role::Text));
    const QString name = isDraft ? tr("draft") : index.data(HistoryModel::ReferenceRole).toString();
    line.setLeft(line.left() + drawText(painter, line, name) + m_theme.px(8));
    if (isDraft)
        return;
    painter.setFont(m_theme.font(TextStyle::Mono));
    painter.setPen(m_theme.color(Role::TextMuted));
    line.setLeft(line.left() + drawText(painter, line, index.data(HistoryModel::IdRole).toString().left(6)) +
                 m_theme.px(8));
    paintNames(painter, line, index.data(HistoryModel::NamesRole).toStringList());
}

// Branches and tags as pills, as many as fit.
void VersionDelegate::paintNames(QPainter& painter, QRect line, const QStringList& names) const {
    painter.setFont(m_theme.font(TextStyle::Caption));
    const int padding = m_theme.px(5);
    const int height = painter.fontMetrics().height() + m_theme.px(2);
    for (const QString& name : names) {
        const int room = line.width() - 2 * padding;
        if (room < m_theme.px(16))
            return;
        const QString shown = painter.fontMetrics().elidedText(name, Qt::ElideRight, room);
        const QRect pill(line.left(), line.center().y() - height / 2 + 1,
                         painter.fontMetrics().horizontalAdvance(shown) + 2 * padding, height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Role::AccentTint));
        painter.drawRoundedRect(pill, m_theme.px(3), m_theme.px(3));
        painter.setPen(m_theme.color(Role::AccentText));
        painter.drawText(pill, Qt::AlignCenter, shown);
        line.setLeft(pill.right() + m_theme.px(5));
    }
}

void VersionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    QStyleOptionViewItem panel = option;
    panel.index = index;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);
    const GraphRow* graph = m_rows.graphAt(index.row());
    if (graph)
        paintGraph(*painter, option.rect, *graph);
    paintMark(*painter, laneCentre(option.rect, graph ? graph->lane : 0), index);
    const QRect words = option.rect.adjusted(m_theme.px(44), m_theme.px(3), -m_theme.px(12), -m_theme.px(3));
    paintFirstLine(*painter, QRect(words.left(), words.top(), words.width(), words.height() / 2), index);
    painter->setFont(m_theme.font(TextStyle::Caption));
    painter->setPen(m_theme.color(Role::TextMuted));
    const bool isDraft = index.data(HistoryRows::IsDraftRole).toBool();
    drawText(*painter, QRect(words.left(), words.center().y() + 1, words.width(), words.height() / 2),
             index.data(isDraft ? int(HistoryRows::DraftNoteRole) : int(HistoryModel::MessageRole)).toString());
    painter->restore();
}

}  // namespace touchstone::ui
