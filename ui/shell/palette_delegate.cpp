// SPDX-License-Identifier: GPL-3.0-or-later

#include "palette_delegate.h"

#include "key_frame.h"
#include "palette_model.h"
#include "uibase/theme.h"

#include <QPainter>
#include <QStyle>

namespace touchstone::ui {

PaletteDelegate::PaletteDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    return {m_theme.px(200), m_theme.px(index.data(PaletteModel::HeadRole).toBool() ? 26 : 30)};
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QRect inner = option.rect.adjusted(m_theme.px(12), 0, -m_theme.px(12), 0);
    painter->save();
    if (index.data(PaletteModel::HeadRole).toBool()) {
        paintHead(*painter, inner, index.data().toString());
    } else {
        QStyleOptionViewItem panel = option;
        panel.state |= QStyle::State_Active;
        const bool selected = option.state & QStyle::State_Selected;
        if (selected)  // the focus stays in the text, the row is chosen all the same
            painter->fillRect(option.rect, m_theme.color(Role::Selection));
        else
            option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);
        if (selected)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                              m_theme.color(Role::Accent));
        paintName(*painter, paintRight(*painter, inner, index), index);
    }
    painter->restore();
}

void PaletteDelegate::paintHead(QPainter& painter, const QRect& area, const QString& title) const {
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.color(Role::TextMuted));
    painter.drawText(area.adjusted(0, 0, 0, -m_theme.px(3)), Qt::AlignLeft | Qt::AlignBottom, title);
}

QRect PaletteDelegate::paintRight(QPainter& painter, const QRect& area, const QModelIndex& index) const {
    const auto keys = index.data(PaletteModel::KeysRole).value<QKeySequence>();
    QRect left = area;
    if (!keys.isEmpty()) {
        paintKeyFrame(painter, m_theme, area, keys, m_theme.color(Role::TextMuted), m_theme.color(Role::Border));
        left.setRight(left.right() - keyFrameWidth(m_theme, keys) - m_theme.px(8));
    }
    const QString why = index.data(PaletteModel::WhyRole).toString();
    const QString detail = why.isEmpty() ? index.data(PaletteModel::DetailRole).toString() : why;
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.color(Role::TextMuted));
    const int most = left.width() * (why.isEmpty() ? 1 : 2) / 3;
    const QString shown = painter.fontMetrics().elidedText(detail, Qt::ElideRight, most);
    painter.drawText(left, Qt::AlignRight | Qt::AlignVCenter, shown);
    if (!shown.isEmpty())
        left.setRight(left.right() - painter.fontMetrics().horizontalAdvance(shown) - m_theme.px(8));
    return left;
}

// The letters that were found are strong and in the accent's colour, so they differ without colour too.
void PaletteDelegate::paintName(QPainter& painter, const QRect& area, const QModelIndex& index) const {
    const bool enabled = index.data(PaletteModel::WhyRole).toString().isEmpty();
    const int side = m_theme.px(16);
    if (const int icon = index.data(PaletteModel::IconRole).toInt(); icon >= 0)
        m_theme.icon(static_cast<Icon>(icon))
            .paint(&painter, QRect(area.left(), area.center().y() - side / 2, side, side));
    const QString text = index.data().toString();
    const auto letters = index.data(PaletteModel::LettersRole).value<QList<int>>();
    int x = area.left() + side + m_theme.px(8);
    for (int begin = 0; begin < text.size() && x < area.right();) {
        const bool found = letters.contains(begin);
        int end = begin + 1;
        while (end < text.size() && letters.contains(end) == found)
            ++end;
        const QString piece = text.mid(begin, end - begin);
        painter.setFont(m_theme.font(found ? TextStyle::BodyStrong : TextStyle::Body));
        painter.setPen(m_theme.color(!enabled ? Role::TextDisabled : found ? Role::AccentText : Role::Text));
        const QString shown = painter.fontMetrics().elidedText(piece, Qt::ElideRight, area.right() - x);
        const int width = painter.fontMetrics().horizontalAdvance(shown);
        painter.drawText(QRect(x, area.top(), width + 1, area.height()), Qt::AlignLeft | Qt::AlignVCenter, shown);
        x += shown == piece ? width : area.width();
        begin = end;
    }
}

}  // namespace touchstone::ui
