// SPDX-License-Identifier: GPL-3.0-or-later
//
// The list under the cursor: what fits, of which kind it is, and at the foot what the current one does. Without items
// it is a tip that shows the foot alone. It lies inside the window and never takes the focus.
//
// GUI thread only.

#pragma once

#include "uibase/completion.h"

#include <QFrame>

class QLabel;
class QListView;
class QStandardItemModel;

namespace touchstone::ui {

class Theme;

class CompletionPopup : public QFrame {
    Q_OBJECT

public:
    CompletionPopup(const Theme& theme, QWidget* parent);

    // `line` is the cursor's rectangle in the coordinates of the parent.
    void showAt(const QRect& line, Completions completions);
    [[nodiscard]] bool isTip() const { return m_completions.items.empty(); }
    [[nodiscard]] const Completions& completions() const { return m_completions; }
    [[nodiscard]] const Completion* current() const;
    // By one, by a page, or round the ends.
    void move(int rows);

Q_SIGNALS:
    void chosen();

private:
    void buildUi();
    void place(const QRect& line);
    void showHelp();

    const Theme& m_theme;
    Completions m_completions;
    QStandardItemModel* m_model;
    QListView* m_list;
    QLabel* m_help;
};

}  // namespace touchstone::ui
