// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor_look.h"

#include "editor_text.h"
#include "qscintilla.h"
#include "uibase/theme.h"

namespace touchstone::ui {
namespace {

using S = QsciScintillaBase;

constexpr int kFirstIndicator = S::INDIC_CONTAINER;

Role roleOf(Severity severity) {
    switch (severity) {
        case Severity::Info:
            return Role::Info;
        case Severity::Warning:
            return Role::WarningMark;
        case Severity::Error:
            break;
    }
    return Role::Worse;
}

Role roleOf(SyntaxStyle style) {
    switch (style) {
        case SyntaxStyle::Text:
        case SyntaxStyle::Strong:
        case SyntaxStyle::Emphasis:
        case SyntaxStyle::Heading:
            return Role::SyntaxText;
        case SyntaxStyle::Keyword:
            return Role::SyntaxKeyword;
        case SyntaxStyle::String:
        case SyntaxStyle::Code:
            return Role::SyntaxString;
        case SyntaxStyle::Number:
            return Role::SyntaxNumber;
        case SyntaxStyle::Comment:
            return Role::SyntaxComment;
        case SyntaxStyle::Variable:
            return Role::SyntaxVariable;
        case SyntaxStyle::Filter:
        case SyntaxStyle::Link:
            return Role::SyntaxFilter;
        case SyntaxStyle::Delim:
            return Role::SyntaxDelim;
        case SyntaxStyle::Key:
            return Role::SyntaxKey;
    }
    return Role::SyntaxText;
}

void setColor(QsciScintilla& text, const Theme& theme, unsigned message, int style, Role role) {
    text.SendScintilla(message, static_cast<unsigned long>(style), theme.color(role));
}

void applyStyles(QsciScintilla& text, const Theme& theme) {
    setEditorFont(text, theme.font(TextStyle::Editor), theme.px(22));
    setColor(text, theme, S::SCI_STYLESETFORE, S::STYLE_DEFAULT, Role::SyntaxText);
    setColor(text, theme, S::SCI_STYLESETBACK, S::STYLE_DEFAULT, Role::Surface);
    text.SendScintilla(S::SCI_STYLECLEARALL);
    for (int i = 0; i < kSyntaxStyleCount; ++i)
        setColor(text, theme, S::SCI_STYLESETFORE, i, roleOf(static_cast<SyntaxStyle>(i)));
    for (const SyntaxStyle bold : {SyntaxStyle::Strong, SyntaxStyle::Heading})
        text.SendScintilla(S::SCI_STYLESETBOLD, static_cast<unsigned long>(bold), 1L);
    text.SendScintilla(S::SCI_STYLESETITALIC, static_cast<unsigned long>(SyntaxStyle::Emphasis), 1L);
    text.SendScintilla(S::SCI_STYLESETUNDERLINE, static_cast<unsigned long>(SyntaxStyle::Link), 1L);
    text.setCaretLineBackgroundColor(theme.color(Role::SyntaxCurrent));
    text.setCaretForegroundColor(theme.color(Role::Text));
    text.setCaretWidth(2);
    text.setSelectionBackgroundColor(theme.color(Role::Selection));
    text.resetSelectionForegroundColor();
    text.setPaper(theme.color(Role::Surface));
    text.setMarginsBackgroundColor(theme.color(Role::Surface));
    text.setMarginsForegroundColor(theme.color(Role::SyntaxGutter));
}

void applyProblemMarks(QsciScintilla& text, const Theme& theme) {
    for (const Severity severity : kSeverities) {
        text.indicatorDefine(QsciScintilla::SquiggleIndicator, problemIndicator(severity));
        text.setIndicatorForegroundColor(theme.color(roleOf(severity)), problemIndicator(severity));
        text.setIndicatorDrawUnder(false, problemIndicator(severity));
        // The sign is read, so it has the colour of words.
        setColor(text, theme, S::SCI_STYLESETFORE, problemStyle(severity),
                 severity == Severity::Warning ? Role::Warning : roleOf(severity));
    }
    text.indicatorDefine(QsciScintilla::StraightBoxIndicator, foundIndicator());
    text.setIndicatorForegroundColor(theme.color(Role::Accent), foundIndicator());
    text.SendScintilla(S::SCI_INDICSETALPHA, static_cast<unsigned long>(foundIndicator()), 0L);
    text.SendScintilla(S::SCI_INDICSETOUTLINEALPHA, static_cast<unsigned long>(foundIndicator()), 255L);
    text.setIndicatorDrawUnder(true, foundIndicator());
}

void applyChangeMarks(QsciScintilla& text, const Theme& theme) {
    const auto define = [&](int marker, int shape, Role role) {
        text.SendScintilla(S::SCI_MARKERDEFINE, static_cast<unsigned long>(marker), long{shape});
        setColor(text, theme, S::SCI_MARKERSETBACK, marker, role);
        setColor(text, theme, S::SCI_MARKERSETFORE, marker, role);
    };
    define(kAddedMarker, S::SC_MARK_LEFTRECT, Role::Better);
    define(kAlteredMarker, S::SC_MARK_LEFTRECT, Role::Info);
    define(kRemovedMarker, S::SC_MARK_SHORTARROW, Role::Worse);
}

}  // namespace

int problemIndicator(Severity severity) {
    return kFirstIndicator + static_cast<int>(severity);
}

int problemStyle(Severity severity) {
    return kSyntaxStyleCount + static_cast<int>(severity);
}

int foundIndicator() {
    return kFirstIndicator + static_cast<int>(kSeverities.size());
}

void applyLook(QsciScintilla& text, const Theme& theme) {
    applyStyles(text, theme);
    applyProblemMarks(text, theme);
    applyChangeMarks(text, theme);
}

void applyMargins(QsciScintilla& text, const Theme& theme, bool numbers, bool changes) {
    const QString widest(QString::number(std::max(text.lines(), 999)).size() + 1, QLatin1Char('8'));
    text.setMarginWidth(kNumberMargin, numbers ? widest : QString());
    if (!numbers)
        text.setMarginWidth(kNumberMargin, 0);
    text.setMarginMarkerMask(kProblemMargin, 0);  // only its own signs
    text.setMarginWidth(kProblemMargin, theme.px(numbers ? 18 : 6));
    text.setMarginType(kChangeMargin, QsciScintilla::SymbolMargin);
    text.setMarginMarkerMask(kChangeMargin, (1 << kAddedMarker) | (1 << kAlteredMarker) | (1 << kRemovedMarker));
    text.setMarginWidth(kChangeMargin, changes ? 8 : 0);
    text.SendScintilla(S::SCI_SETMARGINLEFT, 0UL, long{theme.px(6)});
}

}  // namespace touchstone::ui
