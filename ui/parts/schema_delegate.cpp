// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema_delegate.h"

#include "schema_model.h"

#include <QComboBox>
#include <QLineEdit>

namespace touchstone::ui {

QWidget* SchemaDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
    const QString name = tr("%1 of %2")
                             .arg(index.model()->headerData(index.column(), Qt::Horizontal).toString(),
                                  index.siblingAtColumn(SchemaModel::Name).data().toString());
    if (index.column() != SchemaModel::Type) {
        auto* line = new QLineEdit(parent);
        line->setAccessibleName(name);
        return line;
    }
    auto* combo = new QComboBox(parent);
    combo->setAccessibleName(name);
    for (const SchemaType& type : schemaTypes())
        combo->addItem(type.text, type.json);
    const QString now = index.data(SchemaModel::TypeJsonRole).toString();
    if (combo->findData(now) < 0)
        combo->addItem(index.data().toString(), now);
    connect(combo, &QComboBox::activated, this, [this, combo] {
        Q_EMIT const_cast<SchemaDelegate*>(this)->commitData(combo);
        Q_EMIT const_cast<SchemaDelegate*>(this)->closeEditor(combo);
    });
    return combo;
}

void SchemaDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    if (auto* combo = qobject_cast<QComboBox*>(editor))
        combo->setCurrentIndex(combo->findData(index.data(SchemaModel::TypeJsonRole)));
    else if (auto* line = qobject_cast<QLineEdit*>(editor))
        line->setText(index.data(Qt::EditRole).toString());
}

void SchemaDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    if (auto* combo = qobject_cast<QComboBox*>(editor))
        model->setData(index, combo->currentData());
    else if (auto* line = qobject_cast<QLineEdit*>(editor))
        model->setData(index, line->text());
}

// A choice needs room for its longest words, also in a narrow column.
void SchemaDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                          const QModelIndex& index) const {
    QStyledItemDelegate::updateEditorGeometry(editor, option, index);
    if (qobject_cast<QComboBox*>(editor))
        editor->resize(std::max(editor->width(), editor->sizeHint().width()), editor->height());
}

}  // namespace touchstone::ui
