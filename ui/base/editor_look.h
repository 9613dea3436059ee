// SPDX-License-Identifier: GPL-3.0-or-later
//
// How an editor's text, marks and margins look in the present theme. GUI thread only.

#pragma once

#include "base/finding.h"
#include "highlight.h"

#include <array>

class QsciScintilla;

namespace touchstone::ui {

class Theme;

enum EditorMargin { kNumberMargin, kProblemMargin, kChangeMargin };
// Margin markers of lines that were changed; the numbers are QScintilla's.
enum ChangeMarker { kAddedMarker = 1, kAlteredMarker = 2, kRemovedMarker = 3 };

inline constexpr std::array kSeverities = {Severity::Info, Severity::Warning, Severity::Error};
// The indicator that underlines a problem, the style of its sign in the margin.
[[nodiscard]] int problemIndicator(Severity severity);
[[nodiscard]] int problemStyle(Severity severity);
// The indicator of the places that a search found.
[[nodiscard]] int foundIndicator();

void applyLook(QsciScintilla& text, const Theme& theme);
void applyMargins(QsciScintilla& text, const Theme& theme, bool numbers, bool changes);

}  // namespace touchstone::ui
