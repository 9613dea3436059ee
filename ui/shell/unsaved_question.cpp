// SPDX-License-Identifier: GPL-3.0-or-later

#include "unsaved_question.h"

#include <QFileDialog>
#include <QPushButton>
#include <QSaveFile>

namespace touchstone::ui {

void UnsavedQuestion::ask(QWidget& window, const DraftModel& draft, const QString& why, std::function<void()> leave) {
    if (!window.findChild<UnsavedQuestion*>())
        (new UnsavedQuestion(window, draft, why, std::move(leave)))->open();
}

UnsavedQuestion::UnsavedQuestion(QWidget& window, const DraftModel& draft, const QString& why,
                                 std::function<void()> leave)
    : QMessageBox(QMessageBox::Warning, tr("Touchstone"), tr("The draft of %1 is not saved").arg(draft.workflow()), {},
                  &window),
      m_draft(draft),
      m_leave(std::move(leave)),
      m_save(addButton(tr("Save the draft to a file…"), QMessageBox::AcceptRole)),
      m_lose(addButton(tr("Leave without saving"), QMessageBox::DestructiveRole)) {
    setObjectName(QStringLiteral("unsavedQuestion"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTextFormat(Qt::PlainText);
    setInformativeText(why);
    QPushButton* stay = addButton(tr("Stay"), QMessageBox::RejectRole);
    m_save->setObjectName(QStringLiteral("saveElsewhere"));
    m_lose->setObjectName(QStringLiteral("leaveWithoutSaving"));
    stay->setObjectName(QStringLiteral("stay"));
    setDefaultButton(m_save);
    setEscapeButton(stay);
    connect(this, &QMessageBox::buttonClicked, this, &UnsavedQuestion::decide);
}

void UnsavedQuestion::decide(const QAbstractButton* button) {
    if (button == m_save)
        saveElsewhere();
    else if (button == m_lose)
        m_leave();
}

// A workflow document, which "touchstonectl import workflow" takes back.
void UnsavedQuestion::saveElsewhere() {
    auto* dialog = new QFileDialog(parentWidget(), tr("Save the draft"), m_draft.workflow() + QStringLiteral(".json"),
                                   tr("Workflows (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    const QPointer<QWidget> window = parentWidget();
    connect(dialog, &QFileDialog::fileSelected, dialog,
            [window, &draft = m_draft, leave = m_leave, text = m_draft.text()](const QString& path) {
                QSaveFile file(path);
                const QByteArray bytes = QByteArray::fromStdString(text);
                if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
                    leave();
                else if (window)
                    ask(*window, draft, tr("%1 was not written: %2").arg(path, file.errorString()), leave);
            });
    dialog->open();
}

}  // namespace touchstone::ui
