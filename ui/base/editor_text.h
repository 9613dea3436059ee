// SPDX-License-Identifier: GPL-3.0-or-later
//
// What CodeEditor asks of QScintilla in bytes, said in words. QScintilla counts bytes of UTF-8; everybody else counts
// lines and columns of code points.

#pragma once

#include "base/finding.h"

#include <QByteArray>
#include <QString>

class QFont;
class QsciScintilla;

namespace touchstone::ui {

[[nodiscard]] QByteArray textBytes(const QsciScintilla& text);
// A new document: no undo history, cursor at the start.
void loadBytes(QsciScintilla& text, const QByteArray& bytes);
// One undo step that replaces what lies between the common beginning and the common end.
void replaceDifference(QsciScintilla& text, const QByteArray& bytes);

// Places outside the text are moved to the nearest inside.
[[nodiscard]] long bytePosition(const QsciScintilla& text, TextPosition position);
[[nodiscard]] TextPosition textPosition(const QsciScintilla& text, long byte);

// Moves the cursor there; a line that was out of sight comes to the middle.
void showCaretAt(QsciScintilla& text, long byte);

[[nodiscard]] QByteArray bytesBefore(const QsciScintilla& text, long byte);
// Between bytes and UTF-16 units, which QString counts.
[[nodiscard]] qsizetype unitsBefore(const QsciScintilla& text, long byte);
[[nodiscard]] long byteOfUnit(const QsciScintilla& text, qsizetype unit);
// The default style's font, with lines `lineHeight` pixels high.
void setEditorFont(QsciScintilla& text, const QFont& font, int lineHeight);

}  // namespace touchstone::ui
