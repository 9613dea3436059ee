// SPDX-License-Identifier: GPL-3.0-or-later
//
// Framed buttons of the place of traces. GUI thread only.

#pragma once

#include <QPushButton>

class QAction;
class QMenu;

namespace touchstone::ui {

// Text, icon, tooltip and state follow the action; a click triggers it.
[[nodiscard]] QPushButton* makeActionButton(QAction* action);
// A click opens the menu below the button.
[[nodiscard]] QPushButton* makeMenuButton(const QIcon& icon, const QString& text, const QString& name, QMenu* menu);

// For narrow windows; the name stays for screen readers.
void setIconOnly(QPushButton& button, bool iconOnly);

}  // namespace touchstone::ui
