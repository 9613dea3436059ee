// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor_search.h"

#include "editor_look.h"
#include "editor_text.h"
#include "qscintilla.h"

#include <utility>
#include <vector>

namespace touchstone::ui {
namespace {

using S = QsciScintillaBase;

struct Place {
    long begin = 0;
    long end = 0;
};

// The next place between two bytes (backwards when `from` is behind `to`); begin is -1 when there is none.
Place find(QsciScintilla& text, const Search& search, long from, long to) {
    const QByteArray needle = search.text.toUtf8();
    const unsigned long flags = (search.matchCase ? unsigned{S::SCFIND_MATCHCASE} : 0U) |
                                (search.wholeWords ? unsigned{S::SCFIND_WHOLEWORD} : 0U);
    text.SendScintilla(S::SCI_SETSEARCHFLAGS, flags);
    text.SendScintilla(S::SCI_SETTARGETRANGE, static_cast<unsigned long>(from), to);
    const long begin =
        text.SendScintilla(S::SCI_SEARCHINTARGET, static_cast<unsigned long>(needle.size()), needle.constData());
    return {begin, text.SendScintilla(S::SCI_GETTARGETEND)};
}

std::vector<Place> findAll(QsciScintilla& text, const Search& search) {
    std::vector<Place> places;
    if (search.text.isEmpty())
        return places;
    const long length = text.SendScintilla(S::SCI_GETLENGTH);
    for (Place place = find(text, search, 0, length); place.begin >= 0 && places.size() < kMostFound;
         place = find(text, search, place.end, length))
        places.push_back(place);
    return places;
}

Place selection(const QsciScintilla& text) {
    return {text.SendScintilla(S::SCI_GETSELECTIONSTART), text.SendScintilla(S::SCI_GETSELECTIONEND)};
}

}  // namespace

bool selectNext(QsciScintilla& text, const Search& search, bool forward) {
    if (search.text.isEmpty())
        return false;
    const long length = text.SendScintilla(S::SCI_GETLENGTH);
    const Place here = selection(text);
    Place found = find(text, search, forward ? here.end : here.begin, forward ? length : 0);
    if (found.begin < 0)
        found = find(text, search, forward ? 0 : length, forward ? length : 0);
    if (found.begin < 0)
        return false;
    showCaretAt(text, found.end);
    text.SendScintilla(S::SCI_SETSEL, static_cast<unsigned long>(found.begin), found.end);
    return true;
}

Found markFound(QsciScintilla& text, const Search& search) {
    clearFound(text);
    const Place here = selection(text);
    Found found;
    for (const Place& place : findAll(text, search)) {
        ++found.count;
        if (place.begin == here.begin && place.end == here.end)
            found.current = found.count;
        text.SendScintilla(S::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(place.begin), place.end - place.begin);
    }
    return found;
}

void clearFound(QsciScintilla& text) {
    text.SendScintilla(S::SCI_SETINDICATORCURRENT, foundIndicator());
    text.SendScintilla(S::SCI_INDICATORCLEARRANGE, 0UL, text.SendScintilla(S::SCI_GETLENGTH));
}

bool replaceSelected(QsciScintilla& text, const Search& search, const QString& with) {
    const Place here = selection(text);
    const Place found = search.text.isEmpty() ? Place{-1, -1} : find(text, search, here.begin, here.end);
    if (here.begin == here.end || found.begin != here.begin || found.end != here.end)
        return false;
    text.SendScintilla(S::SCI_REPLACESEL, with.toUtf8().constData());
    return true;
}

int replaceAll(QsciScintilla& text, const Search& search, const QString& with) {
    const std::vector<Place> places = findAll(text, search);
    const QByteArray present = textBytes(text);
    const QByteArray words = with.toUtf8();
    QByteArray result;
    long at = 0;
    for (const Place& place : places) {
        result += present.mid(at, place.begin - at);
        result += words;
        at = place.end;
    }
    result += present.mid(at);
    replaceDifference(text, result);
    return static_cast<int>(places.size());
}

}  // namespace touchstone::ui
