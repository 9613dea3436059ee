// SPDX-License-Identifier: GPL-3.0-or-later
//
// A shortcut in its small frame, as it stands beside an action everywhere. GUI thread only.

#pragma once

#include <QColor>
#include <QKeySequence>

class QPainter;
class QRect;

namespace touchstone::ui {

class Theme;

// In pixels; 0 for no keys.
[[nodiscard]] int keyFrameWidth(const Theme& theme, const QKeySequence& keys);
// At the right end of `area`, in the middle of its height.
void paintKeyFrame(QPainter& painter, const Theme& theme, const QRect& area, const QKeySequence& keys,
                   const QColor& ink, const QColor& edge);

}  // namespace touchstone::ui
