// SPDX-License-Identifier: GPL-3.0-or-later

#include "token_lexer.h"

namespace touchstone::ui {

TokenLexer::TokenLexer(HighlightLine highlight, QObject* parent) : QsciLexerCustom(parent), m_highlight(highlight) {}

void TokenLexer::styleText(int start, int end) {
    using S = QsciScintillaBase;
    const QsciScintillaBase& text = *editor();
    const auto positionOf = [&text](long line) {
        return text.SendScintilla(S::SCI_POSITIONFROMLINE, static_cast<unsigned long>(line));
    };
    long line = text.SendScintilla(S::SCI_LINEFROMPOSITION, start);
    const long last = text.SendScintilla(S::SCI_LINEFROMPOSITION, end);
    const long first = positionOf(line);
    const long length = text.SendScintilla(S::SCI_GETLENGTH);
    const long stop = last + 1 < text.SendScintilla(S::SCI_GETLINECOUNT) ? positionOf(last + 1) : length;
    if (stop <= first)
        return;
    int state = line == 0 ? 0 : static_cast<int>(text.SendScintilla(S::SCI_GETLINESTATE, line - 1));
    const auto* bytes = static_cast<const char*>(text.SendScintillaPtrResult(S::SCI_GETCHARACTERPOINTER));
    const std::string source(bytes + first, static_cast<std::size_t>(stop - first));

    std::vector<SyntaxStyle> styles(source.size());
    for (std::size_t at = 0; at < source.size(); ++line) {
        const std::size_t next = std::min(source.find('\n', at), source.size() - 1) + 1;
        state = m_highlight(std::string_view(source).substr(at, next - at), state,
                            std::span(styles).subspan(at, next - at));
        text.SendScintilla(S::SCI_SETLINESTATE, static_cast<unsigned long>(line), static_cast<long>(state));
        at = next;
    }
    startStyling(static_cast<int>(first));
    text.SendScintilla(S::SCI_SETSTYLINGEX, static_cast<unsigned long>(styles.size()),
                       reinterpret_cast<const char*>(styles.data()));
}

}  // namespace touchstone::ui
