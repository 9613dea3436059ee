// SPDX-License-Identifier: GPL-3.0-or-later
//
// The filled button: at most one is visible in a window. Give it its icon in Role::OnAccent.
//
// GUI thread only.

#pragma once

class QPushButton;
class QWidget;

namespace touchstone::ui {

void setPrimary(QPushButton& button);
[[nodiscard]] bool isPrimary(const QWidget* widget);

}  // namespace touchstone::ui
