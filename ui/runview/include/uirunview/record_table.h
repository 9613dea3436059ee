// SPDX-License-Identifier: GPL-3.0-or-later
//
// A short table to read: attempts, checks, verdicts, cost lines of one run. Ctrl+C copies the chosen rows.
//
// GUI thread only.

#pragma once

#include "uibase/tokens.h"

#include <QTableView>

#include <vector>

namespace touchstone::ui {

class Theme;

struct RecordCell {
    QString text;
    Role ink = Role::Text;
    bool strong = false;
};
using RecordRow = std::vector<RecordCell>;

struct RecordColumn {
    QString title;
    int width;  // design pixels; 0: what the others leave
    bool number = false;
};

class RecordTable : public QTableView {
    Q_OBJECT

public:
    // `name` is what a screen reader calls the table.
    RecordTable(const Theme& theme, const QString& name, std::vector<RecordColumn> columns, QWidget* parent = nullptr);

    // Selects nothing. REQUIRES: each row has a cell for each column
    void setRows(std::vector<RecordRow> rows);
    // −1: none.
    void setCurrentRow(int row);
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void currentRowChanged(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    class Records;
    class Delegate;

    void layoutSections();

    const Theme& m_theme;
    std::vector<RecordColumn> m_columns;
    Records* m_records;
};

}  // namespace touchstone::ui
