// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a DiffView lists: headings, lines, and folds that stand for equal lines. GUI thread only.

#pragma once

#include "uibase/diff_view.h"

#include <QAbstractListModel>

namespace touchstone::ui {

struct DiffRow {
    enum class Kind { Heading, Line, Fold };
    Kind kind = Kind::Line;
    std::size_t section = 0;
    std::size_t line = 0;    // of the section; of a fold the first one
    std::size_t hidden = 0;  // lines behind a fold
};

class DiffView::Rows : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void setSections(std::vector<DiffSection> sections);
    // Shows the lines behind a fold.
    void unfold(int row);

    [[nodiscard]] const DiffRow& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] const DiffSection& sectionOf(const DiffRow& row) const { return m_sections[row.section]; }
    // REQUIRES: a row of kind Line
    [[nodiscard]] const text::AlignedLine& lineOf(const DiffRow& row) const {
        return m_sections[row.section].lines[row.line];
    }
    [[nodiscard]] bool isChange(int row) const;
    // "- old" and "+ new", one line each, with line ends; a heading is "@@ title".
    [[nodiscard]] QString plainText(int row) const;
    // Of the largest line number.
    [[nodiscard]] int digits() const { return m_digits; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void addSection(std::size_t section);

    std::vector<DiffSection> m_sections;
    std::vector<DiffRow> m_rows;
    int m_digits = 1;
};

// The texts of one side of a line, as they follow each other.
[[nodiscard]] QString sideText(const text::AlignedLine& line, text::Change without);

}  // namespace touchstone::ui
