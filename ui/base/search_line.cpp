// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/search_line.h"

#include "uibase/theme.h"

#include <QAction>
#include <QKeyEvent>

namespace touchstone::ui {

SearchLine::SearchLine(const Theme& theme, const QString& placeholder, QWidget* parent) : QLineEdit(parent) {
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    addAction(theme.icon(Icon::Search), QLineEdit::LeadingPosition);
    QAction* clearing = addAction(theme.icon(Icon::Close), QLineEdit::TrailingPosition);
    clearing->setObjectName(QStringLiteral("searchClear"));
    clearing->setToolTip(tr("Clear (Esc)"));
    clearing->setVisible(false);
    connect(clearing, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, clearing,
            [clearing](const QString& text) { clearing->setVisible(!text.isEmpty()); });
}

void SearchLine::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else if (m_target && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return))
        m_target->setFocus(Qt::ShortcutFocusReason);
    else
        QLineEdit::keyPressEvent(event);
}

}  // namespace touchstone::ui
