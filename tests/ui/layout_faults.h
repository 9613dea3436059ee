// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is wrong with a layout, one line for each fault: texts that have less room than they need, controls that reach
// over what they stand in, and neighbours that lie over each other.
//
// GUI thread only.

#pragma once

#include <QStringList>
#include <QWidget>

namespace touchstone::test {

// Only what is visible and neither elides nor scrolls on purpose.
[[nodiscard]] QStringList clippedTexts(const QWidget& window);
// Only what a layout has placed.
[[nodiscard]] QStringList overlaps(const QWidget& window);
// "author/tryPanel/runButton"
[[nodiscard]] QString pathOf(const QWidget& widget);

}  // namespace touchstone::test
