// SPDX-License-Identifier: GPL-3.0-or-later
//
// "12 new traces", over the head of the list while one has scrolled away from its newest end. A click leads there. It
// lies over the rows, so that none of them moves. GUI thread only.

#pragma once

#include <QPushButton>

class QTableView;

namespace touchstone::ui {

class Theme;

class NewStrip : public QPushButton {
    Q_OBJECT

public:
    NewStrip(const Theme& theme, QTableView& table);

    // So many rows came at the top.
    void add(int rows);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void clear();
    void place();

    const Theme& m_theme;
    QTableView& m_table;
    int m_rows = 0;
};

}  // namespace touchstone::ui
