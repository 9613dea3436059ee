// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the author place shows beside the editor in a room of a size. Sizes are design pixels, so that twice the zoom
// counts like half the window. Pure function; safe from any thread.

#pragma once

#include <QSizeF>

namespace touchstone::ui {

struct AuthorRoom {
    bool parts = true;    // a column of parts and history at the left; else it is called by its button
    bool history = true;  // the history is open; else only its head is there
    bool tried = true;    // Try is a column at the right; else a tab under the editor
    bool low = false;     // the editor or the pane under it, not both
    int triedWidth = 0;
};

// `place` is the window without its rail and bars.
[[nodiscard]] constexpr AuthorRoom authorRoom(const QSizeF& place) {
    constexpr double kRail = 48;
    const double window = place.width() + kRail;
    return {.parts = window >= 900,
            .history = window >= 1400,
            .tried = window >= 1200,
            .low = place.height() < 440,
            .triedWidth = window >= 1400 ? 372 : 320};
}

}  // namespace touchstone::ui
