// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table of a comparison: the cases stay at the left, the versions beside them; n and p go from difference to
// difference, 2 to 6 to a version, Enter opens a case. Which case and version is current survives filter and sort.
//
// GUI thread only.

#pragma once

#include "pinned_table.h"
#include "uibase/table_copy.h"
#include "uicompare/compare_model.h"

class QMenu;

namespace touchstone::ui {

class CellDelegate;
class ColumnMenu;
class Theme;
class VersionHead;

class CaseTable : public PinnedTable {
    Q_OBJECT

public:
    // Both outlive the table.
    CaseTable(const Theme& theme, CompareModel& model, CompareFilter& filter, QWidget* parent = nullptr);

    // Of the same table, what is in sight, current and selected stays.
    void setCases(std::shared_ptr<const ComparedCases> cases);
    void arrange(const CaseArrangement& arrangement);

    // See VersionHead.
    void setDraftNumber(std::int64_t number);

    // -1 without one.
    [[nodiscard]] int currentCase() const;
    [[nodiscard]] int currentContestant() const;
    void step(int rows);
    void stepDifference(bool forward);
    void focusVersion(int contestant);
    // The menu that sorts by a column, at its head.
    void openSortMenu();
    // The chooser of columns; another one after each setCases().
    [[nodiscard]] QMenu* columnMenu() const;
    // The selected cases with raw values.
    void copy(TableFormat format);
    // The cases that are selected, as they stand.
    [[nodiscard]] std::vector<int> selectedCases() const;

    [[nodiscard]] QString columnsText() const;
    void restoreColumns(const QString& text);
    // What fits into the width; a person's own widths stay.
    void layoutColumns();

Q_SIGNALS:
    void currentChanged();
    void opened();
    // The same, to see how the answer differs.
    void differenceRequested();
    void left();
    void columnsChanged();
    void sortRequested(touchstone::ui::CaseSort sort, std::size_t contestant, bool descending);
    void copied(const touchstone::ui::CopiedTable& table);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void applyTheme();
    void makeColumnMenu();
    void exchangeCases(std::shared_ptr<const ComparedCases> cases);
    void wire(VersionHead* head);
    void select(int testCase, int column);
    [[nodiscard]] std::vector<int> shownContestants() const;
    bool handleKey(QKeyEvent& key);
    void showSortMenu(int column, const QPoint& place);
    void showRowMenu(const QPoint& place);

    const Theme& m_theme;
    CompareModel& m_model;
    CompareFilter& m_filter;
    CellDelegate* m_cells;
    VersionHead* m_head;
    VersionHead* m_caseHead;
    ColumnMenu* m_columns = nullptr;
    QString m_columnsWanted;
    bool m_ownWidths = false;  // a person made them
    bool m_layingOut = false;
};

}  // namespace touchstone::ui
