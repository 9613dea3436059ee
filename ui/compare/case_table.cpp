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

bool isText(int column) {
    return column == CompareModel::CaseColumn || isOutput(column);
}

Delta deltaOf(const QModelIndex& index) {
    return {index.data().toDouble(), DeltaUnit::Score};
}

Role changeInk(const QModelIndex& index) {
    const Verdict verdict = verdictOf(deltaOf(index));
    return verdict == Verdict::Better ? Role::Better : verdict == Verdict::Worse ? Role::Worse : Role::TextMuted;
}

Role inkOf(const QModelIndex& index) {
    const int column = index.column();
    if (isScore(column))
        return index.data(CompareModel::PassedRole).toBool() ? Role::Better : Role::Worse;
    if (column == CompareModel::ScoreChange)
        return changeInk(index);
    const bool quiet = isOutput(column) ? index.data(CompareModel::SameRole).toBool() : !isText(column);
    return quiet ? Role::TextMuted : Role::Text;
}

}  // namespace

QString CaseDelegate::textOf(const QModelIndex& index) {
    const QVariant value = index.data();
    const int column = index.column();
    if (isText(column))
        return value.toString();
    if (!index.data(CompareModel::RunRole).toBool())
        return {};
    if (isScore(column))
        return QStringLiteral("%1 %2").arg(
            index.data(CompareModel::PassedRole).toBool() ? QStringLiteral("✓") : QStringLiteral("✕"),
            formatScore(value.toDouble()));
    if (column == CompareModel::ScoreChange)
        return value.toDouble() == 0 ? QStringLiteral("=") : formatDelta(deltaOf(index));
    if (isLatency(column))
        return formatDuration(std::chrono::nanoseconds(value.toLongLong()));
    return formatMoney(value.isValid() ? std::optional(Money::fromPicodollars(value.toLongLong())) : std::nullopt);
}

void CaseDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = textOf(index);
    option->features |= QStyleOptionViewItem::HasDisplay;
    if (!isText(index.column()))
        option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::HighlightedText})
        option->palette.setColor(role, m_theme.color(inkOf(index)));
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
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(&theme, &Theme::themeChanged, this, &CaseTable::layoutColumns);
}

void CaseTable::setModel(QAbstractItemModel* model) {
    QTableView::setModel(model);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    horizontalHeader()->setSortIndicatorClearable(true);  // the third click restores the model's order
    setSortingEnabled(true);
    layoutColumns();
}

// At the present zoom; the outputs share what the figures leave.
void CaseTable::layoutColumns() {
    constexpr std::array<int, CompareModel::kColumns> kWidths{124, 80, 80, 84, 0, 0, 88, 88, 96, 96};
    constexpr int kRow = 28;
    QHeaderView* header = horizontalHeader();
    verticalHeader()->setMinimumSectionSize(m_theme.px(kRow));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(m_theme.px(kRow));
    setMinimumHeight(m_theme.px(kRow * 4));
    header->setMinimumSectionSize(m_theme.px(56));
    for (int column = 0; column < header->count(); ++column)
        if (isOutput(column))
            header->setSectionResizeMode(column, QHeaderView::Stretch);
        else
            header->resizeSection(column, m_theme.px(kWidths[static_cast<std::size_t>(column)]));
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
