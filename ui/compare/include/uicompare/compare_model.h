// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cases of a comparison as a table: a row a case, a column for what was expected and one for each version. Values
// are raw; delegates make them readable. Cases that were not run have empty cells.
//
// GUI thread only.

#pragma once

#include "uicompare/compared_cases.h"

#include <QAbstractProxyModel>
#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace touchstone::ui {

class CompareModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { CaseColumn, ExpectedColumn, FirstVersion };

    using QAbstractTableModel::QAbstractTableModel;

    // Null shows nothing. Of the same table the rows stay, and their data changes.
    void setCases(std::shared_ptr<const ComparedCases> cases);
    [[nodiscard]] const std::shared_ptr<const ComparedCases>& cases() const { return m_cases; }

    // Which contestant a column shows; -1 for the others.
    [[nodiscard]] static int contestantOf(int column) { return column >= FirstVersion ? column - FirstVersion : -1; }
    [[nodiscard]] static int columnOf(int contestant) { return contestant + FirstVersion; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    // DisplayRole: the name, what was expected, the answer or why there is none; AccessibleTextRole says all of a cell.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant caseData(std::size_t row, int role) const;
    [[nodiscard]] QVariant answerData(std::size_t row, std::size_t contestant, int role) const;

    std::shared_ptr<const ComparedCases> m_cases;
};

// The cases that are shown, in their order. A new arrangement is a reset, which costs the same for any number of rows;
// whoever shows the model keeps the selection by caseAt() and rowOf(). When cases change, rows come, go and move, and
// what is selected stays selected.
class CompareFilter : public QAbstractProxyModel {
    Q_OBJECT

public:
    explicit CompareFilter(CompareModel& cases, QObject* parent = nullptr);

    void arrange(const CaseArrangement& arrangement);
    // Counts from the next change of the cases on.
    void arrangeNext(const CaseArrangement& arrangement) { m_arrangement = arrangement; }
    [[nodiscard]] const CaseArrangement& arrangement() const { return m_arrangement; }
    [[nodiscard]] int caseAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    // -1 when the case is not shown.
    [[nodiscard]] int rowOf(int testCase) const;
    // Cells that differ from the baseline's: all that are shown, and those up to and with this one.
    [[nodiscard]] int differences() const;
    [[nodiscard]] int differencesUpTo(int row, int contestant) const;
    // The next (or previous) such cell after this one; invalid when there is none. Row -1 is before all.
    [[nodiscard]] QModelIndex nextDifference(int row, int contestant, bool forward) const;

    [[nodiscard]] QModelIndex mapToSource(const QModelIndex& index) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex& index) const override;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex&) const override { return {}; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void fill();
    void adopt();
    void adoptHeads();
    void reorder(std::vector<int> rows);
    void findPlaces();

    CompareModel& m_cases;
    CaseArrangement m_arrangement;
    std::vector<int> m_rows;         // case by row
    std::vector<int> m_places;       // row by case, -1: not shown
    std::vector<int> m_differences;  // by row: how many cells differ in the rows before; one more entry at the end
};

}  // namespace touchstone::ui
