// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tab goes through controls in the order in which they stand, whenever they were made: as layouts, splitters and stacks
// have them, from the top and from the left. Qt's own order is that of their making, which is not what people see where
// pages are made on first use and columns change their place.
//
// GUI thread only.

#pragma once

class QWidget;

namespace touchstone::ui {

// What Tab does in `root`, and with `forward` false Shift+Tab: the next control has the focus and is scrolled into
// sight. Behind the last one it is a control of the window outside `root`, or the first where there is none. False when
// there is nowhere to go.
bool leadFocus(QWidget& root, bool forward);

}  // namespace touchstone::ui
