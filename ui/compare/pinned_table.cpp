// SPDX-License-Identifier: GPL-3.0-or-later

#include "pinned_table.h"

#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QScrollBar>

namespace touchstone::ui {
namespace {

void prepare(QTableView& view) {
    view.setFrameShape(QFrame::NoFrame);
    view.setShowGrid(false);
    view.setWordWrap(false);
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setTabKeyNavigation(false);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.verticalHeader()->hide();
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

}  // namespace

PinnedTable::PinnedTable(QWidget* parent)
    : QWidget(parent), m_pinned(new QTableView), m_table(new QTableView), m_foot(new QWidget) {
    prepare(*m_pinned);
    prepare(*m_table);
    m_pinned->setFocusPolicy(Qt::NoFocus);
    m_pinned->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pinned->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_foot->setAutoFillBackground(true);
    m_foot->setFixedHeight(0);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_pinned, 0, 0);
    layout->addWidget(m_foot, 1, 0);
    layout->addWidget(m_table, 0, 1, 2, 1);
    layout->setColumnStretch(1, 1);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, m_pinned->verticalScrollBar(),
            &QScrollBar::setValue);
    connect(m_pinned->verticalScrollBar(), &QScrollBar::valueChanged, m_table->verticalScrollBar(),
            &QScrollBar::setValue);
    connect(m_table->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &PinnedTable::alignFeet);
}

// The views are taken down after this object has ended, and must not tell it of their last moves.
PinnedTable::~PinnedTable() {
    m_table->horizontalScrollBar()->disconnect(this);
    if (m_table->selectionModel())
        m_table->selectionModel()->disconnect(this);
}

void PinnedTable::takeFocus() {
    m_table->setFocus(Qt::OtherFocusReason);
}

void PinnedTable::setModel(QAbstractItemModel& model) {
    m_table->setModel(&model);
    m_pinned->setModel(&model);
    QItemSelectionModel* own = m_pinned->selectionModel();
    m_pinned->setSelectionModel(m_table->selectionModel());
    delete own;
    const auto hide = [this, &model] {
        m_table->setColumnHidden(0, true);
        for (int column = 1; column < model.columnCount(); ++column)
            m_pinned->setColumnHidden(column, true);
        m_pinned->setColumnWidth(0, m_pinned->width());
    };
    connect(&model, &QAbstractItemModel::modelReset, this, hide);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &PinnedTable::keepInTable);
    hide();
}

void PinnedTable::setRowHeight(int height) {
    for (QTableView* view : {m_pinned, m_table}) {
        view->verticalHeader()->setMinimumSectionSize(height);
        view->verticalHeader()->setDefaultSectionSize(height);
        view->verticalScrollBar()->setSingleStep(height / 3);
    }
}

void PinnedTable::setPinnedWidth(int width) {
    m_pinned->setFixedWidth(width);
    m_pinned->setColumnWidth(0, width);
}

// Both viewports end at the same row, with and without a scroll bar below the second.
void PinnedTable::alignFeet() {
    const QScrollBar* bar = m_table->horizontalScrollBar();
    m_foot->setFixedHeight(bar->maximum() > bar->minimum() ? bar->sizeHint().height() : 0);
}

// A click on the first column is a choice of the row: the keyboard stays in its column of the second view.
void PinnedTable::keepInTable(const QModelIndex& current, const QModelIndex& previous) {
    if (!current.isValid() || current.column() != 0)
        return;
    int column = previous.column();
    for (int next = 1; column <= 0 && next < current.model()->columnCount(); ++next)
        if (!m_table->isColumnHidden(next))
            column = next;
    if (column > 0)
        m_table->selectionModel()->setCurrentIndex(current.siblingAtColumn(column), QItemSelectionModel::NoUpdate);
}

}  // namespace touchstone::ui
