// SPDX-License-Identifier: GPL-3.0-or-later

#include "case_table.h"

#include "uibase/format.h"
#include "uibase/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>

namespace touchstone::ui {
namespace {

bool isScore(int column) {
    return column == CompareModel::BaselineScore || column == CompareModel::CandidateScore;
}

bool isOutput(int column) {
    return column == CompareModel::BaselineOutput || column == CompareModel::CandidateOutput;
}

bool isLatency(int column) {
    return column == CompareModel::BaselineLatency || column == CompareModel::CandidateLatency;
}

}  // namespace

QString CaseDelegate::textOf(const QModelIndex& index) {
    const QVariant value = index.data();
    const int column = index.column();
    if (column == CompareModel::CaseColumn || isOutput(column))
        return value.toString();
    if (!index.data(CompareModel::RunRole).toBool())
        return {};
    if (isScore(column))
        return QStringLiteral("%1 %2").arg(
            index.data(CompareModel::PassedRole).toBool() ? QStringLiteral("✓") : QStringLiteral("✕"),
            formatScore(value.toDouble()));
    if (isLatency(column))
        return formatDuration(std::chrono::nanoseconds(value.toLongLong()));
    return formatMoney(value.isValid() ? std::optional(Money::fromPicodollars(value.toLongLong())) : std::nullopt);
}

void CaseDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = textOf(index);
    option->features |= QStyleOptionViewItem::HasDisplay;
    const int column = index.column();
    Role ink = Role::Text;
    if (isScore(column))
        ink = index.data(CompareModel::PassedRole).toBool() ? Role::Better : Role::Worse;
    else if (isOutput(column) && index.data(CompareModel::SameRole).toBool())
        ink = Role::TextMuted;
    else if (!isOutput(column) && column != CompareModel::CaseColumn)
        ink = Role::TextMuted;
    if (column != CompareModel::CaseColumn && !isOutput(column))
        option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::HighlightedText})
        option->palette.setColor(role, m_theme.color(ink));
}

CaseTable::CaseTable(const Theme& theme, QWidget* parent) : QTableView(parent), m_theme(theme) {
    setObjectName(QStringLiteral("cases"));
    setAccessibleName(tr("Cases"));
    setItemDelegate(new CaseDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(40);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    const auto fit = [this] {
        verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        verticalHeader()->setDefaultSectionSize(m_theme.px(28));
        layoutColumns();
    };
    connect(&theme, &Theme::themeChanged, this, fit);
    fit();
}

void CaseTable::layoutColumns() {
    if (!model() || model()->columnCount() < CompareModel::kColumns)
        return;
    int used = 0;
    const auto give = [&](int column, int pixels) {
        setColumnWidth(column, m_theme.px(pixels));
        used += m_theme.px(pixels);
    };
    give(CompareModel::CaseColumn, 168);
    for (const int first : {CompareModel::BaselineScore, CompareModel::CandidateScore}) {
        give(first, 76);
        give(first + 2, 76);
        give(first + 3, 88);
    }
    const int output = std::max((viewport()->width() - used) / 2, m_theme.px(120));
    setColumnWidth(CompareModel::BaselineOutput, output);
    setColumnWidth(CompareModel::CandidateOutput, output);
}

void CaseTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    layoutColumns();
}

void CaseTable::copySelection() const {
    QStringList lines;
    const auto row = [&](const auto& cell) {
        QStringList cells;
        for (int column = 0; column < CompareModel::kColumns; ++column)
            cells.append(QString(cell(column)).replace(QLatin1Char('\t'), QLatin1Char(' ')));
        lines.append(cells.join(QLatin1Char('\t')));
    };
    row([this](int column) { return model()->headerData(column, Qt::Horizontal).toString(); });
    QModelIndexList selection = selectionModel()->selectedRows();
    std::sort(selection.begin(), selection.end());
    for (const QModelIndex& selected : selection)
        row([&selected](int column) { return CaseDelegate::textOf(selected.siblingAtColumn(column)); });
    if (lines.size() > 1)
        QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void CaseTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else
        QTableView::keyPressEvent(event);
}

}  // namespace touchstone::ui
