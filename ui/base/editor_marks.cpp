// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor_marks.h"

#include "editor_look.h"
#include "editor_text.h"
#include "qscintilla.h"

namespace touchstone::ui {
namespace {

using S = QsciScintillaBase;

// A sign of text in the margin, because QScintilla misplaces pictures on dense screens.
const char* signOf(Severity severity) {
    switch (severity) {
        case Severity::Info:
            return " ●";
        case Severity::Warning:
            return " ▲";
        case Severity::Error:
            break;
    }
    return " ✕";
}

void markProblem(QsciScintilla& text, const Problem& problem) {
    const TextPosition from{static_cast<std::size_t>(std::max(problem.line, 1)),
                            static_cast<std::size_t>(std::max(problem.column, 1))};
    const TextPosition to{from.line, from.column + static_cast<std::size_t>(std::max(problem.length, 1))};
    const long start = bytePosition(text, from);
    const long end = std::max(bytePosition(text, to), start + 1);
    text.SendScintilla(S::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(start), end - start);
    const auto line = static_cast<unsigned long>(text.SendScintilla(S::SCI_LINEFROMPOSITION, start));
    text.SendScintilla(S::SCI_MARGINSETTEXT, line, signOf(problem.severity));
    text.SendScintilla(S::SCI_MARGINSETSTYLE, line, long{problemStyle(problem.severity)});
}

int markerOf(LineChange::Kind kind) {
    return kind == LineChange::Added ? kAddedMarker : kind == LineChange::Altered ? kAlteredMarker : kRemovedMarker;
}

}  // namespace

void markProblems(QsciScintilla& text, const std::vector<Problem>& problems) {
    const long length = text.SendScintilla(S::SCI_GETLENGTH);
    text.SendScintilla(S::SCI_MARGINTEXTCLEARALL);
    // The worst comes last, so its mark is the one a line keeps.
    for (const Severity severity : kSeverities) {
        text.SendScintilla(S::SCI_SETINDICATORCURRENT, problemIndicator(severity));
        text.SendScintilla(S::SCI_INDICATORCLEARRANGE, 0UL, length);
        for (const Problem& problem : problems)
            if (problem.severity == severity)
                markProblem(text, problem);
    }
}

void markChanges(QsciScintilla& text, const std::vector<LineChange>& changes) {
    for (const int marker : {kAddedMarker, kAlteredMarker, kRemovedMarker})
        text.SendScintilla(S::SCI_MARKERDELETEALL, static_cast<long>(marker));
    const long lines = text.SendScintilla(S::SCI_GETLINECOUNT);
    for (const LineChange& change : changes)
        for (long line = change.line - 1; line < std::min<long>(change.line - 1 + change.count, lines); ++line)
            text.SendScintilla(S::SCI_MARKERADD, static_cast<unsigned long>(line), long{markerOf(change.kind)});
}

}  // namespace touchstone::ui
