// SPDX-License-Identifier: GPL-3.0-or-later
//
// Some cases of a comparison for copying: a column a figure, with raw values. GUI thread only.

#pragma once

#include "uibase/table_copy.h"
#include "uicompare/compared_cases.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace touchstone::ui {

class FlatCases : public QAbstractTableModel {
    Q_OBJECT

public:
    // `rows`: cases; `contestants`: whose figures, in their order.
    FlatCases(std::shared_ptr<const ComparedCases> cases, std::vector<int> rows, std::vector<int> contestants);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const ComparedCases> m_cases;
    std::vector<int> m_rows;
    std::vector<int> m_contestants;
};

// All rows of `cases` as text.
[[nodiscard]] CopiedTable textOf(FlatCases& cases, TableFormat format);

}  // namespace touchstone::ui
