// SPDX-License-Identifier: GPL-3.0-or-later
//
// The examples of a prompt as a table: a row one example, a column one input field, the output last. The model edits
// the part in place; an edit touches its row only, however many there are.
//
// GUI thread only.

#pragma once

#include "base/finding.h"
#include "base/json.h"
#include "json_members.h"

#include <QAbstractTableModel>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace touchstone::ui {

class Theme;

// What a column shows. `schema` is null where no schema describes it.
struct ExampleColumn {
    std::string key;  // of the input; empty: the output
    QString title;
    Json schema = Json::object();

    [[nodiscard]] bool isOutput() const { return key.empty(); }
};

class ExamplesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    // The cell's JSON as compact text; empty where there is none.
    static constexpr int JsonRole = Qt::UserRole;
    // What the cell may be, as texts, where its schema has a few values or it is yes or no.
    static constexpr int ChoicesRole = Qt::UserRole + 1;

    explicit ExamplesModel(const Theme& theme, QObject* parent = nullptr);

    // The whole part `prompt`. Rows that stay the same keep their identity.
    void setPart(const Json& part);
    [[nodiscard]] const Json& part() const { return m_part; }
    // The schema of the input and, null when it is text, of the output.
    void setSchemas(const Json& input, const Json& output);
    void setReadOnly(bool readOnly);
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    // Not read-only, and a list that can be edited as a table.
    [[nodiscard]] bool isEditable() const;
    // Pointers begin with "/prompt/examples/".
    void setFindings(const std::vector<Finding>& findings);
    // Rows that something is wrong with, in order.
    [[nodiscard]] const std::map<int, std::vector<Finding>>& findings() const { return m_findings; }

    [[nodiscard]] const std::vector<ExampleColumn>& columns() const { return m_columns; }
    // Null where the example has no such field.
    [[nodiscard]] const Json* valueAt(int row, int column) const;
    [[nodiscard]] const Json& exampleAt(int row) const;
    [[nodiscard]] int columnOf(const std::string& key) const;
    // The cell a finding's pointer names; the first of its row when it names no column.
    struct Cell {
        int row = 0;
        int column = 0;
    };
    [[nodiscard]] std::optional<Cell> placeOf(const Finding& finding) const;

    // Each emits edited(), unless nothing changes.
    void insert(int row, std::vector<Json> examples, const QString& what);
    void remove(std::vector<int> rows);
    // Rows that stand together, by −1 or +1.
    void move(int first, int last, int by);
    // Takes the value of a cell away.
    void clear(const QModelIndexList& cells);
    // How examples are chosen, the part's `select`; nothing: it has none.
    void setSelect(std::optional<Json> select, const QString& what);
    // An example as the schemas begin it: texts empty, everything else left out.
    [[nodiscard]] Json blank() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void edited(const QString& what);

private:
    [[nodiscard]] const Json* list() const;
    [[nodiscard]] Json& listForEdit();
    void adopt(const Json& part);
    void makeColumns();
    void resetColumns(std::vector<ExampleColumn> columns);
    void setInput(Json& example, const std::string& key, Json value) const;
    [[nodiscard]] std::vector<ExampleColumn> wantedColumns() const;
    [[nodiscard]] bool bringsColumns(const std::vector<Json>& examples) const;
    [[nodiscard]] const std::vector<Finding>* findingsAt(int row) const;
    [[nodiscard]] QVariant mark(const QModelIndex& index, int role) const;
    [[nodiscard]] int columnOf(const Finding& finding) const;

    const Theme& m_theme;
    MemberEdits m_edits{{"messages", "examples", "select"}};
    Json m_part;
    Json m_inputSchema;
    Json m_outputSchema;
    std::vector<ExampleColumn> m_columns;
    std::map<int, std::vector<Finding>> m_findings;
    bool m_readOnly = false;
};

}  // namespace touchstone::ui
