// SPDX-License-Identifier: GPL-3.0-or-later

#include "example_delegate.h"

#include "examples_model.h"
#include "uistate/text.h"
#include "value_text.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QPlainTextEdit>

namespace touchstone::ui {
namespace {

// What the cell may be, where that is a few values; texts without quotes.
QStringList choicesOf(const QModelIndex& index) {
    const QVariant choices = index.data(ExamplesModel::ChoicesRole);
    return choices.isValid() ? choices.toStringList() : QStringList();
}

}  // namespace

QString ExampleDelegate::displayText(const QVariant& value, const QLocale&) const {
    constexpr qsizetype kMostShown = 300;  // characters; more is never visible in one line
    const QString text = value.toString();
    QString line = text.left(kMostShown);
    line.replace(QLatin1Char('\n'), QStringLiteral(" ⏎ "));
    return text.size() > kMostShown ? line + QChar(0x2026) : line;
}

QWidget* ExampleDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
    const QString name = tr("%1 of example %2")
                             .arg(index.model()->headerData(index.column(), Qt::Horizontal).toString())
                             .arg(index.row() + 1);
    if (const QStringList choices = choicesOf(index); !choices.isEmpty()) {
        auto* combo = new QComboBox(parent);
        combo->addItems(choices);
        combo->setAccessibleName(name);
        connect(combo, &QComboBox::activated, this, [this, combo] {
            Q_EMIT const_cast<ExampleDelegate*>(this)->commitData(combo);
            Q_EMIT const_cast<ExampleDelegate*>(this)->closeEditor(combo);
        });
        return combo;
    }
    auto* text = new QPlainTextEdit(parent);
    text->setAccessibleName(name);
    text->setTabChangesFocus(true);
    return text;
}

void ExampleDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    const QString text = index.data(Qt::EditRole).toString();
    if (auto* combo = qobject_cast<QComboBox*>(editor)) {
        if (combo->findText(text) < 0)
            combo->addItem(text);
        combo->setCurrentIndex(combo->findText(text));
        return;
    }
    auto* edit = qobject_cast<QPlainTextEdit*>(editor);
    if (!edit || edit->document()->isModified())
        return;
    const Json value = parseJson(toUtf8(index.data(ExamplesModel::JsonRole).toString())).valueOr(Json());
    edit->setPlainText(value.is_structured() ? toQString(toPrettyText(value)) : text);
    edit->selectAll();
}

void ExampleDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    if (auto* combo = qobject_cast<QComboBox*>(editor))
        model->setData(index, combo->currentText());
    else if (auto* edit = qobject_cast<QPlainTextEdit*>(editor))
        model->setData(index, edit->toPlainText());
}

// Room for several lines, inside of the view.
void ExampleDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                           const QModelIndex& index) const {
    if (!qobject_cast<QPlainTextEdit*>(editor))
        return QStyledItemDelegate::updateEditorGeometry(editor, option, index);
    constexpr int kLines = 6;
    constexpr int kCharacters = 48;
    const QFontMetrics metrics = editor->fontMetrics();
    const QRect room = editor->parentWidget()->rect();
    QRect place = option.rect;
    place.setWidth(std::min(std::max(place.width(), metrics.averageCharWidth() * kCharacters), room.width()));
    place.setHeight(std::min(metrics.lineSpacing() * kLines + 2 * metrics.descent() + 8, room.height()));
    place.moveRight(std::min(place.right(), room.right()));
    place.moveBottom(std::min(place.bottom(), room.bottom()));
    place.moveTopLeft({std::max(place.left(), 0), std::max(place.top(), 0)});
    editor->setGeometry(place);
}

bool ExampleDelegate::eventFilter(QObject* watched, QEvent* event) {
    auto* edit = qobject_cast<QPlainTextEdit*>(watched);
    if (edit && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers() == Qt::NoModifier) {
            Q_EMIT commitData(edit);
            Q_EMIT closeEditor(edit);
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

}  // namespace touchstone::ui
