// SPDX-License-Identifier: GPL-3.0-or-later
//
// What opens the command palette.

#pragma once

#include <QKeySequence>

namespace touchstone::ui {

[[nodiscard]] inline QKeySequence paletteKeys() {
    return QKeySequence(Qt::CTRL | Qt::Key_K);
}

}  // namespace touchstone::ui
