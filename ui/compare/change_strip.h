// SPDX-License-Identifier: GPL-3.0-or-later
//
// "What changed": above the table and on its columns, each part that differs with every version's change. It folds.
// GUI thread only.

#pragma once

#include "part_changes.h"

#include <QWidget>

class QHeaderView;
class QScrollBar;
class QToolButton;

namespace touchstone::ui {

class CaseTable;
class ElidedLabel;
class LinkButton;
class PinnedTable;
class Theme;

class ChangeStrip : public QWidget {
    Q_OBJECT

public:
    // All outlive the strip.
    ChangeStrip(const Theme& theme, PartChanges& changes, QWidget* parent = nullptr);

    // Its columns are those of `table` while that shows as many versions, else of one width.
    void followColumns(CaseTable& table);
    void setFolded(bool folded);
    // The same, until a person folds or unfolds it.
    void foldAtFirst(bool folded);
    // The keyboard goes to the parts, or to what opens them while they are folded.
    void takeFocus();
    [[nodiscard]] bool isFolded() const { return m_folded; }

Q_SIGNALS:
    // A part is to be read in full (empty: all of them), in a version counted from the baseline, 0.
    void opened(const QString& part, int version);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHead();
    void show();
    void open(const QModelIndex& row);
    void layoutRows();
    void layoutColumns();

    const Theme& m_theme;
    PartChanges& m_changes;
    QToolButton* m_fold = nullptr;
    ElidedLabel* m_count = nullptr;
    ElidedLabel* m_identical = nullptr;
    LinkButton* m_open = nullptr;
    PinnedTable* m_rows;
    CaseTable* m_table = nullptr;
    bool m_folded = false;
    bool m_chosen = false;  // by a person
};

}  // namespace touchstone::ui
