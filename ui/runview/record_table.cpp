// SPDX-License-Identifier: GPL-3.0-or-later

#include "uirunview/record_table.h"

#include "uibase/table_copy.h"
#include "uibase/theme.h"

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace touchstone::ui {
namespace {

constexpr int kRowHeight = 28;
constexpr int kMargin = 10;  // as heads have it
constexpr int kShownRows = 6;

}  // namespace

class RecordTable::Records : public QAbstractTableModel {
public:
    Records(const std::vector<RecordColumn>& columns, QObject* parent)
        : QAbstractTableModel(parent), m_columns(columns) {}

    void assign(std::vector<RecordRow> rows) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    [[nodiscard]] const RecordCell& at(const QModelIndex& index) const {
        return m_rows[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
    }
    [[nodiscard]] int alignment(int column) const {
        return static_cast<int>((m_columns[static_cast<std::size_t>(column)].number ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        if (role == Qt::TextAlignmentRole)
            return alignment(index.column());
        return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(at(index).text) : QVariant();
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (orientation != Qt::Horizontal)
            return {};
        if (role == Qt::TextAlignmentRole)
            return alignment(section);
        return role == Qt::DisplayRole ? QVariant(m_columns[static_cast<std::size_t>(section)].title) : QVariant();
    }

private:
    const std::vector<RecordColumn>& m_columns;
    std::vector<RecordRow> m_rows;
};

class RecordTable::Delegate : public QStyledItemDelegate {
public:
    Delegate(const Theme& theme, const Records& records, QObject* parent)
        : QStyledItemDelegate(parent), m_theme(theme), m_records(records) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem panel = option;
        panel.index = index;
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          m_theme.color(Role::Border));
        const RecordCell& cell = m_records.at(index);
        const int margin = m_theme.px(kMargin);
        const QRect rect = option.rect.adjusted(margin, 0, -margin, 0);
        painter->setFont(m_theme.font(cell.strong ? TextStyle::BodyStrong : TextStyle::Body));
        painter->setPen(m_theme.color(cell.ink));
        painter->drawText(rect, m_records.alignment(index.column()),
                          painter->fontMetrics().elidedText(cell.text, Qt::ElideRight, rect.width()));
    }

private:
    const Theme& m_theme;
    const Records& m_records;
};

RecordTable::RecordTable(const Theme& theme, const QString& name, std::vector<RecordColumn> columns, QWidget* parent)
    : QTableView(parent), m_theme(theme), m_columns(std::move(columns)), m_records(new Records(m_columns, this)) {
    setAccessibleName(name);
    setModel(m_records);
    setItemDelegate(new Delegate(theme, *m_records, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    layoutSections();
    connect(&theme, &Theme::themeChanged, this, &RecordTable::layoutSections);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { Q_EMIT currentRowChanged(current.row()); });
}

void RecordTable::layoutSections() {
    verticalHeader()->setMinimumSectionSize(m_theme.px(kRowHeight));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(m_theme.px(kRowHeight));
    horizontalHeader()->setMinimumSectionSize(m_theme.px(28));
    for (int column = 0; column < horizontalHeader()->count(); ++column)
        if (const int width = m_columns[static_cast<std::size_t>(column)].width; width > 0)
            horizontalHeader()->resizeSection(column, m_theme.px(width));
        else
            horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    updateGeometry();
}

void RecordTable::setRows(std::vector<RecordRow> rows) {
    m_records->assign(std::move(rows));
    updateGeometry();
}

void RecordTable::setCurrentRow(int row) {
    if (row < 0)
        return clearSelection(), setCurrentIndex({});
    if (row != currentRow())
        selectRow(row);
}

int RecordTable::currentRow() const {
    return currentIndex().row();
}

QSize RecordTable::sizeHint() const {
    const int rows = std::clamp(m_records->rowCount(), 1, kShownRows);
    return {m_theme.px(400), horizontalHeader()->sizeHint().height() + rows * m_theme.px(kRowHeight) + 2};
}

void RecordTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy))
        copySelection(*this, TableFormat::Tsv);
    else
        QTableView::keyPressEvent(event);
}

}  // namespace touchstone::ui
