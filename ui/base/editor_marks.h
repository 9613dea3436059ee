// SPDX-License-Identifier: GPL-3.0-or-later
//
// Marks on an editor's lines: squiggles and signs of problems, bars of changes, boxes around what a search found. GUI
// thread only.

#pragma once

#include "uibase/code_editor.h"

namespace touchstone::ui {

void markProblems(QsciScintilla& text, const std::vector<Problem>& problems);
void markChanges(QsciScintilla& text, const std::vector<LineChange>& changes);

}  // namespace touchstone::ui
