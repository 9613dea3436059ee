// SPDX-License-Identifier: GPL-3.0-or-later

#include "problems_model.h"

#include "parts_model.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QApplication>
#include <QPainter>

namespace touchstone::ui {
namespace {

QString placeText(const Finding& finding) {
    const QString part = toQString(partOfPointer(finding.pointer));
    if (!finding.position)
        return part;
    return QStringLiteral("%1 %2:%3").arg(part).arg(finding.position->line).arg(finding.position->column);
}

Icon iconOf(int severity) {
    return severity == static_cast<int>(Severity::Error)     ? Icon::Error
           : severity == static_cast<int>(Severity::Warning) ? Icon::Warning
                                                             : Icon::Info;
}

Role inkOf(int severity) {
    return severity == static_cast<int>(Severity::Error)     ? Role::Worse
           : severity == static_cast<int>(Severity::Warning) ? Role::Warning
                                                             : Role::Info;
}

}  // namespace

void ProblemsModel::setFindings(std::vector<Finding> findings) {
    const int before = rowCount();
    const int now = static_cast<int>(findings.size());
    if (now < before)
        beginRemoveRows({}, now, before - 1);
    if (now > before)
        beginInsertRows({}, before, now - 1);
    m_findings = std::move(findings);
    if (now < before)
        endRemoveRows();
    if (now > before)
        endInsertRows();
    if (now > 0)
        Q_EMIT dataChanged(index(0), index(now - 1));
}

int ProblemsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Finding& finding = findingAt(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return toQString(finding.text);
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return toQString(toLine(finding));
        case SeverityRole:
            return static_cast<int>(finding.severity);
        case PlaceRole:
            return placeText(finding);
        case SuggestionRole:
            return toQString(finding.suggestion);
        default:
            return {};
    }
}

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {m_theme.px(200), m_theme.px(28)};
}

void ProblemDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    QStyleOptionViewItem panel = option;
    panel.index = index;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);
    QRect words = option.rect.adjusted(m_theme.px(12), 0, -m_theme.px(12), 0);
    const int severity = index.data(ProblemsModel::SeverityRole).toInt();
    const int side = m_theme.px(16);
    m_theme.icon(iconOf(severity), inkOf(severity))
        .paint(painter, QRect(words.left(), words.center().y() - side / 2, side, side));
    words.adjust(side + m_theme.px(8), 0, 0, 0);

    const auto write = [&](const QString& text, int flags) {
        const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, std::max(words.width(), 0));
        painter->drawText(words, flags | Qt::AlignVCenter, shown);
        return painter->fontMetrics().horizontalAdvance(shown) + m_theme.px(12);
    };
    painter->setFont(m_theme.font(TextStyle::Caption));
    painter->setPen(m_theme.color(Role::TextMuted));
    words.setRight(words.right() - write(index.data(ProblemsModel::PlaceRole).toString(), Qt::AlignRight));
    painter->setFont(m_theme.font(TextStyle::Body));
    painter->setPen(m_theme.color(Role::Text));
    words.setLeft(words.left() + write(index.data().toString(), Qt::AlignLeft));
    painter->setPen(m_theme.color(Role::TextMuted));
    write(index.data(ProblemsModel::SuggestionRole).toString(), Qt::AlignLeft);
    painter->restore();
}

}  // namespace touchstone::ui
