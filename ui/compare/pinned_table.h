// SPDX-License-Identifier: GPL-3.0-or-later
//
// A table whose first column stays in sight: two views on one model with one selection, scrolled together. The first
// shows only column 0, the second all others; the keyboard is in the second.
//
// GUI thread only.

#pragma once

#include <QTableView>
#include <QWidget>

namespace touchstone::ui {

class PinnedTable : public QWidget {
    Q_OBJECT

public:
    explicit PinnedTable(QWidget* parent = nullptr);
    ~PinnedTable() override;

    // The keyboard goes to the second view. (A focus proxy would be one more stop of Tab.)
    void takeFocus();
    // Once.
    void setModel(QAbstractItemModel& model);
    void setRowHeight(int height);
    // Width of the first column.
    void setPinnedWidth(int width);

    [[nodiscard]] QTableView& pinned() const { return *m_pinned; }
    [[nodiscard]] QTableView& table() const { return *m_table; }

private:
    void alignFeet();
    void keepInTable(const QModelIndex& current, const QModelIndex& previous);

    QTableView* m_pinned;
    QTableView* m_table;
    QWidget* m_foot;  // beside the second view's scroll bar
};

}  // namespace touchstone::ui
