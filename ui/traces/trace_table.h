// SPDX-License-Identifier: GPL-3.0-or-later
//
// The list of traces: rows of one height, the columns a person chose, copying. GUI thread only.

#pragma once

#include "uibase/table_copy.h"

#include <QTableView>

#include <chrono>
#include <map>
#include <set>

namespace touchstone::ui {

class ColumnMenu;
class LatencyDelegate;
class Theme;
class TraceTableModel;

class TraceTable : public QTableView {
    Q_OBJECT

public:
    TraceTable(const Theme& theme, TraceTableModel& model, QWidget* parent = nullptr);

    [[nodiscard]] ColumnMenu& columns() const { return *m_columns; }
    // The latency whose bar is full.
    void setLongest(std::chrono::nanoseconds latency);
    // Grey lines where rows will be.
    void setLoading(bool loading);
    // The columns a person chose, as text; see column_menu.h. Where there is little room, those of tokens and tiers go
    // until there is more: they are chosen all the same.
    [[nodiscard]] QString columnsText() const;
    void restoreColumns(const QString& text);
    [[nodiscard]] std::int64_t selectedCount() const;
    // The selected rows; copied() says how many.
    void copy(TableFormat format);

Q_SIGNALS:
    void copied(const touchstone::ui::CopiedTable& table);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layoutRows();
    void layoutColumns();
    void keepPlace(int first, int last);
    void fitColumns();
    void fitVersions();
    [[nodiscard]] int roomForInput() const;
    void fetchAhead();

    const Theme& m_theme;
    TraceTableModel& m_model;
    LatencyDelegate* m_latency;
    ColumnMenu* m_columns;
    double m_zoom;
    bool m_loading = false;
    bool m_isFitting = false;
    std::map<int, int> m_away;  // columns for which there is no room, and their widths
    std::set<int> m_wanted;     // those that were brought back all the same
};

}  // namespace touchstone::ui
