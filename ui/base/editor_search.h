// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finding and replacing in an editor's text. GUI thread only.

#pragma once

#include <QString>

class QsciScintilla;

namespace touchstone::ui {

struct Search {
    QString text;
    bool matchCase = false;
    bool wholeWords = false;
};

struct Found {
    int count = 0;    // of all places, at most kMostFound
    int current = 0;  // from 1: the one that is selected; 0: none is
};
inline constexpr int kMostFound = 10'000;

// Selects the next (or previous) place, going round at the ends; false when there is none.
bool selectNext(QsciScintilla& text, const Search& search, bool forward);
// Puts a box around every place.
Found markFound(QsciScintilla& text, const Search& search);
void clearFound(QsciScintilla& text);
// Replaces what is selected when it is a place of the search.
bool replaceSelected(QsciScintilla& text, const Search& search, const QString& with);
// Every place, as one change; how many there were.
int replaceAll(QsciScintilla& text, const Search& search, const QString& with);

}  // namespace touchstone::ui
