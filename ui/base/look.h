// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the style and the icons need of the current theme. Shared with the Theme, because both may outlive it:
// QApplication deletes its style last, and icons are copied everywhere.

#pragma once

#include "uibase/tokens.h"

namespace touchstone::ui {

struct Look {
    Tokens tokens;
    double zoom = 1;

    [[nodiscard]] QColor color(Role role) const { return tokens.color(role); }
    [[nodiscard]] int px(int pixels) const { return qRound(pixels * zoom); }
};

}  // namespace touchstone::ui
