// SPDX-License-Identifier: GPL-3.0-or-later
//
// The half of ExamplesModel that changes the examples.

#include "examples_model.h"

#include "value_text.h"

#include <algorithm>

namespace touchstone::ui {

// REQUIRES: isEditable().
Json& ExamplesModel::listForEdit() {
    if (!list())
        m_edits.set(m_part, "examples", Json::array());
    return m_part["examples"];
}

bool ExamplesModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const ExampleColumn& column = m_columns[static_cast<std::size_t>(index.column())];
    const Json* before = valueAt(index.row(), index.column());
    const QString typed = value.toString();
    if (typed == (before ? valueText(*before) : QString()))
        return false;
    Json after = typedValue(typed, column.schema, before ? *before : Json());
    if (before && identical(after, *before))
        return false;
    Json& example = listForEdit()[static_cast<std::size_t>(index.row())];
    if (column.isOutput())
        MemberEdits({"input", "output"}).set(example, "output", std::move(after));
    else
        setInput(example, column.key, std::move(after));
    m_findings.erase(index.row());  // they were about what stood there
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(columnCount() - 1));
    Q_EMIT edited(tr("Edit example %1").arg(index.row() + 1));
    return true;
}

// A field that was missing comes to where its column stands.
void ExamplesModel::setInput(Json& example, const std::string& key, Json value) const {
    std::vector<std::string> order;
    for (const ExampleColumn& column : m_columns)
        order.push_back(column.key);
    Json input = example.contains("input") ? std::move(example["input"]) : Json();
    if (!input.is_object())
        input = Json::object();
    MemberEdits(std::move(order)).set(input, key, std::move(value));
    MemberEdits({"input", "output"}).set(example, "input", std::move(input));
}

void ExamplesModel::clear(const QModelIndexList& cells) {
    int cleared = 0;
    for (const QModelIndex& cell : cells) {
        const ExampleColumn& column = m_columns[static_cast<std::size_t>(cell.column())];
        if (!(flags(cell) & Qt::ItemIsEditable) || !valueAt(cell.row(), cell.column()))
            continue;
        Json& example = listForEdit()[static_cast<std::size_t>(cell.row())];
        if (column.isOutput())
            example.erase("output");
        else
            example["input"].erase(column.key);
        Q_EMIT dataChanged(cell, cell);
        ++cleared;
    }
    if (cleared > 0)
        Q_EMIT edited(tr("Clear %n cell(s)", nullptr, cleared));
}

void ExamplesModel::setSelect(std::optional<Json> select, const QString& what) {
    if (!isEditable())
        return;
    m_edits.set(m_part, "select", std::move(select));
    Q_EMIT edited(what);
}

Json ExamplesModel::blank() const {
    Json input = Json::object();
    for (const ExampleColumn& column : m_columns)
        if (!column.isOutput() && isTextSchema(column.schema) && !memberAt(column.schema, "enum"))
            input[column.key] = "";
    return {{"input", std::move(input)}, {"output", isTextSchema(m_columns.back().schema) ? Json("") : Json::object()}};
}

void ExamplesModel::insert(int row, std::vector<Json> examples, const QString& what) {
    if (!isEditable() || examples.empty())
        return;
    const bool columns = bringsColumns(examples);
    const int at = std::clamp(row, 0, rowCount());
    m_findings.clear();
    auto& rows = listForEdit().get_ref<Json::array_t&>();
    beginInsertRows({}, at, at + static_cast<int>(examples.size()) - 1);
    rows.insert(rows.begin() + at, std::make_move_iterator(examples.begin()), std::make_move_iterator(examples.end()));
    endInsertRows();
    if (columns)
        makeColumns();
    Q_EMIT edited(what);
}

void ExamplesModel::remove(std::vector<int> rows) {
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    if (!isEditable() || rows.empty() || rows.front() < 0 || rows.back() >= rowCount())
        return;
    m_findings.clear();
    auto& list = listForEdit().get_ref<Json::array_t&>();
    for (auto last = rows.end(); last != rows.begin();) {  // runs of rows, from the end
        auto first = last - 1;
        while (first != rows.begin() && *(first - 1) == *first - 1)
            --first;
        beginRemoveRows({}, *first, *(last - 1));
        list.erase(list.begin() + *first, list.begin() + *(last - 1) + 1);
        endRemoveRows();
        last = first;
    }
    Q_EMIT edited(tr("Remove %n example(s)", nullptr, static_cast<int>(rows.size())));
}

void ExamplesModel::move(int first, int last, int by) {
    const int count = rowCount();
    if (!isEditable() || first < 0 || last >= count || first > last || first + by < 0 || last + by >= count || by == 0)
        return;
    m_findings.clear();
    auto& list = listForEdit().get_ref<Json::array_t&>();
    beginMoveRows({}, first, last, {}, by < 0 ? first + by : last + by + 1);
    if (by < 0)
        std::rotate(list.begin() + first + by, list.begin() + first, list.begin() + last + 1);
    else
        std::rotate(list.begin() + first, list.begin() + last + 1, list.begin() + last + by + 1);
    endMoveRows();
    Q_EMIT edited(tr("Move %n example(s)", nullptr, last - first + 1));
}

}  // namespace touchstone::ui
