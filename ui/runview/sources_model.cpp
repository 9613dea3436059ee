// SPDX-License-Identifier: GPL-3.0-or-later

#include "sources_model.h"

#include "uibase/format.h"
#include "uibase/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <iterator>

namespace touchstone::ui {

QString placeText(const SourceRow& source) {
    if (!source.lines)
        return source.document;
    const QString first = formatCount(static_cast<std::int64_t>(source.lines->first));
    const QString last = formatCount(static_cast<std::int64_t>(source.lines->second));
    return source.lines->first == source.lines->second ? QStringLiteral("%1:%2").arg(source.document, first)
                                                       : QStringLiteral("%1:%2–%3").arg(source.document, first, last);
}

// Rows that stay get their new content first, so that those that come or go are the last ones.
void SourcesModel::setRows(std::vector<SourceRow> rows) {
    const int before = rowCount();
    const int now = static_cast<int>(rows.size());
    const auto kept = static_cast<std::ptrdiff_t>(std::min(before, now));
    std::move(rows.begin(), rows.begin() + kept, m_rows.begin());
    if (kept > 0)
        Q_EMIT dataChanged(index(0), index(static_cast<int>(kept) - 1));
    if (now < before) {
        beginRemoveRows({}, now, before - 1);
        m_rows.resize(rows.size());
        endRemoveRows();
    } else if (now > before) {
        beginInsertRows({}, before, now - 1);
        m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin() + kept), std::make_move_iterator(rows.end()));
        endInsertRows();
    }
}

int SourcesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SourcesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const SourceRow& source = at(index.row());
    const QString numbers = tr("%1 · %2").arg(formatScore(source.score), formatTokens(source.tokens));
    const QString note = source.compressed ? tr("shortened") : source.dropped;
    switch (role) {
        case Qt::DisplayRole:
            return source.title;
        case Qt::ToolTipRole:
            return note.isEmpty() ? placeText(source) : QStringLiteral("%1 · %2").arg(placeText(source), note);
        case Qt::AccessibleTextRole:
            return source.index > 0
                       ? tr("Source %1, %2, %3, score and tokens %4 %5")
                             .arg(QString::number(source.index), source.title, placeText(source), numbers, note)
                       : tr("Left out: %1, %2, score and tokens %3, %4")
                             .arg(source.title, placeText(source), numbers, note);
        case IndexRole:
            return static_cast<qlonglong>(source.index);
        case PlaceRole:
            return placeText(source);
        case NumbersRole:
            return numbers;
        case NoteRole:
            return note;
        default:
            return {};
    }
}

QSize SourceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {m_theme.px(200), m_theme.px(28)};
}

void SourceDelegate::paintNumber(QPainter& painter, const QRect& place, std::int64_t number) const {
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(number > 0 ? touchstone::ui::Role::AccentTint : touchstone::ui::Role::Sunken));
    painter.drawRoundedRect(place, 3, 3);
    painter.setPen(m_theme.color(number > 0 ? touchstone::ui::Role::AccentText : touchstone::ui::Role::TextMuted));
    painter.drawText(place, Qt::AlignCenter, number > 0 ? QString::number(number) : QStringLiteral("✕"));
}

void SourceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    QStyleOptionViewItem panel = option;
    panel.index = index;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);
    QRect words = option.rect.adjusted(m_theme.px(12), 0, -m_theme.px(12), 0);
    const int side = m_theme.px(18);
    const std::int64_t number = index.data(SourcesModel::IndexRole).toLongLong();
    paintNumber(*painter, QRect(words.left(), words.center().y() - side / 2, side, side), number);
    words.adjust(side + m_theme.px(8), 0, 0, 0);

    const auto write = [&](const QString& text, int flags) {
        const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, std::max(words.width(), 0));
        painter->drawText(words, flags | Qt::AlignVCenter, shown);
        return shown.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(shown) + m_theme.px(12);
    };
    using enum touchstone::ui::Role;
    painter->setFont(m_theme.font(TextStyle::Caption));
    painter->setPen(m_theme.color(Text));
    words.setRight(words.right() - write(index.data(SourcesModel::NumbersRole).toString(), Qt::AlignRight));
    painter->setPen(m_theme.color(TextMuted));
    words.setRight(words.right() - write(index.data(SourcesModel::PlaceRole).toString(), Qt::AlignRight));
    painter->setPen(m_theme.color(Warning));
    words.setRight(words.right() - write(index.data(SourcesModel::NoteRole).toString(), Qt::AlignRight));
    painter->setFont(m_theme.font(TextStyle::Body));
    painter->setPen(m_theme.color(number > 0 ? Text : TextMuted));
    write(index.data().toString(), Qt::AlignLeft);
    painter->restore();
}

}  // namespace touchstone::ui
