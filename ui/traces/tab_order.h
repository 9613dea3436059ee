// SPDX-License-Identifier: GPL-3.0-or-later
//
// The way Tab goes through a place. GUI thread only.

#pragma once

#include <QList>

class QWidget;

namespace touchstone::ui {

// Tab goes through the controls of each of `sections` in turn; within one, in the order in which they were put there.
// The sections are in one window, or in none yet.
void orderTabs(const QList<QWidget*>& sections);

}  // namespace touchstone::ui
