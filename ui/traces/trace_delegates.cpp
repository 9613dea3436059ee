// SPDX-License-Identifier: GPL-3.0-or-later

#include "trace_delegates.h"

#include "trace_columns.h"
#include "trace_table_model.h"
#include "uibase/theme.h"
#include "uirunview/run_status.h"
#include "uistate/version_mark.h"

#include <QAbstractItemView>
#include <QPainter>

namespace touchstone::ui {
namespace {

constexpr int kMargin = 10;

void drawElided(QPainter& painter, const QRect& rect, const QString& text, int alignment) {
    if (text.isEmpty() || rect.width() <= 0)
        return;
    const bool fits = painter.fontMetrics().horizontalAdvance(text) <= rect.width();
    painter.drawText(rect, alignment,
                     fits ? text : painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

void drawPanel(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
    QStyleOptionViewItem panel = option;
    panel.index = index;
    panel.showDecorationSelected = true;
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, &painter, option.widget);
}

void drawRowLine(QPainter& painter, const QRect& rect, const Theme& theme) {
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color(Role::Border));
}

bool isQuiet(int column) {
    return column == OriginColumn || column == JourneyColumn || column == FeatureColumn ||
           column == EnvironmentColumn || column == WorkflowColumn || column == IdColumn;
}

}  // namespace

void TraceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    drawPanel(*painter, option, index);
    drawRowLine(*painter, option.rect, m_theme);
    const QRect rect = option.rect.adjusted(m_theme.px(kMargin), 0, -m_theme.px(kMargin), 0);
    switch (index.column()) {
        case VersionColumn:
            return paintVersion(*painter, rect, index);
        case StatusColumn:
            return paintStatus(*painter, rect, index);
        case FeedbackColumn:
            return paintThumb(*painter, rect, index);
        default:
            return paintText(*painter, rect, index);
    }
}

void TraceDelegate::paintVersion(QPainter& painter, QRect rect, const QModelIndex& index) const {
    const std::int64_t number = index.data(TraceTableModel::VersionNumberRole).toLongLong();
    const int mark = m_theme.px(8);
    if (number > 0)
        paintVersionMark(painter, m_theme, number, QPointF(rect.left() + mark / 2.0, rect.center().y() + 0.5), mark);
    rect.setLeft(rect.left() + mark + m_theme.px(6));
    painter.setFont(m_theme.font(number > 0 ? TextStyle::BodyStrong : TextStyle::Body));
    painter.setPen(m_theme.color(number > 0 ? Role::Text : Role::TextMuted));
    const QString version = index.data().toString();
    drawElided(painter, rect, version, Qt::AlignLeft | Qt::AlignVCenter);
    rect.setLeft(rect.left() + painter.fontMetrics().horizontalAdvance(version) + m_theme.px(8));
    painter.setFont(m_theme.font(TextStyle::Body));
    painter.setPen(m_theme.color(Role::TextMuted));
    drawElided(painter, rect, index.data(TraceTableModel::WorkflowRole).toString(), Qt::AlignLeft | Qt::AlignVCenter);
}

void TraceDelegate::paintStatus(QPainter& painter, const QRect& rect, const QModelIndex& index) const {
    const auto* model = qobject_cast<const TraceTableModel*>(index.model());
    const RunStatus status = statusOf(model->summaryAt(index.row()));
    painter.setFont(m_theme.font(TextStyle::Body));
    painter.setPen(m_theme.color(status.ink));
    drawElided(painter, rect, QStringLiteral("%1 %2").arg(status.sign, status.word), Qt::AlignLeft | Qt::AlignVCenter);
}

void TraceDelegate::paintThumb(QPainter& painter, const QRect& rect, const QModelIndex& index) const {
    const auto thumb = static_cast<trace::Thumb>(index.data(TraceTableModel::ThumbRole).toInt());
    if (thumb == trace::Thumb::None)
        return;
    const bool up = thumb == trace::Thumb::Up;
    const int side = m_theme.px(16);
    m_theme.icon(up ? Icon::ThumbUp : Icon::ThumbDown, up ? Role::Better : Role::Worse)
        .paint(&painter, QRect(rect.left(), rect.center().y() - side / 2, side, side));
}

void TraceDelegate::paintText(QPainter& painter, const QRect& rect, const QModelIndex& index) const {
    const int column = index.column();
    painter.setFont(m_theme.font(column == TimeColumn || column == IdColumn ? TextStyle::Mono : TextStyle::Body));
    const bool isReplay = index.data(TraceTableModel::ReplayRole).toBool();
    painter.setPen(m_theme.color(isReplay || isQuiet(column) ? Role::TextMuted : Role::Text));
    drawElided(painter, rect, index.data().toString(),
               static_cast<int>((isNumberColumn(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
}

LatencyDelegate::LatencyDelegate(const Theme& theme, QObject* parent)
    : BarDelegate(theme, TraceTableModel::LatencyRole, parent), m_theme(theme) {}

void LatencyDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    BarDelegate::paint(painter, option, index);
    drawRowLine(*painter, option.rect, m_theme);
}

}  // namespace touchstone::ui
