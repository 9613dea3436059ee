// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rows of a table as text, to be pasted elsewhere: tab-separated for spreadsheets, Markdown for tickets, JSON for
// programs.
//
// GUI thread only.

#pragma once

#include <QString>

#include <functional>

class QMenu;
class QModelIndex;
class QTableView;

namespace touchstone::ui {

enum class TableFormat { Tsv, Markdown, Json };

// How cells are read.
struct TableReading {
    // As people see it; unset: the DisplayRole.
    std::function<QString(const QModelIndex&)> text = {};
    // What JSON gets, of cells and of heads (the keys); where it has no data: the text.
    int jsonRole = Qt::DisplayRole;
};

// Rows copied at once; more would keep the window from answering.
inline constexpr int kMaxCopiedRows = 2000;

struct CopiedTable {
    QString text;      // empty when nothing is selected
    int rows = 0;      // in `text`, without the heads; the first kMaxCopiedRows
    int selected = 0;  // rows
};

// The selected rows of `view` in the order shown, with the columns that are visible, in their order.
[[nodiscard]] CopiedTable selectionText(const QTableView& view, TableFormat format, const TableReading& reading = {});

// selectionText() into the clipboard, which stays as it is when nothing is selected.
CopiedTable copySelection(const QTableView& view, TableFormat format, const TableReading& reading = {});

// Appends "Copy as Markdown" and the like to `menu`; `copy` is called with the format that was chosen.
void addCopyActions(QMenu& menu, std::function<void(TableFormat)> copy);

}  // namespace touchstone::ui
