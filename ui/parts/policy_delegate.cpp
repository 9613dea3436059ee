// SPDX-License-Identifier: GPL-3.0-or-later

#include "policy_delegate.h"

#include "base/finding.h"
#include "policy_model.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QApplication>
#include <QPainter>

namespace touchstone::ui {
namespace {

// Draws as much as fits at the right and takes it off the line.
void drawAtRight(QPainter& painter, QRect& line, const QString& text) {
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width());
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, shown);
    line.setRight(line.right() - painter.fontMetrics().horizontalAdvance(shown) - 8);
}

void drawElided(QPainter& painter, const QRect& line, const QString& text) {
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, std::max(line.width(), 0)));
}

}  // namespace

Icon actionIcon(const QString& action) {
    if (action == QStringLiteral("block"))
        return Icon::Stop;
    if (action == QStringLiteral("redact"))
        return Icon::EyeOff;
    if (action == QStringLiteral("route"))
        return Icon::Routing;
    return Icon::Flag;
}

PolicyDelegate::PolicyDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize PolicyDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {m_theme.px(200), m_theme.px(46)};
}

QString PolicyDelegate::hitsText(const QModelIndex& index) const {
    if (!index.data(PolicyModel::BrokenRole).toString().isEmpty())
        return tr("cannot be tested");
    if (!index.data(PolicyModel::AppliesRole).toBool())
        return {};
    const int hits = index.data(PolicyModel::HitsRole).toInt();
    return hits == 0 ? tr("● applies") : tr("● %n hit(s)", nullptr, hits);
}

void PolicyDelegate::paintHead(QPainter& painter, QRect line, const QModelIndex& index) const {
    const QString action = index.data(PolicyModel::ActionRole).toString();
    painter.setFont(m_theme.font(TextStyle::Body));
    painter.setPen(m_theme.color(Role::Text));
    drawAtRight(painter, line, actionText(toUtf8(action)));
    const int side = m_theme.px(14);
    m_theme.icon(actionIcon(action))
        .paint(&painter, QRect(line.right() - side, line.center().y() - side / 2, side, side));
    line.setRight(line.right() - side - 8);
    if (const QVariant severity = index.data(PolicyModel::SeverityRole); severity.toInt() > 0) {
        const bool error = severity.toInt() == static_cast<int>(Severity::Error);
        m_theme.icon(error ? Icon::Error : Icon::Warning, error ? Role::Worse : Role::Warning)
            .paint(&painter, QRect(line.right() - side, line.center().y() - side / 2, side, side));
        line.setRight(line.right() - side - 8);
    }
    painter.setFont(m_theme.font(TextStyle::BodyStrong));
    drawElided(painter, line, index.data(PolicyModel::IdRole).toString());
}

void PolicyDelegate::paintFoot(QPainter& painter, QRect line, const QModelIndex& index) const {
    painter.setFont(m_theme.font(TextStyle::Caption));
    const bool broken = !index.data(PolicyModel::BrokenRole).toString().isEmpty();
    painter.setPen(m_theme.color(broken ? Role::Worse : Role::AccentText));
    drawAtRight(painter, line, hitsText(index));
    painter.setPen(m_theme.color(Role::TextMuted));
    drawElided(painter, line,
               tr("%1 · %2").arg(index.data(PolicyModel::StageRole).toString(),
                                 index.data(PolicyModel::DetectRole).toString()));
}

void PolicyDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    QStyleOptionViewItem panel = option;
    panel.index = index;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);
    const QRect words = option.rect.adjusted(m_theme.px(12), m_theme.px(4), -m_theme.px(12), -m_theme.px(4));
    const int half = words.height() / 2;
    paintHead(*painter, {words.left(), words.top(), words.width(), half}, index);
    paintFoot(*painter, {words.left(), words.top() + half, words.width(), words.height() - half}, index);
    painter->restore();
}

}  // namespace touchstone::ui
