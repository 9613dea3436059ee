// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cases of a comparison as a table: one row a case, and what belongs together of both versions side by side.
// Figures are raw; delegates write them. Cases that were not run have empty cells.
//
// GUI thread only.

#pragma once

#include "eval/report.h"

#include <QAbstractTableModel>
#include <QCollator>
#include <QSortFilterProxyModel>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace touchstone::ui {

class CompareModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        CaseColumn,
        BaselineScore,
        CandidateScore,
        ScoreChange,
        BaselineOutput,
        CandidateOutput,
        BaselineLatency,
        CandidateLatency,
        BaselineCost,
        CandidateCost,
        kColumns
    };
    enum Role { PassedRole = Qt::UserRole + 1, StatusRole, SameRole, RunRole };

    using QAbstractTableModel::QAbstractTableModel;

    // Shows the first two contestants; null shows nothing.
    void setReport(std::shared_ptr<const eval::Report> report);

    [[nodiscard]] const eval::Case& caseAt(int row) const;
    // As people see it: "case 4" where the dataset gives no name.
    [[nodiscard]] QString nameAt(int row) const;
    // Null when that version has not run that case.
    [[nodiscard]] const eval::CaseResult* resultAt(int row, std::size_t contestant) const;
    [[nodiscard]] bool isComplete(int row) const;
    [[nodiscard]] bool isDifferent(int row) const;
    // Of the candidate's score; empty when one of them has not run the case.
    [[nodiscard]] std::optional<double> scoreChange(int row) const;
    [[nodiscard]] bool isFailing(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant caseData(int row, int role) const;
    [[nodiscard]] QVariant changeData(int row, int role) const;
    [[nodiscard]] QVariant resultData(const eval::CaseResult& result, int column, int role, int row) const;

    std::shared_ptr<const eval::Report> m_report;
    std::vector<std::array<const eval::CaseResult*, 2>> m_rows;  // by case; into m_report
};

// Which cases are shown, in which order: the dataset's until a column is chosen.
class CompareFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Show { All, Changed, Better, Worse, Failing };

    explicit CompareFilter(CompareModel& cases, QObject* parent = nullptr);

    void setShow(Show show);
    [[nodiscard]] int count(Show show) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    [[nodiscard]] bool accepts(Show show, int row) const;

    CompareModel& m_cases;
    QCollator m_names;  // "case 9" before "case 10"
    Show m_show = Show::All;
};

}  // namespace touchstone::ui
