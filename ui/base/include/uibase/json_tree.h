// SPDX-License-Identifier: GPL-3.0-or-later
//
// A JSON value as a tree: names, values, how many members. Only what is unfolded is looked at, so a large value costs
// no more than a small one. Rows are copied as JSON, their places as JSON pointers.
//
// GUI thread only.

#pragma once

#include "base/json.h"

#include <QAbstractItemModel>
#include <QTreeView>

#include <memory>
#include <string>
#include <vector>

namespace touchstone::ui {

class Theme;

class JsonTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, kColumns };

    explicit JsonTreeModel(QObject* parent = nullptr);
    ~JsonTreeModel() override;

    void setValue(std::shared_ptr<const Json> value);
    // The place of a row in the value, and what stands there.
    [[nodiscard]] std::string pointerOf(const QModelIndex& index) const;
    [[nodiscard]] const Json& valueOf(const QModelIndex& index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;

    [[nodiscard]] Node& nodeOf(const QModelIndex& index) const;

    std::shared_ptr<const Json> m_value;
    std::unique_ptr<Node> m_root;  // children are made when they are asked for
};

class JsonTreeView : public QTreeView {
    Q_OBJECT

public:
    // `name` is what a screen reader calls the tree.
    JsonTreeView(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    // Unfolds the first levels as far as they are short.
    void setValue(std::shared_ptr<const Json> value);

private:
    void copyValue() const;
    void copyPointer() const;
    void unfoldShort(const QModelIndex& parent, int& rows);

    JsonTreeModel* m_model;
};

}  // namespace touchstone::ui
