// SPDX-License-Identifier: GPL-3.0-or-later
//
// The order in which Tab goes through a place. GUI thread only.

#pragma once

#include <QList>

class QWidget;

namespace touchstone::ui {

// One section after another: each with its own controls, in the order in which they were put there.
void chainTabs(const QList<QWidget*>& sections);

}  // namespace touchstone::ui
