// SPDX-License-Identifier: GPL-3.0-or-later

#include "part_delegate.h"

#include "base/finding.h"
#include "parts_model.h"
#include "uibase/theme.h"
#include "uistate/part_names.h"

#include <QApplication>
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

}  // namespace touchstone::ui
