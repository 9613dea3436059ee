// SPDX-License-Identifier: GPL-3.0-or-later

#include "list_delegates.h"

#include "base/finding.h"
#include "parts_model.h"
#include "uibase/format.h"
#include "uibase/theme.h"
#include "uistate/history_model.h"
#include "uistate/part_names.h"
#include "uistate/version_mark.h"

#include <QApplication>
#include <QDateTime>
#include <QPainter>

namespace touchstone::ui {
namespace {

void paintPanel(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
    QStyleOptionViewItem panel = option;
    panel.index = index;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, &painter, option.widget);
}

// Draws as much of `text` as fits and gives back the width it took.
int drawText(QPainter& painter, const QRect& rect, const QString& text, Qt::Alignment side = Qt::AlignLeft) {
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, std::max(rect.width(), 0));
    painter.drawText(rect, static_cast<int>(side | Qt::AlignVCenter), shown);
    return painter.fontMetrics().horizontalAdvance(shown);
}

}  // namespace

PartDelegate::PartDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize PartDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {m_theme.px(160), m_theme.px(26)};
}

int PartDelegate::paintMarks(QPainter& painter, const QRect& rect, const QModelIndex& index) const {
    const int room = m_theme.px(16);
    QRect place(rect.right() - room, rect.top(), room, rect.height());
    const int severity = index.data(PartsModel::SeverityRole).toInt();
    if (severity >= static_cast<int>(Severity::Warning)) {
        const bool error = severity == static_cast<int>(Severity::Error);
        const int side = m_theme.px(14);
        m_theme.icon(error ? Icon::Error : Icon::Warning, error ? Role::Worse : Role::Warning)
            .paint(&painter, QRect(place.center() - QPoint(side / 2, side / 2), QSize(side, side)));
        place.translate(-room, 0);
    }
    if (index.data(PartsModel::ChangedRole).toBool()) {
        painter.setFont(m_theme.font(TextStyle::BodyStrong));
        painter.setPen(m_theme.color(Role::Warning));
        painter.drawText(place, Qt::AlignCenter, QStringLiteral("M"));
        place.translate(-room, 0);
    }
    const int free = place.right();
    return free == rect.right() ? free : free - m_theme.px(4);
}

void PartDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    paintPanel(*painter, option, index);
    const QRect rect = option.rect.adjusted(m_theme.px(12), 0, -m_theme.px(8), 0);
    const bool present = index.data(PartsModel::PresentRole).toBool();
    const int side = m_theme.px(16);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    m_theme
        .icon(partIcon(PartsModel::partAt(index.row())), !present   ? Role::TextDisabled
                                                         : selected ? Role::AccentText
                                                                    : Role::TextMuted)
        .paint(painter, QRect(rect.left(), rect.center().y() - side / 2, side, side));
    QRect words = rect.adjusted(side + m_theme.px(8), 0, 0, 0);
    words.setRight(paintMarks(*painter, rect, index));
    painter->setFont(m_theme.font(selected ? TextStyle::BodyStrong : TextStyle::Body));
    painter->setPen(m_theme.color(present ? Role::Text : Role::TextMuted));
    const int name = drawText(*painter, words, index.data().toString());
    painter->setFont(m_theme.font(TextStyle::Caption));
    painter->setPen(m_theme.color(Role::TextMuted));
    words.adjust(name + m_theme.px(12), 0, 0, 0);
    const bool refused = index.data(PartsModel::RefusedRole).toBool();
    drawText(*painter, words,
             present   ? index.data(PartsModel::FactRole).toString()
             : refused ? tr("not yet")
                       : tr("+ add"),
             Qt::AlignRight);
    painter->restore();
}

NavigatorVersionDelegate::NavigatorVersionDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme) {}

QSize NavigatorVersionDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {m_theme.px(160), m_theme.px(42)};
}

void NavigatorVersionDelegate::paintGraph(QPainter& painter, const QRect& rect, const QModelIndex& index) const {
    const QPointF centre(rect.left() + m_theme.px(18), rect.top() + m_theme.px(14));
    painter.setPen(QPen(m_theme.color(Role::BorderStrong), 1));
    const auto isMadeFrom = [&index](int row) {
        return index.model()->index(row, 0).data(HistoryModel::ParentRowRole).toInt() == row + 1;
    };
    if (index.row() > 0 && isMadeFrom(index.row() - 1))
        painter.drawLine(QPointF(centre.x(), rect.top()), centre);
    if (isMadeFrom(index.row()))
        painter.drawLine(centre, QPointF(centre.x(), rect.bottom() + 1));
    paintVersionMark(painter, m_theme, index.data(HistoryModel::NumberRole).toLongLong(), centre, m_theme.px(10));
}

void NavigatorVersionDelegate::paintFirstLine(QPainter& painter, QRect line, const QModelIndex& index) const {
    const auto age = index.data(HistoryModel::CreatedRole).toDateTime().secsTo(QDateTime::currentDateTimeUtc());
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.color(Role::TextMuted));
    const int ageWidth =
        drawText(painter, line, formatAge(std::chrono::seconds(std::max<qint64>(age, 0))), Qt::AlignRight);
    line.setRight(line.right() - ageWidth - m_theme.px(8));
    painter.setFont(m_theme.font(TextStyle::BodyStrong));
    painter.setPen(m_theme.color(Role::Text));
    line.setLeft(line.left() + drawText(painter, line, index.data(HistoryModel::ReferenceRole).toString()) +
                 m_theme.px(8));
    painter.setFont(m_theme.font(TextStyle::Mono));
    painter.setPen(m_theme.color(Role::TextMuted));
    line.setLeft(line.left() + drawText(painter, line, index.data(HistoryModel::IdRole).toString().left(7)) +
                 m_theme.px(8));
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.color(Role::AccentText));
    drawText(painter, line, index.data(HistoryModel::NamesRole).toStringList().join(QStringLiteral(" · ")));
}

void NavigatorVersionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                     const QModelIndex& index) const {
    painter->save();
    paintPanel(*painter, option, index);
    paintGraph(*painter, option.rect, index);
    const QRect words = option.rect.adjusted(m_theme.px(36), m_theme.px(3), -m_theme.px(12), -m_theme.px(3));
    paintFirstLine(*painter, QRect(words.left(), words.top(), words.width(), words.height() / 2), index);
    painter->setFont(m_theme.font(TextStyle::Caption));
    painter->setPen(m_theme.color(Role::TextMuted));
    drawText(*painter, QRect(words.left(), words.center().y() + 1, words.width(), words.height() / 2),
             index.data(HistoryModel::MessageRole).toString());
    painter->restore();
}

}  // namespace touchstone::ui
