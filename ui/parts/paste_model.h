// SPDX-License-Identifier: GPL-3.0-or-later
//
// What pasting a table would add to the examples: the rows as they would become, with what does not fit the schemas.
// Rows are checked a few milliseconds at a time, so that a large table stops nothing.
//
// GUI thread only.

#pragma once

#include "clipboard_table.h"
#include "examples_model.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <map>
#include <memory>
#include <vector>

namespace touchstone::schema {
class Schema;
}

namespace touchstone::ui {

// The column of the examples that a column of the table goes to; −1: it is left out.
using PasteMapping = std::vector<int>;

// By name where the first row has names of columns, else by order.
struct PasteGuess {
    PasteMapping mapping;
    bool header = false;
};
[[nodiscard]] PasteGuess guessMapping(const ClipboardTable& table, const std::vector<ExampleColumn>& columns);

class PasteModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit PasteModel(const Theme& theme, QObject* parent = nullptr);
    ~PasteModel() override;

    void setTable(ClipboardTable table, std::vector<ExampleColumn> columns, const Json& inputSchema,
                  const Json& outputSchema);
    void setMapping(PasteMapping mapping);
    void setHeader(bool header);

    [[nodiscard]] const ClipboardTable& table() const { return m_table; }
    [[nodiscard]] const PasteMapping& mapping() const { return m_mapping; }
    [[nodiscard]] bool hasHeader() const { return m_header; }
    [[nodiscard]] const std::vector<ExampleColumn>& columns() const { return m_columns; }
    // The name of a column of the table: of its head, or its number.
    [[nodiscard]] QString sourceName(std::size_t column) const;

    [[nodiscard]] Json exampleAt(int row) const;
    // All, or those nothing is wrong with. REQUIRES for the latter: isChecked().
    [[nodiscard]] std::vector<Json> examples(bool onlyFitting) const;
    [[nodiscard]] bool isChecked() const { return m_checked == rowCount(); }
    // So far.
    [[nodiscard]] int problemCount() const { return static_cast<int>(m_problems.size()); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    // More rows were checked, or the rows are others.
    void progressed();

private:
    void restart();
    void checkSome();
    [[nodiscard]] QString problemOf(int row) const;

    const Theme& m_theme;
    ClipboardTable m_table;
    std::vector<ExampleColumn> m_columns;
    std::unique_ptr<schema::Schema> m_input;
    std::unique_ptr<schema::Schema> m_output;
    PasteMapping m_mapping;
    bool m_header = false;
    std::map<int, QString> m_problems;
    int m_checked = 0;
    QTimer m_timer;
};

}  // namespace touchstone::ui
