// SPDX-License-Identifier: GPL-3.0-or-later
//
// Edits the cells of a schema tree in place: the type as a choice, the rest as a line of text. GUI thread only.

#pragma once

#include <QStyledItemDelegate>

namespace touchstone::ui {

class SchemaDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
};

}  // namespace touchstone::ui
