// SPDX-License-Identifier: GPL-3.0-or-later
//
// A note on the desktop, for what ended while nobody looked (org.freedesktop.Notifications). Where there is no such
// service nothing happens: the bell in the window has it too. GUI thread only; returns at once.

#pragma once

#include <QString>

namespace touchstone::ui {

void showDesktopNote(const QString& title, const QString& text);

}  // namespace touchstone::ui
