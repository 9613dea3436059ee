// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus_delegates.h"

#include "documents_model.h"
#include "hits_model.h"
#include "uibase/format.h"
#include "uibase/theme.h"

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

void drawElided(QPainter& painter, const QRect& line, const QString& text, Qt::Alignment side = Qt::AlignLeft) {
    painter.drawText(line, static_cast<int>(side | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, std::max(line.width(), 0)));
}

}  // namespace

DocumentDelegate::DocumentDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize DocumentDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {m_theme.px(120), m_theme.px(26)};
}

void DocumentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    paintPanel(*painter, option, index);
    QRect line = option.rect.adjusted(m_theme.px(12), 0, -m_theme.px(12), 0);
    painter->setFont(m_theme.font(TextStyle::Caption));
    painter->setPen(m_theme.color(Role::TextMuted));
    const QString size = index.data(DocumentsModel::SizeRole).toString();
    drawElided(*painter, line, size, Qt::AlignRight);
    line.setRight(line.right() - painter->fontMetrics().horizontalAdvance(size) - m_theme.px(8));
    painter->setFont(m_theme.font(TextStyle::Body));
    painter->setPen(m_theme.color(Role::Text));
    drawElided(*painter, line, index.data().toString());
    painter->restore();
}

HitDelegate::HitDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {m_theme.px(200), m_theme.px(46)};
}

// At the right end of the line, which becomes shorter by it.
void HitDelegate::paintScore(QPainter& painter, QRect& line, double score) const {
    painter.setFont(m_theme.font(TextStyle::Body));
    painter.setPen(m_theme.color(Role::Text));
    const QString text = formatScore(score);
    drawElided(painter, line, text, Qt::AlignRight);
    line.setRight(line.right() - painter.fontMetrics().horizontalAdvance(QStringLiteral("0.00")) - m_theme.px(8));
    const int width = std::min(m_theme.px(64), line.width() / 3);
    QRect bar(line.right() - width, line.center().y() - m_theme.px(3), width, m_theme.px(6));
    painter.fillRect(bar, m_theme.color(Role::Sunken));
    bar.setWidth(static_cast<int>(width * std::clamp(score, 0.0, 1.0)));
    painter.fillRect(bar, m_theme.color(Role::Accent));
    line.setRight(line.right() - width - m_theme.px(12));
}

void HitDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    paintPanel(*painter, option, index);
    const QRect words = option.rect.adjusted(m_theme.px(12), m_theme.px(4), -m_theme.px(12), -m_theme.px(4));
    const bool chosen = index.data(HitsModel::ChosenRole).toBool();
    const int side = m_theme.px(14);
    QRect head(words.left(), words.top(), words.width(), words.height() / 2);
    m_theme.icon(chosen ? Icon::Check : Icon::Close, chosen ? Role::Better : Role::TextMuted)
        .paint(painter, QRect(head.left(), head.center().y() - side / 2, side, side));
    head.setLeft(head.left() + side + m_theme.px(8));
    const int indent = head.left();
    paintScore(*painter, head, index.data(HitsModel::ScoreRole).toDouble());
    painter->setFont(m_theme.font(chosen ? TextStyle::BodyStrong : TextStyle::Body));
    painter->setPen(m_theme.color(chosen ? Role::Text : Role::TextMuted));
    drawElided(*painter, head, index.data(HitsModel::TitleRole).toString());
    painter->setFont(m_theme.font(TextStyle::Caption));
    painter->setPen(m_theme.color(Role::TextMuted));
    const QRect foot(indent, words.top() + words.height() / 2, words.right() - indent, words.height() / 2);
    drawElided(
        *painter, foot,
        tr("%1 · %2").arg(index.data(HitsModel::FateRole).toString(), index.data(HitsModel::SnippetRole).toString()));
    painter->restore();
}

}  // namespace touchstone::ui
