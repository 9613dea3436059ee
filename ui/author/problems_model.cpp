// SPDX-License-Identifier: GPL-3.0-or-later

#include "problems_model.h"

#include "parts_model.h"
#include "quick_fixes.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

#include <charconv>

namespace touchstone::ui {
namespace {

// Counted from 1, as the table of examples does; 0 elsewhere.
int exampleOf(const std::string& pointer) {
    constexpr std::string_view kExamples = "/prompt/examples/";
    int index = -1;
    if (pointer.starts_with(kExamples))
        std::from_chars(pointer.data() + kExamples.size(), pointer.data() + pointer.size(), index);
    return index + 1;
}

QString placeText(const Finding& finding) {
    const QString part = toQString(partOfPointer(finding.pointer));
    if (const int example = exampleOf(finding.pointer); example > 0)
        return ProblemsModel::tr("%1 · example %2").arg(part).arg(example);
    if (!finding.position)
        return part;
    return QStringLiteral("%1 %2:%3").arg(part).arg(finding.position->line).arg(finding.position->column);
}

const QString kFixKey = QStringLiteral("Alt+Enter");

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

void ProblemsModel::setFindings(std::vector<Finding> findings, bool repairable) {
    const auto before = static_cast<std::ptrdiff_t>(m_findings.size());
    const auto now = static_cast<std::ptrdiff_t>(findings.size());
    QStringList fixes;
    for (const Finding& finding : findings) {
        const std::vector<QuickFix> known = repairable ? quickFixes(finding) : std::vector<QuickFix>();
        fixes.append(known.empty() ? QString() : known.front().title);
    }
    if (now < before) {
        beginRemoveRows({}, static_cast<int>(now), static_cast<int>(before) - 1);
        m_findings.resize(findings.size());
        m_fixes.resize(now);
        endRemoveRows();
    } else if (now > before) {
        beginInsertRows({}, static_cast<int>(before), static_cast<int>(now) - 1);
        m_findings.insert(m_findings.end(), findings.begin() + before, findings.end());
        m_fixes += fixes.mid(before);
        endInsertRows();
    }
    m_findings = std::move(findings);
    m_fixes = fixes;
    if (now > 0)
        Q_EMIT dataChanged(index(0), index(static_cast<int>(now) - 1));
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
            return m_fixes[index.row()].isEmpty()
                       ? toQString(toLine(finding))
                       : tr("%1. Alt+Enter: %2").arg(toQString(toLine(finding)), m_fixes[index.row()]);
        case SeverityRole:
            return static_cast<int>(finding.severity);
        case PlaceRole:
            return placeText(finding);
        case SuggestionRole:
            return m_fixes[index.row()].isEmpty() ? toQString(finding.suggestion) : QString();
        case FixRole:
            return m_fixes[index.row()];
        default:
            return {};
    }
}

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {m_theme.px(200), m_theme.px(28)};
}

int ProblemDelegate::keyWidth() const {
    return QFontMetrics(m_theme.font(TextStyle::Caption)).horizontalAdvance(kFixKey) + m_theme.px(12);
}

QRect ProblemDelegate::fixRect(const QRect& row, const QModelIndex& index, bool current) const {
    const QString fix = index.data(ProblemsModel::FixRole).toString();
    if (fix.isEmpty())
        return {};
    const int key = current ? keyWidth() + m_theme.px(8) : 0;
    const int link = QFontMetrics(m_theme.font(TextStyle::Body)).horizontalAdvance(fix) + m_theme.px(26);
    const int width = std::min(key + link, row.width() / 2);
    return {row.right() - m_theme.px(12) - width, row.top(), width, row.height()};
}

void ProblemDelegate::paintFix(QPainter& painter, const QRect& rect, const QModelIndex& index, bool current) const {
    const int side = m_theme.px(16);
    m_theme.icon(Icon::Bulb, Role::AccentText)
        .paint(&painter, QRect(rect.left(), rect.center().y() - side / 2, side, side));
    QRect words = rect.adjusted(side + m_theme.px(6), 0, 0, 0);
    if (current) {
        const QRect key(rect.right() - keyWidth(), rect.center().y() - m_theme.px(9), keyWidth(), m_theme.px(18));
        painter.setFont(m_theme.font(TextStyle::Caption));
        painter.setPen(m_theme.color(Role::BorderStrong));
        painter.drawRoundedRect(QRectF(key).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(4), m_theme.px(4));
        painter.setPen(m_theme.color(Role::TextMuted));
        painter.drawText(key, Qt::AlignCenter, kFixKey);
        words.setRight(key.left() - m_theme.px(8));
    }
    painter.setFont(m_theme.font(TextStyle::Body));
    painter.setPen(m_theme.color(Role::AccentText));
    painter.drawText(
        words, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(index.data(ProblemsModel::FixRole).toString(), Qt::ElideRight, words.width()));
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
    const auto* list = qobject_cast<const QAbstractItemView*>(option.widget);
    const bool current = list && list->currentIndex() == index;
    if (const QRect fix = fixRect(option.rect, index, current); !fix.isEmpty()) {
        paintFix(*painter, fix, index, current);
        words.setRight(fix.left() - m_theme.px(12));
    }
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
