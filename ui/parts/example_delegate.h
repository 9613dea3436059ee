// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cells of examples: one line of a long text, and an editor of several lines over it. Enter takes what was typed,
// Shift+Enter begins a line. GUI thread only.

#pragma once

#include <QStyledItemDelegate>

namespace touchstone::ui {

class ExampleDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QString displayText(const QVariant& value, const QLocale& locale) const override;
    [[nodiscard]] QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace touchstone::ui
