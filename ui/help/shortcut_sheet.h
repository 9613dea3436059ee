// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sheet of shortcuts of a window: by place, searchable, to copy and to print.

#pragma once

#include "uihelp/shortcuts.h"

#include <QDialog>

class QLabel;
class QTreeWidget;

namespace touchstone::ui {

class SearchLine;
class Theme;

class ShortcutSheet : public QDialog {
    Q_OBJECT

public:
    // `window` is both what is described and the parent; `theme` outlives the sheet.
    ShortcutSheet(const Theme& theme, QWidget& window);

private:
    [[nodiscard]] QWidget* makeButtons();
    void list();
    void filter(const QString& words);
    void copy();
    void print();

    const Theme& m_theme;
    const QList<ShortcutGroup> m_groups;
    SearchLine* m_search;
    QTreeWidget* m_tree;
    QLabel* m_nothing;
};

}  // namespace touchstone::ui
