// SPDX-License-Identifier: GPL-3.0-or-later
//
// QScintilla binds some ninety keys, and each of them would hide an application shortcut while the editor has the
// focus.

#pragma once

class QsciScintilla;

namespace touchstone::ui {

// Leaves only motion, selection, editing of characters and words, clipboard and undo.
void keepEditingKeysOnly(QsciScintilla& text);
// Leaves the keys of undo and redo to the application too.
void dropUndoKeys(QsciScintilla& text);

}  // namespace touchstone::ui
